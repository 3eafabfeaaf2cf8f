import HallModel
import HallSyntax
import HallWords

extension Reference {
  /// The votes of a meeting or of an item; for a decision, the vote above it.
  ///
  /// - Parameter text: the argument that named it.
  package func votes(named text: String) throws(Refusal) -> (meeting: Meeting, votes: [Vote]) {
    switch self {
    case .meeting(let meeting): return (meeting, meeting.votes)
    case .item(let meeting, let item): return (meeting, item.votes)
    case .decision(let meeting, let decision):
      if let vote = meeting.vote(above: decision) { return (meeting, [vote]) }
    default: break
    }
    throw .refused(Phrase(zh: "「\(text)」里没有表决", en: "there is no vote in '\(text)'"))
  }
}
