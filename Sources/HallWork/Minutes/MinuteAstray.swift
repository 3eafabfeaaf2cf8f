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
  /// - Parameter deed: what the line means; nil for a text.
  func refusal(of deed: MinuteDeed?) -> Phrase? {
    guard let lost, MinuteAstray.belongs(deed, to: lost) else { return nil }
    return Phrase(
      zh: "它上面的\(lost.phrase.zh)没有记下，不知道该记在哪里",
      en: "the \(lost.phrase.en) it belongs to was not taken")
  }

  /// Records whether a line was taken.
  ///
  /// - Parameters:
  ///   - word: its first word; nil for speech.
  ///   - deed: what it means; nil if that is not known.
  mutating func note(_ word: MinuteWord?, _ deed: MinuteDeed?, isTaken: Bool) {
    guard let place = MinuteAstray.chosen(by: deed) ?? MinuteAstray.chosen(by: word) else { return }
    if !isTaken {
      lost = lost.map { $0.rawValue < place.rawValue ? $0 : place } ?? place
    } else if let lost, place.rawValue <= lost.rawValue {
      self.lost = nil
    }
  }

  /// What a line chooses for those that come after it.
  private static func chosen(by deed: MinuteDeed?) -> Place? {
    switch deed {
    case .chooseItem, .addItem: .item
    case .vote(.some, _), .voteWithoutRule, .chooseVote: .vote
    case .decide: .decision
    case .noted(let deed, _): chosen(by: deed)
    default: nil
    }
  }

  private static func chosen(by word: MinuteWord?) -> Place? {
    switch word {
    case .item: .item
    case .vote: .vote
    case .decision: .decision
    default: nil
    }
  }

  /// Whether a line is about what was lost, or stands below it. What it says decides, and not its
  /// words: `4票同意` is a figure of the vote, too.
  private static func belongs(_ deed: MinuteDeed?, to place: Place) -> Bool {
    switch deed {
    case .chooseItem, .addItem, .addParty, .attend, .adjourn, .end, .undo, .show, .help, .done:
      false
    case .noteField(_, _, of: .meeting), .finishTask, .cancelTask, .extendTask, .assignTask: false
    case .vote(.some, _), .voteWithoutRule, .chooseVote, .outcome, .note, .strike, .correct, nil:
      place == .item
    case .vote(nil, _), .decide: place != .decision
    case .noteField, .changeDecision, .object, .answer, .addTask, .taskPerhapsOf: true
    case .noted(let deed, _): belongs(deed, to: place)
    }
  }
}
