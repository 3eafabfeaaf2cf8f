import HallChecks
import HallModel
import HallSyntax

/// A roster as a spreadsheet has it, every cell of it looked at.
struct RosterSheet {
  struct Entry {
    /// The cells as they will be written, by their columns.
    var cells: [Keyword: String]
    let area: Area?
    fileprivate let range: Range<Int>

    subscript(_ keyword: Keyword) -> String { cells[keyword] ?? "" }
    var unitKey: String { Roster.unitKey(TableEdit.written(self[.unitColumn])) }
  }

  let document: Document
  private(set) var entries: [Entry] = []
  /// The columns that are here, in the order they are written.
  let columns: [Keyword]
  /// Heads of columns that are not taken: those nobody knows, and those about a person.
  let unknown: [String]
  private(set) var personal: [String]
  private(set) var problems: [Problem]
  /// Whether the names are those of the owners, where no column has names.
  let namesAreOwners: Bool
  /// How many cells held characters that cannot be seen, which are left out.
  private(set) var invisible = 0

  init(_ bytes: [UInt8], path: String, parties: PartyList) {
    let sheet = Spreadsheet(bytes, path: path, score: RosterHeads.score)
    document = sheet.document
    problems = sheet.problems
    var places = ColumnPlaces()
    var unknown: [String] = []
    var personal: [String] = []
    for (column, head) in sheet.header.cells.enumerated() where !head.text.isEmpty {
      switch RosterHeads.meaning(of: head.text) {
      case .unknown: unknown.append(head.text)
      case .personal: personal.append(head.text)
      case .building: places.building = column
      case .entrance: places.entrance = column
      case .column(let keyword):
        if places.byKeyword[keyword] != nil {
          problems.append(RosterSheet.twice(head, keyword, path))
        } else if RosterSheet.isPersonal(column, keyword, of: sheet) {
          personal.append(head.text)
        } else {
          places.byKeyword[keyword] = column
        }
      }
    }
    self.unknown = unknown
    self.personal = personal
    namesAreOwners =
      places.byKeyword[.nameColumn] == nil && places.byKeyword[.ownerColumn] != nil
    let here = Set(places.byKeyword.keys)
    columns = RosterHeads.columns.filter { here.contains($0) }
    guard here.contains(.nameColumn) || here.contains(.unitColumn) || here.contains(.ownerColumn)
    else {
      problems = [RosterSheet.noHeader(sheet, path)]
      return
    }
    for row in sheet.rows { read(row, places, parties) }
    findContradictions()
    problems.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private struct ColumnPlaces {
    var byKeyword: [Keyword: Int] = [:]
    var building: Int?
    var entrance: Int?
  }

  private mutating func read(_ row: Spreadsheet.Row, _ places: ColumnPlaces, _ parties: PartyList) {
    var cells: [Keyword: String] = [:]
    var area: Area?
    for keyword in columns {
      guard let cell = places.byKeyword[keyword].flatMap(row.cell), !cell.text.isEmpty else {
        continue
      }
      if keyword == .areaColumn {
        area = self.area(cell)
        cells[keyword] = area?.text
        continue
      }
      let text = visible(cell.text)
      if PersonalNumber.isIn(text), keyword != .unitColumn {
        problem(
          cell, zh: "「\(text)」里像是有手机号或身份证号，名册里不能写",
          en: "'\(text)' seems to hold a phone or identity number, which a roster must not",
          hint: Phrase(zh: "在表格里删掉号码", en: "take the number out of the spreadsheet"))
      }
      if keyword == .partyColumn, parties[FullWidth.name(Slice(text))] == nil {
        let names = parties.parties.map(\.name)
        problem(
          cell, zh: "没有「\(text)」这一方", en: "there is no party '\(text)'",
          hint: Phrase(
            zh: "写成各方之一：" + names.joined(separator: "、"),
            en: "write one of the parties: " + names.joined(separator: ", ")))
      }
      cells[keyword] = text
    }
    if let unit = cells[.unitColumn] {
      let parts = [places.building, places.entrance].compactMap { $0.flatMap(row.cell)?.text }
        .filter { !$0.isEmpty }
      if !parts.isEmpty {
        cells[.unitColumn] = Roster.unitKey((parts + [unit]).joined(separator: "-"))
      }
    }
    if namesAreOwners { cells[.nameColumn] = cells[.ownerColumn] }
    if (cells[.nameColumn] ?? "").isEmpty, (cells[.unitColumn] ?? "").isEmpty {
      problems.append(
        Problem(
          id: "sheet", severity: .error, path: document.path, range: row.range,
          message: Phrase(zh: "这一行没有姓名也没有户号", en: "this row has neither a name nor a unit"),
          hint: Phrase(zh: "补上，或者删掉这一行", en: "write one, or delete the row")))
    }
    entries.append(Entry(cells: cells, area: area, range: row.range))
  }

  private mutating func area(_ cell: Spreadsheet.Cell) -> Area? {
    let value = Slice(cell.text)
    do throws(ValueFault) { return try Area(reading: value) } catch {
      if error == .malformed {
        problem(
          cell, zh: "「\(cell.text)」读不出面积", en: "'\(cell.text)' is no area",
          hint: Phrase(zh: "写成「86.40」这样，还不知道就空着", en: "write it as in '86.40', or leave it empty"))
      } else {
        let words = error.words(.count, value)
        problem(
          cell, zh: "面积「\(cell.text)」：\(words.fact.zh)",
          en: "area '\(cell.text)': \(words.fact.en)",
          hint: words.hint)
      }
      return nil
    }
  }

  /// Text as it goes into a file: what cannot be seen is left out, and counted.
  private mutating func visible(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var isWhole = true
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" || scalar == "\t" {
        kept.append(" ")
      } else if VisibleText.isHostile(scalar) {
        isWhole = false
      } else {
        kept.append(scalar)
      }
    }
    if !isWhole { invisible += 1 }
    return Slice(String(kept)).trimmed.string
  }

  /// One row twice, and one unit with two areas.
  private mutating func findContradictions() {
    var seen: [[String]: Int] = [:]
    var areas: [String: (area: Area, range: Range<Int>)] = [:]
    let index = LineIndex(document.bytes)
    func line(_ range: Range<Int>) -> Int { index.position(of: range.lowerBound).line }
    for (place, entry) in entries.enumerated() {
      let key =
        [.nameColumn, .partyColumn, .ownerColumn].map { FullWidth.name(Slice(entry[$0])) }
        + [entry.unitKey]
      // A row with neither is named already, and is the same as no other.
      guard !key[0].isEmpty || !entry.unitKey.isEmpty else { continue }
      if let first = seen[key] {
        let other = line(entries[first].range)
        // A row without a name is nobody: it says nothing of who it is, and twice the same unit.
        let isNameless = key[0].isEmpty && key[2].isEmpty
        problems.append(
          Problem(
            id: "sheet", severity: .error, path: document.path, range: entry.range,
            message: isNameless
              ? Phrase(
                zh: "和第 \(other) 行是同一户，两行都没有姓名",
                en: "the same unit as in line \(other), and neither row has a name")
              : Phrase(
                zh: "和第 \(other) 行是同一人、同一户", en: "the same person and unit as in line \(other)"),
            hint: isNameless
              ? Phrase(zh: "补上姓名，或者删掉其中一行", en: "write the names, or delete one of the rows")
              : Phrase(zh: "删掉其中一行", en: "delete one of the rows")))
        continue
      }
      seen[key] = place
      guard let area = entry.area, !entry.unitKey.isEmpty else { continue }
      if let first = areas[entry.unitKey], first.area != area {
        let (unit, other) = (entry[.unitColumn], line(first.range))
        problems.append(
          Problem(
            id: "sheet", severity: .error, path: document.path, range: entry.range,
            message: Phrase(
              zh: "「\(unit)」的面积是 \(area.text)，第 \(other) 行写的是 \(first.area.text)",
              en: "'\(unit)' has \(area.text) here and \(first.area.text) in line \(other)"),
            hint: Phrase(zh: "一户只有一个面积，改成一样的", en: "a unit has one area: make them the same")))
      } else if areas[entry.unitKey] == nil {
        areas[entry.unitKey] = (area, entry.range)
      }
    }
  }

  private mutating func problem(
    _ cell: Spreadsheet.Cell, zh: String, en: String, hint: Phrase
  ) {
    problems.append(
      Problem(
        id: "sheet", severity: .error, path: document.path, range: cell.range,
        message: Phrase(zh: zh, en: en), hint: hint))
  }

  /// Whether most of what stands in a column are numbers of persons.
  private static func isPersonal(
    _ column: Int, _ keyword: Keyword, of sheet: Spreadsheet
  ) -> Bool {
    guard keyword == .roleColumn || keyword == .ownerColumn else { return false }
    let cells = sheet.rows.compactMap { $0.cell(column) }.filter { !$0.text.isEmpty }
    return cells.count { PersonalNumber.isIn($0.text) } * 2 > cells.count
  }

  private static func twice(
    _ head: Spreadsheet.Cell, _ keyword: Keyword, _ path: String
  ) -> Problem {
    Problem(
      id: "sheet", severity: .error, path: path, range: head.range,
      message: Phrase(
        zh: "有两列都像是「\(keyword.word(.zh))」，不知道用哪一列",
        en: "two columns may be the '\(keyword.word(.en))'"),
      hint: Phrase(
        zh: "留下一列，另一列改个名字或删掉", en: "keep one, and rename the other or delete it"))
  }

  private static func noHeader(_ sheet: Spreadsheet, _ path: String) -> Problem {
    Problem(
      id: "sheet", severity: .error, path: path, range: sheet.header.range,
      message: Phrase(
        zh: "前二十行里没有找到表头：要有「姓名」「户」或「业主」这样的列",
        en: "the first twenty rows have no header with a column 'name', 'unit' or 'owner'"),
      hint: Phrase(
        zh: "表头写成：姓名、方、身份、户、面积、业主，有几列写几列",
        en: "head the columns name, party, role, unit, area, owner, as many as there are"))
  }
}
