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
        let named = waiting.filter { place in
          let words = Decision.names(in: open[place].text)
          let said = answer.text.string
          return words.contains { !$0.isEmpty && said.contains($0) }
        }
        if let place = named.first ?? (waiting.count == 1 ? waiting[0] : nil) {
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

  /// What an answer may name an objection by: its day, and the name before its colon.
  private static func names(in objection: Slice) -> [String] {
    var cursor = Cursor(objection)
    var names: [String] = []
    if let day = try? cursor.takeDay() { names.append(day.iso) }
    let rest = cursor.rest.trimmed.string
    let person = rest.prefix { !$0.isWhitespace && !":：，,".contains($0) }
    guard person.count < rest.count, !person.isEmpty else { return names }
    // `居民/周九` is also called 周九.
    names.append(String(person))
    if let name = person.split(separator: "/").last { names.append(String(name)) }
    return names
  }
}
