import HallModel
import HallSyntax
import HallWords

/// The options of `hall list`.
enum ListOptions {
  static let party = OptionSpec(
    "--party", value: Phrase(zh: "方", en: "PARTY"), takes: .party,
    summary: Phrase(zh: "只列与这一方有关的", en: "only what concerns this party"))
  static let person = OptionSpec(
    "--person", value: Phrase(zh: "姓名", en: "NAME"), takes: .person,
    summary: Phrase(zh: "只列与这个人有关的", en: "only what concerns this person"))
  static let place = OptionSpec(
    "--place", value: Phrase(zh: "地点", en: "PLACE"),
    summary: Phrase(zh: "只列地点含这几个字的", en: "only what is at a place with these words"))
  static let stage = OptionSpec(
    "--stage", value: Phrase(zh: "阶段", en: "STAGE"),
    takes: .choices(ListKind.matters.statuses.map(\.choice)), repeats: true,
    summary: Phrase(zh: "只列到了这个阶段的问题", en: "only matters at this stage"))
  static let status = OptionSpec(
    "--status", value: Phrase(zh: "状态", en: "STATUS"),
    takes: .choice { arguments in
      (arguments.first.flatMap(ListKind.init(named:)) ?? .tasks).statuses.map(\.choice)
    }, repeats: true,
    summary: Phrase(
      zh: "只列这种状态的会议、决议或任务", en: "only meetings, decisions or tasks of this status"))
  static let period = OptionSpec(
    "--period", value: Phrase(zh: "时期", en: "PERIOD"), takes: .period,
    summary: Phrase(
      zh: "只列这段时间的：2025、2025-09，或「2025-09-01 至 2025-09-30」",
      en: "only this period: 2025, 2025-09, or '2025-09-01 to 2025-09-30'"))
  static let text = OptionSpec(
    "--text", value: Phrase(zh: "文字", en: "TEXT"),
    summary: Phrase(zh: "只列标题或内容含这几个字的", en: "only what has these words in it"))

  static let all = [party, person, place, stage, status, period, text]
}
