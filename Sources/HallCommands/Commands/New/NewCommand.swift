import HallModel
import HallStore
import HallSyntax
import HallWords

/// `hall new`: the agenda of a meeting to come, from a template.
enum NewCommand: Command {
  static let on = OptionSpec(
    "--on", value: Phrase(zh: "日期", en: "DATE"),
    summary: Phrase(zh: "哪天开会，如 下周五、12-05", en: "the day, such as fri or 12-05"))
  static let at = OptionSpec(
    "--at", value: Phrase(zh: "几点", en: "TIME"),
    summary: Phrase(zh: "几点开会，如 14:30-16:00", en: "the hours, such as 14:30-16:00"))
  static let place = OptionSpec(
    "--place", value: Phrase(zh: "地点", en: "PLACE"),
    summary: Phrase(zh: "在哪里开", en: "where it is"))
  static let chair = OptionSpec(
    "--chair", value: Phrase(zh: "方/人", en: "PARTY/PERSON"),
    summary: Phrase(zh: "谁主持", en: "who chairs it"))
  static let clerk = OptionSpec(
    "--clerk", value: Phrase(zh: "方/人", en: "PARTY/PERSON"),
    summary: Phrase(
      zh: "谁记录；不写就是您自己，只要名册里有您", en: "who takes the minutes; else you, if the roster has you"))
  static let matter = OptionSpec(
    "--matter", value: Phrase(zh: "问题编号", en: "MATTER"), repeats: true,
    summary: Phrase(zh: "议哪个问题，可以写几次", en: "an item about a matter; several times if need be"))
  static let item = OptionSpec(
    "--item", value: Phrase(zh: "题目", en: "TITLE"), repeats: true,
    summary: Phrase(zh: "加一项议题，可以写几次", en: "another item; several times if need be"))
  static let template = OptionSpec(
    "--template", value: Phrase(zh: "模板", en: "NAME"),
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
  static let listTemplates = OptionSpec(
    "--list-templates", summary: Phrase(zh: "列出有哪些模板", en: "list the templates"))

  static let spec = CommandSpec(
    "new", aliases: ["拟会", "新建"],
    summary: Phrase(zh: "拟一次会议的议程", en: "draft the agenda of a meeting"),
    arguments: [ArgumentSpec(Phrase(zh: "标题", en: "TITLE"), isOptional: true)],
    options: [
      on, at, place, chair, clerk, matter, item, template, fill, carry, listTemplates, .asOf,
    ] + OptionSpec.writing,
    details: Phrase(
      zh: "标题和 --on 一定要写，别的都可以以后再补。议事厅自己的模板放在 agendas/templates/，"
        + "和程序里同名的，就用自己的。",
      en: "TITLE and --on are needed; the rest may follow later. The hall's own templates stand in"
        + " agendas/templates/ and take the place of the program's of the same name."),
    examples: [
      "hall new 充电车棚协商会 --on 下周五 --at 14:30-16:00 --matter Q-2025-015",
      "hall new 选聘物业业主大会 --on 2026-01-10 --template 选聘物业 --fill 小区=华建小区",
      "hall new 十二月例会 --on 12-05 --carry",
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    if invocation.call.has(listTemplates) { return try list(invocation) }
    let call = invocation.call
    guard let title = invocation.arguments.first else {
      throw .missingArgument(Phrase(zh: "标题", en: "TITLE"), of: invocation.call.spec)
    }
    guard !Slice(title).trimmed.isEmpty else {
      throw .refused(
        Phrase(zh: "标题是空的", en: "the title is empty"),
        hint: Phrase(zh: "写上会议叫什么", en: "say what the meeting is called"))
    }
    guard let on = call.value(on) else {
      throw .refused(
        Phrase(zh: "还没有写哪天开会", en: "the day of the meeting is not given"),
        hint: Phrase(zh: "加上 --on 日期，如 --on 下周五", en: "add --on DATE, as in --on fri"))
    }
    var answer = Answer()
    var change = try Change(invocation, &answer)
    let day = try invocation.day(on, Self.on.name, .meeting, in: change)
    let template = try AgendaTemplate.named(
      call.value(template), in: change.loaded.folder, change.written)
    var agenda = NewAgenda(
      id: try nextID(year: day.components.year, in: change), title: title,
      moment: try moment(day, call.value(at)))
    agenda.place = call.value(place)
    agenda.chair = call.value(chair).map { change.charter.person(Slice($0)).text }
    agenda.clerk = try clerk(in: change)
    agenda.items = try items(in: change)
    agenda.fillings = try call.values(fill).map(filling)
    let carried = CarriedItems(change)
    if call.has(carry) { carried.add(to: &agenda.items) }
    let (document, unfilled) = try agenda.document(from: template, in: change.charter)
    change.create(document, why: Phrase(zh: "拟定议程", en: "draft the agenda"))
    let id = agenda.id.text
    var next = ["hall edit \(id)", "hall notice \(id)"]
    let left = carried.waiting.filter { open in
      !agenda.items.contains { $0.isAbout(open.item) }
    }
    if let reminder = reminder(left, change.language) { next.append(reminder) }
    let hours = agenda.when.dropFirst(day.iso.count)
    try change.record(
      &answer,
      did: Phrase(
        zh: "已拟 \(id)：\(title) \(DayText.withWeekday(day, .zh))\(hours)",
        en: "drafted \(id): \(title), \(DayText.withWeekday(day, .en))\(hours)"),
      next: next)
    for note in notes(on: document, agenda, unfilled, template, change) {
      answer.errors +=
        Phrase(zh: "注意：", en: "note: ")[change.language]
        + VisibleText.line(note[change.language]) + "\n"
    }
    return answer
  }

  /// The templates of the hall, or of the program where there is no hall.
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

  private static func nextID(year: Int, in change: Change) throws(Refusal) -> DocumentID {
    do throws(StoreFailure) {
      return try change.loaded.folder.nextID(.meeting, year: year, in: change.hall)
    } catch {
      throw .store(error)
    }
  }

  private static func moment(_ day: Day, _ hours: String?) throws(Refusal) -> Moment {
    do throws(ValueFault) {
      return try Moment(
        reading: Slice(day.iso + " " + (hours.map { HourWords.written($0) ?? $0 } ?? "")))
    } catch {
      guard error == .endsBeforeStart else {
        throw .unreadableValue(
          hours ?? "", option: at.name,
          expected: Phrase(zh: "几点，如 14:30-16:00", en: "the hours, as in 14:30-16:00"))
      }
      throw .refused(
        Phrase(
          zh: "--at 的「\(hours ?? "")」结束得比开始早", en: "'\(hours ?? "")' ends before it begins"),
        hint: Phrase(zh: "写成 14:30-16:00 这样", en: "write it as 14:30-16:00"))
    }
  }

  /// Who takes the minutes: whom the call names, else the author, where the roster has them.
  private static func clerk(in change: Change) throws(Refusal) -> String? {
    let charter = change.charter
    if let named = change.invocation.call.value(clerk) { return charter.person(Slice(named)).text }
    let author = try change.invocation.author(charter).name
    guard charter.roster.isEmpty || charter.roster.hasPerson(author) else { return nil }
    return charter.person(Slice(author)).text
  }

  /// The items the call names: about matters, then those by title.
  private static func items(in change: Change) throws(Refusal) -> [NewItem] {
    var items: [NewItem] = []
    for text in change.invocation.call.values(matter) {
      guard case .matter(let matter) = try change.find(text), let id = matter.id else {
        throw .refused(
          Phrase(zh: "--matter 的「\(text)」不是问题", en: "'\(text)' is no matter"),
          hint: Phrase(zh: "问题的编号像 Q-2025-014", en: "a matter is named as in Q-2025-014"))
      }
      guard !items.contains(where: { $0.matters == [id] }) else { continue }
      items.append(NewItem(title: matter.title, matters: [id]))
    }
    return items
      + change.invocation.call.values(item).filter { !Slice($0).trimmed.isEmpty }
      .map { NewItem(title: $0) }
  }

  private static func filling(
    _ text: String
  ) throws(Refusal) -> (name: String, value: String) {
    guard let sign = text.firstIndex(where: { "=＝".contains($0) }), sign > text.startIndex else {
      throw .unreadableValue(
        text, option: fill.name,
        expected: Phrase(zh: "「名称=内容」，如 小区=华建小区", en: "NAME=TEXT, as in compound=Riverside"))
    }
    return (String(text[..<sign]), String(text[text.index(after: sign)...]))
  }
}
