import HallModel
import HallSyntax
import HallWords

/// The meaning of the first word of a line. For the facts of a vote, the words of the files are
/// used.
package enum MinuteWord: Equatable, Sendable {
  /// People: the option of `attend`, or nil for those present.
  case attend(OptionName?)
  case item
  case vote
  /// A fact of the current vote.
  case figure(Keyword)
  case decision, task, outcome, note
  case undo, show, help, done

  /// An option of another command, for example `--late`.
  package typealias OptionName = String

  /// The words by meaning, in the order of the help; the first two of each are shown.
  static let table: [(word: MinuteWord, zh: [String], en: [String])] = [
    (.attend(nil), ["到", "到会", "出席", "参会", "来", "到场"], ["present", "here"]),
    (.attend("--absent"), ["缺", "缺席"], ["absent"]),
    (.attend("--excused"), ["请假"], ["excused"]),
    (.attend("--observing"), ["列席"], ["observing"]),
    (.attend("--invited"), ["邀请"], ["invited"]),
    (.attend("--late"), ["迟到"], ["late"]),
    (.attend("--left"), ["早退"], ["left"]),
    (.attend("--proxy"), ["委托"], ["proxy"]),
    (.item, ["议", "议题"], ["item"]),
    (.vote, ["表决"], ["vote", "motion"]),
    (.decision, ["决议", "决定"], ["decision", "decided"]),
    (.task, ["任务", "交办"], ["task", "action"]),
    (.outcome, ["结论"], ["outcome"]),
    (.note, ["记"], ["note"]),
    (.undo, ["撤", "撤销"], ["undo"]),
    (.show, ["看"], ["show"]),
    (.help, ["帮", "帮助", "?"], ["help", "?"]),
    (.done, ["完", "结束", "散会"], ["done", "quit", "exit"]),
  ]

  /// The facts of a vote, and the option of `vote` for each.
  static let figures: [(keyword: Keyword, option: OptionName)] = [
    (.votesFor, "--for"), (.against, "--against"), (.abstain, "--abstain"),
    (.entitled, "--entitled"), (.present, "--present"), (.delivered, "--delivered"),
    (.returned, "--returned"), (.invalid, "--invalid"), (.silent, "--silent"),
    (.participating, "--participating"), (.recused, "--recused"), (.rule, "--rule"),
    (.method, "--method"), (.votingPeriod, "--period"), (.scope, "--scope"),
    (.option, "--option"), (.seats, "--seats"), (.voteResult, "--result"),
    (.caller, "--caller"), (.teller, "--teller"), (.scrutineer, "--scrutineer"),
    (.ballots, "--ballots"),
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
      MinuteWord.figures.contains(where: { $0.keyword == keyword })
    {
      self = .figure(keyword)
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

  /// Whether it is a number of a vote.
  var isCount: Bool {
    if case .figure(let keyword) = self { MinuteWord.counts.contains(keyword) } else { false }
  }

  /// The words of a language, for completion.
  static func words(_ language: Language) -> [String] {
    table.compactMap { language.say($0.zh.first, $0.en.first) }
      + figures.map { $0.keyword.word(language) }
  }

  /// Every form, for suggestions after typing errors.
  static let all: [String] =
    table.flatMap { $0.zh + $0.en }
    + figures.flatMap { figure in
      Vocabulary.entry(of: figure.keyword).map { $0.zh + $0.en } ?? []
    }
}

/// A parsed line: its first word, and the rest of it.
package struct MinuteLine: Equatable, Sendable {
  package let word: MinuteWord
  /// The word as typed.
  package let written: String
  package let rest: String

  /// Nil if the line does not begin with a known word; then it may be speech.
  package init?(_ line: String) {
    let text = line.trimmedText
    let head = text.prefix { !$0.isWhitespace && !MinuteLine.isColon($0) }
    let two = text.split(maxSplits: 2, whereSeparator: \.isWhitespace).prefix(2)
      .joined(separator: " ")
    if let word = MinuteWord(text.withoutEndMarks), word.standsAlone {
      // 完。
      self.init(word, text.withoutEndMarks, "")
    } else if let outcome = Vocabulary.keyword(Slice(text.withoutEndMarks), in: .outcome),
      [.agreed, .partlyAgreed, .notAgreed, .deferred].contains(outcome)
    {
      // 下次再议
      self.init(.outcome, text.withoutEndMarks, text.withoutEndMarks[...])
    } else if Vocabulary.keyword(Slice(String(head)), in: .method) != nil,
      let line = MinuteLine(String(text.dropFirst(head.count))), line.word.isCount
    {
      // 举手 同意 3
      self.init(.figure(.method), String(head), text[...])
    } else if two.contains(" "), let word = MinuteWord(two), case .figure = word {
      self.init(word, two, text.dropFirst(two.count))
    } else if let word = MinuteWord(String(head)) {
      self.init(word, String(head), text.dropFirst(head.count))
    } else if let digit = head.firstIndex(where: MinuteLine.isDigit), digit > head.startIndex,
      let word = MinuteWord(String(head[..<digit])), MinuteLine.takesNumber(word)
    {
      // 议2, 同意66户: Chinese text has no blank here.
      self.init(word, String(head[..<digit]), text[digit...])
    } else {
      return nil
    }
  }

  private init(_ word: MinuteWord, _ written: String, _ rest: Substring) {
    self.word = word
    self.written = written
    var rest = rest
    if let first = rest.drop(while: \.isWhitespace).first, MinuteLine.isColon(first) {
      rest = rest.drop(while: \.isWhitespace).dropFirst()
    }
    self.rest = String(rest).trimmedText
  }

  private static func takesNumber(_ word: MinuteWord) -> Bool {
    switch word {
    case .item: true
    case .figure(let keyword): MinuteWord.counts.contains(keyword) || keyword == .seats
    default: false
    }
  }

  static func isColon(_ character: Character) -> Bool { character == ":" || character == "：" }

  static func isDigit(_ character: Character) -> Bool {
    FullWidth.name(Slice(String(character))).utf8.allSatisfy { (0x30...0x39).contains($0) }
      && !character.isWhitespace
  }
}

extension String {
  /// Without surrounding blanks, including ideographic and all other ones.
  var trimmedText: String {
    let front = drop(while: \.isWhitespace)
    return String(front.reversed().drop(while: \.isWhitespace).reversed())
  }
}
