import HallSyntax

/// Whether a person named in a vote may vote.
package enum VoterStanding: Sendable, Equatable {
  case entitled
  case barred(VoterBar)
  /// It is not known.
  case unknown(Gap)
}

/// Why a person may not vote, so that their vote is not counted.
package enum VoterBar: Sendable, Equatable {
  /// Their party observes, convenes, or does not vote.
  case party(Party)
  /// Under a rule for owners: no row of the roster gives them an area.
  case noArea
  case recused
  /// The column 表决 of the roster says no.
  case noVote
  /// They gave a proxy to somebody absent, and are absent themselves.
  case unheard
}

extension VoteReader {
  /// Whether a name in a vote is that of a voter.
  package func standing(of name: String) -> VoterStanding { standing(of: resolve(name)) }

  func standing(of voter: NamedVoter) -> VoterStanding {
    if case .several(let all) = voter {
      let heads = all.map { standing(of: .voter($0)) }
      return heads.first { $0 == .entitled } ?? heads.first ?? .unknown(.ambiguousName)
    }
    if recused.contains(voter) { return .barred(.recused) }
    if unheard.contains(voter) { return .barred(.unheard) }
    return eligibility(of: voter)
  }

  /// Whether a person could vote if they were not recused.
  func eligibility(of voter: NamedVoter) -> VoterStanding {
    switch voter {
    case .ambiguous(let name):
      // It does not matter which person is meant if all of them may vote, or none.
      let all = candidates(name).map { candidate in
        if case .ambiguous = candidate {
          VoterStanding.entitled
        } else {
          eligibility(of: candidate)
        }
      }
      guard let first = all.first else { return .unknown(.ambiguousName) }
      return all.allSatisfy { $0 == first } ? first : .unknown(.ambiguousName)
    case .voter: return rule.voters == .owners ? .entitled : memberStanding(of: voter)
    case .several(let all):
      return all.first.map { eligibility(of: .voter($0)) } ?? .unknown(.ambiguousName)
    case .other(let name):
      guard rule.voters == .owners else { return memberStanding(of: voter) }
      // Without a roster nobody knows who owns what, and every name is accepted.
      if roster.isEmpty { return .entitled }
      let bare = person(name).name ?? name
      return roster.hasPerson(bare)
        ? .barred(roster.hasVote(bare) ? .noArea : .noVote) : .unknown(.voterUnknown)
    }
  }

  /// Members are the people of the parties that vote.
  private func memberStanding(of voter: NamedVoter) -> VoterStanding {
    if case .other(let person) = voter, !roster.hasVote(self.person(person).name ?? person) {
      return .barred(.noVote)
    }
    guard let name = party(of: voter) else {
      // Without a roster, the name is all there is.
      return roster.isEmpty ? .entitled : .unknown(.voterUnknown)
    }
    guard let party = parties[name] else { return .unknown(.partyUnknown) }
    return party.votes ? .entitled : .barred(.party(party))
  }

  /// Names in the vote, as written, whose entitlement is not known.
  var unknownVoters: [String] {
    let document = vote.document
    var names = ballots?.ballots.filter(isCast).map(\.voter) ?? []
    for node in document.fields(of: vote.node) {
      guard let keyword = document.nodes[node].keyword, Vocabulary.voteSides.contains(keyword),
        case .names(let people)? = try? BallotEntry(
          side: document.slice(document.nodes[node].value), in: meeting)
      else { continue }
      names += people.map(FullWidth.name)
    }
    var known: Set<String> = []
    return names.filter { name in
      standing(of: name) == .unknown(.voterUnknown) && known.insert(name).inserted
    }
  }

  /// A person's party in the meeting: the one written with the name or the one they sit with, else
  /// the one in the roster.
  func party(of voter: NamedVoter) -> String? {
    if case .other(let name) = voter, let slash = name.firstIndex(of: "/") {
      return String(name[..<slash])
    }
    return seated[voter] ?? rosterParty(of: voter)
  }

  func rosterParty(of voter: NamedVoter) -> String? {
    switch voter {
    case .voter(let index):
      let party = table.voters[index].party
      return party.isEmpty ? nil : party
    case .several(let all): return all.first.flatMap { rosterParty(of: .voter($0)) }
    case .other: return nil
    case .ambiguous(let name): return roster.onlyParty(of: name)
    }
  }
}
