import HallModel
import HallSheets
import HallStore
import HallSyntax
import HallWords

/// Adds a person to the roster, changes what it says of one, or takes one off it.
package struct SetPerson: Act {
  /// What is done with the row of the person.
  package enum Way: Sendable {
    /// It is changed; a person who is not on the roster is added.
    case set
    /// A row is added, whoever of that name is on the roster.
    case add
    case remove
  }

  private let name: String
  private let cells: [Keyword: String]
  private let way: Way
  private let isPrivate: Bool

  /// - Parameters:
  ///   - name: the person, also as `party/name`.
  ///   - cells: what is said of the person, by the columns of the roster: what is not said stays, and an
  ///     empty text empties a cell.
  ///   - isPrivate: whether a new roster is kept out of git.
  package init(_ name: String, _ cells: [Keyword: String], _ way: Way, isPrivate: Bool) {
    self.name = name
    self.cells = cells.mapValues { TypedText.words($0) ?? "" }
    (self.way, self.isPrivate) = (way, isPrivate)
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let charter = change.charter
    try change.requireReadableRoster()
    let person = try NamedPerson(name, party: cells[.partyColumn], charter)
    var cells = try RosterCells(self.cells, charter).checked
    cells[.partyColumn] = person.party
    let plan: RosterPlan
    let said: Phrase
    switch (way, way == .add ? nil : try person.row(unit: cells[.unitColumn])) {
    case (.remove, nil): throw person.notThere
    case (.remove, let row?):
      plan = RosterPlan(of: charter, removing: [row])
      said = SetPerson.said(Phrase(zh: "名册去掉了", en: "taken off the roster: "), row.written)
    case (_, let row?):
      let changed = RosterPlan.Changed(row: row, cells: cells)
      guard !changed.columns.isEmpty else {
        throw .refused(
          Phrase(
            zh: "名册上「\(person.name)」本来就是这样",
            en: "the roster says this of '\(person.name)' already"))
      }
      try RosterCells.requireOneArea(cells, besides: row, charter)
      plan = RosterPlan(of: charter, changing: [changed])
      said = Phrase(
        zh: "名册上 " + RosterPlan.told(changed, .zh).replacing("  ", with: " "),
        en: "roster: " + RosterPlan.told(changed, .en).replacing("  ", with: " "))
    case (_, nil):
      var entry = RosterSheet.Entry(cells.filter { !$0.value.isEmpty })
      entry.cells[.nameColumn] = try person.newName
      entry.cells[.partyColumn] = person.newParty
      guard entry.cells[.partyColumn] != nil else { throw person.noParty }
      try RosterCells.requireOneArea(cells, besides: nil, charter)
      plan = RosterPlan(of: charter, adding: [entry], changing: try person.owned(by: entry))
      said = SetPerson.said(Phrase(zh: "名册加了", en: "added to the roster: ")) { entry[$0] }
    }
    return try write(plan, said, in: &change)
  }

  private func write(
    _ plan: RosterPlan, _ said: Phrase, in change: inout Change
  ) throws(Refusal) -> Step {
    let isKept = try isKeptPrivate(plan, change.charter)
    let isTouched = isKept || plan.touches(HallFolder.privateRosterPath)
    try plan.write(to: &change, isPrivate: isKept, why: said)
    if let note = RecountedVotes(change.hall, change.outcome, today: change.today)
      .note(Phrase(zh: "新名册", en: "the new roster"))
    {
      change.notes.append(note)
    }
    if isTouched {
      change.notes.append(
        Phrase(
          zh: "这一行在 private/roster.md 里：没有历史，不能撤销；原来的会留一份在 .hall/replaced/",
          en: "the row is in private/roster.md, which has no history and no undo; what it said is"
            + " kept in .hall/replaced/"))
    }
    var step = try change.finish(did: said, next: ["hall roster"])
    // The diff of a dry run shows only what has a history.
    if isTouched, step.isPlan { step.details = [VisibleText.line(said[change.language])] }
    return step
  }

  /// Whether a new row goes to the private roster: where the others of its party are, if they are in the
  /// public one, it goes there.
  private func isKeptPrivate(_ plan: RosterPlan, _ charter: Charter) throws(Refusal) -> Bool {
    let isOpen = charter.rosterDocuments.count < 2
    if isPrivate {
      if isOpen && !charter.roster.isEmpty || plan.touches(charter.document.path) {
        throw .refused(
          Phrase(
            zh: "名册写在 hall.md 里，是公开的，--私密 在这里不管用",
            en: "the roster is in hall.md, which is public: --private has no use here"),
          hint: Phrase(
            zh: "--私密 用在名册还空着的时候；要整份移走，问懂 git 的人：写进历史的收不回来",
            en: "--private is for a roster that is still empty; what a history has cannot be taken"
              + " back"))
      }
      return true
    }
    guard !isOpen, let party = plan.added.first?[.partyColumn] else { return false }
    let others = charter.roster.rows.filter { $0.party == party }
    return others.isEmpty || others.contains { $0.document !== charter.document }
  }

  private static func said(_ what: Phrase, _ cell: (Keyword) -> String) -> Phrase {
    let cells = NamedPerson.told(cell)
    return Phrase(
      zh: what.zh + "「\(cells.first ?? "")」" + cells.dropFirst().map { "，" + $0 }.joined(),
      en: what.en + cells.joined(separator: ", "))
  }
}

extension Change {
  /// Refuses to write while a part of the roster cannot be read: nobody knows who is in it.
  fileprivate func requireReadableRoster() throws(Refusal) {
    let path = HallFolder.privateRosterPath
    if let failure = loaded.failures.first(where: { $0.path == path }) { throw .store(failure) }
    if charter.rosterDocuments.contains(where: { $0.fault != nil }) {
      throw .refused(
        Phrase(
          zh: "\(path) 不是文字（UTF-8），读不出名册，什么也没有写",
          en: "\(path) is not text (UTF-8); the roster is not known, and nothing was written"),
        hint: Phrase(zh: "先从备份找回它", en: "bring it back from a backup first"))
    }
  }
}

extension RosterPlan {
  /// Whether a row of a document is changed or removed.
  fileprivate func touches(_ path: String) -> Bool {
    changed.contains { $0.row.document.path == path }
      || removed.contains { $0.document.path == path }
  }
}
