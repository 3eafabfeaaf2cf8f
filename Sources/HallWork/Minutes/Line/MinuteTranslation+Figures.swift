import HallModel
import HallSyntax
import HallWords

/// The figures of a vote.
extension MinuteTranslation {
  /// Adds one figure, or several in a line: `同意 66 反对 12 弃权 10`.
  func addFigures(
    _ keyword: Keyword, _ value: String, _ written: String, to given: inout GivenVote
  ) throws(MinuteFault) {
    if keyword == .method {
      let head = value.prefix { !$0.isWhitespace && !MinuteLine.isColon($0) }
      if let line = MinuteLine(String(value.dropFirst(head.count))), line.word.isCount,
        case .figure(let count) = line.word
      {
        given.lines.append(VoteLine(.method, String(head), called: written))
        return try addFigures(count, line.rest, line.written, to: &given)
      }
    }
    if keyword == .movedBy, let (mover, seconder) = MinuteTranslation.moversParts(value) {
      try add(.movedBy, mover, written, to: &given)
      return try add(.secondedBy, seconder, written, to: &given)
    }
    guard MinuteWord.counts.contains(keyword) else {
      return try add(keyword, value, written, to: &given)
    }
    var current = (keyword, written)
    var words: [String] = []
    func close() throws(MinuteFault) {
      try add(current.0, words.joined(separator: " "), current.1, to: &given)
      words = []
    }
    for word in value.split(whereSeparator: \.isWhitespace).map(String.init) {
      var start = word.startIndex
      for index in word.indices {
        // `、反对12`, `反对12` and the last of `同意5反对12` begin another figure; a name does not.
        guard index == start || MinuteTranslation.endsFigure(word[word.index(before: index)])
        else { continue }
        guard let next = MinuteTranslation.figure(word[index...]) else { continue }
        let before = word[start..<index].trimmingSeparators
        if !before.isEmpty { words.append(before) }
        try close()
        current = (next.keyword, next.word)
        start = word.index(index, offsetBy: next.word.count)
      }
      let left = start == word.startIndex ? String(word) : word[start...].trimmingColon
      if !left.isEmpty { words.append(left) }
    }
    try close()
  }

  /// `张三 附议 李四`: who moved, and who seconded.
  private static func moversParts(_ value: String) -> (mover: String, seconder: String)? {
    guard let entry = Vocabulary.entry(of: .secondedBy) else { return nil }
    for word in entry.zh + entry.en {
      guard let range = value.firstRange(of: word) else { continue }
      let mover = String(value[..<range.lowerBound]).trimmingSeparators
      let seconder = String(value[range.upperBound...]).trimmingColon.trimmingSeparators
      guard !mover.isEmpty, !seconder.isEmpty else { continue }
      return (mover, seconder)
    }
    return nil
  }

  /// Whether a character may be after a figure, or before the next.
  private static func endsFigure(_ character: Character) -> Bool {
    "、，,;；户人票名位㎡".contains(character) || MinuteLine.isDigit(character)
  }

  /// The figure at the beginning of a part of a line: its word is the whole part, or is followed by
  /// a number, a colon or the end.
  private static func figure(_ text: Substring) -> (keyword: Keyword, word: String)? {
    let word = text.prefix { !MinuteLine.isDigit($0) && !MinuteLine.isColon($0) }
    guard let keyword = Vocabulary.keyword(Slice(String(word)), in: .vote),
      MinuteWord.counts.contains(keyword)
    else { return nil }
    return (keyword, String(word))
  }

  private func add(
    _ keyword: Keyword, _ value: String, _ word: String, to given: inout GivenVote
  ) throws(MinuteFault) {
    guard !value.isEmpty else {
      throw MinuteFault(zh: "「\(word)」后面还要写内容", en: "'\(word)' needs something after it")
    }
    switch keyword {
    case .option: given.options.append(try choice(value))
    case .rule: given.rule = value
    case .voteResult: given.result = value
    default:
      let isCount = MinuteWord.counts.contains(keyword)
      let text = isCount ? try count(value, word) : value
      given.lines.append(VoteLine(keyword, text, called: word))
    }
  }

  /// A count, or the names of those who voted so.
  private func count(_ value: String, _ word: String) throws(MinuteFault) -> String {
    let folded = value.trimmingSeparators
    let written = NameList.split(Slice(folded)).map(\.string)
    let parts = written.flatMap(figuresOrPeople)
    for part in parts
    where !isFigure(part) && !isName(FullWidth.name(NameList.Element(Slice(part)).name)) {
      throw MinuteFault(
        zh: "「\(part)」不是票数，名册和参会人员里也没有这个人；要记成话，写「记 \(word) \(value)」",
        en:
          "'\(part)' is not a count, and nobody of that name is here; to keep it as a text, write"
          + " 'note \(word) \(value)'")
    }
    guard parts.count == written.count || Set(parts.map(isFigure)).count < 2 else {
      throw MinuteFault(
        zh: "「\(folded)」里有人名也有票数，分不清；只写人名，或几方各写票数，如「居民 12、物业 1」",
        en: "'\(folded)' has names and counts; write names alone, or a count for each party:"
          + " 'residents 12, property 1'")
    }
    let text = parts.count > written.count ? parts.joined(separator: "、") : folded
    return parts.allSatisfy(isFigure) ? FullWidth.name(Slice(text)) : text
  }

  /// A part of a list that is one count, or names and counts of parties separated by blanks: `居民 12
  /// 物业 1`.
  private func figuresOrPeople(_ part: String) -> [String] {
    func isNumber(_ word: String) -> Bool { word.first.map(MinuteLine.isDigit) ?? false }
    func isCount(_ text: String) -> Bool { (try? Count(reading: Slice(text))) != nil }
    guard !isCount(part) else { return [part] }
    var pieces: [[String]] = [[]]
    for word in part.split(whereSeparator: \.isWhitespace).map(String.init) {
      // A number is followed by its unit, or by the subject of the next one.
      let last = pieces[pieces.count - 1].last ?? ""
      let hasNumber = pieces[pieces.count - 1].contains { $0.contains(where: MinuteLine.isDigit) }
      if hasNumber, !isNumber(word), !isCount(last + word) { pieces.append([]) }
      pieces[pieces.count - 1].append(word)
    }
    return pieces.flatMap { piece in
      let text = piece.joined(separator: " ")
      return text.contains(where: MinuteLine.isDigit) ? [text] : people(text)
    }
  }

  /// `66`, `66户 5210.30㎡`, `居民 12`, `无`.
  private func isFigure(_ text: String) -> Bool {
    let text = FullWidth.name(Slice(text))
    if ["无", "none"].contains(text.lowercased()) { return true }
    if let first = text.first, MinuteLine.isDigit(first) { return true }
    guard let digit = text.firstIndex(where: MinuteLine.isDigit) else { return false }
    return parties.contains(String(text[..<digit]).trimmedText)
  }

  /// `甲 40` in the form of the files: `甲: 40`.
  private func choice(_ value: String) throws(MinuteFault) -> String {
    let ways = [OptionText.atColon(value), OptionText.atBlank(value)].compactMap(\.self)
    // If neither way yields a count, names may follow.
    let parts = ways.first { OptionText.isCount($0.votes) } ?? ways.first
    guard let (label, count) = parts, !label.isEmpty, !count.isEmpty else {
      throw MinuteFault(
        zh: "选项要写名称和票数，如「选项 甲 40」", en: "an option needs a name and its count: 'option A 40'")
    }
    return label + ": " + FullWidth.name(Slice(count))
  }
}

extension StringProtocol {
  /// Without surrounding blanks and list separators.
  fileprivate var trimmingSeparators: String {
    func isSeparator(_ character: Character) -> Bool {
      character.isWhitespace || "、，,;；。".contains(character)
    }
    return String(drop(while: isSeparator).reversed().drop(while: isSeparator).reversed())
  }

  fileprivate var trimmingColon: String {
    String(drop { $0.isWhitespace || MinuteLine.isColon($0) })
  }
}
