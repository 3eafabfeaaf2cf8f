/// A three-way merge by lines.
package enum LineMerge {
  /// A piece of the merged text.
  package enum Piece: Equatable, Sendable {
    /// Lines that one side changed, or neither, or both in the same way.
    case settled([UInt8])
    /// Lines that each side added at the same place, where neither removed any.
    case bothAdded(first: [UInt8], second: [UInt8])
    /// Lines of the base that both sides changed in different ways.
    case conflict(base: [UInt8], first: [UInt8], second: [UInt8])
  }

  /// Merges two texts that come from one base. The settled pieces, joined, are the merged text.
  ///
  /// Changes of neighbouring lines do not conflict: each line is a fact.
  package static func merge(base: [UInt8], first: [UInt8], second: [UInt8]) -> [Piece] {
    let table = LineTable(base)
    let sides = [first, second].map { Side(from: table, to: LineTable($0)) }
    var pieces: [Piece] = []
    var places = [0, 0]
    var line = 0
    while let group = nextGroup(sides, places) {
      append(.settled(Array(table.text(line..<group.base.lowerBound))), to: &pieces)
      let texts = sides.enumerated().map { index, side in
        side.text(of: group.base, changes: group.changes[index])
      }
      append(
        piece(
          Array(table.text(group.base)), texts[0], texts[1],
          changed: group.changes.map { !$0.isEmpty }),
        to: &pieces)
      line = group.base.upperBound
      places = zip(places, group.changes).map { $0 + $1.count }
    }
    append(.settled(Array(table.text(line..<table.count))), to: &pieces)
    return pieces
  }

  /// One side's changes of the base.
  private struct Side {
    let table: LineTable
    let changes: [LineChange]

    init(from base: LineTable, to table: LineTable) {
      self.table = table
      let numbers = LineNumbers(base, table)
      changes = LineDiff.changes(from: numbers.old, to: numbers.new, distinct: numbers.count)
    }

    /// This side's version of some lines of the base, given its changes within them.
    func text(of base: Range<Int>, changes: ArraySlice<LineChange>) -> [UInt8] {
      guard let first = changes.first, let last = changes.last else { return [] }
      let start = first.new.lowerBound - (first.old.lowerBound - base.lowerBound)
      let end = last.new.upperBound + (base.upperBound - last.old.upperBound)
      return Array(table.text(start..<end))
    }
  }

  private struct Group {
    var base: Range<Int>
    var changes: [ArraySlice<LineChange>]
  }

  /// The next overlapping changes of both sides.
  private static func nextGroup(_ sides: [Side], _ places: [Int]) -> Group? {
    func next(_ index: Int, _ count: Int) -> Range<Int>? {
      let place = places[index] + count
      return place < sides[index].changes.count ? sides[index].changes[place].old : nil
    }
    guard let start = sides.indices.compactMap({ next($0, 0)?.lowerBound }).min() else {
      return nil
    }
    // Lines added at a place come before a change at that place.
    let here = sides.indices.filter { next($0, 0)?.lowerBound == start }
    let added = here.filter { next($0, 0)?.isEmpty == true }
    var counts = sides.indices.map { (added.isEmpty ? here : added).contains($0) ? 1 : 0 }
    func end() -> Int {
      sides.indices.compactMap { counts[$0] > 0 ? next($0, counts[$0] - 1)?.upperBound : nil }.max()
        ?? start
    }
    while let index = sides.indices.first(where: { index in
      next(index, counts[index]).map { $0.lowerBound < end() } ?? false
    }) {
      counts[index] += 1
    }
    return Group(
      base: start..<end(),
      changes: sides.indices.map { index in
        sides[index].changes[places[index]..<places[index] + counts[index]]
      })
  }

  private static func piece(
    _ base: [UInt8], _ first: [UInt8], _ second: [UInt8], changed: [Bool]
  ) -> Piece {
    if !changed[1] || first == second { return .settled(first) }
    if !changed[0] { return .settled(second) }
    if base.isEmpty { return .bothAdded(first: first, second: second) }
    return .conflict(base: base, first: first, second: second)
  }

  private static func append(_ piece: Piece, to pieces: inout [Piece]) {
    if case .settled(let text) = piece {
      if text.isEmpty { return }
      if case .settled(let before) = pieces.last {
        pieces[pieces.count - 1] = .settled(before + text)
        return
      }
    }
    pieces.append(piece)
  }
}

extension LineTable {
  /// The bytes of some consecutive lines.
  fileprivate func text(_ range: Range<Int>) -> ArraySlice<UInt8> {
    guard let first = range.first, let last = range.last else { return [] }
    return bytes[lines[first].lowerBound..<lines[last].upperBound]
  }
}
