import HallSyntax

/// Who may vote and who is present, if the minutes do not give a number.
extension VoteReader {
  /// The names after 回避 of the vote and of its item, and those whose ballot says 回避.
  var recusedNames: [String] {
    let item = vote.document.ancestor(of: vote.node, .item)
    let written = [vote.node, item].compactMap { $0 }.compactMap { node -> Slice? in
      vote.document.field(.recused, of: node)
    }
    let marked = ballots?.ballots.filter { choice($0) == .recused }.map(\.voter)
    return written.flatMap { meeting.names($0) } + (marked ?? [])
  }

  /// All who may vote according to the roster, including the recused.
  func entitled(_ attendance: Attendance?) -> Figures {
    // A scope restricts the voters in words that the program cannot apply to the roster.
    guard vote.value(.scope) == nil, !roster.isEmpty else { return .unknown(.entitledUnknown) }
    if rule.voters == .owners {
      // A list of the parties' people alone says nothing of the owners.
      guard !table.voters.isEmpty else { return .unknown(.entitledUnknown) }
      var all = figures(of: Set(table.voters.indices.map(NamedVoter.voter)))
      // Somebody's share is missing or wrong, so nobody knows what all owners have.
      if case .notWhole = roster.shareSum { all.shares = .unknown(.sharesNotWhole) }
      return all
    }
    var voters: Set<NamedVoter> = Set(
      table.voters.indices.map(NamedVoter.voter)
        .filter { party(of: $0).map(parties.votes) ?? false })
    for line in attendance?.partyLines ?? [] where parties.votes(line.party) {
      for element in line.names {
        for voter in VoteReader.each(resolve(FullWidth.name(element.name), under: line.party)) {
          // People who share this name are already among the others.
          if case .ambiguous = voter { continue }
          if case .barred = eligibility(of: voter) { continue }
          voters.insert(voter)
        }
      }
    }
    return voters.isEmpty ? .unknown(.entitledUnknown) : figures(of: voters)
  }

  /// Those present, in person or by proxy, including the recused.
  ///
  /// - Parameter gone: the names of those who have left.
  func present(_ attendance: Attendance?, without gone: [String] = []) -> Figures {
    present(attendance, without: gone, leavingOut: [])
  }

  /// Those present who may vote. Where everybody's name is listed the recused are left out one by one:
  /// what somebody among them owns may be unknown, and then a difference would be, too.
  ///
  /// - Parameters:
  ///   - present: all who are present by the attendance.
  ///   - recused: the recused among them.
  func presentMayVote(
    _ attendance: Attendance?, of present: Figures, recused: Figures
  ) -> Figures {
    guard let attendance, attendance.listsEverybody else { return present - recused }
    return self.recused.isEmpty
      ? present : self.present(attendance, without: [], leavingOut: self.recused)
  }

  private func present(
    _ attendance: Attendance?, without gone: [String], leavingOut recused: Set<NamedVoter>
  ) -> Figures {
    guard let attendance else { return .unknown(.presentUnknown) }
    var unnamed = Figures.zero
    for line in attendance.partyLines where parties.votes(line.party) {
      let extra = Int128(line.heads - line.names.count)
      guard extra > 0 else { continue }
      unnamed =
        unnamed
        + Figures(byParty: [line.party: extra])
    }
    let voters = presentVoters(attendance, without: Set(gone)).subtracting(recused)
    // The principal of a proxy may be of no known party, and still counts as present.
    let placed = voters.filter { party(of: $0) != nil }
    var others = figures(of: voters.subtracting(placed))
    others.byParty = [:]
    return figures(of: placed) + others + unnamed
  }

  private func presentVoters(
    _ attendance: Attendance, without gone: Set<String> = []
  ) -> Set<NamedVoter> {
    var voters: Set<NamedVoter> = []
    func add(_ named: NamedVoter) {
      for voter in VoteReader.each(named) { addHead(voter) }
    }
    func addHead(_ voter: NamedVoter) {
      // Under a rule for owners, a person who is not an owner is not counted.
      if rule.voters == .owners, case .other = voter { return }
      if case .barred = eligibility(of: voter) { return }
      voters.insert(voter)
    }
    for line in attendance.partyLines where rule.voters == .owners || parties.votes(line.party) {
      for element in line.names {
        let name = FullWidth.name(element.name)
        if !gone.contains(name) { add(resolve(name, under: line.party)) }
      }
    }
    let here = attendance.presentNames.subtracting(gone)
    for proxy in attendance.proxies where here.contains(proxy.holder) {
      add(resolve(proxy.principal))
    }
    return voters
  }

  /// The recused who would otherwise be entitled; of those present, as far as the attendance lists
  /// them.
  func recusedFigures(_ attendance: Attendance?) -> Figures {
    var voters = recused.filter { if case .barred = eligibility(of: $0) { false } else { true } }
    if let attendance, attendance.listsEverybody {
      voters.formIntersection(presentVoters(attendance))
    }
    return voters.isEmpty ? .zero : figures(of: voters)
  }

  /// At a meeting in a room: those who gave a proxy to somebody absent, and are absent themselves.
  func findUnheard() -> Set<NamedVoter> {
    guard !vote.isRemote, let attendance = meeting.filledAttendance else { return [] }
    let here = attendance.presentNames
    var away = Set(
      attendance.proxies.filter { !here.contains($0.holder) }
        .flatMap { VoteReader.each(resolve($0.principal)) })
    guard !away.isEmpty else { return [] }
    away.subtract(presentVoters(attendance))
    away.subtract(seated.keys)
    return away
  }

  /// The voting parties with somebody present who votes; without an attendance, those in the
  /// counts. A party whose people in the room are all recused still votes if it did so on paper.
  ///
  /// - Parameters:
  ///   - written: heads by party as written.
  ///   - here: those present by the attendance; nil where there is none.
  func presentParties(
    written: [String: Int128]?, here: Figures?, recused: Figures
  ) -> [String] {
    let voted = (side(.votesFor) + side(.against) + side(.abstain)).byParty ?? [:]
    let counted: [String: Int128]
    if let written {
      counted = (Figures(byParty: written) - recused).byParty ?? written
    } else if let here {
      let inRoom = here.byParty ?? [:]
      counted = ((here - recused).byParty ?? [:]).merging(voted.filter { inRoom[$0.key] ?? 0 > 0 })
      {
        max($0, $1)
      }
    } else {
      counted = voted
    }
    return parties.voting.map(\.name).filter { counted[$0] ?? 0 > 0 }
  }
}
