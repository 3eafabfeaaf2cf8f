import HallModel
import HallSheets
import HallStore
import HallSyntax
import HallWords
import HallWork

/// `hall roster`: who is on the roster; adds one person, changes one, or takes one off.
enum RosterCommand: Command {
  private static let unit = OptionSpec(
    "--unit", value: Phrase(zh: "户", en: "UNIT"), fact: .unitColumn,
    summary: Phrase(zh: "住哪一户", en: "the unit"))
  private static let area = OptionSpec(
    "--area", value: Phrase(zh: "平方米", en: "AREA"), fact: .areaColumn,
    summary: Phrase(zh: "这一户的面积，业主表决要用", en: "the area of the unit, for votes of owners"))
  private static let owner = OptionSpec(
    "--owner", value: Phrase(zh: "姓名", en: "NAME"), fact: .ownerColumn,
    summary: Phrase(zh: "这一户的业主，不是本人时写", en: "who owns the unit, if it is somebody else"))
  private static let role = OptionSpec(
    "--role", value: Phrase(zh: "身份", en: "WORDS"), fact: .roleColumn,
    summary: Phrase(zh: "身份，如 楼栋长、项目经理", en: "what the person is, as 'caretaker'"))
  private static let new = OptionSpec(
    "--new", excludes: ["--remove"],
    summary: Phrase(
      zh: "另加一行：同名的另一个人，或同一个人的另一户", en: "a row more: a namesake, or a further unit of somebody"))
  private static let remove = OptionSpec(
    "--remove", excludes: ["--area", "--owner", "--role", "--new"],
    summary: Phrase(zh: "从名册上去掉这个人", en: "take the person off the roster"))
  private static let isPrivate = OptionSpec(
    "--private",
    summary: Phrase(
      zh: "名册还空着时，写到 private/roster.md，不进 git，也没有历史",
      en: "of an empty roster: keep it in private/roster.md, out of git and without a history"))

  static let spec = CommandSpec(
    "roster", aliases: ["名册"],
    summary: Phrase(
      zh: "名册上有谁；加一个人，改一个人，或去掉一个人", en: "who is on the roster; add, change or remove one"),
    arguments: [
      ArgumentSpec(Phrase(zh: "姓名", en: "NAME"), takes: .person, isOptional: true),
      ArgumentSpec(Phrase(zh: "方", en: "PARTY"), takes: .party, isOptional: true),
    ],
    options: [unit, area, owner, role, new, remove, isPrivate, .asOf] + OptionSpec.writing,
    details: Phrase(
      zh: """
        什么都不写，就列出名册；只写姓名，就看这个人的。名册上没有的人，写上哪一方就加上；已经有的，只改写到的几样。
        几个人同名，用 --户 或方写明是谁。整份名册从表格来：hall 开张 --名册 表格.csv。
        """,
      en: """
        Without a name it lists the roster; with only a name, that person's rows. Give the party to add \
        somebody new. Of somebody who is there, only what you give changes. --unit or the party tells \
        people of one name apart. A whole roster comes from a spreadsheet: hall init --roster FILE.
        """),
    examples: [
      Phrase(
        zh: "hall 名册",
        en: "hall roster"),
      Phrase(
        zh: "hall 名册 温书敏 居民 --户 3-2-501 --面积 89.5",
        en: "hall roster \"Nora Pike\" residents --unit 4B"),
      Phrase(
        zh: "hall 名册 温书敏 --身份 楼栋长",
        en: "hall roster \"Nora Pike\" --role caretaker"),
      Phrase(
        zh: "hall 名册 温书敏 --去掉",
        en: "hall roster \"Nora Pike\" --remove"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let (words, call) = (invocation.arguments, invocation.call)
    let said = [unit, area, owner, role, new, remove, isPrivate].contains(where: call.has)
    guard let name = words.first else {
      if said { throw invocation.withCall(.missing(spec.arguments[0].name)) }
      return try list(invocation)
    }
    if words.count == 1, !said, let answer = try shown(name, invocation) { return answer }
    var cells: [Keyword: String] = [:]
    cells[.partyColumn] = words.dropFirst().first
    for option in [unit, area, owner, role] {
      if let column = option.fact { cells[column] = call.value(option) }
    }
    let way: SetPerson.Way = call.has(remove) ? .remove : call.has(new) ? .add : .set
    return try invocation.perform(
      SetPerson(name, cells, way, isPrivate: call.has(isPrivate)))
  }

  /// What the roster says of one person; nil if it has none of that name.
  private static func shown(
    _ name: String, _ invocation: Invocation
  ) throws(Refusal) -> Answer? {
    let whole = FullWidth.name(Slice(name))
    let bare = whole.split(separator: "/").last.map(String.init) ?? whole
    var answer = Answer()
    let rows = try invocation.load(&answer).map { loaded in
      let all = loaded.hall.charter.roster.rows
      let exact = all.filter { $0.name == whole }
      return (loaded, exact.isEmpty ? all.filter { $0.name == bare } : exact)
    }
    guard rows.contains(where: { !$0.1.isEmpty }) else { return nil }
    try list(rows.filter { !$0.1.isEmpty }, invocation, &answer)
    return answer
  }

  private static func list(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let rows = try invocation.load(&answer).map { ($0, $0.hall.charter.roster.rows) }
    try list(rows, invocation, &answer)
    return answer
  }

  private static func list(
    _ halls: [(loaded: LoadedHall, rows: [Roster.Row])], _ invocation: Invocation,
    _ answer: inout Answer
  ) throws(Refusal) {
    let language = try invocation.language(halls.first?.loaded.hall.charter)
    for (loaded, rows) in halls {
      if halls.count > 1 {
        answer.output +=
          invocation.style.bold(VisibleText.line(loaded.name)) + "\n"
      }
      let columns = (RosterPlan.columns + [.sharesColumn, .votes]).filter { column in
        rows.contains { !$0.text(column).isEmpty }
      }
      guard !rows.isEmpty else {
        answer.output += Phrase(zh: "名册上还没有人\n", en: "Nobody is on the roster yet.\n")[language]
        continue
      }
      var table = TextTable(
        columns.map { $0.word(language) }, width: invocation.context.fittingWidth)
      for row in rows { table.add(columns.map { VisibleText.line(row.written($0)) }) }
      answer.output += table.text(invocation.style)
    }
  }
}
