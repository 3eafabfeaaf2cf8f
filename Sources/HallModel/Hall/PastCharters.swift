import HallSyntax
import Synchronization

/// The charters of the past that somebody has asked for. A history is read at the first question
/// about it, and never for a command that asks none.
///
/// The reader of the folder supplies the closure; the model knows no history.
package final class PastCharters: Sendable {
  /// Minutes, and the last of their revisions to consider.
  package struct Question: Hashable, Sendable {
    /// As in `M-2025-008`.
    package let name: String
    package let last: Int

    /// - Parameter last: the last revision to consider; all of them if omitted.
    package init(_ name: String, upTo last: Int = .max) { (self.name, self.last) = (name, last) }
  }

  /// Answers a list of questions, in the same order.
  package typealias Work = @Sendable ([Question]) -> [CharterAtApproval]

  private let work: Work
  private let known = Mutex<[Question: Lazy<CharterAtApproval>]>([:])

  package init(_ work: @escaping Work) { self.work = work }

  /// For a hall without a history.
  package static let none = PastCharters { $0.map { _ in .unknown(.noHistory) } }

  /// What `hall.md` said at the approval in force after a revision of the minutes.
  package func charter(_ question: Question) -> CharterAtApproval {
    let found = known.withLock { known -> Lazy<CharterAtApproval> in
      if let found = known[question] { return found }
      let made = Lazy { [work] in work([question]).first ?? .unknown(.unreadable) }
      known[question] = made
      return made
    }
    return found.value
  }

  /// Answers many questions at once, on all cores, so that each later question is already answered.
  package func prepare(_ questions: [Question]) {
    let open = known.withLock { known in questions.filter { known[$0] == nil } }
    guard open.count > 1 else { return }
    let answers = work(open)
    guard answers.count == open.count else { return }
    known.withLock { known in
      for (question, answer) in zip(open, answers) where known[question] == nil {
        known[question] = Lazy { answer }
      }
    }
  }
}

extension PastCharters {
  /// What `hall.md` said when a meeting's minutes were approved; unknown where they are not.
  func charterAtApproval(of meeting: Meeting) -> CharterAtApproval {
    guard Seal.isApproved(meeting.document), let id = meeting.id else {
      return .unknown(.notApproved)
    }
    return charter(Question(id.text))
  }
}

extension Hall {
  /// What `hall.md` said when a meeting's minutes were approved; unknown if they are not.
  ///
  /// Read from the histories on first use, once, by whichever thread comes first.
  package func charterAtApproval(of meeting: Meeting) -> CharterAtApproval {
    past.charterAtApproval(of: meeting)
  }

  /// Reads what every approved meeting needs, on all cores, for callers that ask about all of them.
  package func readPastCharters() {
    past.prepare(
      meetings.filter { Seal.isApproved($0.document) }.compactMap { meeting in
        meeting.id.map { PastCharters.Question($0.text) }
      })
  }
}
