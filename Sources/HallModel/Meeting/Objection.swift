import HallSyntax

/// An objection to a decision, and whether it was answered.
package struct Objection: Sendable {
  /// The node of its field.
  package let node: Int
  package let text: Slice
  package let day: Day?
  package let isAnswered: Bool
  /// Whether the answer says that it is right.
  package let isUpheld: Bool
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
    text = cursor.rest.trimmed
  }
}

extension Decision {
  /// The objections, each with whether an answer names it: by its day or its person; the only one
  /// that is open needs no name.
  package var objections: [Objection] {
    var open: [(node: Int, text: Slice, day: Day?, answer: ObjectionAnswer?)] = []
    for field in document.fields(of: node) {
      let value = document.slice(document.nodes[field].value)
      guard !value.isEmpty else { continue }
      switch document.nodes[field].keyword {
      case .objection:
        var cursor = Cursor(value)
        open.append((field, value, try? cursor.takeDay(), nil))
      case .objectionAnswered:
        guard let answer = try? ObjectionAnswer(reading: value) else { continue }
        let waiting = open.indices.filter { open[$0].answer == nil }
        let named = Decision.named(in: answer.text.string, among: waiting.map { open[$0].text })
          .map { waiting[$0] }
        for place in named.isEmpty && waiting.count == 1 ? waiting : named {
          open[place].answer = answer
        }
      default: continue
      }
    }
    return open.map { found in
      Objection(
        node: found.node, text: found.text, day: found.day, isAnswered: found.answer != nil,
        isUpheld: found.answer?.verdict == .upheld)
    }
  }

  package var openObjections: [Objection] { objections.filter { !$0.isAnswered } }

  /// The objections that an answer names, by their places. It may name several.
  ///
  /// The longest names are looked for first: an answer to 周九斤 does not name 周九.
  private static func named(in answer: String, among objections: [Slice]) -> [Int] {
    let known = objections.indices.flatMap { place in
      names(in: objections[place]).map { (name: $0, place: place) }
    }
    var rest = answer
    var found: Set<Int> = []
    for name in Set(known.map(\.name)).sorted(by: { ($1.count, $0) < ($0.count, $1) }) {
      guard !name.isEmpty, rest.contains(name) else { continue }
      rest = rest.replacing(name, with: "\n")
      found.formUnion(known.filter { $0.name == name }.map(\.place))
    }
    return found.sorted()
  }

  /// What an answer may name an objection by: its day, and who objected.
  private static func names(in objection: Slice) -> [String] {
    let read = ObjectionText(objection)
    // `居民/周九` is also called 周九.
    let bare = read.who?.split(separator: "/").last.map(String.init)
    return [read.day?.iso, read.who, bare].compactMap(\.self)
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
    day = try? cursor.takeDay()
    if day == nil { cursor = Cursor(slice.trimmed) }
    let rest = cursor.rest.trimmed
    let name = rest.string.prefix { !$0.isWhitespace && !":：，,".contains($0) }
    // A name ends with a colon: Greta Frei: too loud.
    let line = rest.string
    if let colon = line.firstIndex(where: { ":：".contains($0) }), !line[..<colon].contains("，"),
      line[..<colon].count <= 30, colon > line.startIndex
    {
      who = String(line[..<colon])
      text = Slice(String(line[line.index(after: colon)...])).trimmed
    } else if !name.isEmpty, name.count < line.count {
      who = String(name)
      text = Slice(String(line.dropFirst(name.count))).trimmed
    } else {
      (who, text) = (nil, rest)
    }
  }
}
