import HallModel
import HallSyntax

/// The people that a thing belongs to, for the filters of a list.
extension Task {
  /// The lead, then the helpers.
  func people(_ charter: Charter, _ parties: PartyList?) -> [Person] {
    let with = value(.with).map { NameList.split($0) } ?? []
    return ((lead.map { [$0] } ?? []) + with).map { charter.person($0, parties: parties) }
  }
}

extension Meeting {
  /// The chair, the clerk, and everybody under a party.
  var people: [Person?] {
    let parties = parties
    let present = (attendance?.partyLines ?? []).flatMap { line in
      line.names.map {
        Person(party: line.party, name: FullWidth.name($0.name), hasWrittenParty: true)
      } + (line.names.isEmpty ? [Person(party: line.party, name: nil, hasWrittenParty: true)] : [])
    }
    let officers = [Keyword.chair, .clerk].map { keyword in
      value(keyword).map { charter.person($0, parties: parties) }
    }
    return officers + present
  }
}
