import HallSyntax

/// The people and units of a hall, from the tables of the roster.
package final class Roster: Sendable {
  package struct Row: Sendable {
    package let name: String
    package let party: String
    package let role: String
    package let unit: String
    package let area: Area?
    package let share: ShareCount?
    package let owner: String
    /// Whether the column 表决 lets it vote; true without the column.
    package let votes: Bool
    /// The file that contains the row.
    package let document: Document
    package let node: Int

    /// Whether it says how much of the building the row owns.
    package var isOwned: Bool { area != nil || share != nil }
  }

  package let rows: [Row]
  private let byName: [String: [Int]]
  private let byUnit: [String: [Int]]
  private let byOwner: [String: [Int]]
  /// Whether any row has an area, and whether any has a share: without one, nobody's is known.
  package let knowsAreas: Bool
  let knowsShares: Bool
  /// What the shares of all rows come to.
  package let shareSum: ShareSum
  /// Whether a unit has a name without a number.
  private let hasPlainUnits: Bool
  /// The voters under a rule for owners, and those under a rule for members.
  package let owners: VoterTable
  package let members: VoterTable
  /// The same under rules that count units, which few halls have.
  let unitsOfOwners: Lazy<VoterTable>
  let unitsOfMembers: Lazy<VoterTable>
  /// The party of each name that is listed under one party only.
  private let onlyParties: Lazy<[String: String]>

  package init(_ documents: [Document]) {
    var rows: [Row] = []
    for document in documents { Roster.read(document, into: &rows) }
    self.rows = rows
    var (byName, byUnit, byOwner): ([String: [Int]], [String: [Int]], [String: [Int]]) = (
      [:], [:], [:]
    )
    for (index, row) in rows.enumerated() {
      if !row.name.isEmpty { byName[row.name, default: []].append(index) }
      if !row.unit.isEmpty { byUnit[Roster.unitKey(row.unit), default: []].append(index) }
      if !row.owner.isEmpty { byOwner[row.owner, default: []].append(index) }
    }
    (self.byName, self.byUnit, self.byOwner) = (byName, byUnit, byOwner)
    knowsAreas = rows.contains { $0.area != nil }
    knowsShares = rows.contains { $0.share != nil }
    shareSum = knowsShares ? ShareSum(rows) : .open
    hasPlainUnits = byUnit.keys.contains { !$0.utf8.contains(where: isDigit) }
    owners = VoterTable(owners: rows)
    members = VoterTable(members: rows)
    unitsOfOwners = Lazy { [rows] in VoterTable(units: rows, onlyOwned: true) }
    unitsOfMembers = Lazy { [rows] in VoterTable(units: rows, onlyOwned: false) }
    onlyParties = Lazy { [rows, byName] in
      byName.compactMapValues { places in
        guard let party = places.first.map({ rows[$0].party }), !party.isEmpty,
          places.allSatisfy({ rows[$0].party == party })
        else { return nil }
        return party
      }
    }
  }

  package var isEmpty: Bool { rows.isEmpty }

  /// Whether somebody owns several units, and so may have several ballots.
  package var hasOwnersOfSeveral: Bool {
    byOwner.values.contains { places in Set(places.map { rows[$0].unit }).count > 1 }
  }

  /// The rows a name may mean: a person's name, else a unit, else an owner's name.
  package func rows(named name: String) -> [Int] {
    byName[name] ?? units(named: name) ?? byOwner[name] ?? []
  }

  /// The rows of a unit, in whichever form it is written. Most names are those of people, and have
  /// no digit.
  private func units(named name: String) -> [Int]? {
    guard hasPlainUnits || name.utf8.contains(where: isDigit) else { return nil }
    return byUnit[Roster.unitKey(name)]
  }

  /// The key of the unit that a name means, if it does not mean a person.
  func unit(named name: String) -> String? {
    byName[name] == nil && units(named: name) != nil ? Roster.unitKey(name) : nil
  }

  package func hasPerson(_ name: String) -> Bool { !rows(named: name).isEmpty }

  /// Whether a cell of the column 表决 lets somebody vote: an empty one and a yes do. Whatever else it
  /// says, the person has no vote; a check asks about words that are not known.
  static func votes(_ cell: Slice) -> Bool {
    cell.isEmpty || Vocabulary.keyword(NameList.Element(cell).name, in: .yesNo) == .yes
  }

  /// Whether a cell of the column 表决 is read for certain.
  package static func isVotesWord(_ cell: Slice) -> Bool {
    let word = NameList.Element(cell).name
    return cell.isEmpty || Vocabulary.keyword(word, in: .yesNo) != nil
      || Vocabulary.keyword(word, in: .partyPart) == .noVote
  }

  /// Whether the column 表决 lets a person vote; true for anybody who is not listed.
  func hasVote(_ name: String) -> Bool {
    let found = rows(named: name)
    return found.isEmpty || found.contains { rows[$0].votes }
  }

  /// The party of a name that is listed under one party only.
  package func onlyParty(of name: String) -> String? {
    onlyParties.value[name]
  }

  /// `2号楼1单元301` and `2-1-301` are one unit.
  package static func unitKey(_ unit: String) -> String {
    var key: [UInt8] = []
    var cursor = Cursor(Slice(unit))
    let words = ["号楼", "单元", "栋", "幢", "座", "楼", "号", "室", "户", "门", "-", " ", "#"]
    while !cursor.atEnd {
      if cursor.take(anyOf: words) {
        if let last = key.last, last != UInt8(ascii: "-") { key.append(UInt8(ascii: "-")) }
      } else {
        let (byte, length) = FullWidth.byte(in: cursor.bytes, at: cursor.index)
        key.append(byte)
        cursor.index += length
      }
    }
    if key.last == UInt8(ascii: "-") { key.removeLast() }
    return String(decoding: key, as: UTF8.self)
  }

  /// Reads every table of a roster that has a column of names or of units: under 名册 in `hall.md`,
  /// anywhere in `private/roster.md`.
  private static func read(_ document: Document, into rows: inout [Row]) {
    let scope: Range<Int>
    if document.kind == .hall {
      guard let section = document.section(.roster) else { return }
      scope = section..<Int(document.nodes[section].subtreeEnd)
    } else {
      scope = 0..<document.nodes.count
    }
    var columns: RosterColumns?
    for index in scope {
      let node = document.nodes[index]
      if node.kind == .table { columns = nil }
      guard node.kind == .tableRow else { continue }
      let cells = TableCells.split(document.slice(node.value))
      if document.nodes[index - 1].kind == .table {
        columns = RosterColumns(header: cells)
      } else if let columns, columns[.nameColumn] != nil || columns[.unitColumn] != nil {
        rows.append(columns.row(cells, document: document, node: index))
      }
    }
  }
}

/// The meaning of each column in a roster's table.
package struct RosterColumns: Sendable {
  private var places: [Keyword: Int] = [:]

  package init(header: [Slice]) {
    for (place, cell) in header.enumerated() {
      guard let keyword = Vocabulary.keyword(cell, in: .rosterColumn), places[keyword] == nil else {
        continue
      }
      places[keyword] = place
    }
  }

  package subscript(_ keyword: Keyword) -> Int? { places[keyword] }

  /// The cell of a row in a column; empty if the row is short.
  package func cell(_ keyword: Keyword, of cells: [Slice]) -> Slice? {
    guard let place = places[keyword], place < cells.count else { return nil }
    return cells[place]
  }

  func row(_ cells: [Slice], document: Document, node: Int) -> Roster.Row {
    func name(_ keyword: Keyword) -> String { cell(keyword, of: cells).map(FullWidth.name) ?? "" }
    return Roster.Row(
      name: name(.nameColumn), party: name(.partyColumn), role: name(.roleColumn),
      unit: name(.unitColumn),
      area: cell(.areaColumn, of: cells).flatMap { try? Area(reading: $0) },
      share: cell(.sharesColumn, of: cells).flatMap { try? ShareCount(reading: $0) },
      owner: name(.ownerColumn),
      votes: cell(.votes, of: cells).map(Roster.votes) ?? true,
      document: document, node: node)
  }
}
