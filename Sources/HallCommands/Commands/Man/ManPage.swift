import HallModel
import HallSyntax
import HallWords

/// The manual page of the whole program, in one language.
struct ManPage: Speaking {
  let commands: [CommandSpec]
  let day: Day
  let language: Language

  var text: String {
    var page = RoffPage(
      "HALL", day: day.iso, source: "hall " + ProgramVersion.number, about: say("议事厅", "hall"),
      language)
    page.section(say("名称", "NAME"))
    page.name(
      "hall",
      say("协商、表决、决议、任务，都写在 Markdown 文件里", "consultation, votes, decisions and tasks as Markdown"))
    page.section(say("概要", "SYNOPSIS"))
    page.example([
      "hall [" + say("命令", "COMMAND") + "] [" + say("选项", "OPTIONS") + "]",
      say("hall 帮助 命令", "hall help COMMAND"),
    ])
    page.section(say("例子", "EXAMPLES"))
    page.example(FirstExamples(commands, language).calls)
    page.section(say("说明", "DESCRIPTION"))
    page.fill(about)
    for group in CommandGroup.grouped(commands) {
      page.section(
        language == .zh ? "命令：" + group.title.zh : "COMMANDS: " + group.title.en.uppercased())
      for spec in group.commands { add(spec, to: &page) }
    }
    page.section(say("每个命令的选项", "OPTIONS OF EVERY COMMAND"))
    add(OptionSpec.common, to: &page)
    page.section(say("环境变量", "ENVIRONMENT"))
    for variable in EnvironmentVariable.allCases {
      page.term(variable.rawValue, variable.meaning[language])
    }
    page.section(say("文件", "FILES"))
    for (name, meaning) in files { page.term(name, meaning[language]) }
    page.section(say("退出码", "EXIT STATUS"))
    for (status, meaning) in statuses { page.term(status, meaning[language]) }
    page.section(say("另见", "SEE ALSO"))
    page.fill("git(1), ssh-keygen(1), patch(1)")
    return page.text
  }

  private func add(_ spec: CommandSpec, to page: inout RoffPage) {
    let usage = spec.arguments.map { " " + $0.usage(language) }.joined()
    page.subsection(spec.called(language) + usage + " [" + say("选项", "OPTIONS") + "]")
    let names = language == .zh ? spec.otherNames : []
    page.fill(
      spec.summary[language] + say("。", ".")
        + (names.isEmpty ? "" : "也可以写 " + names.joined(separator: "、") + "。"))
    page.example(spec.examples.map { $0[language] })
    if let details = spec.details { page.paragraph(details[language]) }
    let common = Set(OptionSpec.common.map(\.name))
    add(spec.allOptions.filter { !common.contains($0.name) }, to: &page)
  }

  private func add(_ options: [OptionSpec], to page: inout RoffPage) {
    for option in options {
      page.term(
        option.names(language), option.summary[language], value: option.value?[language] ?? "")
    }
  }

  private var about: String {
    say(
      """
      议事厅是一个文件夹：问题、会议、表决、决议和任务都是 Markdown 文件，人能直接看、直接改，也可以放进 git。\
      hall 从这些文件里算出现在到哪一步了、谁的任务逾期、表决够不够，并把每一次改动记进历史。
      命令和选项都有中英文两种说法，可以混着写。只写 hall，就列出现在可以做什么。
      """,
      """
      A hall is a folder: matters, meetings, votes, decisions and tasks are Markdown files that people \
      read and write, and that git may carry. From these files hall computes where things stand, whose \
      tasks are overdue and whether a vote is carried, and it records every change in a history.
      Commands and options have names in Chinese and English, which may be mixed. Plain 'hall' shows \
      what can be done now.
      """)
  }

  private var files: [(String, Phrase)] {
    [
      (
        "hall.md", Phrase(zh: "议事厅自己：各方、名册、规则、日历", en: "the hall: parties, roster, rules, calendar")
      ),
      ("agendas/M-*.md", Phrase(zh: "会议：议程和记录", en: "meetings: agenda and minutes")),
      ("matters/Q-*.md", Phrase(zh: "问题清单", en: "matters")),
      ("history/", Phrase(zh: "每份文件的历史", en: "the history of each document")),
      ("signatures/", Phrase(zh: "各方的电子签名", en: "the parties' signatures")),
      ("private/", Phrase(zh: "不进 git 的：名册、表决票", en: "what stays out of git: roster, ballots")),
    ]
  }

  private var statuses: [(String, Phrase)] {
    [
      ("0", Phrase(zh: "做完了，要找的没有找到", en: "done, and nothing was found of what it looks for")),
      ("1", Phrase(zh: "找到了：有逾期、有写错的地方、有不同", en: "something was found: overdue, wrong, different")),
      ("2", Phrase(zh: "没有做成", en: "it could not be done")),
    ]
  }
}
