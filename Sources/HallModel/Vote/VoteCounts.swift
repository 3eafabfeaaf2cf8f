import HallSyntax

/// Who a name in a vote is, by the roster.
package enum NamedVoter: Hashable, Sendable {
  /// An entry of the voters' table.
  case voter(Int)
  /// Nobody the roster knows as a voter, with a party that only the vote names.
  case other(String)
  /// Several voters have the name.
  case ambiguous(String)
}

/// Every figure of one vote: what is written, else what the names, the ballots, the roster and the
/// attendance give.
package struct VoteCounts: Sendable {
  package let vote: Vote
  package let meeting: Meeting
  package let rule: VotingRule
  package let entitled: Figures
  package let present: Figures
  package let votesFor: Figures
  package let against: Figures
  package let abstain: Figures
  package let options: [(label: String, figures: Figures)]
  /// For, against and abstaining (or the options and abstaining), or 参与 where it is written.
  package let participating: Figures
  /// Delivered and not returned.
  package let silent: Figures
  /// The voting parties that are present, in the hall's order.
  package let presentParties: [String]

  package init(_ vote: Vote, in meeting: Meeting, rule: VotingRule, ballotBook: BallotBook?) {
    self.vote = vote
    self.meeting = meeting
    self.rule = rule
    let reader = VoteReader(vote: vote, meeting: meeting, rule: rule, ballotBook: ballotBook)
    let attendance = meeting.attendance
    entitled = reader.written(.entitled) ?? reader.entitled(attendance)
    present = reader.written(.present) ?? reader.present(attendance)
    votesFor = reader.side(.votesFor)
    against = reader.side(.against)
    abstain = reader.side(.abstain)
    options = vote.options.map { ($0.label, reader.option($0.label, node: $0.node)) }
    let cast: Figures
    if vote.isChoice {
      // One voter may choose several: only for one seat do the options add up to voters.
      cast =
        vote.seats == 1
        ? options.reduce(abstain) { $0 + $1.figures } : .unknown(.participatingUnknown)
    } else {
      cast = votesFor + against + abstain
    }
    participating = reader.written(.participating, over: cast)
    if let written = reader.written(.silent) {
      silent = written
    } else if let delivered = reader.written(.delivered),
      let returned = reader.written(.returned)
    {
      silent = delivered - returned
    } else {
      silent = reader.ballots == nil ? .zero : reader.side(.silent)
    }
    presentParties = reader.presentParties(attendance)
  }
}

/// Reads the figures of one vote.
package struct VoteReader {
  let vote: Vote
  let meeting: Meeting
  let rule: VotingRule
  let parties: PartyList
  package let ballots: BallotTable?
  private let ballotGap: Gap?
  /// Who does not vote because the matter is theirs.
  private(set) var recused: Set<NamedVoter> = []
  /// The party in whose line of the attendance somebody stands.
  private(set) var seated: [NamedVoter: String] = [:]

  package init(vote: Vote, meeting: Meeting, rule: VotingRule, ballotBook: BallotBook?) {
    self.vote = vote
    self.meeting = meeting
    self.rule = rule
    parties = meeting.parties
    ballots = vote.ballotTable ?? ballotBook.flatMap { BallotTable(file: $0.document) }
    ballotGap = ballots == nil && vote.ballotReference != nil ? .ballotsMissing : nil
    recused = Set(recusedNames.map(resolve))
    for line in meeting.attendance?.partyLines ?? [] {
      for element in line.names {
        let voter = resolve(FullWidth.name(element.name), under: line.party)
        // Who stands in two lines is of the party that the roster has.
        if seated[voter] == nil || rosterParty(of: voter) == line.party {
          seated[voter] = line.party
        }
      }
    }
  }

  var roster: Roster { meeting.charter.roster }
  var table: VoterTable { rule.voters == .owners ? roster.owners : roster.members }

  /// Who a name means under the rule. A party that is written with it tells people of one name
  /// apart.
  package func resolve(_ name: String) -> NamedVoter { resolve(name, under: nil) }

  /// - Parameter line: the party whose line of the attendance the name stands in.
  func resolve(_ name: String, under line: String?) -> NamedVoter {
    let found = voters(named: name, under: line)
    if found.count > 1 { return .ambiguous(name) }
    if let voter = found.first { return .voter(voter) }
    // Nobody of the roster: the party goes with the name, unless the attendance has it anyway.
    let person = person(name)
    guard let bare = person.name else { return .other(name) }
    let needsParty = person.hasWrittenParty && meeting.attendance?.party(of: bare) != person.party
    return .other(needsParty ? person.text : bare)
  }

  func person(_ name: String) -> Person {
    // Most names are no more than a name.
    guard name.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: " ") }) else {
      return Person(party: nil, name: name, hasWrittenParty: false)
    }
    return meeting.charter.person(Slice(name), parties: parties)
  }

  func voters(named name: String, under line: String? = nil) -> Set<Int> {
    let person = person(name)
    guard let bare = person.name else { return [] }
    var rows = roster.rows(named: bare)
    if person.hasWrittenParty, let party = person.party {
      let own = rows.filter { [party, ""].contains(roster.rows[$0].party) }
      // A meeting may seat somebody with another party than the roster has.
      if !own.isEmpty || meeting.attendance?.party(of: bare) != party { rows = own }
    } else if let line {
      let own = rows.filter { roster.rows[$0].party == line }
      if !own.isEmpty { rows = own }
    }
    return Set(rows.compactMap(table.voter(ofRow:)))
  }

  /// Whether two names are those of different units.
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

  /// The figures of the voters among those named; a voter named twice counts once, and who may not
  /// vote counts nowhere.
  package func figures(names: [String]) -> Figures {
    figures(cast: Set(names.map(resolve)))
  }

  private func figures(cast voters: Set<NamedVoter>) -> Figures {
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
    // Nil as soon as there is somebody whose party nobody knows: who stands under none is not
    // counted within any.
    var byParty: [String: Int128]? = [:]
    for voter in voters {
      switch voter {
      case .voter(let index): area = area + .known(table.voters[index].area?.units ?? 0)
      case .other: area = area + .unknown(.areaUnknown)
      case .ambiguous: area = area + .unknown(.ambiguousName)
      }
      if let party = party(of: voter) { byParty?[party, default: 0] += 1 } else { byParty = nil }
    }
    return Figures(heads: .known(Int128(voters.count)), area: area, byParty: byParty)
  }

  /// What stands behind 同意, 反对 or 弃权; where it is not written, what the ballots give.
  package func side(_ keyword: Keyword) -> Figures {
    if let value = vote.value(keyword) { return figures(reading: value) }
    if let ballots {
      var voters = Set(
        ballots.ballots.lazy.filter { choice($0) == keyword }.map { resolve($0.voter) })
      if keyword == .silent {
        // The owner of two units who returned one ballot has voted.
        voters.subtract(ballots.ballots.lazy.filter(isCast).map { resolve($0.voter) })
      }
      return figures(cast: voters)
    }
    if let ballotGap { return .unknown(ballotGap) }
    // Nobody is against where somebody is in favour; 参与 alone says nothing of either.
    return Vocabulary.voteSides.contains { !vote.values($0).isEmpty } ? .zero : .unknown(.noCounts)
  }

  func option(_ label: String, node: Int) -> Figures {
    let value = vote.document.slice(vote.document.nodes[node].value)
    if !value.isEmpty { return figures(reading: value) }
    guard let ballots else { return .unknown(ballotGap ?? .noCounts) }
    let chosen = ballots.ballots.filter { ballot in
      NameList(ballot.choice).elements.contains { FullWidth.name($0.name) == label }
    }
    return figures(names: chosen.map(\.voter))
  }

  /// The word of a ballot; an empty cell is a silent one.
  package func choice(_ ballot: BallotTable.Ballot) -> Keyword? {
    ballot.choice.isEmpty ? .silent : Vocabulary.keyword(ballot.choice, in: .ballotWord)
  }

  /// Whether a row says how somebody voted.
  package func isCast(_ ballot: BallotTable.Ballot) -> Bool {
    ![.silent, .recused].contains(choice(ballot))
  }

  func figures(reading value: Slice) -> Figures {
    guard let entry = try? BallotEntry(reading: value, in: meeting) else {
      return .unknown(.unreadableCount)
    }
    switch entry {
    case .count(let count): return Figures(count)
    case .names(let names): return figures(names: names.map(FullWidth.name))
    case .byParty(let counts):
      var byParty: [String: Int128] = [:]
      for count in counts {
        guard let party = parties[count.party] else { return .unknown(.partyUnknown) }
        if party.votes { byParty[party.name, default: 0] += Int128(count.heads) }
      }
      let heads = byParty.values.reduce(0, +)
      return Figures(
        heads: .known(heads), area: heads == 0 ? .zero : .unknown(.areaUnknown), byParty: byParty)
    }
  }

  /// A written count; one that cannot be read is no figure, and nothing stands in for it.
  func written(_ keyword: Keyword) -> Figures? {
    guard vote.value(keyword) != nil else { return nil }
    return vote.count(keyword).map(Figures.init) ?? .unknown(.unreadableCount)
  }

  /// A written count, with what it leaves out taken from the computed one, and never less than it.
  func written(_ keyword: Keyword, over computed: Figures) -> Figures {
    guard var figures = written(keyword) else { return computed }
    if let count = vote.count(keyword) {
      figures.heads = count.heads == nil ? computed.heads : figures.heads.atLeast(computed.heads)
      figures.area = count.area == nil ? computed.area : figures.area.atLeast(computed.area)
    }
    if figures.byParty == nil { figures.byParty = computed.byParty }
    return figures
  }
}
