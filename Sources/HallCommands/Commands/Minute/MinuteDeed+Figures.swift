import HallModel
import HallSyntax
import HallWords
import HallWork

/// Attendance, and the figures of a vote.
extension MinuteTranslation {
  // MARK: Figures

  /// The options for one figure, or for several in a line: `同意 66 反对 12 弃权 10`.
  func figures(
    _ keyword: Keyword, _ value: String, _ written: String
  ) throws(MinuteFault) -> [String] {
    if keyword == .method {
      let head = value.prefix { !$0.isWhitespace && !MinuteLine.isColon($0) }
      if let line = MinuteLine(String(value.dropFirst(head.count))), line.word.isCount,
        case .figure(let count) = line.word
      {
        return ["--method", String(head)] + (try figures(count, line.rest, line.written))
      }
    }
    guard MinuteWord.counts.contains(keyword) else {
      return try option(keyword, value, written)
    }
    var options: [String] = []
    var current = (keyword, written)
    var words: [String] = []
    func close() throws(MinuteFault) {
      options += try option(current.0, words.joined(separator: " "), current.1)
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
    return options
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

  private func option(
    _ keyword: Keyword, _ value: String, _ word: String
  ) throws(MinuteFault) -> [String] {
    guard let name = MinuteWord.figures.first(where: { $0.keyword == keyword })?.option else {
      return []
    }
    guard !value.isEmpty else {
      throw MinuteFault(zh: "「\(word)」后面还要写内容", en: "'\(word)' needs something after it")
    }
    if keyword == .option { return [name, try choice(value)] }
    guard MinuteWord.counts.contains(keyword) else { return [name, value] }
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
    return [name, parts.allSatisfy(isFigure) ? FullWidth.name(Slice(text)) : text]
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

  /// `甲 40` in the form of the command: `甲: 40`.
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

  // MARK: Attendance

  func attend(
    _ line: MinuteLine, _ option: MinuteWord.OptionName?
  ) throws(MinuteFault) -> MinuteDeed {
    guard !line.rest.isEmpty else {
      throw MinuteFault(
        zh: "「\(line.written)」后面要写是谁", en: "'\(line.written)' needs a name")
    }
    var call = ["attend", place.meeting]
    switch option {
    case nil:
      var names: [String] = []
      for person in people(line.rest) {
        if let count = partyCount(person) {
          call += ["--count", count]
        } else {
          names.append(person)
        }
      }
      if !names.isEmpty { call.append(names.joined(separator: "、")) }
    case "--proxy": call += ["--proxy", try proxy(line)]
    case "--late"?, "--left"?:
      let people = timed(line.rest)
      for person in people { call += [option ?? "", person.text] }
      let guessed = people.compactMap(\.guessed)
      guard guessed.isEmpty else {
        return .noted(
          .call(call),
          Phrase(
            zh: "按下午算：\(guessed.joined(separator: "、"))；不对就「撤」，上午写「上午3点」",
            en: "taken as afternoon: \(guessed.joined(separator: ", ")); if that is wrong, 'undo'"))
      }
    case "--absent"?, "--excused"?:
      call += [option ?? "", away(line.rest).joined(separator: "、")]
    case let option?: call += [option, people(line.rest).joined(separator: "、")]
    }
    return .call(call)
  }

  /// `居民 12`, `居民12人`: the number of people of a party.
  private func partyCount(_ person: String) -> String? {
    let text = FullWidth.name(Slice(person))
    guard let digit = text.firstIndex(where: MinuteLine.isDigit) else { return nil }
    let party = String(text[..<digit]).trimmedText
    guard parties.contains(party) else { return nil }
    return party + " " + text[digit...]
  }

  /// The names of a list. Blanks separate them if there is no comma; a party stays with what
  /// follows it, and names that contain a blank stay together.
  func people(_ text: String) -> [String] {
    var people: [String] = []
    for element in NameList.split(Slice(text)).map(\.string) {
      var open: [String] = []
      for word in element.split(whereSeparator: \.isWhitespace).map(String.init) {
        let (before, joined) = (open.joined(separator: " "), (open + [word]).joined(separator: " "))
        if !open.isEmpty, FullWidth.name(Slice(word)).contains("/") {
          // A party with its `/` begins another person.
          people.append(person(open))
          open = [word]
        } else if open.isEmpty || isName(joined) || (open.count == 1 && parties.contains(open[0])) {
          open.append(word)
        } else if !isName(before), open.allSatisfy({ !isName($0) }),
          Language(of: word) != .zh
        {
          open.append(word)
        } else {
          people.append(person(open))
          open = [word]
        }
      }
      if !open.isEmpty { people.append(person(open)) }
    }
    return people
  }

  /// `物业 赵六` is `物业/赵六`.
  private func person(_ words: [String]) -> String {
    guard words.count > 1, parties.contains(words[0]), let first = words[1].first,
      !MinuteLine.isDigit(first)
    else { return words.joined(separator: " ") }
    return words[0] + "/" + words.dropFirst().joined(separator: " ")
  }

  /// `赵六 15:10`, and the hour if it was read as an afternoon hour; without a time, now.
  private func timed(_ text: String) -> [(text: String, guessed: String?)] {
    NameList.split(Slice(text)).map(\.string).map { element in
      let folded = FullWidth.name(Slice(element))
      if let hour = MinuteHour(folded, hours: place.hours) {
        return (hour.person + " " + hour.time, hour.isGuessed ? hour.time : nil)
      }
      let hasTime = folded.contains { MinuteLine.isDigit($0) }
      guard !hasTime, let time = place.time else { return (folded, nil) }
      return (folded + " " + time, nil)
    }
  }

  /// `周九 钱七 委托书 2025-09-20`: the absent person, the proxy, and a remark.
  private func proxy(_ line: MinuteLine) throws(MinuteFault) -> String {
    let text = line.rest
    if text.contains("→") || text.contains("->") { return text }
    let words = text.split { $0.isWhitespace || "、，,".contains($0) }.map(String.init)
    guard words.count > 1 else {
      throw MinuteFault(
        zh: "委托要写两个人：谁委托谁，如「委托 周九 钱七」",
        en: "a proxy needs two names, who gives it and to whom: 'proxy Zhou -> Qian'")
    }
    return words[0] + " → " + words.dropFirst().joined(separator: " ")
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
