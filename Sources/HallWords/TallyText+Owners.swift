import HallModel
import HallSyntax

extension TallyText {
  /// Under a rule for owners, the people in the roster who do not count because they have no area.
  package var ownersWithoutArea: String? {
    guard tally.rule?.voters == .owners, !tally.isFinal else { return nil }
    let charter = tally.meeting.charter
    // If somebody wrote the figure, it does not come from the roster.
    if tally.vote.value(.entitled) != nil {
      let figures = VoteFigures(tally.vote, in: tally.meeting, charter.language)
      guard figures.standing.contains(where: { $0.keyword == .entitled }) else { return nil }
    }
    let missing = charter.roster.ownersWithoutArea.filter { row in
      row.party.isEmpty || charter.parties[row.party]?.votes ?? true
    }
    guard !missing.isEmpty else { return nil }
    let names = Roster.list(missing)
    return style.magenta(
      VisibleText.line(
        say(
          "名册里 \(missing.count) 户没有面积，没有算进来：\(names.zh)",
          "\(missing.count) units of the roster have no area and are not counted: \(names.en)")))
  }
}
