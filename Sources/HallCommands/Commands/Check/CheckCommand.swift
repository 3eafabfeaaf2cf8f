import HallChecks
import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// `hall check`: all problems of the record, at once.
enum CheckCommand: Command {
  static let spec = CommandSpec(
    "check", aliases: ["检查"],
    summary: Phrase(zh: "检查文件里有没有写错、对不上的地方", en: "every mistake and contradiction in the files"),
    arguments: [ArgumentSpec(Phrase(zh: "编号", en: "ID"), isOptional: true, repeats: true)],
    options: [.asOf, staged, CheckSummary.quiet], formats: [.text, .json, .github],
    details: Phrase(
      zh: "不写编号时检查整个议事厅。有错误时退出码为 1，只有提醒时为 0，有文件读不了时为 2。"
        + "--staged 检查 git 下一次提交会有的内容，不看文件夹里还没有 git add 的改动；上一次提交里就有的错误"
        + "只报个数，不拦提交；只因换了名册，已召开、还没有确认又没有改过的会议记录才出的错，"
        + "在名册那里提醒，也不拦。github 格式供代码托管平台的流水线在出错的那一行上标注。",
      en: "Without an ID, the whole hall. Exits 1 if there is an error, 0 if there are at most"
        + " warnings, and 2 if a file cannot be read. --staged checks what git's next commit will"
        + " contain, whatever else is in the folder; errors that the last commit already has are"
        + " only counted, and do not stop it; an error that only a new roster causes, in minutes"
        + " that are held, not approved and not changed, is a warning at the roster. The github"
        + " format marks lines in the log of a git host."
    ),
    examples: ["hall check", "hall check M-2025-008", "hall check --staged"])

  static let staged = OptionSpec(
    "--staged",
    summary: Phrase(zh: "检查 git 里准备提交的内容", en: "what git's next commit will contain"))

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    if invocation.call.has(staged) { return try StagedCheck.run(invocation) }
    var answer = Answer()
    let format = try invocation.format()
    let halls = try invocation.load(&answer, namesFiles: false)
    let language = try invocation.language(halls.first?.hall.charter)
    var found: [(LoadedHall, [Problem])] = []
    /// The history files of a hall, by its folder.
    var histories: [String: [Document]] = [:]
    /// Files that could not be read, in every hall: they are always reported, whatever is asked
    /// about.
    var unreadable: Set<String> = []
    /// Every signature file, with the name of its document.
    var signed: [(path: String, name: String)] = []
    for loaded in halls {
      let (own, unread) = loaded.folder.historyFindings(
        of: loaded.hall, unread: loaded.failures.map(\.path),
        reckoning: invocation.context.reckoning)
      let findings = own + HistoryWitness.findings(of: loaded.folder, invocation.context.programs)
      let judge = SignatureJudge(loaded: loaded, world: invocation.context.world)
      let (signatures, unreadSignatures) = judge.findings()
      histories[loaded.folder.root] = findings.map(\.file) + signatures.map(\.file)
      signed += signatures.map { (loaded.folder.root + "/" + $0.file.path, $0.name) }
      var problems = Checker.problems(
        in: loaded.hall, today: try invocation.today(loaded.hall.charter), histories: findings,
        signatures: signatures, nearDocuments: loaded.folder.nearDocuments(),
        privateFiles: loaded.folder.privateFiles(invocation.context.programs))
      let failures = loaded.failures + unread + unreadSignatures
      problems = failures.map(\.problem) + problems
      if !failures.isEmpty { answer.raise(to: 2) }
      unreadable.formUnion(failures.map { loaded.folder.root + "/" + $0.path })
      found.append((loaded, problems))
    }
    if !invocation.arguments.isEmpty {
      var paths = unreadable
      for text in invocation.arguments {
        // For a deleted document, only the history can be named.
        let gone = found.flatMap { loaded, problems in
          problems.filter { $0.id == MissingDocument.id && $0.path == "history/\(text).md" }
            .map { loaded.folder.root + "/" + $0.path }
        }
        guard gone.isEmpty else {
          paths.formUnion(gone)
          continue
        }
        let (loaded, document) = try halls.document(text)
        paths.insert(loaded.folder.root + "/" + document.path)
        if let history = HistoryPlace(of: document) {
          paths.insert(loaded.folder.root + "/" + history.path)
          let own = loaded.folder.root + "/signatures/"
          paths.formUnion(
            signed.filter { $0.name == history.name && $0.path.hasPrefix(own) }.map(\.path))
        }
      }
      found = found.map { loaded, problems in
        (loaded, problems.filter { paths.contains(loaded.folder.root + "/" + $0.path) })
      }
    }
    let all = found.flatMap(\.1)
    let errors = all.count { $0.severity == .error }
    let warnings = all.count - errors
    if errors > 0 { answer.raise(to: 1) }
    switch format {
    case .json:
      // The language does not depend on the hall, so that a script gets the same words, unless
      // `--lang` is given.
      let language = invocation.call.has(.language) ? language : .en
      answer.output =
        JSONValue.object([
          "errors": .integer(errors), "warnings": .integer(warnings),
          "problems": .array(
            found.flatMap { loaded, problems in
              let renderer = loaded.renderer(
                language, invocation.context.layout, also: histories[loaded.folder.root] ?? [])
              return problems.map { renderer.json($0, hall: loaded) }
            }),
        ]).text
    case .github:
      for (loaded, problems) in found where !problems.isEmpty {
        let folder = invocation.annotated(loaded.folder)
        let renderer = loaded.renderer(
          language, invocation.context.layout, also: histories[loaded.folder.root] ?? [])
        for problem in problems {
          answer.output += Annotation(problem, in: folder, renderer, language).text
        }
      }
      answer.output += CheckSummary.text(errors, warnings, language, invocation.style)
    default:
      for (loaded, problems) in found {
        let renderer = loaded.renderer(
          language, invocation.context.layout, also: histories[loaded.folder.root] ?? [])
        if halls.count > 1, !problems.isEmpty {
          answer.output += invocation.style.bold(VisibleText.line(loaded.name)) + "\n"
        }
        for problem in problems { answer.output += renderer.text(problem) + "\n" }
      }
      answer.output += CheckSummary.text(errors, warnings, language, invocation.style)
    }
    if invocation.call.has(CheckSummary.quiet), format != .json, answer.status == 0 {
      answer.output = ""
    }
    return answer
  }
}
