import HallChecks
import HallModel
import HallStore
import HallSyntax

/// `hall check --staged`: the halls as git's next commit will have them, for the hook before it.
///
/// An error that the commit before has already is nobody's fault now: it is counted and stops
/// nobody. Only what this commit would bring in is shown and refused.
enum StagedCheck {
  /// What the index, or a commit, comes to.
  struct Judged {
    let loaded: LoadedHall
    let problems: [Problem]
    /// The files that stand beside the documents.
    let histories: [Document]
  }

  /// One hall: what the commit would bring in, and what was there before.
  private struct Finding {
    let judged: Judged
    let errors: [Problem]
    let warnings: [Problem]
    let before: Int
  }

  static func run(_ invocation: Invocation) throws(CommandError) -> Answer {
    guard invocation.arguments.isEmpty else {
      throw .unexpectedArgument(invocation.arguments[0], command: "check")
    }
    var answer = Answer()
    let format = try invocation.format()
    let index = try StagedHalls(invocation, &answer)
    var findings: [Finding] = []
    for hall in index.changed {
      guard let held = try index.held(hall) else { continue }
      let judged = try judge(hall.folder, held, invocation)
      var known = ProblemCount()
      let errors = judged.problems.filter { $0.severity == .error }
      // What was wrong before is only asked where something is wrong now.
      for parent in errors.isEmpty ? [] : index.repository.parentsOfNext() {
        guard let held = index.held(hall, in: parent) else { continue }
        known.add(try judge(hall.folder, held, invocation))
      }
      let new = known.removing(from: errors, of: judged)
      findings.append(
        Finding(
          judged: judged, errors: new,
          warnings: judged.problems.filter { $0.severity == .warning },
          before: errors.count - new.count))
    }
    if findings.contains(where: { !$0.errors.isEmpty }) { answer.raise(to: 1) }
    let language =
      try findings.first.map { finding throws(CommandError) in
        try invocation.language(finding.judged.loaded.hall.charter)
      } ?? CommandTable.language(of: invocation.words, in: invocation.context)
    write(findings, format, language, invocation, &answer)
    return answer
  }

  static func judge(
    _ folder: HallFolder, _ held: HeldFiles, _ invocation: Invocation
  ) throws(CommandError) -> Judged {
    let staged = HallFolder(root: folder.root, shownPath: folder.shownPath, held: held)
    let (hall, failures): (Hall, [StoreFailure])
    do throws(StoreFailure) { (hall, failures) = try staged.load() } catch { throw .store(error) }
    let (findings, unread) = staged.historyFindings(of: hall, unread: failures.map(\.path))
    let loaded = LoadedHall(folder: staged, hall: hall, failures: failures)
    let (signatures, unsigned) = SignatureJudge(loaded: loaded, context: invocation.context)
      .findings()
    let problems = Checker.problems(
      in: hall, today: try invocation.today(hall.charter), histories: findings,
      signatures: signatures, privateFiles: staged.exposedPrivateFiles())
    return Judged(
      loaded: loaded, problems: (failures + unread + unsigned).map(\.problem) + problems,
      histories: findings.map(\.file) + signatures.map(\.file))
  }

  private static func write(
    _ findings: [Finding], _ format: OutputFormat, _ language: Language,
    _ invocation: Invocation, _ answer: inout Answer
  ) {
    let count = findings.reduce(0) { $0 + $1.errors.count }
    let warnings = findings.reduce(0) { $0 + $1.warnings.count }
    let before = findings.reduce(0) { $0 + $1.before }
    func renderer(_ finding: Finding, _ language: Language) -> ProblemRenderer {
      finding.judged.loaded.renderer(
        language, invocation.context, also: finding.judged.histories)
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
              return (finding.errors + finding.warnings).map {
                renderer.json($0, hall: finding.judged.loaded)
              }
            }),
        ]).text
      return
    case .github:
      for finding in findings {
        let folder = invocation.annotated(finding.judged.loaded.folder)
        let renderer = renderer(finding, language)
        for problem in finding.errors {
          answer.output += Annotation(problem, in: folder, renderer, language).text
        }
      }
    default:
      for finding in findings where !finding.errors.isEmpty {
        let renderer = renderer(finding, language)
        if findings.count > 1 {
          let name = VisibleText.line(finding.judged.loaded.name)
          answer.output += invocation.style.bold(name) + "\n"
        }
        for problem in finding.errors { answer.output += renderer.text(problem) + "\n" }
      }
    }
    if count > 0 || !invocation.call.has(CheckCommand.quiet) {
      answer.output +=
        findings.isEmpty
        ? Phrase(
          zh: "准备提交的内容里没有议事厅的文件\n", en: "Nothing of a hall is staged.\n")[language]
        : CheckCommand.summary(count, warnings, language, invocation.style)
    }
    guard before > 0 else { return }
    answer.output +=
      Phrase(
        zh: "另有 \(before) 个错误上一次提交里就有，不拦这次提交；用「hall 检查」看\n",
        en: "\(before) more error\(before == 1 ? " is" : "s are") in the last commit already and"
          + " no bar to this one; see 'hall check'\n")[language]
  }
}

/// How often each error stands in what was committed before.
///
/// A line that moves is the same line: what counts is the check, the file and the line's text. The
/// words may differ with the figures around; the same words are taken first.
struct ProblemCount {
  private struct Place: Hashable {
    let id: String
    let path: String
    let line: [UInt8]
  }

  private var places: [Place: [String]] = [:]

  private func place(_ problem: Problem, in judged: StagedCheck.Judged) -> Place {
    let hall = judged.loaded.hall
    let files =
      hall.documents + hall.charter.rosterDocuments + judged.histories
      + hall.ballotBooks.values.map(\.document)
    let bytes = files.first { $0.path == problem.path }?.bytes ?? []
    let start = min(problem.range.lowerBound, bytes.count)
    let newline = UInt8(ascii: "\n")
    let first = bytes[..<start].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let last = bytes[start...].firstIndex(of: newline) ?? bytes.count
    return Place(id: problem.id, path: problem.path, line: Array(bytes[first..<last]))
  }

  /// Counts the errors of one commit; of two that are merged, what either has.
  mutating func add(_ judged: StagedCheck.Judged) {
    var found: [Place: [String]] = [:]
    for problem in judged.problems where problem.severity == .error {
      found[place(problem, in: judged), default: []].append(problem.message.en)
    }
    places.merge(found) { $0.count >= $1.count ? $0 : $1 }
  }

  /// The errors that are not among those counted.
  func removing(from problems: [Problem], of judged: StagedCheck.Judged) -> [Problem] {
    var left = places
    var isKnown = problems.map { _ in false }
    for takesAnyWords in [false, true] {
      for (index, problem) in problems.enumerated() where !isKnown[index] {
        let place = place(problem, in: judged)
        guard var words = left[place], !words.isEmpty else { continue }
        guard let found = takesAnyWords ? 0 : words.firstIndex(of: problem.message.en) else {
          continue
        }
        words.remove(at: found)
        left[place] = words
        isKnown[index] = true
      }
    }
    return zip(problems, isKnown).filter { !$0.1 }.map(\.0)
  }
}
