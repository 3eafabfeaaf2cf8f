import HallModel
import HallSharing
import HallStore
import HallSyntax
import HallWords

/// `hall review`: the changes since the reviewer's last look, or between two states, in facts.
enum ReviewCommand: Command {
  static let done = OptionSpec(
    "--done", excludes: [OptionSpec.json.name, DiffCommand.exitCode.name],
    summary: Phrase(zh: "看完了：下次从现在看起", en: "all is seen: the next review begins here"))

  static let spec = CommandSpec(
    "review", aliases: ["审阅"],
    summary: Phrase(zh: "上次看过以后改了哪些事", en: "what changed since you last looked, in facts"),
    arguments: [
      ArgumentSpec(Phrase(zh: "从", en: "A"), isOptional: true),
      ArgumentSpec(Phrase(zh: "到", en: "B"), isOptional: true),
    ],
    options: [done, DiffCommand.exitCode, reviewer, .asOf], formats: [.text, .json, .md],
    details: Phrase(
      zh: "从本人上次看到的地方看到最后一次提交；写一个 git 版本就从那里看起，写两个，就像合并请求那样，"
        + "看后一个从两边分开的地方起改了什么（分支、标签、提交都可以）。"
        + "没提交的改动不在里面。修正过的已确认会议记录排在最前面，进展单列在后；最后是一直没有动静的事。"
        + "逾期按今天算；写了第二个版本，按它提交的那天算，或用 --截至 指定。--格式 md 可以贴进合并请求。",
      en:
        "From where you last looked to the last commit; with one git revision, from there; with two,"
        + " what B has changed since their common ancestor, as in a merge request (branches, tags,"
        + " commits). Edits that are not committed are not included. Approved minutes that were"
        + " amended come first, progress is listed separately, and things without any progress"
        + " come last. Overdue is as of today; with B, as of its day, or as --as-of says. --format"
        + " md is for pasting into a merge request."),
    examples: [
      Phrase(
        zh: "hall 审阅",
        en: "hall review"),
      Phrase(
        zh: "hall 审阅 --看完",
        en: "hall review --done"),
      Phrase(
        zh: "hall 审阅 HEAD~1 --格式 md",
        en: "hall review HEAD~1 --format md"),
      Phrase(
        zh: "hall 审阅 HEAD~1 HEAD --退出码",
        en: "hall review HEAD~1 HEAD --exit-code"),
    ])

  private static let reviewer = OptionSpec(
    "--by", value: Phrase(zh: "姓名", en: "NAME"), takes: .person,
    summary: Phrase(
      zh: "谁在看；不写就用这台电脑上设好的名字",
      en: "who looks; else HALL_AUTHOR, else git's user.name")
  )

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let format = try invocation.format()
    if invocation.call.has(done), let word = invocation.arguments.first {
      throw .unexpectedArgument(word, of: invocation.call.spec, with: invocation.call.name(done))
    }
    var reviews: [(folder: HallFolder, range: ReviewRange, review: Review)] = []
    let folders = try invocation.folders(&answer)
    for folder in folders {
      do throws(Refusal) {
        let range = try ReviewRange(
          of: folder, invocation.arguments, for: invocation.call.value(.by),
          in: invocation.context.world)
        if invocation.call.has(done) {
          answer.output += try range.finish(invocation.language(range.charter))
          if let mark = range.mark { UnseenAmendments(in: folder).clear(of: mark.reviewer) }
          continue
        }
        reviews.append((folder, range, try review(folder, range, invocation)))
      } catch {
        if folders.count == 1 { throw error }
        // If one of several halls cannot be reviewed, it is reported, and the others are still
        // reviewed.
        answer.errors += error.text(
          invocation.plainLanguage)
        answer.raise(to: 2)
      }
    }
    guard !invocation.call.has(done) else { return answer }
    let language = try invocation.language(reviews.first?.review.hall.charter)
    for (_, _, review) in reviews {
      if review.alerts.contains(where: \.isFailure) { answer.raise(to: 2) }
      if invocation.call.has(DiffCommand.exitCode), !review.isEmpty { answer.raise(to: 1) }
    }
    switch format {
    case .json:
      answer.output =
        JSONValue.object([
          "reviews": .array(
            reviews.map { folder, range, review in
              let json: JSONValue = [
                "hall": .string(review.hall.charter.name), "hall_dir": .string(folder.shownPath),
                "reviewer": JSONValue(range.mark?.reviewer),
                "uncommitted": JSONValue(range.uncommitted),
                "named": range.named?.json(review.offset) ?? .null,
              ]
              return json.merging(review.json)
            })
        ]).text
    case .md:
      answer.output = reviews.map { _, range, review in
        ReviewMarkdown(review, range, language).text
      }.joined(separator: "\n")
    default:
      answer.output = reviews.map { _, range, review in
        ReviewText(review, range, language, invocation.context.layout).text
      }.joined(separator: "\n")
      if reviews.count == 1, let range = reviews.first?.range {
        try close(range, invocation, language, &answer)
      }
    }
    return answer
  }

  private static func review(
    _ folder: HallFolder, _ range: ReviewRange, _ invocation: Invocation
  ) throws(Refusal) -> Review {
    func read(_ path: String, _ kind: Document.Kind) -> Document? {
      folder.exists(path) ? try? folder.read(path, kind: kind) : nil
    }
    return try Review(
      of: range.repository, machineOffset: invocation.context.machineOffset, from: range.from,
      to: range.to,
      privateRoster: read(HallFolder.privateRosterPath, .roster),
      reckoning: invocation.context.reckoning,
      privateBallots: { paths in
        // Ballots may be kept out of git: then this folder may have them.
        var ballots: [String: [UInt8]] = [:]
        for path in paths { ballots[path] = read(path, .ballots)?.bytes }
        return ballots
      },
      on: { charter throws(Refusal) in
        guard invocation.arguments.count == 2, invocation.call.value(.asOf) == nil else {
          return try invocation.today(charter)
        }
        return range.to.day(offset: invocation.context.world.offset(charter))
          ?? invocation.context.world.today(charter)
      })
  }

  /// Offers to mark the review as done if a person can be asked and the whole review is on the
  /// screen; otherwise explains how.
  private static func close(
    _ range: ReviewRange, _ invocation: Invocation, _ language: Language, _ answer: inout Answer
  ) throws(Refusal) {
    guard range.mark != nil, range.to != range.from, invocation.context.isTerminal else { return }
    let rows = TerminalSize.current?.rows ?? 24
    let lines = answer.output.utf8.count { $0 == UInt8(ascii: "\n") }
    guard invocation.canAsk, lines + 2 < rows else {
      let how = Phrase(zh: "看完了：hall 审阅 --看完", en: "when all is seen: hall review --done")
      answer.output += "\n" + invocation.style.dim(how[language]) + "\n"
      return
    }
    invocation.context.console.show(answer.output + "\n")
    answer.output = ""
    let question = Phrase(
      zh: "都看完了吗？看完了，下次就从这里看起",
      en: "Is all of it seen? Then the next review begins here")
    if invocation.saysYes(question, language) { answer.output = try range.finish(language) }
  }
}
