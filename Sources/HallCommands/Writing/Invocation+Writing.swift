import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWork
import HallWords

extension OptionSpec {
  static let by = OptionSpec(
    "--by", value: Phrase(zh: "姓名", en: "NAME"), takes: .person,
    summary: Phrase(
      zh: "记在谁名下；不写就用这台电脑上设好的名字",
      en: "who records it; else HALL_AUTHOR, else git's user.name"))
  static let message = OptionSpec(
    "--message", short: "-m", value: Phrase(zh: "理由", en: "WHY"),
    summary: Phrase(zh: "为什么改", en: "the reason"))
  static let dryRun = OptionSpec(
    "--dry-run", short: "-n",
    summary: Phrase(zh: "只显示会记下什么，不写文件", en: "show the diff that would be recorded, write nothing"))

  static let startOver = OptionSpec(
    "--start-over",
    summary: Phrase(
      zh: "历史丢了一部分、又找不回来时，从剩下的接着记（要写理由）",
      en: "continue a history that has lost revisions for good (needs -m)"))

  /// The options of every command that writes.
  static let writing: [OptionSpec] = [.message, .by, .dryRun]
}

extension ParsedCall {
  /// What the facts of a call are called: the options that write them, as they were typed.
  var factNames: FactNames {
    FactNames(
      Dictionary(
        spec.options.compactMap { option in
          let typed = typed[option.name]
          return option.fact.map {
            ($0, Phrase(zh: typed ?? option.chinese ?? option.name, en: typed ?? option.name))
          }
        },
        uniquingKeysWith: { first, _ in first }))
  }
}

/// A call that writes.
extension Invocation {
  /// A session of the person who calls, on the one hall of the call.
  func session(_ answer: inout Answer) throws(Refusal) -> Session {
    guard call.values(.hall).count <= 1, let folder = try folders(&answer).first else {
      throw .oneHallOnly
    }
    return try session(of: folder, folder.charter().charter)
  }

  /// A session of the person who calls, on a loaded hall.
  func session(of loaded: LoadedHall) throws(Refusal) -> Session {
    try session(of: loaded.folder, loaded.hall.charter)
  }

  private func session(
    of folder: HallFolder, _ charter: Charter?
  ) throws(Refusal) -> Session {
    var session = Session(folder, in: context.world, try language(charter))
    session.author = try recorder(in: folder, session.language)
    session.reason = call.value(.message)
    session.asOf = try call.value(.asOf).map { word throws(Refusal) in
      try dayAsToday(word, charter)
    }
    session.isDryRun = call.has(.dryRun)
    session.startsOver = call.has(.startOver)
    session.amending = amending
    session.names = call.factNames
    session.takesParts = context.console.isInteractive
    session.asks = canAsk
    return session
  }

  /// Loads the hall of the call to change it; reports files that could not be read.
  ///
  /// - Parameter locks: whether nobody else may write until the change is recorded.
  func change(_ answer: inout Answer, locks: Bool = true) throws(Refusal) -> Change {
    let session = try session(&answer)
    let change = try Change(session, locks: locks && !canAsk)
    answer.noteUnread(change.loaded, session.language, context.layout)
    return change
  }

  /// Loads the one hall to be written to.
  func loadForWriting(
    _ answer: inout Answer, keepsLock: Bool = true
  ) throws(Refusal) -> LoadedHall {
    let session = try session(&answer)
    let loaded = try session.open(keepsLock: keepsLock)
    answer.noteUnread(loaded, session.language, context.layout)
    return loaded
  }

  /// Runs an act; asks the person at the terminal for missing information first.
  func perform(_ act: some Act) throws(Refusal) -> Answer {
    var answer = Answer()
    try perform(act, &answer)
    return answer
  }

  /// The same, adding to an answer.
  @discardableResult
  func perform(_ act: some Act, _ answer: inout Answer) throws(Refusal) -> Step {
    var session = try session(&answer)
    while true {
      do throws(Refusal) {
        let step = try session.perform(act)
        answer.noteUnread(step.hall, session.language, context.layout)
        tell(step, &answer)
        return step
      } catch {
        guard let question = error.question else { throw withCall(error) }
        let reply = try ask(question, session.language)
        // An empty line is an answer; who left has given none.
        if case .declined = reply, question.kind == .words { throw .left }
        session.replies[question] = reply
      }
    }
  }

  /// Records a change, and reports it.
  func finish(
    _ change: Change, _ answer: inout Answer, did: Phrase, details: [String] = [],
    next: [String] = [], told: Set<String> = [], isLenient: Bool = false
  ) throws(Refusal) {
    do throws(Refusal) {
      try tell(
        change.finish(did: did, details: details, next: next, told: told, isLenient: isLenient),
        &answer)
    } catch {
      throw withCall(error)
    }
  }

  /// Reports a step, and on a terminal the usual next commands.
  func tell(_ step: Step, _ answer: inout Answer) {
    let (text, remarks) = step.text(style)
    answer.output += text
    answer.errors += remarks
    guard !step.isUnfinished else { return answer.raise(to: 1) }
    guard !step.isPlan else { return }
    guard context.isTerminal, context.saysWhatFollows else { return }
    answer.output += following(step.next, step.language)
  }

  /// Problems of the hall with the change applied, each with its line and a caret.
  func shown(_ problems: [Problem], in change: Change, _ language: Language) -> String {
    let would = LoadedHall(folder: change.loaded.folder, hall: change.outcome, failures: [])
    let renderer = would.renderer(language, context.layout)
    return problems.map { renderer.text($0) }.joined()
  }

  /// Adds to a refusal of an act what only the call knows: its command, its words, the terminal.
  func withCall(_ refusal: Refusal) -> Refusal {
    switch refusal.kind {
    case .sealed(let path): return amending(refusal, path)
    case .stray(let word): return .unexpectedArgument(word, of: call.spec)
    case .missing(let name): return .missingArgument(name, of: call.spec)
    default: break
    }
    guard let shown = refusal.problems else { return refusal }
    return refusal.showing(text(of: shown.problems, in: shown.documents), shown.place)
  }

  /// Problems as they are printed, each with its line and a caret.
  func text(of problems: [Problem], in documents: [Document]) -> Phrase {
    func text(_ language: Language) -> String {
      let renderer = ProblemRenderer(
        documents: documents, language: language, layout: context.layout)
      return problems.map { renderer.text($0) }.joined()
    }
    return Phrase(zh: text(.zh), en: text(.en))
  }

  /// A refusal to change approved text, with the command that amends it.
  private func amending(_ refusal: Refusal, _ path: String) -> Refusal {
    // The call must begin with its command, and its first argument must belong to this document.
    guard let first = words.first, !first.hasPrefix("-"),
      let named = arguments.first, let id = documentID(named, at: path)
    else { return refusal }
    let call = words.map(ShellWord.quoted).joined(separator: " ")
    let saysWhy = TypedText.words(self.call.value(.message)) != nil
    return .refused(
      refusal.message,
      hint: Phrase(
        zh: "确实要改：hall 修正 \(id) " + (saysWhy ? "" : "-m 理由 ") + call,
        en: "if it must be: hall amend \(id) " + (saysWhy ? "" : "-m WHY ") + call))
  }

  /// The name of the document at a path, if a word of the call names it or a part of it.
  private func documentID(_ word: String, at path: String) -> String? {
    var unsaid = Answer()
    guard let loaded = try? load(&unsaid, namesFiles: false),
      let found = try? loaded.document(word).document, found.path == path
    else { return nil }
    return DocumentID(of: found)?.text ?? path
  }
}
