import HallSyntax

/// Who may vote and who is there, where the minutes do not say how many.
extension VoteReader {
  var recusedNames: [String] {
    let written = vote.value(.recused).map { NameList($0).elements.map { FullWidth.name($0.name) } }
    let marked = ballots?.ballots.filter { choice($0) == .recused }.map(\.voter)
    return (written ?? []) + (marked ?? [])
  }

  /// All who may vote, by the roster. Under a rule for owners the recused stay in (Civil Code 278
  /// knows no recusal); under one for members they leave.
  func entitled(_ attendance: Attendance?) -> Figures {
    // A scope narrows the voters in words that the roster cannot know.
    guard vote.value(.scope) == nil, !roster.isEmpty else { return .unknown(.entitledUnknown) }
    if rule.voters == .owners {
      return figures(of: Set(table.voters.indices.map(NamedVoter.voter)))
    }
    var voters: Set<NamedVoter> = Set(
      table.voters.indices.map(NamedVoter.voter)
        .filter { party(of: $0).map(parties.votes) ?? false })
    for line in attendance?.partyLines ?? [] where parties.votes(line.party) {
      for element in line.names {
        let voter = resolve(FullWidth.name(element.name), under: line.party)
        // Those of one name are among the others already.
        if case .ambiguous = voter { continue }
        if case .barred = standing(of: voter) { continue }
        voters.insert(voter)
      }
    }
    voters.subtract(recused)
    return voters.isEmpty ? .unknown(.entitledUnknown) : figures(of: voters)
  }

  /// Those present, in person or by proxy, without the recused.
  func present(_ attendance: Attendance?) -> Figures {
    guard let attendance else { return .unknown(.presentUnknown) }
    var voters: Set<NamedVoter> = []
    var unnamed = Figures.zero
    for line in attendance.partyLines where rule.voters == .owners || parties.votes(line.party) {
      for element in line.names {
        let voter = resolve(FullWidth.name(element.name), under: line.party)
        // Under a rule for owners, who is not one is not counted.
        if rule.voters == .owners, case .other = voter { continue }
        if case .barred = standing(of: voter) { continue }
        voters.insert(voter)
      }
      let extra = Int128(line.heads - line.names.count)
      if extra > 0, parties.votes(line.party) {
        unnamed =
          unnamed
          + Figures(
            heads: .known(extra), area: .unknown(.areaUnknown), byParty: [line.party: extra])
      }
    }
    let here = attendance.presentNames
    for proxy in attendance.proxies where here.contains(proxy.holder) {
      let voter = resolve(proxy.principal)
      if rule.voters == .owners, case .other = voter { continue }
      if case .barred = standing(of: voter) { continue }
      voters.insert(voter)
    }
    voters.subtract(recused)
    // The principal of a proxy may be of no known party, and is there all the same.
    let placed = voters.filter { party(of: $0) != nil }
    var others = figures(of: voters.subtracting(placed))
    others.byParty = [:]
    return figures(of: placed) + others + unnamed
  }

  /// The voting parties with somebody there; without an attendance, those the counts name.
  func presentParties(_ attendance: Attendance?) -> [String] {
    let counted: [String: Int128]
    if attendance != nil {
      counted = present(attendance).byParty ?? [:]
    } else {
      counted = (side(.votesFor) + side(.against) + side(.abstain)).byParty ?? [:]
    }
    return parties.voting.map(\.name).filter { counted[$0] ?? 0 > 0 }
  }
}
