import HallModel
import HallSyntax
import HallWords
import HallWork

/// `hall party`: the parties of the hall, and which of them vote.
enum PartyCommand: Command {
  static let spec = CommandSpec(
    "party", aliases: ["各方"],
    summary: Phrase(
      zh: "有哪几方、谁有表决权；加一方，或改一方的身份", en: "the parties and who votes; add or change one"),
    arguments: [
      ArgumentSpec(Phrase(zh: "方", en: "PARTY"), takes: .party, isOptional: true),
      ArgumentSpec(Phrase(zh: "身份", en: "ROLE"), takes: .keyword(.partyPart), isOptional: true),
    ],
    options: [.asOf] + OptionSpec.writing,
    details: Phrase(
      zh: """
        什么都不写，就列出各方。身份写表决、列席、召集（不表决）或不表决。
        只在一次会上来的一方，不在这里加，用「hall 拟会 --方」或记录里的「方 酒店 表决」。
        """,
      en: """
        Without words it lists the parties. A role is votes, observes, convenes (without a vote) or \
        no vote. A party that comes to one meeting only is not added here, but with 'hall new --party' \
        or 'party Hotel votes' in the live minutes.
        """),
    examples: [
      Phrase(
        zh: "hall 各方",
        en: "hall party"),
      Phrase(
        zh: "hall 各方 业委会 表决",
        en: "hall party committee votes"),
      Phrase(
        zh: "hall 各方 社区 表决",
        en: "hall party community votes"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let words = invocation.arguments
    guard let name = words.first else { return try list(invocation) }
    return try invocation.perform(SetParty(name, part: words.dropFirst().first))
  }

  private static func list(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let halls = try invocation.load(&answer)
    let language = try invocation.language(halls.first?.hall.charter)
    for loaded in halls {
      let charter = loaded.hall.charter
      let people = charter.roster.rows.reduce(into: [:]) { $0[$1.party, default: 0] += 1 }
      var table = TextTable(
        [
          Phrase(Keyword.partyColumn)[language], Phrase(Keyword.roleColumn)[language],
          Phrase(zh: "名册上的人", en: "on the roster")[language],
        ],
        width: invocation.context.fittingWidth)
      for party in charter.parties.parties {
        table.add([
          party.name, Phrase(party.part)[language], String(people[party.name] ?? 0),
        ])
      }
      answer.output += table.text(invocation.style)
    }
    return answer
  }
}
