import HallModel
import HallStore
import HallSyntax
import HallWork
import HallWords

/// `hall matter add`: adds a problem to the list of matters.
enum MatterAddCommand: Command {
  static let source = OptionSpec(
    "--source", value: Phrase(zh: "来源", en: "SOURCE"),
    summary: Phrase(zh: "从哪里知道的，如 网格巡查", en: "where it comes from, as a patrol or a hotline"))
  static let raisedBy = OptionSpec(
    "--raised-by", value: Phrase(zh: "方/人", en: "PARTY/PERSON"), takes: .person, fact: .raisedBy,
    summary: Phrase(zh: "谁提出的，如 居民/张三；或 匿名", en: "who raised it; or 'anonymous'"))
  static let place = OptionSpec(
    "--place", value: Phrase(zh: "地点", en: "PLACE"),
    summary: Phrase(zh: "在哪里", en: "where it is"))
  static let level = OptionSpec(
    "--level", value: Phrase(zh: "层级", en: "LEVEL"), takes: .keyword(.level),
    summary: Phrase(
      zh: "哪一级管：楼栋、网格、社区、街道、区",
      en: "building, grid, community, subdistrict or district"))
  static let ticket = OptionSpec(
    "--ticket", value: Phrase(zh: "工单号", en: "NUMBER"),
    summary: Phrase(zh: "热线的工单号", en: "the hotline's number"))
  static let replyBy = OptionSpec(
    "--reply-by", value: Phrase(zh: "日期", en: "DATE"), takes: .day, fact: .replyBy,
    summary: Phrase(
      zh: "最晚哪天答复，到期没答复「hall 逾期」会列出来",
      en: "the day by which it is to be answered; 'hall overdue' counts it"))
  static let text = OptionSpec(
    "--text", value: Phrase(zh: "文字", en: "TEXT"),
    summary: Phrase(zh: "说清楚是怎么回事；写 - 就从标准输入读", en: "what it is about; - reads standard input"))

  static let spec = CommandSpec(
    "matter add", aliases: ["问题 新增"],
    summary: Phrase(zh: "把一个问题记进问题清单", en: "put a problem on the list"),
    arguments: [ArgumentSpec(Phrase(zh: "问题", en: "TITLE"))],
    options: [source, raisedBy, MatterCommand.on, place, level, ticket, replyBy, text, .asOf]
      + OptionSpec.writing,
    details: Phrase(
      zh: "编号自己往下排，按问题的日期算年份。已有差不多的问题时会提醒，在终端上先问一声。"
        + "在终端上没写谁提出、在哪里，会问一声，回车就不写。",
      en: "The next number of its day's year is taken. A matter much like it is mentioned; on a"
        + " terminal you are asked first, and who raised it and where, if that is not given."),
    examples: [
      Phrase(
        zh: "hall 问题 新增 2号楼顶层漏雨 --来源 居民反映 --提出 居民/杜鹏 --日期 昨天",
        en:
          "hall matter add \"Water on the cellar stairs\" --source residents --raised-by \"residents/Ben Okafor\" --on yesterday"
      ),
      Phrase(
        zh: "hall 问题 新增 背街路灯不亮 --层级 网格 --正文 -",
        en: "hall matter add \"The lamp over the gate is out\" --level grid --text -"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let call = invocation.call
    var act = AddMatter(invocation.arguments[0])
    act.on = invocation.day(MatterCommand.on)
    act.source = call.value(source)
    act.raisedBy = call.value(raisedBy)
    act.place = call.value(place)
    act.level = call.value(level)
    act.ticket = call.value(ticket)
    act.replyBy = invocation.day(replyBy)
    act.text = try invocation.given(text)
    return try invocation.perform(act)
  }
}
