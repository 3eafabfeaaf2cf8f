import HallChecks
import HallModel
import HallStore
import HallSyntax
import HallWords

/// `hall overdue`: open tasks past due, the oldest first.
///
/// It reads each file once, forward: a task can be judged without other files and without the whole
/// hall.
enum OverdueCommand: Command {
  static let within = OptionSpec(
    "--within", value: Phrase(zh: "时长", en: "LENGTH"), takes: .length,
    summary: Phrase(
      zh: "再列出这段时间内到期的，如 7天、5个工作日；不影响退出码",
      en: "add what falls due within this length, such as 7d; never changes the exit code"))

  static let spec = CommandSpec(
    "overdue", aliases: ["逾期"],
    summary: Phrase(zh: "列出过了期限还没完成的任务", en: "open tasks past their due day, oldest first"),
    options: [within, .asOf, .halls], formats: [.text, .json, .csv, .github],
    details: Phrase(
      zh: "问题写了「答复期限」的，到期还没答复也算一项。有逾期时退出码为 1，没有时为 0；"
        + "有文件读不了、或未完成任务的期限读不懂时为 2。",
      en: "An answer that a matter's 'reply by' asks for counts as well. Exits 1 if something is"
        + " overdue, 0 if nothing is, and 2 if a file, or the due day of an open task, cannot be"
        + " read."),
    examples: [
      Phrase(
        zh: "hall 逾期",
        en: "hall overdue"),
      Phrase(
        zh: "hall 逾期 --几天内 7天",
        en: "hall overdue --within 7d"),
      Phrase(
        zh: "hall 逾期 --截至 2025-12-01 --机读",
        en: "hall overdue --as-of 2025-12-01 --json"),
    ])

  /// The answer for one hall. All of its many tasks refer to it, so it is a class and not copied.
  final class HallAnswer: Sendable {
    let folder: HallFolder
    let charter: Charter
    let today: Day
    let overdue: [DueTask]
    let upcoming: [DueTask]

    /// - Parameter tasks: oldest first.
    init(_ folder: HallFolder, _ charter: Charter, today: Day, tasks: [DueTask]) {
      (self.folder, self.charter, self.today) = (folder, charter, today)
      let late = tasks.firstIndex { $0.due >= today } ?? tasks.count
      overdue = late == tasks.count ? tasks : Array(tasks[..<late])
      upcoming = Array(tasks[late...])
    }
  }

  /// The tasks of all halls, oldest first.
  static func merged(
    _ halls: [HallAnswer], _ tasks: (HallAnswer) -> [DueTask]
  ) -> [(hall: HallAnswer, due: DueTask)] {
    if halls.count == 1, let hall = halls.first { return tasks(hall).map { (hall, $0) } }
    return halls.flatMap { hall in tasks(hall).map { (hall, $0) } }.enumerated()
      .sorted { ($0.element.1.due, $0.offset) < ($1.element.1.due, $1.offset) }.map(\.element)
  }

  /// The length of `--within`.
  static func length(_ invocation: Invocation) throws(Refusal) -> Length? {
    try invocation.call.value(within).map { word throws(Refusal) -> Length in
      guard let length = try? Length(reading: Slice(word)) else {
        throw .unreadableValue(
          word, option: invocation.call.name(within),
          expected: Phrase(zh: "时长，如 7天", en: "a length such as 7d"))
      }
      return length
    }
  }

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    var halls: [HallAnswer] = []
    let format = try invocation.format()
    var language = Language.zh
    let folders = try invocation.folders(&answer)
    let ask = Question(try length(invocation), invocation)
    // Small halls are read side by side, a large one on all cores.
    let read = Parallel.map(count: folders.count, inChunksOf: 1) { ask.answer(folders[$0]) }
    for (folder, result) in zip(folders, read) {
      let problems: [Unanswered]
      switch result {
      case .success(let found):
        if halls.isEmpty { language = try invocation.language(found.answer.charter) }
        halls.append(found.answer)
        invocation.noteNewerFormat(
          found.answer.charter, of: folder, isPart: folders.count > 1, language, &answer)
        problems = found.problems
      case .failure(let refusal) where folders.count == 1: throw refusal
      case .failure(let refusal):
        answer.errors += refusal.text(invocation.plainLanguage)
        answer.raise(to: 2)
        continue
      }
      guard !problems.isEmpty else { continue }
      let renderer = ProblemRenderer(
        documents: problems.compactMap(\.document), language: language,
        layout: invocation.context.layout, within: folders.count > 1 ? folder.shownPath : nil)
      if format == .github {
        let place = invocation.annotated(folder)
        for (problem, _) in problems {
          answer.output += Annotation(problem, in: place, renderer, language).text
        }
      } else {
        for (problem, _) in problems { answer.errors += renderer.text(problem) }
      }
      answer.raise(to: 2)
    }
    if halls.contains(where: { !$0.overdue.isEmpty }) { answer.raise(to: 1) }
    switch format {
    case .github: answer.output += annotations(halls, language, invocation)
    case .text, .md: answer.output = text(halls, language, invocation)
    case .json: writeJSON(halls, invocation, to: &answer)
    case .csv: answer.output = csv(halls).text(in: invocation.context)
    }
    return answer
  }

  /// Why a part of a hall could not be answered, and the file to show it in.
  private typealias Unanswered = (problem: Problem, document: Document?)

  /// What each hall is asked.
  private struct Question: Sendable {
    private let invocation: Invocation
    private let within: Length?

    init(_ within: Length?, _ invocation: Invocation) {
      (self.within, self.invocation) = (within, invocation)
    }

    func answer(
      _ folder: HallFolder
    ) -> Result<(answer: HallAnswer, problems: [Unanswered]), Refusal> {
      Result { () throws(Refusal) in try read(folder) }
    }

    private func read(
      _ folder: HallFolder
    ) throws(Refusal) -> (answer: HallAnswer, problems: [Unanswered]) {
      let (charter, unread) = folder.charter()
      let today = try invocation.today(charter)
      let dueBy = within.map { charter.end(of: $0, from: today) } ?? (today + -1)
      let scanned: (answers: [OpenTasks], failures: [StoreFailure])
      do throws(StoreFailure) {
        scanned = try folder.scan { OpenTasks(in: $0, dueBy: dueBy) }
      } catch {
        throw .store(error)
      }
      var problems: [Unanswered] = (unread + scanned.failures + folder.lostDocuments())
        .map { ($0.problem, nil) }
      for file in [charter.document] + scanned.answers.compactMap(\.document) {
        if let problem = Utf8Encoding.problem(in: file) { problems.append((problem, file)) }
      }
      for open in scanned.answers {
        problems += open.unreadable.compactMap { due in
          ValueForm.problem(due).map { ($0, due.document) }
        }
        if let hidden = open.hidden, let document = open.document {
          problems.append((ControlCharacter.problem(hiddenTask: hidden, in: document), document))
        }
      }
      let found = scanned.answers.flatMap(\.due)
      // Days are sorted together with their places, so that tasks of the same day keep their order.
      let due = found.indices.map { (found[$0].due, $0) }.sorted(by: <).map { found[$0.1] }
      return (HallAnswer(folder, charter, today: today, tasks: due), problems)
    }
  }
}
