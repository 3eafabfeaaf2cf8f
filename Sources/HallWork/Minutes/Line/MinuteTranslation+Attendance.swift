import HallModel
import HallSyntax
import HallWords

/// Who came, and who did not.
extension MinuteTranslation {
  func attend(
    _ line: MinuteLine, _ list: AttendanceList
  ) throws(MinuteFault) -> MinuteDeed {
    guard !line.rest.isEmpty else {
      throw MinuteFault(
        zh: "「\(line.written)」后面要写是谁", en: "'\(line.written)' needs a name")
    }
    var given = GivenAttendance()
    switch list {
    case .present where isTimed(line.rest): return try attend(line, .late)
    case .present:
      var names: [String] = []
      for person in people(line.rest) {
        if let count = partyCount(person) {
          given.counts.append(count)
        } else {
          names.append(person)
        }
      }
      if !names.isEmpty { given.present = [names.joined(separator: "、")] }
    case .proxies: given.proxies = [try proxy(line)]
    case .late, .left:
      let people = timed(line.rest)
      given[list] = people.map(\.text)
      let guessed = people.compactMap(\.guessed)
      guard guessed.isEmpty else {
        return .noted(
          .attend(given),
          Phrase(
            zh: "按下午算：\(guessed.joined(separator: "、"))；不对就「撤」，上午写「上午3点」",
            en: "taken as afternoon: \(guessed.joined(separator: ", ")); if that is wrong, 'undo'"))
      }
    case .absent, .excused: given[list] = [away(line.rest).joined(separator: "、")]
    case .observing, .invited: given[list] = [people(line.rest).joined(separator: "、")]
    }
    return .attend(given)
  }

  /// `居民 12`, `居民12人`: the number of people of a party.
  func partyCount(_ person: String) -> String? {
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
    let isList = Language(of: text) == .en && !parties.contains { $0.contains(" and ") }
    let text = isList ? text.replacing(" and ", with: ", ") : text
    for element in NameList.split(Slice(text)).map(\.string) {
      var open: [String] = []
      for word in MinuteTranslation.words(element) {
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

  /// The words of a text; what stands in brackets belongs to the words before it.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
      let isOpen = words.last.map { $0.count("（(") > $0.count("）)") } ?? false
      if let last = words.last, isOpen || word.first.map({ "（(".contains($0) }) ?? false {
        // Office (Jack Moore)
        words[words.count - 1] = last + " " + word
      } else {
        words.append(word)
      }
    }
    return words
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
    let elements = NameList.split(Slice(text)).map { FullWidth.name($0) }
    // 戴春、方雨 15:10: one hour for all of them.
    let last = elements.last.flatMap { MinuteHour($0, hours: place.hours) }
    let isShared = elements.dropLast().allSatisfy { !$0.contains(where: MinuteLine.isDigit) }
    return elements.map { folded in
      if let last, isShared, MinuteHour(folded, hours: place.hours) == nil {
        return (folded + " " + last.time, nil)
      }
      if let hour = MinuteHour(folded, hours: place.hours) {
        return (hour.person + " " + hour.time, hour.isGuessed ? hour.time : nil)
      }
      let hasTime = folded.contains { MinuteLine.isDigit($0) }
      guard !hasTime, let time = place.time else { return (folded, nil) }
      return (folded + " " + time, nil)
    }
  }

  /// Whether a list of known people ends with an hour.
  private func isTimed(_ text: String) -> Bool {
    let elements = NameList.split(Slice(text)).map { FullWidth.name($0) }
    guard let last = elements.last.flatMap({ MinuteHour($0, hours: place.hours) }) else {
      return false
    }
    return (elements.dropLast() + [last.person]).allSatisfy(isName)
  }

  /// `周九 钱七 委托书 2025-09-20`: the absent person, the proxy, and a remark.
  private func proxy(_ line: MinuteLine) throws(MinuteFault) -> String {
    let text = line.rest
    if text.contains("→") || text.contains("->") { return text }
    for word in ["委托", " to "] {
      // `Ned Rowe to Hal Irwin`, `戴春委托方雨`
      guard let range = text.firstRange(of: word) else { continue }
      let (from, to) = (text[..<range.lowerBound], text[range.upperBound...])
      if isName(String(from).trimmedText) {
        return String(from).trimmedText + " → " + String(to).trimmedText
      }
    }
    let words = text.split { $0.isWhitespace || "、，,".contains($0) }.map(String.init)
    guard words.count > 1 else {
      throw MinuteFault(
        zh: "委托要写两个人：谁委托谁，如「委托 周九 钱七」",
        en: "a proxy needs two names, who gives it and to whom: 'proxy Zhou -> Qian'")
    }
    return words[0] + " → " + words.dropFirst().joined(separator: " ")
  }
}

extension String {
  fileprivate func count(_ characters: String) -> Int { count(where: characters.contains) }
}
