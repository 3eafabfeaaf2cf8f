import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// `hall undo`: undoes the last command, in all documents it changed. Undoing is a revision, too,
/// and what the command made is kept, so that nothing is lost.
enum UndoCommand: Command {
  static let spec = CommandSpec(
    "undo", aliases: ["撤销"],
    summary: Phrase(zh: "撤销上一个命令的改动", en: "take back what the last command changed"),
    options: OptionSpec.writing,
    details: Phrase(
      zh: "一个命令算一步，可以接着撤销更早的。撤销也记成新的一版；刚新建的文件连同历史移到 .hall/undone/，什么都不会丢。\n"
        + "已经交给大家的一步，和在别的程序里改过、还没记下的文件，会先说；在终端上先问一声。",
      en:
        "One command is one step; call it again to take back the one before. Taking back is a new"
        + " revision; a document just made goes to .hall/undone/ with its history. Nothing is lost.\n"
        + "A step that the others have already, and an edit that is not recorded yet, are named, and on"
        + " a terminal you are asked first."),
    examples: ["hall undo", "hall undo --dry-run"])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let loaded = try invocation.loadForWriting(&answer, keepsLock: !invocation.canAsk)
    let language = try invocation.language(loaded.hall.charter)
    guard let step = loaded.folder.lastStep() else { throw .nothingToUndo }
    let plan: UndoPlan
    do throws(Refusal) {
      plan = try UndoPlan(of: step, in: loaded, invocation.context.gitKnows)
    } catch {
      throw UndoPlan.going(on: error, past: step, in: loaded)
    }
    let last = plan.whys.map { "\($0.name) \($0.why)" }.joined(separator: "；")
    let leaves =
      shared(step, in: loaded, invocation, language)
      + loaded.folder.unrecordedDocuments(of: loaded.hall).map { document in
        Phrase(
          zh: "「\(document.path)」改过，还没有记下；撤销的不是它，它不会动",
          en: "'\(document.path)' was edited and not recorded; that edit stays")[
            language]
      }
    if invocation.canAsk, !leaves.isEmpty {
      let question = Phrase(
        zh: "要撤销的是上一步（\(VisibleText.line(last))）。撤销吗？",
        en: "The last step is: \(VisibleText.line(last)). Take it back?")
      let refused = Phrase(zh: "没有撤销，什么也没有改", en: "Not undone; nothing was changed.")
      guard
        invocation.goesOn(question, showing: leaves, orElse: refused, language, &answer)
      else { return answer }
    } else {
      let note = Phrase(zh: "注意：", en: "note: ")[language]
      answer.errors += leaves.map { note + VisibleText.line($0) + "\n" }.joined()
    }
    let edits = plan.edits(language)
    let recorded = try invocation.session(of: loaded).record(
      edits, in: loaded, unmaking: plan.unmade.map(\.unmaking), takingBack: step)
    answer.output +=
      invocation.call.has(.dryRun)
      ? invocation.report(recorded, language)
      : recorded.map { $0.undone(plan.why(of: $0.place.name))[language] + "\n" }.joined()
    for made in plan.unmade {
      answer.output += made.phrase(isDone: !invocation.call.has(.dryRun))[language] + "\n"
    }
    if !invocation.call.has(.dryRun) {
      for book in edits.flatMap(ballotsLeft) {
        answer.output +=
          Phrase(
            zh: "票册还在 \(book)，不要就删掉它\n",
            en: "the ballots are still in \(book); remove it if need be\n")[
            language]
      }
    }
    return answer
  }

  /// What the others have already, for example a merge with theirs: undoing it will reach them as
  /// well.
  private static func shared(
    _ step: [Steps.Part], in loaded: LoadedHall, _ invocation: Invocation, _ language: Language
  ) -> [String] {
    guard let last = LastShared(of: loaded.folder, invocation.context.programs) else { return [] }
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
          + " that they get as well")[language]
    ]
  }

  /// Ballot files that no vote names any more: private files have no history to go back in.
  private static func ballotsLeft(_ edit: HallWriter.Edit) -> [String] {
    func books(_ bytes: [UInt8]) -> [String] {
      let document = Document(path: edit.path, kind: edit.kind, bytes: bytes)
      return document.nodes.indices.filter { document.nodes[$0].kind == .vote }.compactMap {
        Vote(document: document, node: $0).ballotReference?.path
      }
    }
    let left = books(edit.new)
    return books(edit.old ?? []).filter { !left.contains($0) }.map(VisibleText.line)
  }
}
