import HallModel
import HallSheets
import HallSyntax
import HallWork
import HallWords

/// `hall vote --ballots FILE.csv` and `--enter`: the sources of named ballots.
enum BallotOptions {
  static let file = OptionSpec(
    "--ballots", value: Phrase(zh: "表格", en: "FILE"), takes: .file,
    summary: Phrase(
      zh: "从表格读纸票（户、意见；列名同名册），票册放在 private/",
      en: "paper ballots from a spreadsheet (unit, ballot; heads as in a roster's); they stay in"
        + " private/"))
  static let enter = OptionSpec(
    "--enter", excludes: [file.name],
    summary: Phrase(zh: "一张一张录入纸票，录两遍互相核对", en: "enter paper ballots at the prompt, each twice"))

  static let all = [file, Workbook.sheet, enter]

  /// Passes the ballots of a call to an act.
  static func add(to act: inout RecordVote, _ invocation: Invocation) throws(Refusal) {
    if let path = invocation.call.value(file) {
      act.ballots = .sheet(try SheetFile(path, invocation).text)
    }
    guard invocation.call.has(enter) else { return }
    act.awaitsBallots = true
    var unsaid = Answer()
    let session = try invocation.session(&unsaid)
    // Ballots that cannot be used must be refused before anybody enters them.
    let judge: BallotJudge
    do throws(Refusal) { judge = try act.ballotJudge(in: session) } catch {
      throw invocation.withCall(error)
    }
    act.ballots = .entered(try entered(judge, session.language, invocation))
  }

  private static func entered(
    _ judge: BallotJudge, _ language: Language, _ invocation: Invocation
  ) throws(Refusal) -> [Ballot] {
    guard invocation.canAsk else {
      throw .refused(
        Phrase(zh: "--录票 要在终端上用", en: "--enter needs a terminal"),
        hint: Phrase(zh: "录在表格里，用 --票册 表格.csv", en: "use --ballots FILE.csv instead"))
    }
    guard
      let ballots = BallotsAtPrompt(invocation.context.console, judge, language).ballots()
    else {
      throw .refused(
        Phrase(zh: "没有录完，什么也没有写", en: "the entry was not finished; nothing was written"),
        hint: nil)
    }
    return ballots
  }
}
