import HallSyntax

/// Who is meant by `物业/赵六`, `物业 赵六`, `赵六` or `物业`.
package struct Person: Sendable, Equatable {
  package let party: String?
  /// The person or the unit; nil where a whole party is named.
  package let name: String?
  /// Whether the party was written, rather than found in the roster.
  package let hasWrittenParty: Bool

  package init(party: String?, name: String?, hasWrittenParty: Bool) {
    self.party = party
    self.name = name
    self.hasWrittenParty = hasWrittenParty
  }

  /// `物业/赵六`
  package var text: String {
    switch (party, name) {
    case (let party?, let name?): "\(party)/\(name)"
    case (let party?, nil): party
    case (nil, let name?): name
    case (nil, nil): ""
    }
  }
}

extension Charter {
  /// Reads a person; a party that is not written is found in the roster, if the name occurs there
  /// once.
  package func person(_ slice: Slice, parties: PartyList? = nil) -> Person {
    let parties = parties ?? self.parties
    let element = NameList.Element(slice)
    let text = FullWidth.name(element.name)
    if let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) {
      let party = String(text[..<slash]).trimmingSpaces
      let name = String(text[text.index(after: slash)...]).trimmingSpaces
      return Person(
        party: party.isEmpty ? nil : party, name: name.isEmpty ? nil : name, hasWrittenParty: true)
    }
    if parties[text] != nil { return Person(party: text, name: nil, hasWrittenParty: true) }
    if let space = text.utf8.firstIndex(of: UInt8(ascii: " ")),
      parties[String(text[..<space])] != nil
    {
      return Person(
        party: String(text[..<space]),
        name: String(text[text.index(after: space)...]).trimmingSpaces, hasWrittenParty: true)
    }
    return Person(party: roster.onlyParty(of: text), name: text, hasWrittenParty: false)
  }
}

extension String {
  var trimmingSpaces: String { Slice(self).trimmed.string }
}
