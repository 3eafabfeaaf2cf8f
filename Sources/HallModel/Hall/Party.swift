import HallSyntax

/// One of the sides at the table, and its role in votes.
package struct Party: Sendable, Equatable {
  package let name: String
  /// 表决, 列席, 召集 or 不表决.
  package let part: Keyword
  package var votes: Bool { part == .votes }
}

/// The parties of a hall, or of a meeting that adds its own, in the order they are written.
package struct PartyList: Sendable {
  package private(set) var parties: [Party] = []
  private var indices: [String: Int] = [:]

  /// The five parties of a hall that defines none: two that vote everywhere in practice, one that
  /// is stationed there, one that observes, one that convenes.
  static func standard(_ language: Language) -> PartyList {
    var list = PartyList()
    let standard: [(Keyword, Keyword)] = [
      (.residents, .votes), (.property, .votes), (.units, .votes), (.departments, .observes),
      (.communityParty, .convenes),
    ]
    for (name, part) in standard { list.set(Party(name: name.word(language), part: part)) }
    return list
  }

  init() {}

  /// Reads the lines of a 各方 section and adds them to these parties.
  mutating func read(_ section: Int, in document: Document) {
    for index in document.children(of: section) where document.nodes[index].kind == .field {
      let node = document.nodes[index]
      let name = FullWidth.name(document.slice(node.key))
      let part = Vocabulary.keyword(document.slice(node.value), in: .partyPart)
      set(Party(name: name, part: part ?? .noVote))
    }
  }

  private mutating func set(_ party: Party) {
    if let index = indices[party.name] {
      parties[index] = party
    } else {
      indices[party.name] = parties.count
      parties.append(party)
    }
  }

  package subscript(_ name: String) -> Party? { indices[name].map { parties[$0] } }

  package func votes(_ name: String) -> Bool { self[name]?.votes ?? false }

  package var voting: [Party] { parties.filter(\.votes) }
}
