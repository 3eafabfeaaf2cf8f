import HallModel
import HallSyntax

/// Tables used instead of a list.
extension NearReader {
  /// A table that contains facts, row by row or with keys as its headers.
  func readTable(_ index: Int, _ followsFields: Bool, _ report: inout Report) {
    let rows = document.children(of: index).filter { document.nodes[$0].kind == .tableRow }
    guard let first = rows.first, rows.count > 1 else {
      if let row = rows.first { readRow(row, index, followsFields, &report) }
      return
    }
    let table = NearTable(
      header: cells(of: first), rows: rows.dropFirst().map { (node: $0, cells: cells(of: $0)) },
      place: place(index, followsFields: followsFields))
    let before = report.problems.count
    // Headers that are keys have their values below them.
    let read = table.isHeadedByKeys ? Array(rows.dropFirst()) : Array(rows)
    for row in read { readRow(row, index, followsFields, &report) }
    guard report.problems.count == before, !isBallotTable(table) else { return }
    let found = table.facts.filter { !hasField($0.keyword, at: index) }
    for fact in found { add(document.nodes[fact.node].value, write: fact.form, &report) }
    if found.isEmpty, followsFields, isRollCall(table, index) { addRollCall(first, &report) }
  }

  private func cells(of row: Int) -> [Slice] {
    var cells = TableCells.split(document.slice(document.nodes[row].value))
    while cells.last?.isEmpty == true { cells.removeLast() }
    return cells.map(\.withoutEmphasis)
  }

  /// A row whose first cell is a key, or a day, and whose other cells are the value.
  private func readRow(
    _ index: Int, _ table: Int, _ followsFields: Bool, _ report: inout Report
  ) {
    let cells = cells(of: index).filter { !$0.isEmpty }
    // In a vote or a rule a table of keys is the list. In a decision or below a task, tables
    // contain data, unless they replace the list.
    let scope = document.keyScope(of: table)
    guard followsFields || !scope.isDisjoint(with: [.vote, .rule]), cells.count > 1 else { return }
    let place = place(table, followsFields: followsFields)
    let words = cells.map(\.string)
    var lines = [words[0] + ": " + words[1...].joined(separator: " ")]
    if scope == .log { lines = [words.joined(separator: " ")] }
    if cells.count > 2, scope != .log {
      lines.append(words[0] + ": " + words[1...].joined(separator: "、"))
      // Next to the count is its share: `| 同意 | 12 | 75% |`.
      if scope == .vote { lines.append(words[0] + ": " + words[1]) }
    }
    for line in lines {
      guard let fact = place.fact(in: Slice(line), isItem: true) else { continue }
      return add(document.nodes[index].value, write: fact, &report)
    }
  }

  /// Whether a vote reads the table as its ballots.
  private func isBallotTable(_ table: NearTable) -> Bool {
    table.place.scope == .vote
      && table.header.contains { Vocabulary.keyword($0, in: .ballotColumn) == .ballotChoice }
  }

  /// Whether the owner of a table already has a field: then the table only illustrates it.
  private func hasField(_ keyword: Keyword?, at table: Int) -> Bool {
    guard let keyword, let holder = document.holder(of: table) else { return false }
    return document.fieldNode(keyword, of: holder) != nil
  }

  /// Whether a table in the attendance lists who was present: it has a row with a known name, or
  /// replaces the list.
  private func isRollCall(_ table: NearTable, _ index: Int) -> Bool {
    guard table.place.scope == .attendance, let holder = document.holder(of: index) else {
      return false
    }
    let hasFields = document.fields(of: holder).contains { _ in true }
    let isOfNames = table.header.contains { cell in
      let name = FullWidth.name(cell).lowercased()
      return Vocabulary.keyword(cell, in: .rosterColumn) != nil || names.parties[name] != nil
        || ["参会人员", "人员", "单位", "代表", "participant", "person"].contains(name)
    }
    if !hasFields, isOfNames { return true }
    // Next to a list, a table may contain something else about the same people, such as telephone
    // numbers.
    return table.rows.contains { row in
      row.cells.prefix(2).contains { names.areKnown($0) && !isNamed($0, in: holder) }
    } && (!hasFields || table.holdsTicks)
  }

  /// Whether a name occurs in the fields of a section.
  private func isNamed(_ name: Slice, in section: Int) -> Bool {
    document.fields(of: section).contains { field in
      document.slice(document.nodes[field].value).firstRange(of: name) != nil
    }
  }

  private func addRollCall(_ row: Int, _ report: inout Report) {
    report.warning(
      document, document.nodes[row].value, zh: "参会情况写成了表格，没有读取",
      en: "the attendance is written as a table, and is not read",
      hint: Phrase(
        zh: "一方写一行：「- 居民: 张三、钱七」，没来的写「- 缺席: 周九」",
        en: "write a line a party, '- residents: Ann, Ben', and who was away as '- absent: Clara'"))
  }
}
