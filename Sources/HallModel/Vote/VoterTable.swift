import HallSyntax

/// The roster as voters: which rows are one head, and the floor area and the share that head has.
package struct VoterTable: Sendable {
  package struct Voter: Sendable {
    package let party: String
    /// Zero of somebody who owns nothing; unknown where one of their units has no area.
    package let area: Figure
    /// The same of the shares; unknown as well where they cannot be added.
    let shares: Figure
    let shareUnit: ShareUnit?
    package let label: String
    /// The 户 of its first row; empty where none is written.
    package let unit: String
  }

  package let voters: [Voter]
  /// The voter a row belongs to, or -1.
  private let voterOfRow: [Int]

  package func voter(ofRow row: Int) -> Int? {
    voterOfRow[row] >= 0 ? voterOfRow[row] : nil
  }

  /// Owners: only rows with an area or a share; the rows of one 户 are one head and one area, and several 户 of
  /// one 业主 are one head with their areas added.
  init(owners rows: [Roster.Row]) {
    var groups = Groups(count: rows.count)
    groups.join(rows) { $0.unit.isEmpty ? nil : Roster.unitKey($0.unit) }
    groups.join(rows) { $0.owner.isEmpty || !$0.isOwned ? nil : $0.owner }
    self.init(rows: rows, groups: &groups, onlyOwned: true)
  }

  /// Units: the rows of one unit are one head, whoever owns it. A row without a unit stays apart.
  ///
  /// - Parameter onlyOwned: whether only rows with an area or a share count, as for owners.
  init(units rows: [Roster.Row], onlyOwned: Bool) {
    var groups = Groups(count: rows.count)
    groups.join(rows) { $0.unit.isEmpty ? nil : Roster.unitKey($0.unit) }
    self.init(rows: rows, groups: &groups, onlyOwned: onlyOwned)
  }

  /// Members: a person is one head, however many rows have the same person of one unit or owner.
  init(members rows: [Roster.Row]) {
    var groups = Groups(count: rows.count)
    groups.join(rows) { row in
      row.unit.isEmpty ? nil : "\(row.party)\u{0}\(row.name)\u{0}\(Roster.unitKey(row.unit))"
    }
    groups.join(rows) { row in
      row.owner.isEmpty ? nil : "\(row.party)\u{0}\(row.name)\u{0}\u{0}\(row.owner)"
    }
    self.init(rows: rows, groups: &groups, onlyOwned: false)
  }

  private init(rows: [Roster.Row], groups: inout Groups, onlyOwned: Bool) {
    var members: [Int: [Int]] = [:]
    // Who is on the list without a vote is not a voter.
    for index in rows.indices where rows[index].votes {
      members[groups.root(of: index), default: []].append(index)
    }
    var voters: [Voter] = []
    var voterOfRow = [Int](repeating: -1, count: rows.count)
    for root in members.keys.sorted() {
      let group = members[root] ?? []
      let owned = Holdings(group.lazy.map { rows[$0] })
      if onlyOwned, owned.isEmpty { continue }
      let (shares, shareUnit) = owned.shares
      let first = rows[group[0]]
      let owner = group.lazy.map { rows[$0].owner }.first { !$0.isEmpty }
      voters.append(
        Voter(
          party: first.party, area: owned.area, shares: shares, shareUnit: shareUnit,
          label: onlyOwned ? owner ?? first.name : first.name,
          unit: group.lazy.map { rows[$0].unit }.first { !$0.isEmpty } ?? ""))
      for index in group { voterOfRow[index] = voters.count - 1 }
    }
    self.voters = voters
    self.voterOfRow = voterOfRow
  }

  /// Sets of rows that belong together (union–find with path halving).
  private struct Groups {
    var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(of index: Int) -> Int {
      var index = index
      while parents[index] != index {
        parents[index] = parents[parents[index]]
        index = parents[index]
      }
      return index
    }

    /// Joins the rows that share a key; a row without a key stays separate.
    mutating func join(_ rows: [Roster.Row], by key: (Roster.Row) -> String?) {
      var first: [String: Int] = [:]
      for (index, row) in rows.enumerated() {
        guard let key = key(row) else { continue }
        if let other = first[key] {
          let (left, right) = (root(of: other), root(of: index))
          parents[max(left, right)] = min(left, right)
        } else {
          first[key] = index
        }
      }
    }
  }
}
