import HallSyntax

/// Words for all who voted, held against those who were there to vote.
extension VoteReader {
  /// Whether the minutes say that all who voted were for the motion, and nobody can have been:
  /// whoever was there to vote abstained or is recused.
  ///
  /// - Parameter recused: those of the present, and all of them.
  func isNobodyLeft(
    _ sides: VoteSides, entitled: Figures, present: Figures, recused: (here: Figures, all: Figures)
  ) -> Bool {
    guard isUnanimous, sides.votesFor.heads.number == nil,
      let others = sides.abstain.heads.number
    else { return false }
    var left = [room(present, without: recused.here), (entitled - recused.all).heads.number]
    if let returned = written(.returned) { left.append((returned - sides.invalid).heads.number) }
    return left.contains { voters in voters.map { $0 <= others } ?? false }
  }

  /// The voters in the room; nil where they do not say who voted. Where nobody is on the list of those
  /// who came, somebody has not kept it.
  private func room(_ present: Figures, without recused: Figures) -> Int128? {
    guard !vote.hasRemoteBallots else { return nil }
    let isWritten = vote.value(.present) != nil
    guard isWritten || rule.voters == .members && present.heads != .zero else { return nil }
    return (present - recused).heads.number
  }
}
