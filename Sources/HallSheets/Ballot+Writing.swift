import HallModel
import HallSyntax
import HallWords

extension Ballot {
  /// The ballot file: one table, with one row for each ballot.
  package static func text(_ ballots: [Ballot], title: String, _ language: Language) -> [UInt8] {
    let (unit, name) = (Keyword.unitColumn.word(language), Keyword.nameColumn.word(language))
    let hasUnits = ballots.contains(where: \.isUnit)
    let hasNames = ballots.contains { !$0.isUnit }
    let head = (hasUnits ? [unit] : []) + (hasNames ? [name] : [])
    func line(_ cells: [String]) -> String { "|" + cells.map { " \($0) |" }.joined() + "\n" }
    var text = "# \(TableEdit.written(title))\n\n"
    text += line(head + [Keyword.ballotChoice.word(language)])
    text += line(head.map { _ in "---" } + ["---"])
    for ballot in ballots {
      let voter =
        (hasUnits ? [ballot.isUnit ? ballot.voter : ""] : [])
        + (hasNames ? [ballot.isUnit ? "" : ballot.voter] : [])
      text += line(voter + [TableEdit.written(ballot.choice)])
    }
    return Array(text.utf8)
  }
}
