import HallModel
import HallSyntax

/// The cells of tables that are read: the areas of the roster, and the choices of a roll call.
extension ValueForm {
  static func checkArea(_ cell: Slice, _ document: Document, _ report: inout Report) {
    guard !cell.isEmpty else { return }
    let key = Keyword.areaColumn
    do throws(ValueFault) {
      _ = try Area(reading: cell)
    } catch {
      guard error == .malformed else {
        return add(error, of: .count, cell, key.word(.zh), key.word(.en), document, &report)
      }
      report.error(
        document, cell.indices, zh: "「\(key.word(.zh))」写的是「\(cell.string)」，读不出面积",
        en: "\(key.word(.en)) '\(cell.string)': this is not an area",
        hint: Phrase(zh: "写成「86.40」这样，还不知道就空着", en: "write it as in '86.40', or leave it empty"))
    }
  }

  static func checkBallots(_ table: BallotTable, of vote: Vote, _ report: inout Report) {
    let choices = OptionLines(vote)
    let labels = choices.all.map(\.label)
    for ballot in table.ballots {
      // An empty cell chooses nothing, so nothing in it is unknown.
      if Vocabulary.keyword(ballot.choice, in: .ballotWord) != nil { continue }
      let chosen = choices.chosen(ballot.choice)
      if choices.hasAll(chosen) { continue }
      let options = labels.joined(separator: "、")
      report.error(
        table.document, ballot.choice.indices,
        zh: "「\(ballot.voter)」的意见写的是「\(ballot.choice.string)」，不知道算哪一种",
        en: "the ballot of '\(ballot.voter)' says '\(ballot.choice.string)', which is not a choice",
        hint: labels.isEmpty
          ? Phrase(zh: "写「同意」「反对」或「弃权」", en: "write 'for', 'against' or 'abstain'")
          : Phrase(zh: "写选项的名称：\(options)", en: "write the name of an option: \(options)"))
    }
  }
}

/// Goes through the tables of a roster for the cells of the area column.
struct RosterAreas {
  private let document: Document
  private let scope: Range<Int>
  private var columns: RosterColumns?

  init(in document: Document) {
    self.document = document
    switch document.kind {
    case .roster: scope = 0..<document.nodes.count
    case .hall:
      scope = document.section(.roster).map { $0..<Int(document.nodes[$0].subtreeEnd) } ?? 0..<0
    default: scope = 0..<0
    }
  }

  /// Takes the next node of a table; returns the area cell, if the node is a row that has one.
  mutating func area(of node: Int) -> Slice? {
    guard scope.contains(node) else { return nil }
    if document.nodes[node].kind == .table {
      columns = nil
      return nil
    }
    let cells = TableCells.split(document.slice(document.nodes[node].value))
    if document.nodes[node - 1].kind == .table {
      columns = RosterColumns(header: cells)
      return nil
    }
    guard let columns, columns[.nameColumn] != nil || columns[.unitColumn] != nil else {
      return nil
    }
    return columns.cell(.areaColumn, of: cells)
  }
}
