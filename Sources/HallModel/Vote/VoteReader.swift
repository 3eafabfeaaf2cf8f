import HallSyntax

/// Who a name in a vote is, according to the roster.
package enum NamedVoter: Hashable, Sendable {
  /// An entry of the voters' table.
  case voter(Int)
  /// A person the roster does not list as a voter, with a party if the vote names one.
  case other(String)
  /// Several voters have the name.
  case ambiguous(String)
  /// One person, who is several voters of the table: the units of an owner.
  case several([Int])
}

/// Reads the figures of one vote. It changes only while it is made.
package final class VoteReader: @unchecked Sendable {
  let vote: Vote
  let meeting: Meeting
  let rule: VotingRule
  let parties: PartyList
  package let ballots: BallotTable?
  /// The options, and the ballots by what they chose: each line and each row is read once.
  package let options: OptionLines
  private(set) var chosen: ReadBallots?
  let ballotGap: Gap?
  /// Those who do not vote because they have an interest in the matter.
  private(set) var recused: Set<NamedVoter> = []
  /// Those who gave a proxy to somebody absent, and are absent themselves.
  private(set) var unheard: Set<NamedVoter> = []
  /// The party in whose line of the attendance a voter is listed.
  private(set) var seated: [NamedVoter: String] = [:]
  /// The figures of a side without a line.
  private(set) var missing = Figures.zero

  package init(vote: Vote, meeting: Meeting, rule: VotingRule, ballotBook: BallotBook?) {
    self.vote = vote
    self.meeting = meeting
    self.rule = rule
    parties = meeting.parties
    ballots = vote.ballotTable ?? ballotBook.flatMap { BallotTable(file: $0.document) }
    options = OptionLines(vote)
    ballotGap = ballots == nil && vote.ballotReference != nil ? .ballotsMissing : nil
    recused = Set(recusedNames.flatMap { VoteReader.each(resolve($0)) })
    for line in meeting.attendance?.partyLines ?? [] {
      for element in line.names {
        for voter in VoteReader.each(resolve(FullWidth.name(element.name), under: line.party)) {
          // A voter in two lines belongs to the party in the roster.
          if seated[voter] == nil || rosterParty(of: voter) == line.party {
            seated[voter] = line.party
          }
        }
      }
    }
    unheard = findUnheard()
    chosen = ballots.map { ReadBallots($0, self) }
    if ballots == nil { missing = findMissing() }
  }

  var roster: Roster { meeting.charter.roster }
  var table: VoterTable {
    switch (rule.voters, rule.countsUnits) {
    case (.owners, true): roster.unitsOfOwners.value
    case (.owners, false): roster.owners
    case (_, true): roster.unitsOfMembers.value
    default: roster.members
    }
  }

  /// The heads that a name stands for.
  package static func each(_ voter: NamedVoter) -> [NamedVoter] {
    if case .several(let voters) = voter { voters.map(NamedVoter.voter) } else { [voter] }
  }

  /// Who a name means under the rule. A party written with it distinguishes people who share a
  /// name.
  package func resolve(_ name: String) -> NamedVoter { resolve(name, under: nil) }

  /// - Parameter line: the party whose line of the attendance has the name.
  func resolve(_ name: String, under line: String?) -> NamedVoter {
    let found = voters(named: name, under: line)
    if found.count > 1 {
      return isOnePerson(name, under: line) ? .several(found.sorted()) : .ambiguous(name)
    }
    if let voter = found.first { return .voter(voter) }
    // Not in the roster: the party is kept with the name, unless the attendance already gives it.
    let person = person(name)
    guard let bare = person.name else { return .other(name) }
    let needsParty = person.hasWrittenParty && meeting.attendance?.party(of: bare) != person.party
    return .other(needsParty ? person.text : bare)
  }

  func person(_ name: String) -> Person {
    // Most names have no party; a name known exactly as written is not split into party and name.
    guard name.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: " ") }),
      !roster.hasPerson(name)
    else { return Person(party: nil, name: name, hasWrittenParty: false) }
    return meeting.charter.person(Slice(name), parties: parties)
  }

  /// Whether the units of a name belong to one person, so that the name means all of them.
  private func isOnePerson(_ name: String, under line: String?) -> Bool {
    guard rule.countsUnits else { return false }
    let people = rule.voters == .owners ? roster.owners : roster.members
    let rows = rows(named: name, under: line)
    let owners = Set(rows.map { roster.rows[$0].owner })
    let heads = Set(rows.compactMap(people.voter(ofRow:)))
    return heads.count == 1 || owners.count == 1 && owners != [""]
  }

  func voters(named name: String, under line: String? = nil) -> Set<Int> {
    Set(rows(named: name, under: line).compactMap(table.voter(ofRow:)))
  }

  private func rows(named name: String, under line: String?) -> [Int] {
    let person = person(name)
    guard let bare = person.name else { return [] }
    var rows = roster.rows(named: bare)
    if person.hasWrittenParty, let party = person.party {
      let own = rows.filter { [party, ""].contains(roster.rows[$0].party) }
      // A meeting may seat a person with another party than the roster does.
      if !own.isEmpty || meeting.attendance?.party(of: bare) != party { rows = own }
    } else if let line {
      let own = rows.filter { roster.rows[$0].party == line }
      if !own.isEmpty { rows = own }
    }
    return rows
  }

  /// Whether two names mean different units.
  package func areUnits(_ left: String, _ right: String) -> Bool {
    guard let left = roster.unit(named: left), let right = roster.unit(named: right) else {
      return false
    }
    return left != right
  }

  /// Every voter a name may mean: several where it is ambiguous.
  package func candidates(_ name: String) -> Set<NamedVoter> {
    let found = voters(named: name)
    return found.count > 1 ? Set(found.map(NamedVoter.voter)) : [resolve(name)]
  }

  /// The label of a voter in the roster; nil for anybody else.
  package func label(of voter: NamedVoter) -> String? {
    guard case .voter(let index) = voter, !table.voters[index].label.isEmpty else { return nil }
    return table.voters[index].label
  }

  /// The figures of the voters among those named; a voter named twice counts once, and a person who
  /// may not vote does not count.
  package func figures(names: [String]) -> Figures {
    figures(cast: Set(names.flatMap { VoteReader.each(resolve($0)) }))
  }

  func figures(cast voters: Set<NamedVoter>) -> Figures {
    var counted: Set<NamedVoter> = []
    for voter in voters {
      switch standing(of: voter) {
      case .entitled: counted.insert(voter)
      case .barred: continue
      case .unknown(let gap): return .unknown(gap)
      }
    }
    return figures(of: counted)
  }

  func figures(of voters: Set<NamedVoter>) -> Figures {
    var area = Figure.zero
    var shares: ShareCount? = ShareCount(units: 0, .parts)
    var gap: Gap?
    // Nil as soon as one voter's party is not known; a voter without a party counts in none.
    var byParty: [String: Int128]? = [:]
    for voter in voters {
      switch voter {
      case .voter(let index):
        let own = table.voters[index]
        area = area + (roster.knowsAreas ? own.area : .unknown(.areaUnknown))
        add(
          roster.knowsShares ? own.shares : .unknown(.sharesUnknown), in: own.shareUnit,
          to: &shares, &gap)
      case .other:
        area = area + .unknown(.areaUnknown)
        gap = gap ?? .sharesUnknown
      case .ambiguous, .several:
        area = area + .unknown(.ambiguousName)
        gap = gap ?? .ambiguousName
      }
      if let party = party(of: voter) { byParty?[party, default: 0] += 1 } else { byParty = nil }
    }
    return Figures(
      heads: .known(Int128(voters.count)), area: area,
      shares: gap.map(Figure.unknown) ?? .known(shares?.units ?? 0), shares?.unit,
      byParty: byParty)
  }

  private func add(
    _ own: Figure, in unit: ShareUnit?, to sum: inout ShareCount?, _ gap: inout Gap?
  ) {
    guard let number = own.number else {
      gap = gap ?? own.gap
      return
    }
    guard let before = sum, let unit else { return }
    let own = ShareCount(units: number, unit)
    if before.units == 0 { return sum = own }
    sum = before.added(to: own)
    if sum == nil { gap = gap ?? .shareUnits }
  }
}
