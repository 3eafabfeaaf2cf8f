import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// The last step is undone, in all documents that it changed. Undoing is a revision, too.
package struct UndoStep: Act {
  package init() {}

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let (loaded, session) = (change.loaded, change.session)
    guard let step = loaded.folder.lastStep() else { throw .nothingToUndo }
    let plan: UndoPlan
    do throws(Refusal) {
      plan = try UndoPlan(of: step, in: loaded, session.world.gitKnows)
    } catch {
      throw UndoPlan.going(on: error, past: step, in: loaded)
    }
    let last = VisibleText.line(plan.whys.map { "\($0.name) \($0.why)" }.joined(separator: "；"))
    let leaves =
      UndoStep.shared(step, in: loaded, session.world.programs)
      + loaded.folder.unrecordedDocuments(of: loaded.hall).map { document in
        Phrase(
          zh: "「\(document.path)」改过，还没有记下；撤销的不是它，它不会动",
          en: "'\(document.path)' was edited and not recorded; that edit stays")
      }
    if session.asks, !leaves.isEmpty {
      let question = Question.consent(
        Phrase(
          zh: "要撤销的是上一步（\(last)）。撤销吗？", en: "The last step is: \(last). Take it back?"),
        showing: leaves,
        orElse: Phrase(zh: "没有撤销，什么也没有改", en: "Not undone; nothing was changed."))
      guard try session.agrees(to: question) else { return change.declined(question) }
    } else {
      change.notes += leaves.map { Phrase(zh: "注意：" + $0.zh, en: "note: " + $0.en) }
    }
    let edits = plan.edits(session.language)
    let recorded = try session.record(
      edits, in: loaded, unmaking: plan.unmade.map(\.unmaking), takingBack: step)
    let unmade = plan.unmade.map { $0.phrase(isDone: !session.isDryRun) }
    guard !session.isDryRun else { return change.planned(recorded, unmade) }
    let books = edits.flatMap(UndoStep.ballotsLeft).map { book in
      Phrase(
        zh: "票册还在 \(book)，不要就删掉它", en: "the ballots are still in \(book); remove it if need be")
    }
    return change.done(
      recorded, recorded.map { $0.undone(plan.why(of: $0.place.name)) } + unmade + books)
  }

  /// What the others have already, for example a merge with theirs: undoing it will reach them as
  /// well.
  private static func shared(
    _ step: [Steps.Part], in loaded: LoadedHall, _ programs: any Programs
  ) -> [Phrase] {
    guard let last = LastShared(of: loaded.folder, programs) else { return [] }
    let names = step.filter { part in
      guard let place = HistoryPlace(named: part.name) else { return false }
      return last.shared(of: place).contains { $0.revision.number == part.last }
    }.map(\.name)
    guard !names.isEmpty else { return [] }
    return [
      Phrase(
        zh: "这一步已经交给大家了（\(names.joined(separator: "、"))）；撤销是新的一版，也会交给大家",
        en:
          "the others have that step (\(names.joined(separator: ", "))); taking it back is a revision"
          + " that they get as well")
    ]
  }

  /// Ballot files that no vote names any more: private files have no history to go back in.
  private static func ballotsLeft(_ edit: HallWriter.Edit) -> [String] {
    func books(_ bytes: [UInt8]) -> [String] {
      Document(path: edit.path, kind: edit.kind, bytes: bytes).ballotPaths
    }
    let left = books(edit.new)
    return books(edit.old ?? []).filter { !left.contains($0) }.map(VisibleText.line)
  }
}
