import HallModel
import HallSyntax
import HallWords

/// The unit of each row, from one column or from several: building, entrance, door. If the cells of
/// a block are merged, its first row gives the building for all of them.
struct UnitColumns {
  private let building: Int?
  private let entrance: Int?
  private let door: Int?
  /// Whether the door column includes the building.
  private let isWhole: Bool
  private let hasSerials: Bool
  /// The building and entrance of the row above.
  private var above: (building: String, entrance: String) = ("", "")
  private var counts: (building: Int, entrance: Int) = (0, 0)
  private let heads: [Spreadsheet.Cell]
  /// What a row across all columns says about the rows below it.
  private var caption: String?
  /// Cells that a spreadsheet turned into a date.
  private(set) var dates: [Spreadsheet.Cell] = []

  init(
    _ columns: SheetColumns, _ heads: [Spreadsheet.Cell], _ rows: [Spreadsheet.Row]
  ) {
    building = columns.building
    entrance = columns.entrance
    door = columns[.unitColumn]
    self.heads = heads
    isWhole = UnitColumns.isWhole(building, entrance, door, rows)
    hasSerials = MistakenDate.hasSerials(rows.map { CellText.unit($0.text(columns[.unitColumn])) })
  }

  /// The heads of the columns that were filled, and in how many rows.
  var filled: [(head: String, count: Int)] {
    [(building, counts.building), (entrance, counts.entrance)].compactMap { column, count in
      column.flatMap { count > 0 ? (heads[$0].text, count) : nil }
    }
  }

  /// Starts the rows of another building.
  mutating func enter(_ building: String) {
    caption = building
    above = (building, "")
  }

  /// The unit of a row; empty if it gives none.
  mutating func unit(of row: Spreadsheet.Row) -> String {
    let door = CellText.unit(row.text(self.door))
    findDate(row.cell(self.door), isUnit: true)
    let parts = parts(of: row, isFilled: !door.isEmpty)
    if let caption, !door.isEmpty, parts.isEmpty, !Roster.unitKey(door).hasPrefix(caption + "-") {
      return caption + "-" + Roster.unitKey(door)
    }
    guard !door.isEmpty, !parts.isEmpty, !isWhole else { return door }
    return Roster.unitKey((parts + [door]).joined(separator: "-"))
  }

  /// The building and the entrance of a row, each taken from the row above if left out.
  private mutating func parts(of row: Spreadsheet.Row, isFilled: Bool) -> [String] {
    var building = CellText.unit(row.text(self.building))
    var entrance = CellText.unit(row.text(self.entrance))
    findDate(row.cell(self.building), isUnit: false)
    findDate(row.cell(self.entrance), isUnit: false)
    let isSameBuilding = building.isEmpty || building == above.building
    guard isFilled else {
      // A row of a block without a door still shows where the block begins.
      if !building.isEmpty { above = (building, entrance) }
      return []
    }
    if self.building != nil, building.isEmpty, !above.building.isEmpty {
      building = above.building
      counts.building += 1
    }
    if self.entrance != nil, entrance.isEmpty, isSameBuilding, !above.entrance.isEmpty {
      entrance = above.entrance
      counts.entrance += 1
    }
    above = (building, entrance)
    return [building, entrance].filter { !$0.isEmpty }
  }

  private mutating func findDate(_ cell: Spreadsheet.Cell?, isUnit: Bool) {
    guard let cell, !cell.text.isEmpty else { return }
    let isSerial = isUnit && hasSerials && MistakenDate.isSerial(CellText.unit(cell.text))
    if isSerial || MistakenDate.isDate(cell.text) { dates.append(cell) }
  }

  /// Whether all doors begin with their building and entrance, as `1-1-101` does.
  private static func isWhole(
    _ building: Int?, _ entrance: Int?, _ door: Int?, _ rows: [Spreadsheet.Row]
  ) -> Bool {
    var above: [Int: String] = [:]
    var seen: Set<String> = []
    var steps = 0
    for row in rows {
      let door = Roster.unitKey(CellText.unit(row.text(door)))
      let parts = [building, entrance].compactMap(\.self).compactMap { column -> String? in
        let own = CellText.unit(row.text(column))
        if !own.isEmpty { above[column] = own }
        return above[column]
      }
      guard !door.isEmpty, !parts.isEmpty else { continue }
      let key = Roster.unitKey(parts.joined(separator: "-")) + "-"
      // A total below the table is not a door.
      guard !CellText.isCount(row.text(building)), !RowWords.isTotal(row.text(building)) else {
        continue
      }
      guard door.hasPrefix(key) else { return false }
      seen.insert(key)
      steps = max(steps, door.split(separator: "-").count)
    }
    return seen.count > 1 || (!seen.isEmpty && steps > 2)
  }
}
