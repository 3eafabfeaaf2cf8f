import HallModel
import HallWords

/// Whether a script has lost its place: a line that chooses an item, a vote or a decision was
/// refused, so the lines after it have no place. A person at a terminal sees the refusal and
/// repeats the line.
struct MinuteAstray {
  private enum Place: Int {
    case item, vote, decision

    var phrase: Phrase {
      switch self {
      case .item: Phrase(zh: "议题", en: "item")
      case .vote: Phrase(zh: "表决", en: "vote")
      case .decision: Phrase(zh: "决议", en: "decision")
      }
    }
  }

  private var lost: Place?

  /// Why a line is refused; nil if its place is known.
  ///
  /// - Parameter word: its first word; nil for speech.
  func refusal(of word: MinuteWord?) -> Phrase? {
    guard let lost, MinuteAstray.belongs(word, to: lost) else { return nil }
    return Phrase(
      zh: "它上面的\(lost.phrase.zh)没有记下，不知道该记在哪里",
      en: "the \(lost.phrase.en) it belongs to was not taken")
  }

  /// Records whether a line was taken.
  mutating func note(_ word: MinuteWord?, isTaken: Bool) {
    let place: Place
    switch word {
    case .item: place = .item
    case .vote: place = .vote
    case .decision: place = .decision
    default: return
    }
    if !isTaken {
      lost = lost.map { $0.rawValue < place.rawValue ? $0 : place } ?? place
    } else if let lost, place.rawValue <= lost.rawValue {
      self.lost = nil
    }
  }

  private static func belongs(_ word: MinuteWord?, to place: Place) -> Bool {
    switch word {
    case .item, .party, .attend, .adjourn, .undo, .show, .help, .done: false
    case .vote, .outcome, .note, .interest, nil: place == .item
    case .figure, .decision: place != .decision
    case .field, .object, .answer: true
    case .task: true
    }
  }
}
