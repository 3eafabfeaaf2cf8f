import HallChecks
import HallModel
import HallStore
import HallSyntax
import HallSheets
import HallWords
import HallWork

/// `hall init --roster FILE` in an existing hall: updates its roster, and nothing else.
enum RosterUpdate {
  static func run(
    _ invocation: Invocation, in folder: String?
  ) throws(Refusal) -> Answer {
    var answer = Answer()
    let invocation = folder.map(invocation.inHall) ?? invocation
    let call = invocation.call
    guard call.has(InitOptions.roster) else { throw try isThere(invocation, &answer) }
    if let option = [InitOptions.name, InitOptions.community, InitOptions.calendar].first(where: {
      call.has($0)
    }) {
      throw .refused(
        Phrase(
          zh: "这里已经有议事厅了，\(call.name(option)) 只用在新建的时候",
          en: "there is a hall here already; \(call.name(option)) is for a new one"),
        hint: Phrase(
          zh: "名称写在 hall.md 开头，用编辑器改", en: "change it at the top of hall.md, in an editor"))
    }
    var change = try invocation.change(&answer)
    let language = change.language
    guard let found = try RosterFile.named(invocation, change.charter.parties) else {
      return answer
    }
    let sheet = found.sheet
    let plan = RosterPlan(sheet, of: change.charter)
    // A roster that is private already stays private.
    let isPrivate = call.has(InitOptions.isPrivate) || change.charter.rosterDocuments.count > 1
    var shown = found.shown(plan, isPrivate: isPrivate, language, isWhole: call.has(.dryRun))
    guard !plan.isEmpty else {
      answer.output +=
        shown + Phrase(zh: "名册没有要改的\n", en: "The roster is as the sheet has it.\n")[language]
      return answer
    }
    let removal = RosterRemoval(plan, invocation)
    try removal.requireWord()
    var trial = change
    try plan.write(to: &trial, isPrivate: isPrivate)
    if let open = RecountedVotes(change.hall, trial.outcome, today: change.today)
      .note(Phrase(zh: "新名册", en: "the new roster"))
    {
      let line = VisibleText.line(
        Phrase(zh: "注意：", en: "note: ")[language] + open[language])
      // A person who is asked sees it above the question.
      if invocation.canAsk { shown += line + "\n" } else { answer.errors += line + "\n" }
    }
    guard removal.confirms(shown, language, &answer) else { return answer }
    try plan.write(to: &change, isPrivate: isPrivate)
    let place = isPrivate ? HallFolder.privateRosterPath : "hall.md"
    try invocation.finish(
      change, &answer,
      did: Phrase(
        zh: "\(plan.summary.zh)；已写进 \(place)", en: "written to \(place); \(plan.summary.en)"),
      next: ["hall check"], told: [OwnerArea.id])
    return answer
  }

  private static func isThere(
    _ invocation: Invocation, _ answer: inout Answer
  ) throws(Refusal) -> Refusal {
    let folders = try invocation.folders(&answer)
    let name = folders.first.map { $0.charter().charter.name } ?? ""
    let path = folders.first?.shownPath ?? "."
    return .refused(
      Phrase(
        zh: "「\(path)」里已经有议事厅「\(name)」，没有动它",
        en: "'\(path)' holds the hall '\(name)' already; it was left alone"),
      hint: Phrase(
        zh: "更新名册用 --名册 表格.csv；要另建一个，写上别的文件夹",
        en: "bring its roster up to date with --roster FILE.csv, or name another folder"))
  }
}

extension Invocation {
  /// The same call for the hall in a folder.
  fileprivate func inHall(_ folder: String) -> Invocation {
    var invocation = self
    invocation.call.options[OptionSpec.hall.name] = [folder]
    return invocation
  }
}
