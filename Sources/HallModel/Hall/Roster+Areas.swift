import HallSyntax

/// The floor areas of a roster: the owners' total, and the owners without an area.
extension Roster {
  /// How many owners there are, and what they own together.
  package var ownerSum: (heads: Int, area: Area) {
    let area = owners.voters.reduce(Area.zero) { $0 + Area(units: $1.area.number ?? 0) }
    return (owners.voters.count, area)
  }

  /// What the rows say, one a line.
  package var lines: [String] {
    rows.map { row in
      [
        row.name, row.party, row.role, row.unit, row.area?.text ?? "", row.owner,
        row.share?.text ?? "", row.votes ? "" : "-",
      ]
      .joined(separator: "\u{0}")
    }
  }

  /// Rows of units and owners without an area anywhere, one for each unit: under a rule for owners
  /// they do not count.
  package var ownersWithoutArea: [Row] {
    var units: Set<String> = []
    var known: Set<String> = []
    for row in rows where row.isOwned {
      if !row.unit.isEmpty { units.insert(Roster.unitKey(row.unit)) }
      if !row.owner.isEmpty { known.insert(row.owner) }
    }
    var missing: [Row] = []
    for row in rows where !row.isOwned {
      if !row.unit.isEmpty {
        if units.insert(Roster.unitKey(row.unit)).inserted { missing.append(row) }
      } else if !row.owner.isEmpty, known.insert(row.owner).inserted {
        missing.append(row)
      }
    }
    return missing
  }

  /// The rows that own something, and of which nothing says how much in one measure: one for each
  /// unit.
  package func rowsLacking(_ measure: Keyword) -> [Row] {
    func has(_ row: Row) -> Bool { measure == .area ? row.area != nil : row.share != nil }
    let known = Set(
      rows.lazy.filter { has($0) && !$0.unit.isEmpty }.map { Roster.unitKey($0.unit) })
    guard rows.contains(where: has) else { return [] }
    var told: Set<String> = []
    return rows.filter { row in
      guard row.isOwned, !has(row) else { return false }
      if row.unit.isEmpty { return true }
      let key = Roster.unitKey(row.unit)
      return !known.contains(key) && told.insert(key).inserted
    }
  }

  /// The first few of some rows, by unit and name.
  package static func list(_ rows: [Row]) -> Phrase {
    let names = rows.prefix(5).map { row in
      let name = row.name.isEmpty ? row.owner : row.name
      return [row.unit, name].filter { !$0.isEmpty }.joined(separator: " ")
    }
    let more = rows.count - names.count
    return Phrase(
      zh: names.joined(separator: "、") + (more > 0 ? " 等" : ""),
      en: names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
  }
}
