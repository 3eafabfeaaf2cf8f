import HallModel
import HallSyntax

/// The names known in a document: in the roster, in its attendance, or as a party.
struct KnownNames {
  let charter: Charter
  let parties: PartyList
  let meeting: Meeting?

  init(in document: Document, _ context: CheckContext) {
    charter = context.charter
    let meeting = context.meeting(of: document)
    self.meeting = meeting
    parties = meeting?.parties ?? charter.parties
  }

  /// Whether every name of a list is known.
  func areKnown(_ value: Slice) -> Bool { areKnown(NameList.split(value)) }

  func areKnown(_ parts: [Slice]) -> Bool {
    !parts.isEmpty && parts.allSatisfy(isKnown)
  }

  private func isKnown(_ slice: Slice) -> Bool {
    let person = charter.person(slice, parties: parties)
    if person.hasWrittenParty { return person.party.flatMap { parties[$0] } != nil }
    guard let name = person.name else { return false }
    return charter.roster.hasPerson(name) || (meeting?.knows(name) ?? false)
  }
}
