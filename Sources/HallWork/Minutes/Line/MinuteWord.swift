import HallModel
import HallSyntax
import HallWords

/// The meaning of the first word of a line. For the facts of a vote, the words of the files are
/// used.
package enum MinuteWord: Equatable, Sendable {
  /// People: the list of the attendance that they go into.
  case attend(AttendanceList)
  case item
  /// A party of this meeting alone.
  case party
  case vote
  /// A fact of the current vote.
  case figure(Keyword)
  case decision, task, outcome, note
  /// A fact of the current decision or item, or of the meeting, by the word of the files.
  case field(Keyword)
  /// An interest in the current item, and the end of the meeting before its agenda is done.
  case interest, adjourn
  /// An objection to a decision, and the answer to one.
  case object, answer
  /// A text that is taken out again.
  case strike
  /// A fact, a title or a text that is written anew.
  case correct
  case undo, show, help, done

  /// The words by meaning, in the order of the help; the first two of each are shown.
  static let table: [(word: MinuteWord, zh: [String], en: [String])] = [
    (
      .attend(.present), ["到", "到会", "出席", "参会", "来", "到场", "到会人员", "参会人员", "出席人员", "与会人员"],
      ["present", "here"]
    ),
    (.attend(.absent), ["缺", "缺席"], ["absent"]),
    (.attend(.excused), ["请假"], ["excused", "apologies"]),
    (.attend(.observing), ["列席", "旁听"], ["observing"]),
    (.attend(.invited), ["邀请"], ["invited"]),
    (.attend(.late), ["迟到"], ["late"]),
    (.attend(.left), ["早退"], ["left"]),
    (.attend(.proxies), ["委托"], ["proxy"]),
    (.party, ["方"], ["party"]),
    (.item, ["议", "议题"], ["item"]),
    (.vote, ["表决"], ["vote", "motion"]),
    (.decision, ["决议", "决定"], ["decision", "decided", "resolved", "resolution"]),
    (.task, ["任务", "交办"], ["task", "action"]),
    (.outcome, ["结论"], ["outcome"]),
    (.note, ["记"], ["note"]),
    (.interest, ["利害关系"], ["interest"]),
    (.object, ["异议"], ["objection"]),
    (.answer, ["答复"], ["answer"]),
    (.adjourn, ["休会", "流会"], ["adjourn", "adjourned"]),
    (.strike, ["删", "删去", "删掉", "删除"], ["strike"]),
    (.correct, ["改"], ["correct"]),
    (.undo, ["撤", "撤销"], ["undo"]),
    (.show, ["看"], ["show"]),
    (.help, ["帮", "帮助", "?"], ["help", "?"]),
    (.done, ["完", "结束", "散会"], ["done", "quit", "exit"]),
  ]

  /// The facts of a vote, in the order in which they are offered.
  static let figures: [Keyword] = [
    .votesFor, .against, .abstain, .entitled, .present, .delivered,
    .returned, .invalid, .silent, .participating, .recused, .rule,
    .method, .votingPeriod, .scope, .option, .seats, .voteResult,
    .caller, .teller, .scrutineer, .ballots,
    .movedBy, .secondedBy, .motion, .castingVote, .alternates,
  ]

  /// The facts of a decision, a task, an item and the meeting that a line may give by their words.
  static let fields: [Keyword] = [
    .effective, .funds, .posted, .basis, .kind, .number, .supersedes, .lead, .due, .raisedBy,
    .attachment, .duration, .chair, .approves, .preparedBy,
  ]

  /// The figures that are numbers; a line may contain several.
  static let counts: Set<Keyword> = [
    .votesFor, .against, .abstain, .entitled, .present, .delivered, .returned, .invalid, .silent,
    .participating,
  ]

  /// The meaning of a word, in either language; width and case do not matter.
  init?(_ word: String) {
    let folded = FullWidth.name(Slice(word)).lowercased()
    if let entry = MinuteWord.table.first(where: { ($0.zh + $0.en).contains(folded) }) {
      self = entry.word
    } else if let keyword = Vocabulary.keyword(Slice(word), in: .vote),
      MinuteWord.figures.contains(keyword)
    {
      self = .figure(keyword)
    } else if let keyword = Vocabulary.keyword(
      Slice(word), in: [.decision, .task, .item, .meetingFront]),
      MinuteWord.fields.contains(keyword)
    {
      self = .field(keyword)
    } else {
      return nil
    }
  }

  /// Whether a line of it consists of this word only.
  var standsAlone: Bool {
    switch self {
    case .undo, .show, .help, .done: true
    default: false
    }
  }

  /// Whether it is the word of a fact in the files.
  var isFact: Bool {
    switch self {
    case .figure, .field: true
    default: false
    }
  }

  /// Whether it is a number of a vote.
  var isCount: Bool {
    if case .figure(let keyword) = self { MinuteWord.counts.contains(keyword) } else { false }
  }

  /// The words of a language, for completion.
  package static func words(_ language: Language) -> [String] {
    table.compactMap { language.pick($0.zh.first, $0.en.first) }
      + figures.map { $0.word(language) }
  }

  /// Every form, for suggestions after typing errors.
  static let all: [String] =
    table.flatMap { $0.zh + $0.en }
    + figures.flatMap { figure in
      Vocabulary.entry(of: figure).map { $0.zh + $0.en } ?? []
    }
}
