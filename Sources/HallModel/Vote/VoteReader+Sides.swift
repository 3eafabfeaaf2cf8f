import HallSyntax

/// The values of 同意, 反对, 弃权, 无效 and the options.
extension VoteReader {
  /// The figures of a side; if it is not written, from the ballots.
  package func side(_ keyword: Keyword) -> Figures {
    let node = vote.document.fieldNode(keyword, of: vote.node) ?? options.stray(keyword)
    // Next to a roll call, an empty line need not be filled in.
    if let node, ballots == nil || !vote.document.nodes[node].value.isEmpty {
      return figures(ofLine: node)
    }
    if let chosen {
      guard !chosen.isUnreadable else { return .unknown(.unreadableCount) }
      var voters = chosen.sides[keyword] ?? []
      // An owner of two units who returned one ballot has voted.
      if keyword == .silent { voters.subtract(chosen.cast) }
      return figures(cast: voters)
    }
    if let ballotGap { return .unknown(ballotGap) }
    return keyword == .votesFor && isUnanimous ? unanimous : missing
  }

  /// Whether the minutes say that nobody was against and leave the votes for the motion uncounted:
  /// `同意: 一致`, or `反对: 无` (`against: nem con`) without a line for 同意.
  var isUnanimous: Bool {
    guard !vote.isChoice, ballots == nil, ballotGap == nil else { return false }
    if let value = vote.value(.votesFor) { return BallotEntry.isUnanimous(value) }
    return vote.document.fieldNode(.votesFor, of: vote.node) == nil
      && vote.value(.against).map(BallotEntry.isNobody) ?? false
  }

  /// All voters with a ballot that is not silent, and those among them whose ballot is valid.
  var ballotsCast: (cast: Figures, valid: Figures)? {
    chosen.map { (figures(cast: $0.cast), figures(cast: $0.valid)) }
  }

  /// A side of an option that has sides of its own; nil for any other option.
  func own(_ side: Keyword, ofOption node: Int) -> Figures? {
    let value = vote.document.slice(vote.document.nodes[node].value)
    guard case .sides(let sides)? = try? BallotEntry(side: value, in: meeting) else { return nil }
    return sides.first { $0.side == side }.map { Figures($0.count) } ?? .zero
  }

  func option(_ label: String, node: Int) -> Figures {
    guard let chosen, vote.document.nodes[node].value.isEmpty else {
      if let ballotGap, vote.document.nodes[node].value.isEmpty { return .unknown(ballotGap) }
      return figures(ofLine: node)
    }
    guard !chosen.isUnreadable else { return .unknown(.unreadableCount) }
    return figures(cast: chosen.options[label] ?? [])
  }

  /// The word on a ballot; an empty cell is a silent one.
  package func choice(_ ballot: BallotTable.Ballot) -> Keyword? {
    ballot.choice.isEmpty ? .silent : Vocabulary.keyword(ballot.choice, in: .ballotWord)
  }

  /// Whether a row says how somebody voted.
  package func isCast(_ ballot: BallotTable.Ballot) -> Bool {
    ![.silent, .recused].contains(choice(ballot))
  }

  /// The figures of one line; an empty line is unknown, not zero.
  func figures(ofLine node: Int) -> Figures {
    let value = vote.document.slice(vote.document.nodes[node].value)
    return value.isEmpty ? .unknown(.emptyCount) : figures(reading: value)
  }

  func figures(reading value: Slice) -> Figures {
    if let count = BallotEntry.plainCount(value) { return Figures(count) }
    let list = NamedSum(value)
    guard let entry = try? BallotEntry(reading: list.names, in: meeting) else {
      return .unknown(.unreadableCount)
    }
    switch entry {
    case .count(let count): return Figures(count)
    case .unanimous: return unanimous
    case .everybody:
      // Only those present as it is written are meant: nobody knows who had left.
      guard let present = written(.present) else { return .unknown(.everybodyUncounted) }
      return present - recusedFigures(meeting.filledAttendance)
    case .sides(let sides):
      return sides.first { $0.side == .votesFor }.map { Figures($0.count) } ?? .zero
    case .names(let names):
      let named = figures(names: names.map(FullWidth.name))
      // The sum is what the names counted as when the vote was recorded.
      return list.sum.map { figures(written: $0).completed(by: named) } ?? named
    case .byParty(let counts):
      var byParty: [String: Int128] = [:]
      for count in counts {
        guard let party = parties[count.party] else { return .unknown(.partyUnknown) }
        if party.votes { byParty[party.name, default: 0] += Int128(count.heads) }
      }
      return Figures(byParty: byParty)
    }
  }

  /// A written count; one that cannot be read or is empty is unknown, and is not computed instead.
  /// Nil where there is no line.
  func written(_ keyword: Keyword) -> Figures? {
    guard let node = vote.document.fieldNode(keyword, of: vote.node) else { return nil }
    let value = vote.document.slice(vote.document.nodes[node].value)
    return value.isEmpty ? .unknown(.emptyCount) : figures(written: value)
  }

  /// A final figure: a count, or heads by party, whether or not the parties vote today.
  private func figures(written value: Slice) -> Figures {
    switch try? BallotEntry(reading: value, in: meeting) {
    case .count(let count): return Figures(count)
    case .byParty(let counts):
      var byParty: [String: Int128] = [:]
      for count in counts { byParty[count.party, default: 0] += Int128(count.heads) }
      return Figures(byParty: byParty)
    case .names, .unanimous, .everybody, .sides, nil: return .unknown(.unreadableCount)
    }
  }

  /// All who voted: those who took part, as far as that is written, without 弃权, 无效 and the silent
  /// ballots among them.
  private var unanimous: Figures {
    guard let all = written(.participating) else { return .unknown(.uncounted) }
    var others = written(.abstain) ?? .zero
    if !rule.ignoresInvalid { others = others + (written(.invalid) ?? .zero) }
    if rule.silent != .ignored { others = others + silent(beside: .unknown(.uncounted)) }
    return all - others
  }

  /// The figures of a side without a line: zero if another side is written, unless more were
  /// returned or took part than the written sides add up to. Without any side, unknown.
  func findMissing() -> Figures {
    let document = vote.document
    var written = options.all.map(\.node)
    for side in [Keyword.votesFor, .against, .abstain, .invalid] {
      if let node = document.fieldNode(side, of: vote.node) ?? options.stray(side) {
        written.append(node)
      }
    }
    let filled = written.filter { !document.nodes[$0].value.isEmpty }
    guard !filled.isEmpty else { return .unknown(.noCounts) }
    if isUnanimous { return .zero }
    // With several seats, the options add up to more than those who voted.
    guard !vote.isChoice || vote.seats == 1,
      !options.all.contains(where: { own(.against, ofOption: $0.node) != nil })
    else { return .zero }
    var wholes: [Figures] = []
    if let returned = self.written(.returned) { wholes.append(returned) }
    let sum = filled.reduce(Figures.zero) { $0 + figures(ofLine: $1) }
    if let took = self.written(.participating) {
      wholes.append(rule.silent == .ignored ? took : took - silent(beside: sum))
    }
    guard !wholes.isEmpty else { return .zero }
    let isMore = wholes.contains { whole in
      // Where the heads add up, nobody is left who could have an area or a share.
      let known = [Measure.heads, .area, .shares].lazy.compactMap { measure in
        whole[measure].number.flatMap { all in sum[measure].number.map { all > $0 } }
      }
      return known.first ?? false
    }
    return isMore ? .unknown(.sideMissing) : .zero
  }

  /// The silent ballots, given the sum of the written sides.
  private func silent(beside sides: Figures) -> Figures {
    if let written = written(.silent) { return written }
    guard let delivered = written(.delivered) else { return .zero }
    return delivered - (written(.returned) ?? sides)
  }
}
