import HallSharing
import HallWork
import HallWords

extension Invocation {
  /// The sharing of a hall, for the person who calls.
  func sharing(_ session: Session, isAnyway: Bool) throws(Refusal) -> Sharing {
    let language = session.language
    let asking: @Sendable (Question) throws(Refusal) -> Reply = {
      question throws(Refusal) in try ask(question, language)
    }
    return try Sharing(
      session, layout: context.layout, isAnyway: isAnyway, program: context.programPath,
      asking: canAsk ? asking : nil)
  }
}
