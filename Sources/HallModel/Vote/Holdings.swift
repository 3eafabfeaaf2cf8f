import HallSyntax

/// What the rows of a roster own together: each unit once, however many rows it has.
struct Holdings {
  /// What is written of one unit.
  private struct Unit {
    var area: Area?
    var share: ShareCount?
  }

  private var units: [Unit] = []

  /// Rows with neither an area nor a share own nothing.
  init(_ rows: some Sequence<Roster.Row>) {
    var places: [String: Int] = [:]
    for row in rows where row.isOwned {
      let key = Roster.unitKey(row.unit)
      if !key.isEmpty, let place = places[key] {
        units[place].area = units[place].area ?? row.area
        units[place].share = units[place].share ?? row.share
      } else {
        if !key.isEmpty { places[key] = units.count }
        units.append(Unit(area: row.area, share: row.share))
      }
    }
  }

  var isEmpty: Bool { units.isEmpty }

  /// The floor area; unknown as soon as one unit has none.
  var area: Figure {
    units.reduce(.zero) { $0 + ($1.area.map { .known($0.units) } ?? .unknown(.areaUnknown)) }
  }

  /// The shares, and what they are counted in; unknown as soon as one unit has none, or if they
  /// cannot be added.
  var shares: (figure: Figure, unit: ShareUnit?) {
    let known = knownShares
    guard let sum = known.sum else { return (.unknown(.shareUnits), nil) }
    return (known.isComplete ? .known(sum.units) : .unknown(.sharesUnknown), sum.unit)
  }

  /// The shares that are written, nil if they cannot be added; and whether each unit has one.
  var knownShares: (sum: ShareCount?, isComplete: Bool) {
    let written = units.compactMap(\.share)
    guard let first = written.first else { return (ShareCount(units: 0, .parts), units.isEmpty) }
    let sum = written.dropFirst().reduce(Optional(first)) { sum, own in
      sum.flatMap { $0.added(to: own) }
    }
    return (sum, written.count == units.count)
  }
}
