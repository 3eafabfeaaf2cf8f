import HallGit
import HallHistory
import HallModel
import HallSharing
import HallStore
import HallSyntax
import HallWords
import HallWork

/// `hall record`: records edits made with any program in the history.
enum RecordCommand: Command {
  static let join = OptionSpec(
    "--join", excludes: [OptionSpec.startOver.name],
    summary: Phrase(
      zh: "把历史接好：别的办法合并过的接成一条，丢掉的补回，被别的程序改坏的从 git 接上",
      en:
        "repair histories: join what was merged by other means, put back what is gone, restore what"
        + " another program has damaged"))

  static let spec = CommandSpec(
    "record", aliases: ["记下"],
    summary: Phrase(zh: "把改过的文件记进历史", en: "record edits in the history"),
    arguments: [
      ArgumentSpec(Phrase(zh: "编号", en: "ID"), takes: .document, isOptional: true, repeats: true)
    ],
    options: OptionSpec.writing + [.startOver, join],
    details: Phrase(
      zh: "不写编号时记下所有改过的文件，每份文件各记一版。已经确认的记录改了要写理由（-m）；只是打勾、延期、进展、签字则不用。",
      en: "Without an ID, everything that was edited; each document gets one revision. A change of"
        + " approved minutes needs a reason (-m); ticking off, extensions, progress and signatures"
        + " need none."),
    examples: [
      Phrase(
        zh: "hall 记下",
        en: "hall record"),
      Phrase(
        zh: "hall 记下 M-2025-008 -m 更正户数",
        en: "hall record M-2025-004 -m \"the right number of flats\""),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    if invocation.call.has(join) { return try joined(invocation) }
    var answer = Answer()
    let loaded = try invocation.loadForWriting(&answer)
    let session = try invocation.session(of: loaded)
    let language = session.language
    var documents = loaded.hall.documents.filter { $0.fault == nil }
    if !invocation.arguments.isEmpty {
      documents = []
      for text in invocation.arguments {
        let document = try [loaded].document(text).document
        if !documents.contains(where: { $0.path == document.path }) { documents.append(document) }
      }
    }
    var (edits, refused) = loaded.editsUnrecorded(documents, language)
    answer.errors += refused.map { $0.text(language) }.joined()
    let hasEmpty = documents.contains { $0.bytes.isEmpty }
    if invocation.arguments.isEmpty {
      edits = try withoutOthers(edits, in: loaded, session, &answer)
    }
    let recorded = try session.record(
      edits, in: loaded, isNamed: !invocation.arguments.isEmpty)
    answer.output = session.report(recorded)
    // The only edits were some that cannot be recorded.
    if recorded.isEmpty, !answer.errors.isEmpty, hasEmpty { answer.raise(to: 2) }
    if recorded.isEmpty, answer.status == 0 {
      answer.output = Phrase(zh: "没有要记的改动\n", en: "Nothing has changed.\n")[language]
    }
    return answer
  }

  /// The edits without others' changes of approved text that have no reason: a call that does not
  /// name these documents does not mean them.
  private static func withoutOthers(
    _ edits: [HallWriter.Edit], in loaded: LoadedHall, _ session: Session,
    _ answer: inout Answer
  ) throws(Refusal) -> [HallWriter.Edit] {
    func isOfSealed(_ edit: HallWriter.Edit) -> Bool {
      let document = Document(path: edit.path, kind: edit.kind, bytes: edit.new)
      return SealedEdit(of: document, in: loaded.folder) != nil
    }
    guard edits.contains(where: isOfSealed) else { return edits }
    let charter = loaded.hall.charter
    let own = try session.author(charter).name
    let waiting = session.unsaid(in: loaded, but: own)
    let offset = session.world.offset(charter)
    for change in waiting {
      let (words, answers) = (
        change.words(for: own, offset: offset), change.answers(in: loaded.folder)
      )
      let note = Phrase(zh: "注意：\(words.zh)；\(answers.zh)", en: "note: \(words.en); \(answers.en)")
      answer.errors += VisibleText.line(note[session.language]) + "\n"
    }
    return edits.filter { edit in
      let document = Document(path: edit.path, kind: edit.kind, bytes: edit.new)
      return !waiting.contains { $0.isOf(document) }
    }
  }

  private static func joined(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let loaded = try invocation.loadForWriting(&answer, keepsLock: false)
    let sharing = try invocation.sharing(invocation.session(of: loaded), isAnyway: false)
    try RecordJoin.run(sharing, loaded, invocation.arguments, &answer)
    return answer
  }
}
