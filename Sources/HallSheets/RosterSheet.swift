import HallChecks
import HallModel
import HallSyntax
import HallWords

/// A roster in a spreadsheet, with every cell checked.
package struct RosterSheet {
  package struct Entry {
    /// The cells in the written form, by their columns.
    package var cells: [Keyword: String]
    package let area: Area?
    package let range: Range<Int>

    package init(cells: [Keyword: String], area: Area?, range: Range<Int>) {
      self.cells = cells
      self.area = area
      self.range = range
    }

    /// Cells that are not from a sheet.
    package init(_ cells: [Keyword: String]) {
      let area = cells[.areaColumn].flatMap { try? Area(reading: Slice($0)) }
      self.init(cells: cells, area: area, range: 0..<0)
    }

    package subscript(_ keyword: Keyword) -> String { cells[keyword] ?? "" }
    package var unitKey: String { Roster.unitKey(TableEdit.written(self[.unitColumn])) }
  }

  /// What to do with a column 单位.
  package enum Organisation {
    /// It is the party if every one of its cells names one.
    case party
    /// The user said that it is not the party.
    case leftOut
  }

  package let table: Spreadsheet
  package var document: Document { table.document }
  package private(set) var entries: [Entry] = []
  /// The columns that are here, in the order they are written.
  package let columns: [Keyword]
  /// Heads of columns that are left out: unknown ones, and those with private details.
  package let unknown: [String]
  package let personal: [String]
  /// The head of the column with the parties, if it has another name.
  let partyHead: String?
  /// The head of a column 单位 that does not contain parties: the user has to say what it is.
  package private(set) var doubtful: Spreadsheet.Cell?
  package private(set) var problems: [Problem]
  /// Whether the names are those of the owners, because no column has names.
  let namesAreOwners: Bool
  /// Whether party cells are merged over several rows.
  private let hasMergedParties: Bool
  private var partyAbove: String?
  /// How many rows took their party from the row above.
  private(set) var filledParties = 0

  package init(
    _ bytes: [UInt8], path: String, parties: PartyList, organisation: Organisation = .party
  ) {
    table = Spreadsheet(bytes, path: path, RosterHeads.meaning)
    problems = table.problems
    var places = table.columns
    let heads = table.header?.cells ?? []
    for (keyword, column) in places.places
    where RosterSheet.isNoColumn(column, keyword, of: table) {
      places.drop(
        keyword, named: heads[column].text,
        isPersonal: RosterSheet.holdsNumbers(column, of: table))
    }
    var partyHead: String?
    if let column = places.organisation {
      let head = heads[column]
      let isOther = places[.partyColumn] != nil || organisation == .leftOut
      switch isOther ? nil : RosterSheet.parties(in: column, of: table, parties) {
      case nil: places.leaveOutOrganisation(named: head.text)
      case true?:
        places.takeOrganisationAsParty()
        partyHead = head.text
      case false?: doubtful = head
      }
    }
    (self.partyHead, unknown, personal) = (partyHead, places.unknown, places.personal)
    hasMergedParties = RosterSheet.isMerged(places[.partyColumn], in: table)
    namesAreOwners = places[.nameColumn] == nil && places[.ownerColumn] != nil
    let here = Set(places.places.keys)
    columns = RosterHeads.columns.filter { here.contains($0) }
    guard !places.identifying.isEmpty, !here.isDisjoint(with: RosterSheet.needed) else {
      problems = [RosterSheet.noHeader(table, path)]
      return
    }
    if let doubtful { problems.append(RosterSheet.doubt(doubtful, parties, path)) }
    for (row, unit) in table.rows { read(row, unit, places, parties) }
    findContradictions()
    if entries.isEmpty, problems.isEmpty { problems = [RosterSheet.noRows(table, path)] }
    problems.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// What is wrong with a text that has a number in it which the record must not contain: of a phone, of an
  /// identity card.
  package static func personalNumber(in text: String) -> Phrase? {
    guard PersonalNumber.isIn(text) else { return nil }
    return Phrase(
      zh: "「\(text)」里像是有手机号或身份证号，名册里不能写",
      en: "'\(text)' seems to hold a phone or identity number, which a roster must not")
  }

  private static let needed: Set<Keyword> = [.nameColumn, .unitColumn, .ownerColumn]

  private mutating func read(
    _ row: Spreadsheet.Row, _ unit: String, _ places: SheetColumns, _ parties: PartyList
  ) {
    var cells: [Keyword: String] = [:]
    var area: Area?
    for keyword in columns {
      guard let cell = places[keyword].flatMap(row.cell), !cell.text.isEmpty else { continue }
      switch keyword {
      case .areaColumn:
        area = self.area(cell)
        cells[keyword] = area?.text
        continue
      case .nameColumn, .ownerColumn: cells[keyword] = CellText.name(cell.text)
      case .unitColumn: cells[keyword] = unit
      default: cells[keyword] = cell.text
      }
      if keyword != .unitColumn, let fault = RosterSheet.personalNumber(in: cell.text) {
        problem(
          cell, zh: fault.zh, en: fault.en,
          hint: Phrase(zh: "在表格里删掉号码", en: "take the number out of the spreadsheet"))
      }
      if keyword == .partyColumn { findParty(cell, parties) }
    }
    if hasMergedParties {
      if cells[.partyColumn] == nil, let partyAbove {
        cells[.partyColumn] = partyAbove
        filledParties += 1
      }
      partyAbove = cells[.partyColumn]
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

  private mutating func findParty(_ cell: Spreadsheet.Cell, _ parties: PartyList) {
    guard parties[FullWidth.name(Slice(cell.text))] == nil else { return }
    let names = parties.parties.map(\.name)
    problem(
      cell, zh: "没有「\(cell.text)」这一方", en: "there is no party '\(cell.text)'",
      hint: Phrase(
        zh: "写成各方之一：" + names.joined(separator: "、")
          + "；真有这一方，先加上：hall 各方 \(cell.text) 表决（新的议事厅先不带名册开张）",
        en: "write one of the parties: " + names.joined(separator: ", ")
          + "; if it is a party of the hall, add it first: hall party \(cell.text) votes"
          + " (a new hall is founded without the roster)"))
  }

  private mutating func area(_ cell: Spreadsheet.Cell) -> Area? {
    let value = Slice(CellText.figure(cell.text))
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

  /// The same row twice, and one unit with two areas.
  private mutating func findContradictions() {
    let found = RosterContradictions(entries, in: document)
    problems += found.problems
  }

  private mutating func problem(
    _ cell: Spreadsheet.Cell, zh: String, en: String, hint: Phrase
  ) {
    problems.append(
      Problem(
        id: "sheet", severity: .error, path: document.path, range: cell.range,
        message: Phrase(zh: zh, en: en), hint: hint))
  }
}
