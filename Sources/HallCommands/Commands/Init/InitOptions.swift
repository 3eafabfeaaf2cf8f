import HallModel
import HallStore
import HallSyntax
import HallSheets
import HallWords

/// The options of `hall init`, and the question before it writes.
enum InitOptions {
  static let name = OptionSpec(
    "--name", value: Phrase(zh: "名称", en: "NAME"),
    summary: Phrase(zh: "议事厅的名称", en: "what the hall is called"))
  static let community = OptionSpec(
    "--community", value: Phrase(zh: "社区", en: "NAME"),
    summary: Phrase(zh: "它是哪个社区的", en: "the community it belongs to"))
  static let roster = OptionSpec(
    "--roster", value: Phrase(zh: "表格", en: "FILE"), takes: .file,
    summary: Phrase(
      zh: "从表格读名册（CSV；装有 LibreOffice 或 Gnumeric 时也读 .xlsx、.xls、.ods）；写 - 就从标准输入读",
      en:
        "a spreadsheet with the roster: CSV, or .xlsx, .xls and .ods if LibreOffice or Gnumeric"
        + " is installed; '-' is standard input"))
  static let calendar = OptionSpec(
    "--calendar", value: Phrase(zh: "cn|none", en: "cn|none"),
    takes: .choices([
      ListedWord("cn", "写上中国的放假安排", "with China's public holidays"),
      ListedWord("none", "不写", "without holidays"),
    ]),
    summary: Phrase(
      zh: "写不写中国的放假安排；不写这一项，中文的议事厅才写",
      en: "whether China's public holidays are written; by default only into a Chinese hall"))
  static let isPrivate = OptionSpec(
    "--private",
    summary: Phrase(
      zh: "名册写到 private/roster.md，不进 git，也没有历史",
      en: "keep the roster in private/roster.md, out of git and without a history"))
  static let yes = OptionSpec(
    "--yes", short: "-y",
    summary: Phrase(
      zh: "不问就写；要删去的超过名册十分之一时仍要 --删去",
      en: "do not ask; for more than a tenth of the roster to go, --removes is needed all the same")
  )

  /// Whether the public holidays of China are written into a new hall.
  static func hasHolidays(_ word: String?, _ language: Language) throws(Refusal) -> Bool {
    switch word.map({ FullWidth.name(Slice($0)).lowercased() }) {
    case nil: return language == .zh
    case "cn"?, "zh"?, "中国"?: return true
    case "none"?, "无"?: return false
    case let word?:
      throw .unknownChoice(
        word, of: Phrase(zh: "日历", en: "calendar"), choices: ["cn", "none"], suggestion: nil)
    }
  }

  /// Asks whether to write what was shown.
  ///
  /// - Parameter isSaid: whether the call has confirmed it already.
  static func confirms(
    _ shown: String, _ invocation: Invocation, _ language: Language, _ answer: inout Answer,
    isSaid: Bool = false
  ) -> Bool {
    guard invocation.canAsk, !isSaid, !invocation.call.has(InitOptions.yes),
      !invocation.call.has(.dryRun)
    else {
      answer.output += shown
      return true
    }
    let console = invocation.context.console
    console.show(shown)
    if invocation.saysYes(Phrase(zh: "要写入吗？", en: "Write it?"), language) { return true }
    answer.output += Phrase(zh: "没有写入\n", en: "Nothing was written.\n")[language]
    return false
  }
}
