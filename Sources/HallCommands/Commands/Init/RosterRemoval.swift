import HallModel
import HallSyntax
import HallSheets
import HallWords

/// Whether to remove rows of the roster that a sheet does not have.
///
/// A few are removed after a yes. A sheet that would remove more than a tenth of the roster is
/// probably the wrong one: to confirm, the person has to repeat the number of rows.
struct RosterRemoval {
  static let count = OptionSpec(
    "--removes", value: Phrase(zh: "行数", en: "N"),
    summary: Phrase(
      zh: "正好删去名册里这么多行；超过十分之一时要写",
      en: "confirm that exactly N rows of the roster go; needed for more than a tenth of it"))

  private let plan: RosterPlan
  private let invocation: Invocation

  init(_ plan: RosterPlan, _ invocation: Invocation) {
    (self.plan, self.invocation) = (plan, invocation)
  }

  private var removed: Int { plan.removed.count }
  /// Whether it would remove more than a tenth of the roster.
  var isLarge: Bool { removed * 10 > plan.present }
  private var isDryRun: Bool { invocation.call.has(.dryRun) }

  /// Refuses an unconfirmed removal if nobody can be asked.
  func requireWord() throws(Refusal) {
    if let word = invocation.call.value(RosterRemoval.count) {
      guard Int(FullWidth.name(Slice(word))) == removed else { throw wrongNumber(word) }
      return
    }
    guard removed > 0, !isDryRun, !invocation.canAsk else { return }
    if isLarge {
      let words = RosterRemoval.count.phrase
      throw refusal(
        option: Phrase(zh: "\(words.zh) \(removed)", en: "\(words.en) \(removed)"))
    }
    if !invocation.call.has(InitOptions.yes) { throw refusal(option: InitOptions.yes.phrase) }
  }

  /// Whether to write what was shown; asks, if a person can be asked.
  func confirms(_ shown: String, _ language: Language, _ answer: inout Answer) -> Bool {
    let isSaid = invocation.call.has(RosterRemoval.count)
    guard isLarge, removed > 0, invocation.canAsk, !isSaid, !isDryRun else {
      return InitOptions.confirms(shown, invocation, language, &answer, isSaid: isSaid)
    }
    let console = invocation.context.console
    console.show(shown)
    console.show(
      Phrase(
        zh: "这份表会删去名册 \(plan.present) 行里的 \(removed) 行，请核对是不是拿错了表。\n",
        en: "The sheet takes \(removed) of the roster's \(plan.present) rows away. Is it the right"
          + " one?\n")[language])
    let question = Phrase(
      zh: "确实要删，写出要删去的行数；回车就什么也不写：",
      en: "To go on, write how many rows go; Enter writes nothing: ")[language]
    let reply = console.line(Prompt(question)).map { FullWidth.name(Slice($0)) } ?? ""
    let number = reply.hasSuffix("行") ? String(reply.dropLast()) : reply
    if Int(number) == removed { return true }
    answer.output += Phrase(zh: "没有写入\n", en: "Nothing was written.\n")[language]
    return false
  }

  private func wrongNumber(_ word: String) -> Refusal {
    .refused(
      Phrase(
        zh: "写的是删去 \(word) 行，这份表会删去 \(removed) 行，什么也没有写",
        en: "\(word) rows were to go, and the sheet takes \(removed) away; nothing was written"),
      hint: Phrase(
        zh: "用 --只看 看是哪些行，确实要删就写 --删去 \(removed)",
        en: "see them with --dry-run; if they shall go, write --removes \(removed)"))
  }

  private func refusal(option: Phrase) -> Refusal {
    let isLarge = isLarge
    return .refused(
      Phrase(
        zh: "名册 \(plan.present) 行里有 \(removed) 行不在表里，会被删去"
          + (isLarge ? "（超过十分之一，可能拿错了表）" : "") + "，什么也没有写：\n" + plan.text(.zh, most: 5),
        en: "\(removed) of the roster's \(plan.present) rows are not in the sheet and would go"
          + (isLarge ? " (more than a tenth: it may be the wrong sheet)" : "")
          + "; nothing was written:\n" + plan.text(.en, most: 5)),
      hint: Phrase(
        zh: "确实要删去，加上 \(option.zh)；先看全部，用 --只看",
        en: "if they shall go, add \(option.en); --dry-run shows all of them"))
  }
}
