import HallModel
import HallWork
import HallWords

/// `hall set`: corrects one fact, or a title.
enum SetCommand: Command {
  static let part = ArgumentSpec(
    Phrase(zh: "编号", en: "ID"),
    takes: .thing([.meeting, .matter, .item, .decision, .task, .hall], isOpen: false))

  static let spec = CommandSpec(
    "set", aliases: ["改"],
    summary: Phrase(zh: "更正写错的一项，或标题", en: "correct one fact, or a title"),
    arguments: [
      part, ArgumentSpec(Phrase(zh: "事项", en: "FACT"), takes: .fact),
      ArgumentSpec(Phrase(zh: "内容", en: "VALUE")),
    ],
    options: [.asOf] + OptionSpec.writing,
    details: Phrase(
      zh: """
        编号是会议、议题、决议、任务或问题，也可以写 hall（议事厅自己，如放假安排）。事项写文件里的词，或「标题」。
        可以写几次的事项（如附件）是再加一条。确认以后的记录，前面加上「hall 修正 编号 -m 理由」。
        说过的话写错了用「hall 改字」，不该有的用「hall 删」。
        """,
      en: """
        ID is a meeting, an item, a decision, a task or a matter, or 'hall' for the hall itself, as its \
        public holidays. FACT is a word of the files, or 'title'. A fact that may stand several times \
        gets one more line. For approved minutes put 'hall amend ID -m WHY' before it.
        Words of a text are corrected with 'hall reword', and what should not be there goes with 'hall \
        strike'.
        """),
    examples: [
      Phrase(
        zh: "hall 改 M-2025-010 地点 小区活动室",
        en: "hall set M-2025-005 where \"school hall\""),
      Phrase(
        zh: "hall 改 M-2025-010#2 标题 暖气先查立管",
        en: "hall set M-2025-005#2 title \"Benches and herbs\""),
      Phrase(
        zh: "hall 改 M-2025-008-T4 期限 12-31",
        en: "hall set M-2025-004-T1 due 12-31"),
      Phrase(
        zh: "hall 改 hall 休 \"2027-02-05 至 2027-02-12\"",
        en: "hall set hall off \"2026-12-25 to 2026-12-26\""),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let words = invocation.arguments
    return try invocation.perform(SetFact(words[0], words[1], words[2]))
  }
}

/// `hall reword`: corrects words of a text or a title.
enum RewordCommand: Command {
  static let spec = CommandSpec(
    "reword", aliases: ["改字"],
    summary: Phrase(zh: "更正原话或标题里的几个字", en: "correct words of a text or a title"),
    arguments: [
      SetCommand.part, ArgumentSpec(Phrase(zh: "原来的字", en: "OLD")),
      ArgumentSpec(Phrase(zh: "改成", en: "NEW")),
    ],
    options: [.asOf] + OptionSpec.writing,
    details: Phrase(
      zh: "原来的字要照样写，写到只有一处。确认以后的记录，前面加上「hall 修正 编号 -m 理由」。",
      en:
        "OLD is written as it stands, with as many words as make it one place. For approved minutes"
        + " put 'hall amend ID -m WHY' before it."),
    examples: [
      Phrase(
        zh: "hall 改字 M-2025-008#1 工期偏紧 工期有点紧",
        en: "hall reword M-2025-004#3 \"The offer\" \"The first offer\"")
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let words = invocation.arguments
    return try invocation.perform(Reword(words[0], words[1], to: words[2]))
  }
}

/// `hall strike`: takes out what should not have been written.
enum StrikeCommand: Command {
  static let spec = CommandSpec(
    "strike", aliases: ["删"],
    summary: Phrase(zh: "删去记重、记错的一项", en: "take out what should not be there"),
    arguments: [
      SetCommand.part, ArgumentSpec(Phrase(zh: "事项", en: "FACT"), takes: .fact, isOptional: true),
      ArgumentSpec(Phrase(zh: "哪一条", en: "WORDS"), isOptional: true),
    ],
    options: [.asOf] + OptionSpec.writing,
    details: Phrase(
      zh: """
        只写编号，是删去整个议题、决议或任务；后面写上事项，是删去它的一条；议题后面写「表决」，是删去那次表决。
        同样的事项有几条时，再写其中几个字；一条里有几个人名时，写上人名只删那一个。编号不会再用。
        """,
      en: """
        With an ID alone, a whole item, decision or task goes; with a FACT, that line of it; with \
        'vote' after an item, that vote. Where several lines are alike, give WORDS of the one; of a list \
        of names, the name that goes. Numbers are not used again.
        """),
    examples: [
      Phrase(
        zh: "hall 删 M-2025-010#3",
        en: "hall strike M-2025-005#2"),
      Phrase(
        zh: "hall 删 M-2025-008-D2",
        en: "hall strike M-2025-004-D1"),
      Phrase(
        zh: "hall 删 M-2025-010#2 表决 使用维修资金整修2号楼屋面",
        en:
          "hall strike M-2025-004#2 vote \"That the minutes of 13 November, as corrected, are a correct record\""
      ),
      Phrase(
        zh: "hall 删 M-2025-010#1 附件 12户测温记录",
        en: "hall strike M-2025-004#3 attachment \"a drawing and two prices\""),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let words = invocation.arguments
    return try invocation.perform(
      Strike(words[0], words.dropFirst().first, words.dropFirst(2).first))
  }
}
