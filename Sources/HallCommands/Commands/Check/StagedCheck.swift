import HallChecks
import HallGit
import HallModel
import HallSharing
import HallStore
import HallSyntax
import HallWords

/// `hall check --staged`: the halls as git's next commit will have them, for the hook before it.
///
/// An error that the commit before already has is not the fault of this one: it is counted and does
/// not stop it. Only new errors are shown and refused; an error in older minutes that only a new
/// roster causes is shown and not refused.
enum StagedCheck {
  /// One hall: the new problems, and the earlier ones.
  private struct Finding {
    let judged: JudgedHall
    let brought: BroughtProblems
    let warnings: [Problem]

    /// The problems that are shown, not only counted.
    var told: [Problem] { brought.errors + brought.byRoster }
  }

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    guard invocation.arguments.isEmpty else {
      throw .unexpectedArgument(invocation.arguments[0], of: invocation.call.spec)
    }
    var answer = Answer()
    let format = try invocation.format()
    let index = try StagedHalls(invocation, &answer)
    var findings: [Finding] = []
    let today = { (charter: Charter) throws(Refusal) in try invocation.today(charter) }
    for hall in index.changed {
      guard let held = try index.held(hall) else { continue }
      let parents = index.repository.parentsOfNext()
      let own = Repository(index.repository, prefix: hall.prefix)
      let lost = parents.flatMap {
        HistoryWitness.findings(held, of: hall.folder, own, since: $0)
      }
      let judged = try JudgedHall(
        hall.folder, held, invocation.context.world, today: today, also: lost)
      let errors = judged.problems.filter { $0.severity == .error }
      // The earlier state is only checked if there is an error now.
      var earlier: [BroughtProblems.State] = []
      for parent in errors.isEmpty ? [] : parents {
        guard let held = index.held(hall, in: parent) else { continue }
        let before = try JudgedHall(hall.folder, held, invocation.context.world, today: today)
        earlier.append((before.loaded.hall, before.problems))
      }
      let brought = BroughtProblems(
        errors, of: judged.loaded.hall, after: earlier,
        today: try invocation.today(judged.loaded.hall.charter))
      findings.append(
        Finding(
          judged: judged, brought: brought,
          warnings: brought.byRoster + judged.problems.filter { $0.severity == .warning }))
    }
    answer.raise(for: findings.flatMap(\.brought.errors))
    let language =
      try findings.first.map { finding throws(Refusal) in
        try invocation.language(finding.judged.loaded.hall.charter)
      } ?? invocation.plainLanguage
    write(findings, format, language, invocation, &answer)
    return answer
  }

  private static func write(
    _ findings: [Finding], _ format: OutputFormat, _ language: Language,
    _ invocation: Invocation, _ answer: inout Answer
  ) {
    let count = findings.reduce(0) { $0 + $1.brought.errors.count }
    let warnings = findings.reduce(0) { $0 + $1.warnings.count }
    let before = findings.reduce(0) { $0 + $1.brought.before }
    func renderer(_ finding: Finding, _ language: Language) -> ProblemRenderer {
      finding.judged.renderer(language, invocation)
    }
    switch format {
    case .json:
      let language = invocation.call.has(.language) ? language : .en
      answer.output =
        JSONValue.object([
          "errors": .integer(count), "warnings": .integer(warnings),
          "errors_before": .integer(before),
          "problems": .array(
            findings.flatMap { finding in
              let renderer = renderer(finding, language)
              return (finding.brought.errors + finding.warnings).map {
                renderer.json($0, hall: finding.judged.loaded)
              }
            }),
        ]).text
      return
    case .github:
      for finding in findings {
        let folder = invocation.annotated(finding.judged.loaded.folder)
        let renderer = renderer(finding, language)
        for problem in finding.told {
          answer.output += Annotation(problem, in: folder, renderer, language).text
        }
      }
    default:
      for finding in findings where !finding.told.isEmpty {
        let renderer = renderer(finding, language)
        if findings.count > 1 {
          let name = VisibleText.line(finding.judged.loaded.name)
          answer.output += invocation.style.bold(name) + "\n"
        }
        for problem in finding.told { answer.output += renderer.text(problem) + "\n" }
      }
    }
    if count > 0 || !invocation.call.has(CheckSummary.quiet) {
      answer.output +=
        findings.isEmpty
        ? Phrase(
          zh: "准备提交的内容里没有议事厅的文件\n", en: "Nothing of a hall is staged.\n")[language]
        : CheckSummary.text(count, warnings, language, invocation.style)
    }
    guard before > 0 else { return }
    answer.output +=
      Phrase(
        zh: "另有 \(before) 个错误上一次提交里就有，不拦这次提交；用「hall 检查」看\n",
        en: "\(before) more error\(before == 1 ? " is" : "s are") in the last commit already,"
          + " which does not stop this one; see 'hall check'\n")[language]
  }
}
