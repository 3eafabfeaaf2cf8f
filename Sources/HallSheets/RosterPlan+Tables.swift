import HallModel
import HallStore
import HallSyntax
import HallWords

/// The tables of a roster after a plan is applied.
extension RosterPlan {
  /// A separate roster document with these rows.
  package static func privateRoster(_ entries: [RosterSheet.Entry], _ language: Language)
    -> Document
  {
    // Not a keyword: as a title it has no meaning.
    let title = Phrase(zh: "内部名册", en: "Private roster")[language]
    let text = "# \(title)\n\n" + tableText(entries.map(cells), language)
    return Document(path: HallFolder.privateRosterPath, kind: .roster, bytes: Array(text.utf8))
  }

  /// The columns of a roster that a sheet or a call fills in, in the order they are written.
  package static var columns: [Keyword] { RosterHeads.columns }

  package static func header(_ language: Language) -> [String] {
    RosterHeads.columns.map { $0.word(language) }
  }

  package static func cells(_ entry: RosterSheet.Entry) -> [String] {
    RosterHeads.columns.map { entry[$0] }
  }

  /// The lines of a table.
  package static func tableText(_ rows: [[String]], _ language: Language) -> String {
    func line(_ cells: [String]) -> String {
      "|" + cells.map { " \(TableEdit.written($0)) |" }.joined() + "\n"
    }
    let header = header(language)
    return line(header) + line(header.map { _ in "---" }) + rows.map(line).joined()
  }

  /// The changes of each table of a roster, by the table's node.
  ///
  /// - Parameter isTarget: whether new rows go to this document.
  package func edits(
    of document: Document, _ language: Language, isTarget: Bool
  ) -> [(table: Int, edit: TableEdit)] {
    let tables = Roster.tables(in: document)
    var drafts: [Int: TableDraft] = [:]
    for table in tables { drafts[table.node] = TableDraft(table, language) }
    for row in removed where row.document === document {
      drafts[row.table]?.edit.removed.insert(row.node)
    }
    for item in changed where item.row.document === document {
      drafts[item.row.table]?.change(item)
    }
    if isTarget, let first = tables.first {
      let rows = Roster([document]).rows
      for entry in added {
        // Beside the others of the party, where each has a table of its own.
        let party = entry[.partyColumn]
        let beside = tables.count > 1 ? rows.last { $0.party == party && !party.isEmpty } : nil
        drafts[beside?.table ?? first.node]?.add(entry)
      }
    }
    return drafts.filter { !$0.value.edit.isEmpty }.map { ($0.key, $0.value.finished) }
  }
}

/// The changes of one table, and the columns that they need.
private struct TableDraft {
  private var columns: [Keyword: Int] = [:]
  private var width: Int
  var edit = TableEdit()
  private var rows: [[Int: String]] = []
  private let language: Language

  init(_ table: RosterTable, _ language: Language) {
    self.language = language
    width = table.width
    for column in RosterHeads.columns { columns[column] = table.columns[column] }
  }

  /// The index of a column. The column is added if the table has none.
  private mutating func place(of column: Keyword) -> Int {
    if let place = columns[column] { return place }
    columns[column] = width
    edit.columns.append(column.word(language))
    width += 1
    return width - 1
  }

  mutating func change(_ item: RosterPlan.Changed) {
    for column in item.columns {
      let cell = TableEdit.Cell(column: place(of: column), text: item.entry[column])
      edit.cells[item.row.node, default: []].append(cell)
    }
  }

  mutating func add(_ entry: RosterSheet.Entry) {
    var cells: [Int: String] = [:]
    for column in RosterHeads.columns where !entry[column].isEmpty {
      cells[place(of: column)] = entry[column]
    }
    edit.added.append([])
    rows.append(cells)
  }

  var finished: TableEdit {
    var edit = edit
    edit.added = rows.map { cells in (0..<width).map { cells[$0] ?? "" } }
    return edit
  }
}

extension Roster.Row {
  /// The table that contains it.
  fileprivate var table: Int { Int(document.nodes[node].parent) }
}
