import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallSheets
import HallWords

/// `hall vote --ballots FILE.csv` and `--enter`: named ballots go to `private/`; the minutes get
/// their counts and the digest of the file.
enum VoteBallots {
  static let file = OptionSpec(
    "--ballots", value: Phrase(zh: "表格", en: "FILE"),
    summary: Phrase(
      zh: "从表格读纸票（户、意见；列名同名册），票册放在 private/",
      en: "paper ballots from a spreadsheet (unit, ballot; heads as in a roster's); they stay in"
        + " private/"))
  static let enter = OptionSpec(
    "--enter", excludes: [file.name],
    summary: Phrase(zh: "一张一张录入纸票，录两遍互相核对", en: "enter paper ballots at the prompt, each twice"))

  static let options = [file, Workbook.sheet, enter]

  static func isAsked(_ call: ParsedCall) -> Bool { call.has(file) || call.has(enter) }

  /// Takes the ballots and writes what follows from them into the vote.
  ///
  /// - Parameter fields: what the same call gives beside them.
  static func add(
    to node: Int, of place: ItemPlace, beside fields: VoteFields, in change: inout Change,
    _ answer: inout Answer
  ) throws(Refusal) {
    let call = change.invocation.call
    guard isAsked(call) else { return }
    let meeting = change.current(place.meeting)
    let vote = Vote(document: meeting.document, node: node)
    let judge = try judge(vote, in: meeting, change)
    let ballots =
      call.has(enter)
      ? try entered(judge, change) : try read(judge, change, &answer)
    guard !ballots.isEmpty else {
      throw .refused(
        Phrase(zh: "一张票也没有，什么也没有写", en: "there is no ballot; nothing was written"), hint: nil)
    }
    let doubled = DoubledFigures(fields, judge, ballots, in: meeting)
    // A sheet can be read again; what was entered by hand is not lost for a figure beside it.
    if call.has(enter) {
      answer.errors += doubled.notes(change.language)
    } else {
      try doubled.refuse()
    }
    let why = Phrase(zh: "录入纸票 \(ballots.count) 张", en: "\(ballots.count) paper ballots")
    try keep(ballots, of: vote, judge, place, why, in: &change)
  }

  /// Puts ballots into a private file, and what they come to into the vote.
  static func keep(
    _ ballots: [Ballot], of vote: Vote, _ judge: BallotJudge, _ place: ItemPlace, _ why: Phrase,
    in change: inout Change
  ) throws(Refusal) {
    let node = vote.node
    let path = freePath(place, vote, change)
    let title = "\(place.itemID) \(vote.title)"
    let book = Document(
      path: path, kind: .ballots, bytes: Ballot.text(ballots, title: title, change.written))
    change.create(book, why: why)
    try change.keepOutOfGit()
    try change.edit(place.document, why: why) { editor throws(EditFault) in
      try editor.set(.ballots, "\(path) sha256:\(SHA256.hex(of: book.bytes))", of: node)
      for (keyword, text) in judge.counts(of: ballots) { try editor.set(keyword, text, of: node) }
      // The vote's lines moved, and its options with them.
      let now = BallotOptions(Vote(document: editor.document, node: node))
      for (label, text) in judge.options(of: ballots) {
        if let option = now.node(of: label) { try editor.replaceValue(of: option, with: text) }
      }
    }
  }

  private static func judge(
    _ vote: Vote, in meeting: Meeting, _ change: Change
  ) throws(Refusal) -> BallotJudge {
    if vote.methods.contains(.secret) {
      throw .refused(
        Phrase(
          zh: "无记名表决不能有写着谁投了什么的票册", en: "a secret vote has no ballots that say who voted how"),
        hint: Phrase(
          zh: "只写票数：--for、--against、--abstain",
          en: "note only the counts: --for, --against, --abstain"))
    }
    guard let rule = change.outcome.tally(vote, in: meeting).rule else {
      throw .refused(
        Phrase(zh: "还不知道这次表决按什么规则，认不出谁是一票", en: "without a rule nobody knows who is one voter"),
        hint: Phrase(zh: "用 --rule 写上规则", en: "name it with --rule"))
    }
    return BallotJudge(vote, in: change.outcome.judged(meeting), rule: rule, change.written)
  }

  private static func read(
    _ judge: BallotJudge, _ change: Change, _ answer: inout Answer
  ) throws(Refusal) -> [Ballot] {
    let invocation = change.invocation
    guard let path = invocation.call.value(file) else { return [] }
    let source = try SheetFile(path, invocation)
    let sheet = BallotSheet(source.bytes, path: path, judge: judge)
    try SheetFile.refuse(sheet.problems, in: sheet.document, invocation.context)
    try show(sheet, source, change, &answer)
    return sheet.ballots
  }

  /// Shows what was read. Where it was read otherwise than it stands there, somebody who can be asked
  /// is.
  private static func show(
    _ sheet: BallotSheet, _ source: SheetFile, _ change: Change, _ answer: inout Answer
  ) throws(Refusal) {
    let (language, invocation) = (change.language, change.invocation)
    var shown: [String] = source.note.map { [$0[language]] } ?? []
    if source.encoding != .utf8 {
      let name = source.encoding.name
      shown.append(
        Phrase(
          zh: "这份表是 \(name) 编码，读成这样：", en: "The sheet is in \(name) and was read like this:")[
            language])
      shown += sheet.ballots.prefix(3).map { "  \($0.voter)  \($0.choice)" }
    }
    let notes = sheet.notes.map { $0[language] }
    if !notes.isEmpty { shown.append(sheet.summary[language]) }
    shown += notes
    let lines = shown.map { VisibleText.line($0) + "\n" }.joined()
    guard !notes.isEmpty, invocation.canAsk, !invocation.call.has(.dryRun) else {
      answer.output += lines
      return
    }
    invocation.context.console.show(lines)
    let question = Phrase(zh: "要写入吗？（是/否）", en: "Write it? (yes/no) ")[language]
    guard invocation.saysYes(question) else {
      throw .refused(Phrase(zh: "没有写入", en: "nothing was written"), hint: nil)
    }
  }

  private static func entered(
    _ judge: BallotJudge, _ change: Change
  ) throws(Refusal) -> [Ballot] {
    guard change.invocation.canAsk else {
      throw .refused(
        Phrase(zh: "--enter 要在终端上用", en: "--enter needs a terminal"),
        hint: Phrase(zh: "录在表格里，用 --ballots 表格.csv", en: "use --ballots FILE.csv instead"))
    }
    let console = change.invocation.context.console
    guard let ballots = BallotsAtPrompt(console, judge, change.language).ballots() else {
      throw .refused(
        Phrase(zh: "没有录完，什么也没有写", en: "the entry was not finished; nothing was written"),
        hint: nil)
    }
    return ballots
  }

  /// `private/M-2025-008-1.md`, by the vote's place in its meeting, or the next that is free: an
  /// older file stays, since nothing else remembers it.
  private static func freePath(_ place: ItemPlace, _ vote: Vote, _ change: Change) -> String {
    let votes = change.current(place.meeting).votes
    var number = (votes.firstIndex { $0.node == vote.node } ?? 0) + 1
    func path() -> String { "private/\(place.id)-\(number).md" }
    while (try? change.loaded.folder.existing(path())) != .some(.none) { number += 1 }
    return path()
  }
}

/// The lines of a vote's options by their labels.
private struct BallotOptions {
  private let nodes: [String: Int]

  init(_ vote: Vote) {
    nodes = Dictionary(vote.options.map { ($0.label, $0.node) }) { first, _ in first }
  }

  func node(of label: String) -> Int? { nodes[label] }
}
