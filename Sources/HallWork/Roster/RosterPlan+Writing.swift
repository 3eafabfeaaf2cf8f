import HallModel
import HallStore
import HallSyntax
import HallSheets
import HallWords

extension RosterPlan {
  /// Applies the plan: changed and removed rows in place, new ones after the last.
  ///
  /// - Parameters:
  ///   - isPrivate: whether new rows go to `private/roster.md`.
  ///   - why: the reason of the revision; by default, how many rows it changes.
  package func write(
    to change: inout Change, isPrivate: Bool, why: Phrase? = nil
  ) throws(Refusal) {
    let why = why ?? summary
    let documents = change.charter.rosterDocuments
    let target = isPrivate ? HallFolder.privateRosterPath : change.charter.document.path
    for document in documents {
      let edits = edits(of: document, change.written, isTarget: document.path == target)
      let newTable = document.path == target && Roster.tables(in: document).isEmpty ? added : []
      guard !edits.isEmpty || !newTable.isEmpty else { continue }
      let language = change.written
      try change.edit(document, why: why) { editor throws(EditFault) in
        // From the last table on: earlier tables keep their nodes.
        for (table, edit) in edits.sorted(by: { $0.table > $1.table }) {
          try editor.edit(table: table, edit)
        }
        guard !newTable.isEmpty else { return }
        let section = document.kind == .hall ? try editor.section(.roster) : nil
        try editor.addTable(
          RosterPlan.header(language), newTable.map(RosterPlan.cells), to: section)
      }
    }
    if isPrivate, documents.count < 2, !added.isEmpty {
      change.create(
        RosterPlan.privateRoster(added, change.written), why: why)
    }
    if isPrivate { try change.keepOutOfGit() }
  }
}
