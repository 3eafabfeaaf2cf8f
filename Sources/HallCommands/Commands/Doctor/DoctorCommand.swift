import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// `hall doctor`: what this machine lacks, what is set, and whether the hall is whole.
enum DoctorCommand: Command {
  static let spec = CommandSpec(
    "doctor", aliases: ["体检"],
    summary: Phrase(
      zh: "看这台电脑缺什么、设了什么、议事厅好不好", en: "what this machine lacks, and whether the hall is whole"),
    options: [.asOf], formats: [.text, .json],
    details: Phrase(
      zh: """
        每一样都说好、可补（少了也能用）还是要改，要改的写明怎么改。有要改的退出码为 1，没有为 0。\
        不在议事厅里也能用，只看电脑和设置。什么也不改。
        """,
      en: """
        Each thing is fine, optional (hall works without it) or to mend, with its remedy. Exits 1 if \
        something is to mend, and 0 if not. Outside a hall it looks at the machine and the settings \
        alone. It changes nothing.
        """),
    examples: [
      Phrase(zh: "hall 体检", en: "hall doctor"),
      Phrase(zh: "hall 体检 --机读", en: "hall doctor --json"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let format = try invocation.format()
    let context = invocation.context
    let loaded = try hall(invocation, &answer)
    let charter = loaded?.hall.charter
    let today = try invocation.today(charter)
    let folder = loaded?.folder
    var findings = MachineHealth(
      context: context, needsGit: folder.map { GitFiles.isBelowGit($0.root) } ?? false,
      needsKeygen: folder?.exists("signatures") ?? false
    ).findings
    findings += SettingsHealth(context: context, hall: loaded).findings
    if let loaded { findings += HallHealth(loaded, today: today, context).findings }
    if findings.contains(where: { $0.state == .mend }) { answer.raise(to: 1) }
    switch format {
    case .json:
      // As in `check`, the words do not depend on the hall.
      let language = invocation.call.has(.language) ? try invocation.language(charter) : .en
      answer.output =
        JSONValue.object([
          "as_of": JSONValue(today), "version": .string(ProgramVersion.text),
          "hall": JSONValue(loaded?.name), "hall_dir": JSONValue(folder?.shownPath),
          "findings": .array(findings.map { $0.json(language) }),
        ]).text
    default:
      answer.output =
        DoctorText(
          findings, name: loaded?.name, language: try invocation.language(charter),
          style: invocation.style, width: context.fittingWidth ?? 80
        ).text
    }
    return answer
  }

  /// The hall of the call; nil outside one. What cannot be read in it is a finding.
  private static func hall(
    _ invocation: Invocation, _ answer: inout Answer
  ) throws(Refusal) -> LoadedHall? {
    let isNamed = invocation.call.has(.hall)
    let around = HallFolder.find(upwardFrom: invocation.context.workingDirectory)
    guard isNamed || around != nil else { return nil }
    let halls = try invocation.load(&answer, namesFiles: false)
    return try invocation.onlyHall(of: halls, "看")
  }
}
