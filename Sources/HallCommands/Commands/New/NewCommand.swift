import HallModel
import HallStore
import HallSyntax
import HallWords
import HallWork

/// `hall new`: drafts the agenda of a coming meeting, from a template.
enum NewCommand: Command {
  static let on = OptionSpec(
    "--on", value: Phrase(zh: "日期", en: "DATE"), takes: .day,
    summary: Phrase(
      zh: "哪天开会，如 下周五、12-05、下周四下午两点半", en: "the day, such as fri, 12-05 or 'next thu 2:30pm'"))
  static let at = OptionSpec(
    "--at", value: Phrase(zh: "几点", en: "TIME"),
    summary: Phrase(zh: "几点开会，如 14:30-16:00", en: "the hours, such as 14:30-16:00"))
  static let place = OptionSpec(
    "--place", value: Phrase(zh: "地点", en: "PLACE"),
    summary: Phrase(zh: "在哪里开", en: "where it is"))
  static let chair = OptionSpec(
    "--chair", value: Phrase(zh: "方/人", en: "PARTY/PERSON"), takes: .person, fact: .chair,
    summary: Phrase(zh: "谁主持", en: "who chairs it"))
  static let clerk = OptionSpec(
    "--clerk", value: Phrase(zh: "方/人", en: "PARTY/PERSON"), takes: .person,
    summary: Phrase(
      zh: "谁记录；不写就是您自己，只要名册里有您", en: "who takes the minutes; else you, if the roster has you"))
  static let matter = OptionSpec(
    "--matter", value: Phrase(zh: "问题编号", en: "MATTER"), takes: .openMatter, repeats: true,
    summary: Phrase(zh: "议哪个问题，几个写成 Q1、Q2", en: "an item about a matter; several as Q1,Q2"))
  static let item = OptionSpec(
    "--item", value: Phrase(zh: "题目", en: "TITLE"), repeats: true,
    summary: Phrase(zh: "加一项议题，可以写几次", en: "another item; several times if need be"))
  static let template = OptionSpec(
    "--template", value: Phrase(zh: "模板", en: "NAME"), takes: .template,
    summary: Phrase(zh: "从哪个模板起草，如 业主大会", en: "the template, such as assembly"))
  static let fill = OptionSpec(
    "--fill", value: Phrase(zh: "名称=内容", en: "NAME=TEXT"), repeats: true,
    summary: Phrase(
      zh: "填模板里的一处，如 小区=华建小区", en: "fill a place of the template: compound=Riverside"))
  static let carry = OptionSpec(
    "--carry",
    summary: Phrase(
      zh: "带上以前没议完的议题，列出没做完的任务",
      en: "take up what earlier meetings left open, and list open tasks"))
  static let adjournedFrom = OptionSpec(
    "--adjourned-from", value: Phrase(zh: "会议", en: "MEETING"),
    takes: .thing([.meeting], isOpen: false),
    summary: Phrase(
      zh: "续哪次没有开完的会；它没议完的议题都带上",
      en: "the adjourned meeting it goes on with, and what that left open"
    ))
  static let party = OptionSpec(
    "--party", value: Phrase(zh: "方: 表决", en: "PARTY: votes"), repeats: true,
    summary: Phrase(
      zh: "只参加这次会议的一方，如 酒店: 表决，可以写几次",
      en: "a party of this meeting alone, such as 'hotel: votes'; several times if need be"))
  static let preparedBy = OptionSpec(
    "--prepared-by", value: Phrase(zh: "内容", en: "TEXT"), fact: .preparedBy,
    summary: Phrase(
      zh: "会前研究：哪天、谁、研究的结果", en: "who considered it before the meeting, when, and with what result")
  )
  static let isPublic = OptionSpec(
    "--public", value: Phrase(zh: "是|否", en: "yes|no"), fact: .isPublic,
    summary: Phrase(zh: "居民能不能看", en: "whether residents may read it"))
  static let posted = OptionSpec(
    "--posted", value: Phrase(zh: "起止", en: "PERIOD"), takes: .period, fact: .posted,
    summary: Phrase(zh: "会前或会后公示的起止", en: "when it is posted"))
  static let listTemplates = OptionSpec(
    "--list-templates", summary: Phrase(zh: "列出有哪些模板", en: "list the templates"))

  static let spec = CommandSpec(
    "new", aliases: ["拟会", "新建"],
    summary: Phrase(zh: "拟一次会议的议程", en: "draft the agenda of a meeting"),
    arguments: [ArgumentSpec(Phrase(zh: "标题", en: "TITLE"), isOptional: true)],
    options: [
      on, at, place, chair, clerk, matter, item, template, fill, carry, adjournedFrom,
      party, preparedBy, posted, isPublic, listTemplates, .asOf,
    ] + OptionSpec.writing,
    details: Phrase(
      zh: "标题和 --日期 一定要写，别的都可以以后再补；在终端上没写的会问一声，回车就不写。议事厅自己的模板放在 agendas/templates/，"
        + "和程序里同名的，就用自己的。",
      en: "TITLE and --on are needed; the rest may follow later, and on a terminal you are asked"
        + " for when, where and what. The hall's own templates are in"
        + " agendas/templates/ and replace the program's templates of the same name."),
    examples: [
      Phrase(
        zh: "hall 拟会 充电车棚协商会 --日期 下周五 --几点 14:30-16:00 --问题 Q-2025-015",
        en: "hall new \"Bins and benches\" --on \"next fri\" --at 19:00-20:30 --matter Q-2025-004"),
      Phrase(
        zh: "hall 拟会 选聘物业业主大会 --日期 2026-01-10 --模板 选聘物业 --填 小区=华建小区",
        en:
          "hall new \"Choice of a property company\" --on 2026-01-10 --template property-company --fill compound=Riverside"
      ),
      Phrase(
        zh: "hall 拟会 十二月例会 --日期 12-05 --带上",
        en: "hall new \"December meeting\" --on 12-05 --carry"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    if invocation.call.has(listTemplates) { return try list(invocation) }
    let call = invocation.call
    guard let title = invocation.arguments.first else {
      throw .missingArgument(spec.arguments[0].name, of: spec)
    }
    var act = DraftAgenda(title, on: invocation.day(on))
    act.at = call.value(at)
    act.place = call.value(place)
    act.chair = call.value(chair)
    act.clerk = call.value(clerk)
    // Q1、Q2 in one word, as they are written in a list.
    act.matters = call.values(matter).flatMap { value in
      let words = value.split { "、，,;； ".contains($0) }.map(String.init)
      return words.allSatisfy { IdentifierQuery($0) != nil } ? words : [value]
    }
    act.items = call.values(item)
    act.template = call.value(template)
    act.fillings = call.values(fill)
    act.carries = call.has(carry)
    act.adjournedFrom = call.value(adjournedFrom)
    act.parties = call.values(party)
    act.fields = invocation.fields([posted, preparedBy, isPublic])
    return try invocation.perform(act)
  }

  /// The templates of the hall; without a hall, those of the program.
  private static func list(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    var folder: HallFolder?
    if !invocation.call.values(.hall).isEmpty
      || HallFolder.find(upwardFrom: invocation.context.workingDirectory) != nil
    {
      folder = try invocation.folders(&answer).first
    }
    let charter = folder?.charter().charter
    let language = try invocation.language(charter)
    let templates = try AgendaTemplate.all(in: folder, charter?.language ?? language)
    answer.output += AgendaTemplate.list(templates, language, invocation.context)
    return answer
  }
}
