import HallSyntax

/// An objection to a decision, and whether it was answered.
package struct Objection: Sendable {
  /// The node of its field.
  package let node: Int
  package let text: Slice
  package let day: Day?
  /// Who objected, as written; nil if nobody is named.
  package let who: String?
  /// The last answer to it.
  package fileprivate(set) var answer: ObjectionAnswer?

  package var isAnswered: Bool { answer != nil }
  /// Whether the last answer says that it is right.
  package var isUpheld: Bool { answer?.verdict == .upheld }
}

/// `2025-10-05 成立 …`: the answer to an objection.
package struct ObjectionAnswer: Sendable {
  package let day: Day
  /// 成立 or 不成立; nil if the answer says neither.
  package let verdict: Keyword?
  package let text: Slice

  package init(reading slice: Slice) throws(ValueFault) {
    var cursor = Cursor(slice.trimmed)
    guard !cursor.atEnd else { throw .emptyValue }
    day = try cursor.takeDay()
    cursor.skipSpaces()
    var verdict: Keyword?
    // 不成立 contains 成立.
    for word in [Keyword.dismissed, .upheld] where verdict == nil {
      var ahead = cursor
      // 成立专班 is no verdict: the word must end there.
      guard ahead.take(word),
        ahead.atEnd || " :,;.".utf8.contains(ahead.next ?? 0)
          || ["、", "。"].contains(where: { ahead.rest.starts(with: $0.utf8) })
      else { continue }
      (verdict, cursor) = (word, ahead)
    }
    self.verdict = verdict
    // 不成立，已说明: the text begins after the comma.
    if verdict != nil { _ = cursor.take(anyOf: [",", ":", ";", ".", "、", "。"]) }
    text = cursor.rest.trimmed
  }
}

/// The objections to a decision and what was answered, as far as it was written by a day. The one
/// reader of whom an answer means.
package struct Objections: Sendable {
  package private(set) var all: [Objection] = []
  /// The nodes of answers that fit no objection, in the order of the file.
  package private(set) var strays: [Int] = []
  /// Whether there is an answer that cannot be read: nobody knows what it says, and of whose.
  package private(set) var isUnread = false

  package var open: [Objection] { all.filter { !$0.isAnswered } }

  /// - Parameter day: what is of a later day does not count; nil for all of it.
  package init(to decision: Decision, by day: Day? = nil) {
    let document = decision.document
    var answers: [(answer: ObjectionAnswer, node: Int)] = []
    for field in document.fields(of: decision.node) {
      let value = document.slice(document.nodes[field].value)
      guard !value.isEmpty else { continue }
      switch document.nodes[field].keyword {
      case .objection:
        let text = ObjectionText(value)
        if let day, let own = text.day, own > day { continue }
        all.append(Objection(node: field, text: value, day: text.day, who: text.who))
      case .objectionAnswered:
        guard let answer = try? ObjectionAnswer(reading: value) else {
          isUnread = true
          continue
        }
        if let day, answer.day > day { continue }
        answers.append((answer, field))
      default: continue
      }
    }
    // By their days, wherever they stand; of two on one day, the lower is later.
    for (answer, node) in answers.sorted(by: { ($0.answer.day, $0.node) < ($1.answer.day, $1.node) }
    ) {
      let meant = meant(by: answer)
      if meant.isEmpty { strays.append(node) }
      for place in meant { all[place].answer = answer }
    }
    strays.sort()
  }

  /// The places of the objections that a text names by their day, by who objected, or by both; nil
  /// where it names none.
  package func named(in text: Slice) -> Set<Int>? {
    named(in: text, among: all.indices.map(\.self))
  }

  private func named(in text: Slice, among known: [Int]) -> Set<Int>? {
    let days = named(byDayIn: text, among: known)
    let people = named(byPersonIn: text.string, among: known)
    if days.isEmpty, people.isEmpty { return nil }
    return days.isEmpty ? people : people.isEmpty ? days : days.intersection(people)
  }

  /// The objections that an answer is to: those raised by its day that it names. The only open one
  /// needs no name. A later answer takes the place of an earlier one.
  private func meant(by answer: ObjectionAnswer) -> Set<Int> {
    let known = all.indices.filter { all[$0].day.map { $0 <= answer.day } ?? true }
    let waiting = known.filter { !all[$0].isAnswered }
    guard let named = named(in: answer.text, among: known) else {
      return waiting.count == 1 ? Set(waiting) : []
    }
    // Of several by one person, the open ones are meant.
    let open = named.intersection(waiting)
    return open.isEmpty ? named : open
  }

  /// The objections whose day is written anywhere in a text.
  private func named(byDayIn text: Slice, among known: [Int]) -> Set<Int> {
    var days: Set<Int32> = []
    var index = text.startIndex
    while index < text.endIndex {
      var cursor = Cursor(text[index...])
      if isDigit(FullWidth.byte(in: text, at: index).byte), let day = try? cursor.takeDay() {
        days.insert(day.number)
        index = cursor.index
      } else {
        index += FullWidth.byte(in: text, at: index).length
      }
    }
    return Set(known.filter { all[$0].day.map { days.contains($0.number) } ?? false })
  }

  /// The objections whose person is named in a text. The longest names are looked for first: an
  /// answer to 周九斤 does not name 周九.
  private func named(byPersonIn text: String, among places: [Int]) -> Set<Int> {
    // `居民/周九` is also called 周九.
    let known = places.flatMap { place -> [(name: String, place: Int)] in
      guard let who = all[place].who else { return [] }
      let bare = who.split(separator: "/").last.map(String.init) ?? who
      return Set([who, bare]).map { ($0, place) }
    }
    var rest = text
    var found: Set<Int> = []
    for name in Set(known.map(\.name)).sorted(by: { ($1.count, $0) < ($0.count, $1) }) {
      guard !name.isEmpty, rest.rangeOfWord(name) != nil else { continue }
      while let range = rest.rangeOfWord(name) { rest.replaceSubrange(range, with: "\n") }
      found.formUnion(known.filter { $0.name == name }.map(\.place))
    }
    return found
  }
}

extension Decision {
  /// The objections, each with whether an answer names it. They are read anew on each access.
  package var objections: Objections { Objections(to: self) }
}

extension String {
  /// Where a name stands: one of Latin letters as a whole word.
  fileprivate func rangeOfWord(_ name: String) -> Range<String.Index>? {
    func isLatin(_ character: Character?) -> Bool {
      character.map { $0.isLetter && $0.isASCII } ?? false
    }
    var from = startIndex
    while let range = self[from...].firstRange(of: name) {
      let before = range.lowerBound > startIndex ? self[index(before: range.lowerBound)] : nil
      let after = range.upperBound < endIndex ? self[range.upperBound] : nil
      let isPart = isLatin(name.first) && isLatin(before) || isLatin(name.last) && isLatin(after)
      if !isPart { return range }
      from = index(after: range.lowerBound)
    }
    return nil
  }
}

/// `2025-10-01 居民/周九：太贵`: the day, who objects, and why.
package struct ObjectionText: Sendable {
  package let day: Day?
  /// Nil if nobody is named.
  package let who: String?
  package let text: Slice

  package init(_ slice: Slice) {
    var cursor = Cursor(slice.trimmed)
    if let read = try? cursor.takeDay() {
      day = read
      try? cursor.skipWeekday(of: read)
    } else {
      day = nil
      cursor = Cursor(slice.trimmed)
    }
    let rest = cursor.rest.trimmed
    let line = rest.string
    // A name ends with a colon: Greta Frei: too loud. In Chinese a blank does, too.
    if let colon = line.firstIndex(where: { ":：".contains($0) }), !line[..<colon].contains("，"),
      line[..<colon].count <= 30
    {
      who = colon > line.startIndex ? String(line[..<colon]) : nil
      text = Slice(String(line[line.index(after: colon)...])).trimmed
      return
    }
    let name = line.prefix { !$0.isWhitespace && !"，,".contains($0) }
    guard !name.isEmpty, name.count < line.count, name.count <= 12,
      Language(of: String(name)) == .zh
    else {
      (who, text) = (nil, rest)
      return
    }
    who = String(name)
    text = Slice(String(line.dropFirst(name.count).drop { " ，,".contains($0) })).trimmed
  }
}
