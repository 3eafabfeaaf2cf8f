import HallModel
import HallSyntax
import HallWords

/// What a spreadsheet changes in a roster: rows that are new, changed, or removed.
///
/// A row is matched by its name and unit, else by its name alone, else by its unit alone, if only
/// one can be meant. A sheet that covers some parties removes nobody of another party.
package struct RosterPlan {
  package struct Changed {
    package let row: Roster.Row
    package let entry: RosterSheet.Entry
    package let columns: [Keyword]

    package init(row: Roster.Row, entry: RosterSheet.Entry, columns: [Keyword]) {
      self.row = row
      self.entry = entry
      self.columns = columns
    }

    /// A row, and what is said of it anew.
    package init(row: Roster.Row, cells: [Keyword: String]) {
      let entry = RosterSheet.Entry(cells)
      let columns = RosterHeads.columns.filter {
        cells[$0] != nil && RosterPlan.differs(row, entry, $0)
      }
      self.init(row: row, entry: entry, columns: columns)
    }
  }

  package private(set) var added: [RosterSheet.Entry] = []
  package private(set) var changed: [Changed] = []
  package private(set) var removed: [Roster.Row] = []
  package private(set) var unchanged = 0
  /// Rows of parties that the sheet does not cover.
  package private(set) var untouched = 0
  /// The party for new rows if the sheet gives none.
  package let party: String?
  /// How many rows the roster has.
  package let present: Int

  /// A plan for single rows, without a sheet.
  package init(
    of charter: Charter, adding added: [RosterSheet.Entry] = [], changing changed: [Changed] = [],
    removing removed: [Roster.Row] = []
  ) {
    party = nil
    present = charter.roster.rows.count
    (self.added, self.changed, self.removed) = (added, changed, removed)
  }

  package var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }

  package init(_ sheet: RosterSheet, of charter: Charter) {
    let rows = charter.roster.rows
    let hasParties = sheet.columns.contains(.partyColumn)
    let party = hasParties ? nil : RosterPlan.usualParty(charter)
    self.party = party
    present = rows.count
    var pairing = Pairing(rows: rows.count, entries: sheet.entries.count)
    func name(_ entry: RosterSheet.Entry) -> String { compared(entry[.nameColumn]) }
    func side(_ entry: RosterSheet.Entry) -> String {
      hasParties ? compared(entry[.partyColumn]) : ""
    }
    func side(_ row: Roster.Row) -> String { hasParties ? row.party : "" }
    pairing.pair(
      rows: { [side(rows[$0]), rows[$0].name, Roster.unitKey(rows[$0].unit)] },
      entries: { [side(sheet.entries[$0]), name(sheet.entries[$0]), sheet.entries[$0].unitKey] },
      onlyUnique: false)
    pairing.pair(
      rows: { rows[$0].name.isEmpty ? nil : [side(rows[$0]), rows[$0].name] },
      entries: { place in
        let entry = sheet.entries[place]
        return name(entry).isEmpty ? nil : [side(entry), name(entry)]
      }, onlyUnique: true)
    pairing.pair(
      rows: { rows[$0].unit.isEmpty ? nil : [Roster.unitKey(rows[$0].unit)] },
      entries: { sheet.entries[$0].unitKey.isEmpty ? nil : [sheet.entries[$0].unitKey] },
      onlyUnique: true)
    var spoken: Set<String> = party.map { [$0, ""] } ?? [""]
    for (place, entry) in sheet.entries.enumerated() {
      if hasParties { spoken.insert(compared(entry[.partyColumn])) }
      guard let partner = pairing.rowOfEntry[place] else {
        var new = entry
        if let party { new.cells[.partyColumn] = party }
        added.append(new)
        continue
      }
      let columns = RosterPlan.differences(rows[partner], entry, sheet)
      if columns.isEmpty {
        unchanged += 1
      } else {
        changed.append(Changed(row: rows[partner], entry: entry, columns: columns))
      }
    }
    for (place, row) in rows.enumerated() where pairing.entryOfRow[place] == nil {
      if spoken.contains(row.party) { removed.append(row) } else { untouched += 1 }
    }
  }

  /// People who live there belong to the residents, if the hall has that party.
  private static func usualParty(_ charter: Charter) -> String {
    let residents = [Language.zh, .en].map { Keyword.residents.word($0) }
    return residents.first { charter.parties[$0] != nil } ?? charter.parties.voting.first?.name
      ?? residents[0]
  }

  private static func differences(
    _ row: Roster.Row, _ entry: RosterSheet.Entry, _ sheet: RosterSheet
  ) -> [Keyword] {
    var columns = sheet.columns
    // A name from the owner column replaces the row's name only if that came from the owner too.
    if sheet.namesAreOwners, row.name.isEmpty || row.name == row.owner {
      columns.append(.nameColumn)
    }
    return columns.filter { differs(row, entry, $0) }
  }

  private static func differs(
    _ row: Roster.Row, _ entry: RosterSheet.Entry, _ column: Keyword
  ) -> Bool {
    switch column {
    case .areaColumn: row.area != entry.area
    case .unitColumn: Roster.unitKey(row.unit) != entry.unitKey
    default: row.text(column) != compared(entry[column])
    }
  }

  /// Rows and entries matched one to one.
  private struct Pairing {
    var entryOfRow: [Int?]
    var rowOfEntry: [Int?]

    init(rows: Int, entries: Int) {
      entryOfRow = Array(repeating: nil, count: rows)
      rowOfEntry = Array(repeating: nil, count: entries)
    }

    /// Pairs the remaining rows and entries that share a key.
    ///
    /// - Parameter onlyUnique: whether to pair only if exactly one row and one entry have the key.
    mutating func pair(
      rows rowKey: (Int) -> [String]?, entries entryKey: (Int) -> [String]?, onlyUnique: Bool
    ) {
      var left: [[String]: (rows: [Int], entries: [Int])] = [:]
      for row in entryOfRow.indices where entryOfRow[row] == nil {
        if let key = rowKey(row) { left[key, default: ([], [])].rows.append(row) }
      }
      for entry in rowOfEntry.indices where rowOfEntry[entry] == nil {
        if let key = entryKey(entry) { left[key, default: ([], [])].entries.append(entry) }
      }
      for (rows, entries) in left.values {
        if onlyUnique, rows.count != 1 || entries.count != 1 { continue }
        for (row, entry) in zip(rows, entries) {
          entryOfRow[row] = entry
          rowOfEntry[entry] = row
        }
      }
    }
  }
}

/// The text of a cell for comparison with one in a file.
private func compared(_ text: String) -> String {
  FullWidth.name(Slice(TableEdit.written(text)))
}
