import HallModel
import HallWords

/// An action of a person on a hall.
package protocol Act: Sendable {
  func perform(in change: inout Change) throws(Refusal) -> Step
}

extension Session {
  /// Applies the action to the hall, while nobody else writes.
  ///
  /// - Throws: a refusal; if it has a `question`, the act is run again after the reply. A document that
  ///   somebody else has changed in between is not written: the reply was about the earlier text.
  @discardableResult
  package func perform(_ act: some Act) throws(Refusal) -> Step {
    var change = try Change(self)
    do throws(Refusal) {
      let step = try act.perform(in: &change)
      asked.forget()
      return step
    } catch {
      if error.question != nil { asked.keep(change.hall.documents) } else { asked.forget() }
      throw error
    }
  }
}
