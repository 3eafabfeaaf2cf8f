import HallSyntax

/// A table that rows of the roster are read from.
package struct RosterTable: Sendable {
  /// The index of its node.
  package let node: Int
  package let columns: RosterColumns
  /// How many columns it has.
  package let width: Int
}

extension Roster {
  /// The tables of a roster in a document: under 名册 in `hall.md`, anywhere in a separate roster.
  package static func tables(in document: Document) -> [RosterTable] {
    var nodes = document.nodes.indices
    if document.kind == .hall {
      guard let section = document.section(.roster) else { return [] }
      nodes = section..<Int(document.nodes[section].subtreeEnd)
    }
    return nodes.filter { document.nodes[$0].kind == .table }.compactMap { node in
      let cells = TableCells.split(document.slice(document.nodes[node + 1].value))
      let columns = RosterColumns(header: cells)
      guard columns[.nameColumn] != nil || columns[.unitColumn] != nil else { return nil }
      return RosterTable(node: node, columns: columns, width: cells.count)
    }
  }
}

extension Roster.Row {
  /// The text of a row in a column, as it is compared.
  package func text(_ column: Keyword) -> String {
    switch column {
    case .nameColumn: name
    case .partyColumn: party
    case .roleColumn: role
    case .unitColumn: unit
    case .areaColumn: area?.text ?? ""
    case .sharesColumn: share?.text ?? ""
    case .votes: votes ? "" : Keyword.no.word(.zh)
    case .ownerColumn: owner
    default: ""
    }
  }

  /// The same text as written in its file, for showing.
  package func written(_ column: Keyword) -> String {
    let table = Int(document.nodes[node].parent)
    let header = TableCells.split(document.slice(document.nodes[table + 1].value))
    let cells = TableCells.split(document.slice(document.nodes[node].value))
    let cell = RosterColumns(header: header).cell(column, of: cells)
    return cell.map { $0.string.replacing("\\|", with: "|") } ?? ""
  }
}
