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
    guard FigureLine.takesOthers(keyword) else {
      return try add(keyword, value, written, to: &given)
    }
    for part in FigureLine(keyword, written, value).parts {
      try add(part, to: &given)
    }
  }

  /// `张三 附议 李四`: who moved, and who seconded.
  private static func moversParts(_ value: String) -> (mover: String, seconder: String)? {
    guard let entry = Vocabulary.entry(of: .secondedBy) else { return nil }
    // 附议人 before 附议.
    for word in (entry.zh + entry.en + ["seconded"]).sorted(by: { $0.count > $1.count }) {
      guard let range = value.firstRange(of: word) else { continue }
      let mover = String(value[..<range.lowerBound]).trimmingSeparators
      let seconder = value[range.upperBound...].trimmingColon.trimmingSeparators
      guard !mover.isEmpty, !seconder.isEmpty else { continue }
      return (mover, seconder)
    }
    return nil
  }

  private func add(_ part: FigureLine.Part, to given: inout GivenVote) throws(MinuteFault) {
    guard part.keyword == .option, !part.value.isEmpty else {
      return try add(part.keyword, part.value, part.written, to: &given)
    }
    for option in part.options { given.options.append(try choice(option)) }
  }

  private func add(
    _ keyword: Keyword, _ value: String, _ word: String, to given: inout GivenVote
  ) throws(MinuteFault) {
    guard !value.isEmpty else {
      throw MinuteFault(zh: "「\(word)」后面还要写内容", en: "'\(word)' needs something after it")
    }
    switch keyword {
    case .rule: given.rule = value
    case .method:
      // 无记名投票
      let method = MinuteTranslation.method(value) ?? value
      given.lines.append(VoteLine(keyword, method, called: word))
    case .caller, .teller, .scrutineer:
      given.lines.append(VoteLine(keyword, value.trimmingSeparators, called: word))
    case .voteResult: given.result = value
    case .castingVote where ["无", "没有", "none"].contains(value.lowercased()):
      // The counts were corrected, and there is no tie.
      given.lines.append(VoteLine(keyword, "", called: word))
    case .seats, .alternates:
      let number = value.trimmingSeparators
      given.lines.append(
        VoteLine(keyword, MinuteTranslation.spokenCount(number) ?? number, called: word))
    default:
      let text = MinuteWord.counts.contains(keyword) ? try count(value, word) : value
      given.lines.append(VoteLine(keyword, text, called: word))
    }
  }

  /// A count, or the names of those who voted so.
  private func count(_ value: String, _ word: String) throws(MinuteFault) -> String {
    let folded = value.trimmingSeparators
    if BallotEntry.isAll(Slice(folded)) { return folded }
    if let number = MinuteTranslation.spokenCount(folded) { return number }
    let written = NameList.split(Slice(folded)).map(\.string)
    let parts = written.flatMap(figuresOrPeople)
    if !parts.isEmpty, parts.allSatisfy({ parties.contains(FullWidth.name(Slice($0))) }) {
      let example = parts.map { $0 + " 3" }.joined(separator: "、")
      throw MinuteFault(
        zh: "一方要写多少票，如「\(word) \(example)」",
        en: "a party needs its number of votes, as in '\(word) \(example)'")
    }
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

  /// What is counted, each word one character.
  static let countUnits = "票户人名位张家"

  /// `十二票` is `12票`: people say the number as a word.
  static func spokenCount(_ text: String) -> String? {
    var cursor = Cursor(Slice(text))
    guard let number = cursor.takeChineseNumber() else { return nil }
    let unit = cursor.rest.string
    guard unit.isEmpty || unit.count == 1 && countUnits.contains(unit) else { return nil }
    return "\(number)\(unit)"
  }

  /// One of the figures and its number in words, without a blank between them, at the beginning of a
  /// text: `同意四票`, `名额五名`. `said` is all of it, `number` the number with its unit.
  static func spokenFigure(
    _ text: some StringProtocol, of figures: some Sequence<Keyword>
  ) -> (keyword: Keyword, word: String, number: String, said: String)? {
    let said = String(text.prefix { !$0.isWhitespace && !"，、,;；".contains($0) })
    for keyword in figures {
      for form in Vocabulary.entry(of: keyword)?.zh ?? [] where said.hasPrefix(form) {
        guard let number = spokenCount(String(said.dropFirst(form.count))) else { continue }
        return (keyword, form, number, said)
      }
    }
    return nil
  }

  /// A part of a list that is one count, or names and counts of parties separated by blanks: `居民 12
  /// 物业 1`.
  private func figuresOrPeople(_ part: String) -> [String] {
    func isNumber(_ word: String) -> Bool { word.first.map(MinuteLine.isDigit) ?? false }
    func isCount(_ text: String) -> Bool { (try? Count(reading: Slice(text))) != nil }
    guard !isCount(part) else { return [part] }
    var pieces: [[String]] = [[]]
    // Whether the last piece has a number.
    var hasNumber = false
    for word in part.split(whereSeparator: \.isWhitespace).map(String.init) {
      // A number is followed by its unit, or by the subject of the next one.
      let last = pieces[pieces.count - 1].last ?? ""
      if hasNumber, !isNumber(word), !isCount(last + word) {
        pieces.append([])
        hasNumber = false
      }
      pieces[pieces.count - 1].append(word)
      hasNumber = hasNumber || word.contains(where: MinuteLine.isDigit)
    }
    return pieces.flatMap { piece in
      let text = piece.joined(separator: " ")
      return text.contains(where: MinuteLine.isDigit) ? [text] : people(text)
    }
  }

  /// `66`, `66户 5210.30㎡`, `居民 12`, `无`.
  private func isFigure(_ text: String) -> Bool {
    let text = FullWidth.name(Slice(text))
    if BallotEntry.isNobody(Slice(text)) { return true }
    if let first = text.first, MinuteLine.isDigit(first) { return true }
    guard let digit = text.firstIndex(where: MinuteLine.isDigit) else { return false }
    return parties.contains(String(text[..<digit]).trimmedText)
  }

  /// `甲 40` in the form of the files: `甲: 40`.
  func choice(_ value: String) throws(MinuteFault) -> String {
    let ways = [
      OptionText.atColon(value), OptionText.atBlank(value), OptionText.atDigit(value),
    ].compactMap(\.self)
    // If no way yields a count, names may follow.
    let parts = ways.first { OptionText.isCount($0.votes) } ?? ways.first
    guard let (label, count) = parts, !label.isEmpty, !count.isEmpty else {
      throw MinuteFault(
        zh: "选项要写名称和票数，如「选项 甲 40」", en: "an option needs a name and its count: 'option A 40'")
    }
    return label + ": " + FullWidth.name(Slice(count))
  }
}
