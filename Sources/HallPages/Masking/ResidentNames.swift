import HallModel
import HallSyntax

/// Who is a resident, as far as the record says so, and who stays by name because of an office.
struct ResidentNames {
  /// Whose names are masked, as they are compared.
  private(set) var residents: Set<String> = []
  /// Whose names stay: officers of other parties, candidates and who was elected, tellers, those who
  /// sign for a party, members of a committee.
  private(set) var officers: Set<String> = []
  /// Residents among them.
  private(set) var residentOfficers: Set<String> = []

  init(_ charter: Charter, _ meetings: [Meeting], _ matters: [Matter] = []) {
    let parties = Set(
      ["居民", "业主", "住户", "租户", "居民代表", "业主代表", "residents", "owners", "tenants"]
        + [Keyword.residents.word(.zh), Keyword.residents.word(.en)])
    var byOffice: Set<String> = []
    func add(_ name: String, of party: String?) {
      guard name.count > 1 else { return }
      if party.map({ $0.isEmpty || parties.contains($0) }) ?? true {
        residents.insert(name)
      } else {
        officers.insert(name)
      }
    }
    for row in charter.roster.rows {
      add(row.name, of: row.isOwned ? nil : row.party)
      add(row.owner, of: nil)
      if ResidentNames.isOffice(row.role) { byOffice.insert(row.name) }
    }
    for meeting in meetings {
      for line in meeting.attendance?.partyLines ?? [] {
        for name in line.names { add(FullWidth.name(name.name), of: line.party) }
      }
      for (name, party) in ResidentNames.people(in: meeting.document, charter, meeting) {
        add(name, of: party)
      }
      byOffice.formUnion(ResidentNames.byOffice(in: meeting, charter))
    }
    for matter in matters {
      for (name, party) in ResidentNames.people(in: matter.document, charter, nil) {
        add(name, of: party)
      }
    }
    officers.subtract(residents)
    residentOfficers = residents.intersection(byOffice)
    residents.subtract(byOffice)
    officers.formUnion(byOffice)
  }

  /// 业委会委员, 楼门长: a member of a committee is known by name.
  private static func isOffice(_ role: String) -> Bool {
    ["委员", "主任", "councillor", "committee", "chair"].contains { role.lowercased().contains($0) }
  }

  /// The people whom fields name, with their parties, and who objected.
  private static func people(
    in document: Document, _ charter: Charter, _ meeting: Meeting?
  ) -> [(name: String, party: String?)] {
    var found: [(String, String?)] = []
    for (index, node) in document.nodes.enumerated() where node.kind == .field {
      let value = document.slice(node.value)
      if node.keyword == .objection {
        if let who = ObjectionText(value).who {
          found.append(named(Slice(who), charter, meeting))
        }
        continue
      }
      guard let use = document.use(of: index), use.value.namesPeople else { continue }
      found += NameList.split(value).map { named($0, charter, meeting) }
    }
    return found.filter { !$0.0.isEmpty }
  }

  private static func named(
    _ slice: Slice, _ charter: Charter, _ meeting: Meeting?
  ) -> (String, String?) {
    let person = charter.person(slice, parties: meeting?.parties)
    let name = person.name ?? ""
    return (name, person.party ?? meeting?.attendance?.party(of: name))
  }

  /// Whom a meeting names because of an office: candidates, tellers, those who sign.
  private static func byOffice(in meeting: Meeting, _ charter: Charter) -> Set<String> {
    var found: Set<String> = []
    for vote in meeting.votes where vote.isChoice {
      for option in vote.options { found.insert(FullWidth.name(Slice(option.label))) }
    }
    for vote in meeting.votes {
      for keyword in [Keyword.teller, .scrutineer, .caller] {
        guard let value = vote.document.field(keyword, of: vote.node) else { continue }
        for name in NameList.split(value) {
          if let name = charter.person(name, parties: meeting.parties).name { found.insert(name) }
        }
      }
    }
    for sign in meeting.signOffs { found.insert(FullWidth.name(Slice(sign.person))) }
    return found
  }
}
