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
    let index = ObjectionIndex(all)
    // By their days, wherever they stand; of two on one day, the lower is later.
    for (answer, node) in answers.sorted(by: { ($0.answer.day, $0.node) < ($1.answer.day, $1.node) }
    ) {
      let meant = meant(by: answer, at: node, index)
      if meant.isEmpty { strays.append(node) }
      for place in meant { all[place].answer = answer }
    }
    strays.sort()
  }

  /// The places of the objections that a text names by their day, by who objected, by words of
  /// theirs between quotation marks, or by several of these; nil where it names none.
  package func named(in text: Slice) -> Set<Int>? {
    named(in: text, ObjectionIndex(all)) { _ in true }
  }

  private func named(
    in text: Slice, _ index: ObjectionIndex, where isKnown: (Int) -> Bool
  ) -> Set<Int>? {
    let days = index.places(byDayIn: text).filter(isKnown)
    let people = index.places(byPersonIn: text.string, where: isKnown)
    if days.isEmpty, people.isEmpty {
      let quoted = index.places(byWordsIn: text.string, among: Set(all.indices.filter(isKnown)))
      return quoted.isEmpty ? nil : quoted
    }
    let named = days.isEmpty ? people : people.isEmpty ? days : days.intersection(people)
    guard named.count > 1 else { return named }
    let quoted = index.places(byWordsIn: text.string, among: named)
    // Other words may be quoted as well: they tell objections of one person and day apart.
    let told = named.intersection(quoted)
    return told.isEmpty ? named : told
  }

  /// The objections that an answer is to: those raised by its day that it names. The only open one
  /// needs no name. A later answer takes the place of an earlier one.
  ///
  /// - Parameter node: the answer's own: of several raised on its day, those above it are meant.
  private func meant(
    by answer: ObjectionAnswer, at node: Int, _ index: ObjectionIndex
  ) -> Set<Int> {
    func isKnown(_ place: Int) -> Bool { all[place].day.map { $0 <= answer.day } ?? true }
    // What somebody adds on the same day, below the answer, is a new one.
    func older(_ places: Set<Int>) -> Set<Int> {
      guard places.count > 1 else { return places }
      let older = places.filter { all[$0].day != answer.day || all[$0].node < node }
      return older.isEmpty ? places : older
    }
    guard let named = named(in: answer.text, index, where: isKnown) else {
      let waiting = older(Set(all.indices.filter { !all[$0].isAnswered && isKnown($0) }))
      return waiting.count == 1 ? waiting : []
    }
    // Of several by one person, the open ones are meant.
    let open = named.filter { !all[$0].isAnswered }
    return open.isEmpty ? named : older(open)
  }
}

extension Decision {
  /// The objections, each with whether an answer names it. They are read anew on each access.
  package var objections: Objections { Objections(to: self) }
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
