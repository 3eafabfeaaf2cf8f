import HallModel
import HallSyntax
import HallWords

/// A parsed line: its first word, and the rest of it.
package struct MinuteLine: Equatable, Sendable {
  package let word: MinuteWord
  /// The word as typed.
  package let written: String
  package let rest: String
  /// Whether a colon follows the word.
  let isLabelled: Bool

  /// Nil if the line does not begin with a known word; then it may be speech.
  package init?(_ line: String) {
    let text = line.trimmedText
    let head = text.prefix { !$0.isWhitespace && !MinuteLine.isColon($0) }
    let two = text.split(maxSplits: 2, whereSeparator: \.isWhitespace).prefix(2)
      .joined(separator: " ")
    if let rest = MinuteLine.adjournment(text) {
      // 休会到 12-11
      self.init(.adjourn, String(text.prefix(2)), rest)
    } else if let word = MinuteWord(text.withoutEndMarks), word.standsAlone {
      // 完。
      self.init(word, text.withoutEndMarks, "")
    } else if let outcome = Vocabulary.keyword(Slice(text.withoutEndMarks), in: .outcome),
      outcome != .noted || Language(of: text) == .zh
    {
      // 下次再议
      self.init(.outcome, text.withoutEndMarks, text.withoutEndMarks[...])
    } else if Vocabulary.keyword(Slice(String(head)), in: .method) != nil,
      let line = MinuteLine(String(text.dropFirst(head.count))), line.word.isCount
    {
      // 举手 同意 3
      self.init(.figure(.method), String(head), text[...])
    } else if two.contains(" "), let word = MinuteWord(two), word.isFact {
      self.init(word, two, text.dropFirst(two.count))
    } else if let kind = Vocabulary.keyword(Slice(String(head)), in: .decisionKind),
      [.consultation, .settlement].contains(kind), Language(of: text) == .zh
    {
      // 调解协议 车位留给住户
      self.init(.decision, String(head), text.dropFirst(head.count))
    } else if let word = MinuteWord(String(head)) {
      self.init(word, String(head), text.dropFirst(head.count))
      // "chair" and "time" begin a sentence, unless a colon follows them.
      if case .field = word, Language(of: text) == .en, !isLabelled { return nil }
      // Most meetings end with "adjourned": only one that goes on, or had no quorum, is a fact.
      if word == .adjourn, !MinuteLine.saysHowItGoesOn(rest), head != "流会" { return nil }
    } else if let spoken = MinuteTranslation.spokenFigure(text, of: MinuteLine.numbered) {
      // 同意四票
      self.init(
        .figure(spoken.keyword), spoken.word,
        spoken.number[...] + text.dropFirst(spoken.said.count))
    } else if let digit = head.firstIndex(where: MinuteLine.isDigit), digit > head.startIndex,
      let word = MinuteWord(String(head[..<digit])), MinuteLine.takesNumber(word)
    {
      // 议2, 同意66户: Chinese text has no blank here.
      self.init(word, String(head[..<digit]), text[digit...])
    } else if let form = ["议题", "议"].first(where: text.hasPrefix),
      text.dropFirst(form.count).isChineseNumber
    {
      // 议三
      self.init(.item, form, text.dropFirst(form.count))
    } else {
      return nil
    }
  }

  private init(_ word: MinuteWord, _ written: String, _ rest: Substring) {
    self.word = word
    self.written = written
    var rest = rest
    let first = rest.drop(while: \.isWhitespace).first
    isLabelled = first.map(MinuteLine.isColon) ?? false
    if isLabelled { rest = rest.drop(while: \.isWhitespace).dropFirst() }
    let text = String(rest).trimmedText
    if case .attend = word { self.rest = text.withoutEndMarks } else { self.rest = text }
  }

  /// What follows 休会 or 流会 without a blank, if it says how the meeting goes on.
  private static func adjournment(_ text: String) -> Substring? {
    guard ["休会", "流会"].contains(where: text.hasPrefix) else { return nil }
    let rest = text.dropFirst(2).drop(while: \.isWhitespace)
    return saysHowItGoesOn(String(rest)) ? rest : nil
  }

  /// `到 12-11`, `until Friday`, `不足法定人数`.
  private static func saysHowItGoesOn(_ text: String) -> Bool {
    ["到", "至", "改到", "until ", "to ", "下周", "下个", "明天", "后天", "周", "星期"]
      .contains(where: text.hasPrefix) || text.first.map(isDigit) ?? false
      || ["法定人数", "人数不足", "quorum"].contains { text.lowercased().holds($0) }
  }

  /// The figures that are numbers.
  private static let numbered = Vocabulary.keywords(in: .vote).filter { takesNumber(.figure($0)) }

  private static func takesNumber(_ word: MinuteWord) -> Bool {
    switch word {
    case .item: true
    case .figure(let keyword):
      MinuteWord.counts.contains(keyword) || [.seats, .alternates].contains(keyword)
    default: false
    }
  }

  static func isColon(_ character: Character) -> Bool { character == ":" || character == "：" }

  static func isDigit(_ character: Character) -> Bool {
    FullWidth.name(Slice(String(character))).utf8.allSatisfy { (0x30...0x39).contains($0) }
      && !character.isWhitespace
  }
}

extension Substring {
  /// Whether it is a number in Chinese words and nothing else, as `三`.
  fileprivate var isChineseNumber: Bool {
    var cursor = Cursor(Slice(String(self)))
    return cursor.takeChineseNumber() != nil && cursor.atEnd
  }
}

extension String {
  /// Without surrounding blanks, including ideographic and all other ones.
  package var trimmedText: String {
    String(drop(while: \.isWhitespace).cut(while: \.isWhitespace))
  }
}

extension StringProtocol {
  /// Without the characters at its end for which something holds.
  func cut(while isCut: (Character) -> Bool) -> SubSequence {
    self[..<(lastIndex { !isCut($0) }.map { index(after: $0) } ?? startIndex)]
  }
}
