import HallChecks
import HallGit
import HallModel
import HallSharing
import HallStore
import HallSyntax
import HallWords

/// `hall check`: all problems of the record, at once.
enum CheckCommand: Command {
  static let spec = CommandSpec(
    "check", aliases: ["检查"],
    summary: Phrase(zh: "检查文件里有没有写错、对不上的地方", en: "every mistake and contradiction in the files"),
    arguments: [
      ArgumentSpec(Phrase(zh: "编号", en: "ID"), takes: .document, isOptional: true, repeats: true)
    ],
    options: [.asOf, staged, published, CheckSummary.quiet, .halls],
    formats: [.text, .json, .github],
    details: Phrase(
      zh: "不写编号时检查整个议事厅。有错误时退出码为 1，只有提醒时为 0，有文件读不了时为 2。"
        + "--待提交 检查 git 下一次提交会有的内容，不看文件夹里还没有 git add 的改动；上一次提交里就有的错误"
        + "只报个数，不拦提交；只因换了名册，已召开、还没有确认又没有改过的会议记录才出的错，"
        + "在名册那里提醒，也不拦。--发布 另外列出：现在发布会写出什么、哪些词可能是没有隐去的人名。github 格式供代码托管平台的流水线在出错的那一行上标注。",
      en: "Without an ID, the whole hall. Exits 1 if there is an error, 0 if there are at most"
        + " warnings, and 2 if a file cannot be read. --staged checks what git's next commit will"
        + " contain, whatever else is in the folder; errors that the last commit already has are"
        + " only counted, and do not stop it; an error that only a new roster causes, in minutes"
        + " that are held, not approved and not changed, is a warning at the roster. --published says as"
        + " well what a published site would show, and which words may be names that are not masked."
        + " The github"
        + " format marks lines in the log of a git host."
    ),
    examples: [
      Phrase(
        zh: "hall 检查",
        en: "hall check"),
      Phrase(
        zh: "hall 检查 M-2025-008",
        en: "hall check M-2025-003"),
      Phrase(
        zh: "hall 检查 --待提交",
        en: "hall check --staged"),
    ])

  static let staged = OptionSpec(
    "--staged",
    summary: Phrase(zh: "检查 git 里准备提交的内容", en: "what git's next commit will contain"))

  static let published = OptionSpec(
    "--published",
    summary: Phrase(zh: "再说发布的话会写出什么", en: "also what a published site would show"))

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    if invocation.call.has(staged) { return try StagedCheck.run(invocation) }
    var answer = Answer()
    let format = try invocation.format()
    let halls = try invocation.load(&answer, namesFiles: false)
    let language = try invocation.language(halls.first?.hall.charter)
    let programs = invocation.context.programs
    let judged = try halls.map { loaded throws(Refusal) in
      JudgedHall(
        loaded, invocation.context.world, today: try invocation.today(loaded.hall.charter),
        also: HistoryWitness.findings(of: loaded.folder, programs),
        privateFiles: loaded.folder.privateFiles(programs))
    }
    if judged.contains(where: { !$0.failures.isEmpty }) { answer.raise(to: 2) }
    let found = try problems(judged, of: invocation.arguments, in: halls)
    let all = found.flatMap(\.problems)
    let errors = all.count { $0.severity == .error }
    let warnings = all.count - errors
    answer.raise(for: all)
    switch format {
    case .json:
      // The language does not depend on the hall, so that a script gets the same words, unless
      // `--lang` is given.
      let language = invocation.call.has(.language) ? language : .en
      answer.output =
        JSONValue.object([
          "errors": .integer(errors), "warnings": .integer(warnings),
          "problems": .array(
            found.flatMap { hall, problems in
              let renderer = hall.renderer(language, invocation)
              return problems.map { renderer.json($0, hall: hall.loaded) }
            }),
        ]).text
    case .github:
      for (hall, problems) in found where !problems.isEmpty {
        let folder = invocation.annotated(hall.loaded.folder)
        let renderer = hall.renderer(language, invocation)
        for problem in problems {
          answer.output += Annotation(problem, in: folder, renderer, language).text
        }
      }
      answer.output += CheckSummary.text(errors, warnings, language, invocation.style)
    default:
      for (hall, problems) in found {
        let renderer = hall.renderer(language, invocation)
        if halls.count > 1, !problems.isEmpty {
          answer.output +=
            invocation.style.bold(HallLabels.whole(hall.loaded.name, hall.loaded.folder)) + "\n"
        }
        for problem in problems { answer.output += renderer.text(problem) + "\n" }
      }
      answer.output += CheckSummary.text(errors, warnings, language, invocation.style)
    }
    if invocation.call.has(published), format == .text {
      for loaded in halls {
        answer.output += PublishedWords.summary(
          of: loaded, today: try invocation.today(loaded.hall.charter), language)
      }
    }
    if invocation.call.has(CheckSummary.quiet), format != .json, answer.status == 0 {
      answer.output = ""
    }
    return answer
  }

  /// The problems of each hall; if documents are named, those in their files, and what could not be
  /// read at all.
  private static func problems(
    _ judged: [JudgedHall], of words: [String], in halls: [LoadedHall]
  ) throws(Refusal) -> [(hall: JudgedHall, problems: [Problem])] {
    guard !words.isEmpty else { return judged.map { ($0, $0.problems) } }
    /// The paths that are asked about, by the folder of the hall.
    var paths: [String: Set<String>] = [:]
    for hall in judged { paths[hall.loaded.folder.root] = Set(hall.failures.map(\.path)) }
    for text in words {
      // For a deleted document, only the history can be named.
      let history = "history/\(text).md"
      let gone = judged.filter { hall in
        hall.problems.contains { $0.id == MissingDocument.id && $0.path == history }
      }
      for hall in gone { paths[hall.loaded.folder.root]?.insert(history) }
      guard gone.isEmpty else { continue }
      let (loaded, document) = try halls.document(text)
      let root = loaded.folder.root
      paths[root]?.insert(document.path)
      guard let place = HistoryPlace(of: document) else { continue }
      paths[root]?.insert(place.path)
      let own = judged.first { $0.loaded.folder.root == root }
      paths[root]?.formUnion(own?.signatureFiles(of: place.name) ?? [])
    }
    return judged.map { hall in
      let wanted = paths[hall.loaded.folder.root] ?? []
      return (hall, hall.problems.filter { wanted.contains($0.path) })
    }
  }
}

extension JudgedHall {
  /// Shows its problems where the answer goes.
  func renderer(_ language: Language, _ invocation: Invocation) -> ProblemRenderer {
    loaded.renderer(language, invocation.context.layout, also: histories)
  }
}

extension Answer {
  /// 1 for an error that was found; 2 if a file is no text, so that nothing of it was judged.
  mutating func raise(for problems: [Problem]) {
    let errors = problems.filter { $0.severity == .error }
    if !errors.isEmpty { raise(to: 1) }
    if errors.contains(where: { $0.id == Utf8Encoding.id }) { raise(to: 2) }
  }
}
