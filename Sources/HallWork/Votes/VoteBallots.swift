import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallSheets
import HallWords

/// Ballots given in a call, each with its voter.
package enum GivenBallots: Sendable {
  case none
  /// The rows of a spreadsheet, with a note on how it was read.
  case sheet(SheetText)
  /// Entered one by one.
  case entered([Ballot])
}

/// A spreadsheet as text.
package struct SheetText: Sendable {
  /// As UTF-8.
  package let bytes: [UInt8]
  package let encoding: SheetEncoding
  /// As it was given.
  package let path: String
  /// The program that has read it, if it was a workbook.
  package let note: Phrase?

  package init(_ bytes: [UInt8], _ encoding: SheetEncoding, at path: String, note: Phrase?) {
    (self.bytes, self.encoding, self.path, self.note) = (bytes, encoding, path, note)
  }
}

/// Named ballots go to `private/`; the minutes get their counts and the digest of the file.
enum VoteBallots {
  /// Stores the ballots and writes the resulting figures into the vote.
  ///
  /// - Parameter fields: what the same call gives beside them.
  static func add(
    _ given: GivenBallots, to node: Int, of place: ItemPlace, beside fields: VoteFields,
    in change: inout Change
  ) throws(Refusal) {
    let meeting = change.current(place.meeting)
    let vote = Vote(document: meeting.document, node: node)
    let ballots: [Ballot]
    let judge: BallotJudge
    switch given {
    case .none: return
    case .sheet(let text):
      judge = try self.judge(vote, in: meeting, change)
      ballots = try read(text, judge, &change)
    case .entered(let entered):
      judge = try self.judge(vote, in: meeting, change)
      ballots = entered
    }
    guard !ballots.isEmpty else {
      throw .refused(
        Phrase(zh: "一张票也没有，什么也没有写", en: "there is no ballot; nothing was written"), hint: nil)
    }
    let doubled = DoubledFigures(fields, judge, ballots, in: meeting)
    // A sheet can be read again; ballots entered by hand must not be lost because of a figure.
    if case .entered = given {
      change.notes += doubled.notes
    } else {
      try doubled.refuse()
    }
    let why = Phrase(zh: "录入纸票 \(ballots.count) 张", en: "\(ballots.count) paper ballots")
    try keep(ballots, of: vote, judge, place, why, in: &change)
  }

  /// Writes ballots to a private file, and their counts into the vote.
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
      // The vote's lines have moved, and its options with them.
      let now = BallotOptions(Vote(document: editor.document, node: node))
      for (label, text) in judge.options(of: ballots) {
        if let option = now.node(of: label) { try editor.replaceValue(of: option, with: text) }
      }
    }
  }

  static func judge(
    _ vote: Vote, in meeting: Meeting, _ change: Change
  ) throws(Refusal) -> BallotJudge {
    if vote.methods.contains(.secret) {
      throw .refused(
        Phrase(
          zh: "无记名表决不能有写着谁投了什么的票册", en: "a secret vote has no ballots that say who voted how"),
        hint: Phrase(
          zh: "只写票数：" + change.namesOfSides.zh,
          en: "note only the counts: " + change.namesOfSides.en))
    }
    guard let rule = change.outcome.tally(vote, in: meeting).rule else {
      throw .refused(
        Phrase(
          zh: "还不知道这次表决按什么规则，分不清怎样算一票",
          en: "without a rule it is not known who counts as one voter"),
        hint: Phrase(
          zh: "用 \(change.name(.rule)) 写上规则", en: "name it with \(change.name(.rule))"))
    }
    return BallotJudge(vote, in: change.outcome.judged(meeting), rule: rule, change.written)
  }

  private static func read(
    _ text: SheetText, _ judge: BallotJudge, _ change: inout Change
  ) throws(Refusal) -> [Ballot] {
    let sheet = BallotSheet(text.bytes, path: text.path, judge: judge)
    guard sheet.problems.isEmpty else {
      throw .wrongSheet(sheet.problems, in: sheet.document)
    }
    try show(sheet, text, &change)
    return sheet.ballots
  }

  /// Shows what was read. If the reading differs from what is written, the person is asked, if
  /// possible.
  private static func show(
    _ sheet: BallotSheet, _ text: SheetText, _ change: inout Change
  ) throws(Refusal) {
    var shown: [Phrase] = [text.note].compactMap(\.self)
    if text.encoding != .utf8 {
      let name = text.encoding.name
      shown.append(
        Phrase(zh: "这份表是 \(name) 编码，读成这样：", en: "The sheet is in \(name) and was read like this:"))
      shown += sheet.ballots.prefix(3).map { ballot in
        Phrase(both: "  \(ballot.voter)  \(ballot.choice)")
      }
    }
    if !sheet.notes.isEmpty { shown += [sheet.summary] + sheet.notes }
    guard !sheet.notes.isEmpty, change.session.asks, !change.session.isDryRun else {
      change.shown += shown
      return
    }
    let declined = Phrase(zh: "没有写入", en: "nothing was written")
    let question = Question.consent(
      Phrase(zh: "要写入吗？", en: "Write it?"), showing: shown, orElse: declined)
    guard try change.session.agrees(to: question) else { throw .refused(declined) }
  }

  /// `private/M-2025-008-1.md`, by the vote's place in its meeting, or the next free name: an older
  /// file stays, since it is the only copy.
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
