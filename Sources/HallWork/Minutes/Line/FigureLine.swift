import HallModel
import HallSyntax
import HallWords

/// A line of figures, divided at the words of the figures: `同意 66 反对 12`, `名额 5 候补 2`, `选项 甲 同意 40
/// 反对 3`.
struct FigureLine {
  struct Part: Equatable {
    let keyword: Keyword
    /// The word as typed.
    let written: String
    var value: String
  }

  private(set) var parts: [Part] = []

  /// The figures that may follow another one in a line: numbers, and options.
  private static let following: Set<Keyword> =
    MinuteWord.counts.union([
      .seats, .alternates, .option, .caller, .teller, .scrutineer,
    ])

  /// Whether a line that begins with a figure may have others.
  static func takesOthers(_ keyword: Keyword) -> Bool { following.contains(keyword) }

  /// `发出选票 6张` is `发出 6张`.
  private static let ballots = ["选票", "表决票", "票数"]
  private static let sides: [Keyword] = [.votesFor, .against, .abstain]

  /// - Parameters:
  ///   - keyword: the figure at the beginning of the line.
  ///   - written: its word as typed.
  ///   - value: the rest of the line.
  init(_ keyword: Keyword, _ written: String, _ value: String) {
    var part = Part(keyword: keyword, written: written, value: "")
    for word in value.split(whereSeparator: \.isWhitespace) {
      if BallotEntry.isAll(Slice(part.value + " " + word)) {
        // for all present
        part.add(word)
        continue
      }
      var rest = word
      var index = word.startIndex
      while index < word.endIndex {
        // `、反对12`, `反对12` and the last of `同意5反对12` begin another figure; a name does not.
        let isStart = index == word.startIndex || FigureLine.ends(word[word.index(before: index)])
        guard isStart, let next = FigureLine.figure(word[index...]) else {
          word.formIndex(after: &index)
          continue
        }
        part.add(word[rest.startIndex..<index].trimmingSeparators)
        parts.append(part)
        part = Part(keyword: next.keyword, written: next.word, value: "")
        index = word.index(index, offsetBy: next.word.count)
        rest = word[index...].trimmingColon
      }
      part.add(rest)
    }
    parts.append(part)
    joinSides()
  }

  /// Whether a character may be after a figure, or before the next.
  private static func ends(_ character: Character) -> Bool {
    "、，,;；:：㎡".contains(character) || MinuteTranslation.countUnits.contains(character)
      || MinuteLine.isDigit(character)
  }

  /// The figure at the beginning of a part of a line: its word is the whole part, or is followed by
  /// a number, a colon or the end.
  private static func figure(_ text: Substring) -> (keyword: Keyword, word: String)? {
    let word = String(text.prefix { !MinuteLine.isDigit($0) && !MinuteLine.isColon($0) })
    let end = ballots.first { word.hasSuffix($0) && word.count > $0.count }
    let key = String(word.dropLast(end?.count ?? 0))
    if let keyword = Vocabulary.keyword(Slice(key), in: .vote), following.contains(keyword) {
      return (keyword, word)
    }
    // 反对一票
    return MinuteTranslation.spokenFigure(word, of: following).map { ($0.keyword, $0.word) }
  }

  /// The sides after the name of an option are its own: `选项 甲 同意 40 反对 3`.
  private mutating func joinSides() {
    var joined: [Part] = []
    for part in parts {
      if FigureLine.sides.contains(part.keyword), var option = joined.last,
        option.keyword == .option, option.takesSides
      {
        option.addSide(part)
        joined[joined.count - 1] = option
      } else {
        joined.append(part)
      }
    }
    parts = joined
  }
}

extension FigureLine.Part {
  fileprivate mutating func add(_ text: some StringProtocol) {
    guard !text.isEmpty else { return }
    value += (value.isEmpty ? "" : " ") + text
  }

  fileprivate mutating func addSide(_ side: Self) {
    let language = Language(of: side.written)
    let count = side.value.trimmingSeparators
    if value.isEmpty {
      // 选项 弃权 5: the word is the name of the option.
      value = side.written + " " + count
    } else if hasSides {
      value = value.trimmingSeparators + language.say("、", ", ")
      value += side.keyword.word(language) + " " + count
    } else {
      value = value.withoutColonAtEnd + ": " + side.keyword.word(language) + " " + count
    }
  }

  /// Whether an option has sides already.
  fileprivate var hasSides: Bool {
    OptionText.atColon(value).map { BallotEntry.hasSides(Slice($0.votes)) } ?? false
  }

  /// Whether what follows an option is part of it: it has no count of its own.
  fileprivate var takesSides: Bool {
    hasSides
      || [OptionText.atColon(value), OptionText.atBlank(value)].allSatisfy { parts in
        parts.map { !OptionText.isCount($0.votes) } ?? true
      }
  }

  /// The options of a part: one, or several as in `甲 40票，乙 38票`.
  var options: [String] {
    let elements = NameList.split(Slice(value)).map(\.string)
    func isOption(_ text: String) -> Bool {
      [OptionText.atColon(text), OptionText.atBlank(text), OptionText.atDigit(text)].contains {
        $0.map { !$0.label.isEmpty && OptionText.isCount($0.votes) } ?? false
      }
    }
    if elements.count > 1, elements.allSatisfy(isOption), !hasSides { return elements }
    // 甲 40票 乙 38票
    var found: [String] = []
    var label: [String] = []
    for word in value.split(whereSeparator: \.isWhitespace).map(String.init) {
      if label.isEmpty, let parts = OptionText.atColon(word), OptionText.isCount(parts.votes) {
        // 钱七：4票 周九：1票
        found.append(word)
      } else if !label.isEmpty, OptionText.isCount(word) {
        found.append((label + [word]).joined(separator: " "))
        label = []
      } else {
        label.append(word)
      }
    }
    // 甲 40票 1000㎡ is one option.
    return found.count > 1 && label.isEmpty ? found : [value]
  }
}

extension StringProtocol {
  /// Without surrounding blanks and list separators.
  var trimmingSeparators: String {
    func isSeparator(_ character: Character) -> Bool {
      character.isWhitespace || "、，,;；。".contains(character)
    }
    return String(drop(while: isSeparator).cut(while: isSeparator))
  }

  /// Without blanks and colons at the beginning.
  var trimmingColon: SubSequence { drop { $0.isWhitespace || MinuteLine.isColon($0) } }

  fileprivate var withoutColonAtEnd: String {
    String(cut { $0.isWhitespace || MinuteLine.isColon($0) })
  }
}
