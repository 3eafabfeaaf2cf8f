import HallModel
import HallSyntax
import HallWords

/// Decides for every row below the header whether it is data, a total, a remark below the table, or
/// a repeated header.
struct RowSorter {
  enum Kind { case total, footer, header, caption }

  /// A row that is not read.
  struct LeftOut {
    let kind: Kind
    let row: Spreadsheet.Row
    /// The text of its first filled cell.
    var text: String { row.cells.first { !$0.text.isEmpty }?.text ?? "" }
  }

  struct WrongTotal {
    let row: Spreadsheet.Row
    let stated: Area
    let read: Area
  }

  private(set) var rows: [(row: Spreadsheet.Row, unit: String)] = []
  private(set) var leftOut: [LeftOut] = []
  private(set) var wrongTotals: [WrongTotal] = []
  /// Rows that are a header but differ from the one above.
  private(set) var otherHeaders: [Spreadsheet.Row] = []
  private(set) var units: UnitColumns

  private let heads: [Spreadsheet.Cell]
  private let columns: SheetColumns
  private let meanings: [RosterHeads.Meaning]
  private let meaningOf: [String: RosterHeads.Meaning]
  /// The areas of all rows, and of those since the last total.
  private var all = Sum()
  private var group = Sum()
  private var isBelowTable = false

  /// A sum of areas that counts each row once, and one that counts each unit once: a sheet may use
  /// either.
  private struct Sum {
    var rows = 0
    private var raw = Area.zero
    private var distinct = Area.zero
    private var units: Set<String> = []

    mutating func add(_ area: Area?, _ unit: String) {
      rows += 1
      guard let area else { return }
      raw = raw + area
      if unit.isEmpty || units.insert(unit).inserted { distinct = distinct + area }
    }

    var area: Area { distinct }
    func holds(_ area: Area) -> Bool { area == raw || area == distinct }
  }

  init(
    _ heads: [Spreadsheet.Cell], _ columns: SheetColumns,
    _ meaning: (String) -> RosterHeads.Meaning, _ rows: [Spreadsheet.Row]
  ) {
    (self.heads, self.columns) = (heads, columns)
    meanings = heads.map { meaning($0.text) }
    units = UnitColumns(columns, heads, rows)
    var known: [String: RosterHeads.Meaning] = [:]
    for cell in rows.lazy.flatMap(\.cells) where !cell.text.isEmpty && cell.text.utf8.count < 40 {
      if known[cell.text] == nil { known[cell.text] = meaning(cell.text) }
    }
    meaningOf = known
  }

  /// Sorts the next row.
  mutating func take(_ row: Spreadsheet.Row) {
    // A form numbered in advance has rows with nothing but their number.
    let filled = row.cells.indices.filter { !row.cells[$0].text.isEmpty }
    if filled.count == 1, heads.count > 1, isOnlyNumber(filled[0], of: row) { return }
    if filled.count == 1, heads.count > 1,
      let building = BuildingCaption.building(row.cells[filled[0]].text, isFirst: filled[0] == 0)
    {
      leftOut.append(LeftOut(kind: .caption, row: row))
      units.enter(building)
    } else if let isSame = isHeader(row) {
      if isSame {
        takeTitleAway()
        leftOut.append(LeftOut(kind: .header, row: row))
      } else {
        otherHeaders.append(row)
      }
    } else if isTotal(row) {
      leftOut.append(LeftOut(kind: .total, row: row))
      findWrongTotal(row)
      group = Sum()
    } else if isFooter(row) {
      leftOut.append(LeftOut(kind: .footer, row: row))
      isBelowTable = true
    } else {
      let unit = units.unit(of: row)
      rows.append((row, unit))
      // A row that belongs to nobody is a fault, and not part of a sum.
      guard columns.identifying.contains(where: { !row.text($0).isEmpty }) else { return }
      let area = area(of: row)
      all.add(area, unit)
      group.add(area, unit)
    }
  }

  /// A single text in the row above repeated heads is the title of their table.
  private mutating func takeTitleAway() {
    guard let last = rows.last?.row, last.cells.count(where: { !$0.text.isEmpty }) == 1 else {
      return
    }
    rows.removeLast()
    leftOut.append(LeftOut(kind: .caption, row: last))
  }

  /// Whether a cell is a whole number below an unknown head.
  private func isOnlyNumber(_ column: Int, of row: Spreadsheet.Row) -> Bool {
    column < meanings.count && meanings[column] == .unknown
      && row.cells[column].text.utf8.allSatisfy(isDigit)
  }

  /// Whether a row consists of heads; then, whether they are the same as the header's.
  private func isHeader(_ row: Spreadsheet.Row) -> Bool? {
    let filled = row.cells.indices.filter { !row.cells[$0].text.isEmpty }
    let found = filled.map { meaningOf[row.cells[$0].text] ?? .unknown }
    let isSame = filled.allSatisfy { column in
      column < heads.count && heads[column].text == row.cells[column].text
    }
    if filled.count >= 2, isSame { return true }
    let known = found.count { $0 != .unknown }
    guard known >= 2, known * 3 >= filled.count * 2,
      !filled.contains(where: { CellText.isFigure(row.cells[$0].text) })
    else { return nil }
    // 户主 and 业主 may also be values in rows, for a person's role.
    guard Set(found.map { String(describing: $0) }).count >= 3 else { return nil }
    return zip(filled, found).allSatisfy { column, meaning in
      column < meanings.count && (meaning == .unknown || meanings[column] == meaning)
    }
  }

  /// Whether a person or a unit is named next to a cell.
  private func namesSomebody(_ row: Spreadsheet.Row, beside column: Int) -> Bool {
    func isNamed(_ keywords: [Keyword]) -> Bool {
      keywords.contains { keyword in
        guard let place = columns[keyword], place != column else { return false }
        let text = row.text(place)
        return !text.isEmpty && !CellText.isCount(text) && !RowWords.isTotal(text)
          && !RowWords.isFooter(text)
      }
    }
    guard isNamed([.unitColumn]) else { return false }
    if isNamed([.nameColumn, .ownerColumn]) { return true }
    // Sum and Date are also people's names, if a unit is next to them.
    let isName = column == columns[.nameColumn] || column == columns[.ownerColumn]
    let text = row.text(column)
    return isName && text.utf8.allSatisfy { isASCIILetter($0) || $0 == UInt8(ascii: " ") }
      && Int(row.text(columns[.unitColumn])) != all.rows
  }

  private func isTotal(_ row: Spreadsheet.Row) -> Bool {
    for (column, cell) in row.cells.enumerated() where RowWords.isTotal(cell.text) {
      return !namesSomebody(row, beside: column)
    }
    if let area = area(of: row), isSum(area), row.text(columns[.unitColumn]).isEmpty,
      columns[.unitColumn] != nil
    {
      // Whatever its text, a row with the whole area and no unit is not an owner.
      return true
    }
    // Figures alone, without anybody they belong to.
    let filled = row.cells.indices.filter { !row.cells[$0].text.isEmpty }
    let isNobody = filled.allSatisfy { column in
      let text = row.cells[column].text
      if CellText.isCount(text) { return true }
      if all.rows > 1, let number = Int(text), number == all.rows || number == group.rows {
        return true
      }
      return !columns.identifying.contains(column) && (try? Area(reading: Slice(text))) != nil
    }
    guard isNobody else { return false }
    if filled.contains(where: { CellText.isCount(row.cells[$0].text) }) { return true }
    return area(of: row).map(isSum) ?? false
  }

  /// Whether an area is the sum of several rows.
  private func isSum(_ area: Area) -> Bool {
    (all.rows > 1 && all.holds(area)) || (group.rows > 1 && group.holds(area))
  }

  private func isFooter(_ row: Spreadsheet.Row) -> Bool {
    let filled = row.cells.indices.filter { !row.cells[$0].text.isEmpty }
    guard let first = filled.first else { return false }
    let text = row.cells[first].text
    if RowWords.isFooter(text) { return !namesSomebody(row, beside: first) }
    guard filled.count == 1, heads.count > 1 else { return false }
    return (isBelowTable && !CellText.isFigure(text)) || RowWords.isRemark(text)
  }

  private func area(of row: Spreadsheet.Row) -> Area? {
    let text = row.text(columns[.areaColumn]).replacing(",", with: "")
    return try? Area(reading: Slice(CellText.figure(text)))
  }

  /// A total that is neither the sum of all rows nor that of its own group.
  private mutating func findWrongTotal(_ row: Spreadsheet.Row) {
    guard !row.cells.contains(where: { RowWords.isPart($0.text) }) else { return }
    guard let stated = area(of: row), !all.holds(stated), !group.holds(stated) else { return }
    let isOfAll = group.rows == 0 || leftOut.count { $0.kind == .total } == 1
    wrongTotals.append(
      WrongTotal(row: row, stated: stated, read: isOfAll ? all.area : group.area))
  }
}
