import HallChecks
import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords
import HallWork

/// `hall verify`: whether the histories are intact, the documents agree with them, and the
/// signatures are those of their parties.
enum VerifyCommand: Command {
  static let expect = OptionSpec(
    "--expect", value: Phrase(zh: "摘要", en: "DIGEST"),
    summary: Phrase(
      zh: "历史里必须有这个摘要（别处抄下的 chain）",
      en: "a chain digest kept elsewhere, which must be in the history"))

  static let spec = CommandSpec(
    "verify", aliases: ["核验"],
    summary: Phrase(
      zh: "核对历史和签名有没有被动过", en: "whether the histories are intact and the signatures valid"),
    arguments: [
      ArgumentSpec(Phrase(zh: "编号", en: "ID"), takes: .document, isOptional: true, repeats: true)
    ],
    options: [expect], formats: [.text, .json, .github],
    details: Phrase(
      zh: "历史里哪怕只改动一个字，也会被发现。但如果有人把整条历史从头重写，只有拿别处保存的摘要（--摘要）才能发现，所以请把它抄在别处。",
      en:
        "Any byte that was changed in a history is found. A history rewritten from its beginning is"
        + " only found against a digest kept elsewhere (--expect): so keep one."),
    examples: [
      Phrase(
        zh: "hall 核验",
        en: "hall verify"),
      Phrase(
        zh: "hall 核验 M-2025-008 --摘要 sha256:…",
        en: "hall verify M-2025-003 --expect sha256:…"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let format = try invocation.format()
    let expected = try expectedDigest(invocation)
    let folders = try invocation.folders(&answer)
    // git runs while the hall is read.
    let remembered = folders.map { folder in
      Aside { [programs = invocation.context.programs] in Remembered(of: folder, programs) }
    }
    let halls = try invocation.load(
      folders, &answer, namesFiles: format != .github, isPart: folders.count > 1)
    let language = try invocation.language(halls.first?.hall.charter)
    var entries: [(LoadedHall, HistoryState)] = []
    var signatures: [(LoadedHall, [SignatureFinding])] = []
    for loaded in halls {
      do throws(StoreFailure) {
        let (states, failures) = try loaded.folder.historyStates(
          of: loaded.hall, unread: loaded.failures.map(\.path),
          reckoning: invocation.context.reckoning)
        entries += states.map { (loaded, $0) }
        let unread = failures + (format == .github ? loaded.failures : [])
        if !unread.isEmpty || !loaded.readingProblems.isEmpty { answer.raise(to: 2) }
        for failure in failures where format != .github {
          answer.errors += loaded.renderer(language, invocation.context.layout).text(
            failure.problem)
        }
        answer.errors += note(states, language)
      } catch {
        throw .store(error)
      }
    }
    /// The documents whose signatures are checked; nil for all.
    var signed: Set<String>?
    if !invocation.arguments.isEmpty {
      var names: Set<String> = []
      for text in invocation.arguments {
        if entries.contains(where: { $0.1.place.name == text }) {
          names.insert(text)
        } else if let place = HistoryPlace(of: try halls.document(text).document) {
          names.insert(place.name)
        }
      }
      entries = entries.filter { names.contains($0.1.place.name) }
      signed = names
    }
    for loaded in halls {
      let judge = SignatureJudge(loaded: loaded, world: invocation.context.world)
      let (findings, failures) = judge.findings(of: signed)
      if !findings.isEmpty { signatures.append((loaded, findings)) }
      answer.add(failures, of: loaded, language, invocation.context.layout)
      if findings.contains(where: { $0.verdict.isBad }) { answer.raise(to: 1) }
      if findings.contains(where: { $0.verdict == .unchecked }) { answer.raise(to: 2) }
    }
    for loaded in halls { invocation.notePrivateFiles(of: loaded.folder, language, &answer) }
    let (lost, isShallow) = lost(
      invocation, zip(halls, remembered).map { ($0, $1.wait()) }, entries.map(\.1.place.name))
    if isShallow { answer.errors += shallow[language] }
    if !lost.isEmpty { answer.raise(to: 1) }
    let isExpected =
      expected.map { digest in entries.contains { $0.1.chains.contains(digest) } } ?? true
    if !isExpected || entries.contains(where: { $0.1.isBroken }) { answer.raise(to: 1) }
    let found = Found(
      halls: halls, entries: entries, signatures: signatures, lost: lost, isShallow: isShallow,
      expected: expected, isExpected: isExpected)
    switch format {
    case .json: answer.output = found.json.text
    case .github: try annotate(found, invocation, language, &answer)
    default: write(found, invocation, language, &answer)
    }
    return answer
  }

  /// What was found in the halls, of the documents that are asked about.
  private struct Found {
    let halls: [LoadedHall]
    let entries: [(LoadedHall, HistoryState)]
    let signatures: [(LoadedHall, [SignatureFinding])]
    let lost: [(LoadedHall, HistoryWitness.Lost)]
    let isShallow: Bool
    let expected: String?
    /// Whether the digest that is kept elsewhere is in a history, if one is given.
    let isExpected: Bool

    var json: JSONValue {
      JSONValue.object([
        "histories": .array(entries.map { $1.json.merging($0.identity) }),
        "lost": .array(lost.map { $1.json.merging($0.identity) }), "shallow": .bool(isShallow),
        "expected": JSONValue(expected == nil ? nil : isExpected),
        "signatures": .array(
          signatures.flatMap { loaded, signatures in
            signatures.map { $0.json.merging(loaded.identity) }
          }),
      ])
    }
  }

  private static func annotate(
    _ found: Found, _ invocation: Invocation, _ language: Language, _ answer: inout Answer
  ) throws(Refusal) {
    answer.output = try annotations(
      found.halls, of: Set(found.entries.map(\.1.place.name)), invocation, language)
    for (loaded, gone) in found.lost {
      let file = invocation.annotated(loaded.folder) + gone.place.path
      answer.output +=
        Annotation(level: .error, file: file, title: "lost", message: gone.words[language])
        .text
    }
    for (loaded, signatures) in found.signatures {
      let folder = invocation.annotated(loaded.folder)
      for finding in signatures where finding.verdict.isBad || finding.verdict == .unchecked {
        answer.output +=
          Annotation(
            level: .error, file: folder + finding.file.path, title: "signature",
            message: finding.worth(language, Style(isColoured: false))
          ).text
      }
    }
    if !found.isExpected {
      answer.output +=
        Annotation(level: .error, title: "expect", message: rewritten[language]).text
    }
  }

  private static func write(
    _ found: Found, _ invocation: Invocation, _ language: Language, _ answer: inout Answer
  ) {
    // A digest is wider than most terminals: there it is on the next line, and only for documents
    // named in the call.
    let isNarrow = invocation.context.fittingWidth.map { $0 < 110 } ?? false
    let hasDigest = !isNarrow || !invocation.arguments.isEmpty
    let labels = HallLabels(found.halls)
    for (loaded, state) in found.entries {
      let hall = labels.prefix(loaded.name, in: loaded.folder)
      answer.output += hall + state.text(language, invocation.style)
      if hasDigest, let digest = state.digest {
        answer.output += (isNarrow ? "\n  " : "  ") + invocation.style.dim(digest)
      }
      answer.output += "\n"
    }
    for (_, gone) in found.lost {
      answer.output += gone.text(language, invocation.style) + "\n"
    }
    if isNarrow, !hasDigest, found.entries.contains(where: { $0.1.digest != nil }) {
      answer.output +=
        invocation.style.dim(
          Phrase(zh: "写上编号，就连摘要一起显示", en: "with an ID, the digest is shown, too")[language])
        + "\n"
    }
    for (loaded, signatures) in found.signatures {
      let hall = labels.prefix(loaded.name, in: loaded.folder)
      answer.output +=
        "\n" + hall + invocation.style.bold(Phrase(zh: "签名", en: "Signatures")[language]) + "\n"
      answer.output += signatures.lines(
        language, invocation.style, width: invocation.context.fittingWidth, named: true
      ).joined()
    }
    if !found.isExpected {
      answer.output +=
        invocation.style.red(rewritten[language]) + "\n"
    }
    if found.entries.isEmpty, found.signatures.isEmpty, found.isExpected, answer.status == 0 {
      answer.output = Phrase(zh: "还没有历史\n", en: "There is no history yet.\n")[language]
    }
  }

  /// A note, once for each hall: which figures nobody else can compute.
  private static func note(_ states: [HistoryState], _ language: Language) -> String {
    let places = states.flatMap { state in state.onTheirWord.map { (state.place.name, $0) } }
    guard !places.isEmpty else { return "" }
    func list(_ zh: Bool) -> String {
      places.prefix(5).map { zh ? "\($0) 第 \($1) 版" : "\($0) \($1)" }
        .joined(in: zh ? .zh : .en) + (places.count > 5 ? " …" : "")
    }
    return Phrase(
      zh: "注意：补记的票数有的要用不公开的名册或票册才算得出，别人核对不了，凭的是写下的理由：\(list(true))\n",
      en: "note: some added figures can be computed only with a private roster or ballots; others"
        + " have only the written reason to go by: \(list(false))\n")[language]
  }

  /// What git remembers about one hall.
  private enum Remembered: Sendable {
    /// There is no git, or no repository.
    case nothing
    /// git is there but refuses.
    case refused(Repository.Failure)
    case told([HistoryWitness.Lost], isShallow: Bool)

    init(of folder: HallFolder, _ programs: any Programs) {
      do throws(Repository.Failure) {
        let repository = try Repository(around: folder.root, programs)
        // Anybody may call this in any folder: it writes nothing, and only `share` moves the mark.
        self = .told(
          HistoryWitness(repository: repository, folder: folder).lost().eachOnce,
          isShallow: repository.isShallow)
      } catch {
        self = error.isRefusal ? .refused(error) : .nothing
      }
    }
  }

  /// Revisions that git still has and the histories no longer do. Empty for a hall that is not in git.
  private static func lost(
    _ invocation: Invocation, _ halls: [(LoadedHall, Remembered)], _ names: [String]
  ) -> (lost: [(LoadedHall, HistoryWitness.Lost)], isShallow: Bool) {
    var isAnyShallow = false
    let lost = halls.flatMap { loaded, remembered -> [(LoadedHall, HistoryWitness.Lost)] in
      switch remembered {
      case .nothing: return []
      case .refused(let failure):
        // A warning that the answer is incomplete.
        let language = invocation.plainLanguage
        invocation.context.say(failure.words(loaded.folder.root).text(language))
        return []
      case .told(let lost, let isShallow):
        isAnyShallow = isAnyShallow || isShallow
        return lost.filter { invocation.arguments.isEmpty || names.contains($0.place.name) }
          .map { (loaded, $0) }
      }
    }
    return (lost, isAnyShallow)
  }

  private static let shallow = Phrase(
    zh: "注意：这份克隆只有近来的提交，更早丢了什么看不出来；取全：git fetch --unshallow\n",
    en:
      "note: this clone has only the latest commits, and what was lost before them cannot be seen;"
      + " to have all: git fetch --unshallow\n")

  private static let rewritten = Phrase(
    zh: "历史里没有这个摘要：被重写过，或者是别的文件的，或者抄错了",
    en: "no history has that digest: it was rewritten, or the digest is another's, or mistyped")

  /// The faults of the histories, as `check` reports them, each with its line.
  ///
  /// - Parameter names: the documents of the call.
  private static func annotations(
    _ halls: [LoadedHall], of names: Set<String>, _ invocation: Invocation, _ language: Language
  ) throws(Refusal) -> String {
    var text = ""
    for loaded in halls {
      let folder = invocation.annotated(loaded.folder)
      let (found, unread) = loaded.folder.historyFindings(
        of: loaded.hall, unread: loaded.failures.map(\.path),
        reckoning: invocation.context.reckoning)
      let findings = found.filter { names.contains($0.name) }
      let problems = Checker.problems(
        ofHistories: findings, in: loaded.hall, today: try invocation.today(loaded.hall.charter))
      let renderer = loaded.renderer(
        language, invocation.context.layout, also: findings.map(\.file))
      for problem in unread.map(\.problem) + loaded.readingProblems + problems {
        text += Annotation(problem, in: folder, renderer, language).text
      }
    }
    return text
  }

  /// The digest of `--expect`, with or without `sha256:` before it.
  private static func expectedDigest(_ invocation: Invocation) throws(Refusal) -> String? {
    guard let word = invocation.call.value(expect) else { return nil }
    let digits = word.hasPrefix("sha256:") ? String(word.dropFirst(7)) : word
    guard digits.utf8.count == 64, digits.allSatisfy(\.isHexDigit) else {
      throw .unreadableValue(
        word, option: invocation.call.name(expect),
        expected: Phrase(zh: "sha256: 后面的 64 位摘要", en: "the 64 digits of a sha256 digest"))
    }
    return digits.lowercased()
  }
}
