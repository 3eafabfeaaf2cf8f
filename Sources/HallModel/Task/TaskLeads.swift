import HallSyntax

extension Charter {
  /// Those who lead a task. `A & B` and `A and B` are two people if both are known; else a name that
  /// contains the word.
  package func people(leading leads: [Slice], parties: PartyList? = nil) -> [Person] {
    leads.flatMap { names(leading: $0, parties: parties) }
      .map { person($0, parties: parties ?? self.parties) }
  }

  /// The people of one name of 负责.
  package func names(leading lead: Slice, parties: PartyList? = nil) -> [Slice] {
    func isKnown(_ name: Slice) -> Bool {
      let person = person(name, parties: parties ?? self.parties)
      return person.hasWrittenParty || person.name.map(roster.hasPerson) ?? false
    }
    let parts = Charter.joined(lead)
    return parts.count > 1 && parts.allSatisfy(isKnown) ? parts : [lead]
  }

  /// The texts on both sides of `&` or `and`.
  private static func joined(_ names: Slice) -> [Slice] {
    // Most have neither a blank nor `&`: in any width, those begin with one of these bytes.
    guard
      names.contains(where: {
        $0 <= UInt8(ascii: "&") || $0 == 0xC2 || (0xE1...0xE3).contains($0) || $0 == 0xEF
      })
    else { return [names] }
    var parts: [Slice] = []
    var start = names.startIndex
    var cursor = Cursor(names)
    while !cursor.atEnd {
      let before = cursor.index
      guard cursor.take(anyOf: ["&", " and "]) else {
        cursor.index += FullWidth.byte(in: names, at: before).length
        continue
      }
      parts.append(names[start..<before].trimmed)
      start = cursor.index
    }
    return (parts + [names[start..<names.endIndex].trimmed]).filter { !$0.isEmpty }
  }
}
