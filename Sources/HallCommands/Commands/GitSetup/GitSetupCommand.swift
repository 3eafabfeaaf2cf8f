import HallModel
import HallSharing
import HallStore
import HallSyntax
import HallWords

/// `hall git-setup`: makes git merge and compare by facts, and check what is committed.
enum GitSetupCommand: Command {
  static let undo = OptionSpec(
    "--undo", excludes: ["--workflow"],
    summary: Phrase(zh: "取走它写下的一切", en: "take back whatever it has written"))
  static let workflow = OptionSpec(
    "--workflow", value: Phrase(zh: "平台", en: "HOST"),
    takes: .choices(["github", "gitee", "gitlab"].map { ListedWord(Phrase(both: $0)) }),
    summary: Phrase(
      zh: "再写一个在托管平台上检查的流水线文件：github、gitee、gitlab",
      en: "also write a file that checks on a git host: github, gitee, gitlab"))

  static let spec = CommandSpec(
    "git-setup", aliases: ["接通仓库"],
    summary: Phrase(zh: "让 git 按事项合并、按事项比较，提交前检查", en: "have git merge and compare by facts"),
    options: [undo, workflow, dryRun],
    details: Phrase(
      zh:
        "在议事厅所在的 git 仓库里：设好合并和比较的程序，写几行 .gitattributes 和让别的工具不动历史的几行（.editorconfig、.prettierignore，"
        + "有 pre-commit 的也写进它的 exclude），再放一个提交前检查的脚本。"
        + "只动这个仓库自己的设置；别人写的脚本、设置和文件都不动，会告诉您要加哪一行。hall 换了地方，再运行一次就好。"
        + "流水线文件写在仓库最上层，已经有的不动，--取走 也不取走。",
      en:
        "In the git repository around the hall: the programs that merge and compare, a few lines of"
        + " .gitattributes, those that keep other tools off the histories (.editorconfig,"
        + " .prettierignore, and pre-commit's exclude where it is used), and a hook that checks before a commit. Only this repository's own"
        + " settings change; scripts, settings and files of others stay, and it says which line to"
        + " add. After hall has moved, run it again. The file for a git host is at the top of"
        + " the repository; an existing one stays, also with --undo."),
    examples: [
      Phrase(
        zh: "hall 接通仓库",
        en: "hall git-setup"),
      Phrase(
        zh: "hall 接通仓库 --流水线 gitee",
        en: "hall git-setup --workflow github"),
      Phrase(
        zh: "hall 接通仓库 --取走",
        en: "hall git-setup --undo"),
    ])

  private static let dryRun = OptionSpec(
    "--dry-run", short: "-n",
    summary: Phrase(zh: "只显示会改什么，什么也不改", en: "show what would change, change nothing"))

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let call = invocation.call
    guard call.values(.hall).count <= 1 else { throw .oneHallOnly }
    let host = try call.value(workflow).map(host)
    guard let folder = try invocation.folders(&answer).first else { throw .oneHallOnly }
    let charter: Charter?
    charter = folder.charter().charter
    let language = try invocation.language(charter)
    var plan = try GitSetupPlan(folder, language, invocation.context.programs)
    if call.has(undo) {
      try plan.undo()
    } else {
      guard let program = invocation.context.programPath() else {
        throw .refused(
          Phrase(zh: "找不到 hall 这个程序在哪里", en: "the path of hall itself is not known"),
          hint: Phrase(zh: "写上完整的路径再运行", en: "call it by its full path"))
      }
      try plan.setUp(program)
      if let host { try plan.addWorkflow(host) }
    }
    if !call.has(undo) { invocation.notePrivateFiles(of: folder, language, &answer) }
    if call.has(.dryRun) {
      answer.output = plan.changes.map(\.preview).joined()
      if plan.changes.isEmpty { answer.output = unchanged(call.has(undo))[language] + "\n" }
      answer.output += notes(plan, language)
      return answer
    }
    for change in plan.changes { try change.apply(in: plan.repository) }
    answer.output = text(plan, isUndo: call.has(undo), language, invocation)
    return answer
  }

  private static func host(_ word: String) throws(Refusal) -> WorkflowFile.Host {
    guard let host = WorkflowFile.Host(rawValue: word.lowercased()) else {
      let names = WorkflowFile.Host.allCases.map(\.rawValue)
      throw .unknownChoice(
        word, of: Phrase(zh: "托管平台", en: "git host"), choices: names,
        suggestion: Suggestion.nearest(to: word, among: names))
    }
    return host
  }

  private static func unchanged(_ isUndo: Bool) -> Phrase {
    isUndo
      ? Phrase(zh: "没有接过，没有可取走的", en: "There is nothing to take back.")
      : Phrase(zh: "已经接好，没有要改的", en: "It is set up already; nothing changes.")
  }

  private static func text(
    _ plan: GitSetupPlan, isUndo: Bool, _ language: Language, _ invocation: Invocation
  ) -> String {
    let style = invocation.style
    var text: String
    if plan.changes.isEmpty {
      text = unchanged(isUndo)[language] + "\n"
    } else {
      text =
        style.bold(
          (isUndo
            ? Phrase(zh: "已经取走", en: "Taken back")
            : Phrase(zh: "接好了", en: "It is set up"))[language]) + "\n"
    }
    let parts = isUndo ? plan.parts.filter { !$0.changes.isEmpty } : plan.parts
    var list = TermList(width: invocation.context.fittingWidth, style: style)
    for part in parts where part.note == nil || !part.changes.isEmpty {
      list.add(part.title[language], VisibleText.line(part.about[language]))
    }
    text += list.text
    text += notes(plan, language)
    if isUndo, !plan.workflows.isEmpty {
      let names = plan.workflows.joined(in: language)
      text +=
        Phrase(
          zh: "托管平台的流水线文件留着：\(names)\n", en: "The file for the git host stays: \(names)\n")[
          language]
    }
    return text
  }

  /// Settings of others that stay unchanged; a line to copy is on a line of its own.
  private static func notes(_ plan: GitSetupPlan, _ language: Language) -> String {
    plan.parts.compactMap { part in
      part.note.map { note in
        let lines = VisibleText.split(note[language])
        return VisibleText.line(lines[0]) + "\n"
          + lines.dropFirst().map { "    " + VisibleText.line($0) + "\n" }.joined()
      }
    }.joined()
  }
}
