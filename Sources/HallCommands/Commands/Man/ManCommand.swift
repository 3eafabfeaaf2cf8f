import HallModel
import HallSyntax
import HallWords

/// `hall man`: the manual page, made from the table of commands.
enum ManCommand: Command {
  static let spec = CommandSpec(
    "man", aliases: ["手册"],
    summary: Phrase(zh: "写出手册页，给 man 用", en: "the manual page, for man"),
    details: Phrase(
      zh: """
        写出的是手册页的源文件（roff），man、mandoc、groff 都认得。装到系统里：放在 share/man/man1/hall.1，\
        中文的放在 share/man/zh_CN/man1/hall.1。每个命令的用法也可以看「hall 帮助 命令」。
        """,
      en: """
        Prints the source of the page (roff), which man, mandoc and groff read. To install it: as \
        share/man/man1/hall.1, in Chinese as share/man/zh_CN/man1/hall.1. 'hall help COMMAND' shows \
        one command.
        """),
    examples: [
      Phrase(zh: "hall 手册 > hall.1", en: "hall man > hall.1"),
      Phrase(zh: "hall 手册 | man -l -", en: "hall man | man -l -"),
      Phrase(zh: "hall 手册 --语言 en > hall.1", en: "hall man --lang zh > hall.1"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let language = try invocation.language(nil)
    let page = ManPage(
      commands: invocation.commands, day: day(invocation.context), language: language)
    var answer = Answer(output: page.text)
    if invocation.context.isTerminal {
      answer.errors =
        Phrase(
          zh: "这是手册页的源文件；看排好的：hall 手册 | man -l -\n",
          en: "this is the page's source; to read it: hall man | man -l -\n")[language]
    }
    return answer
  }

  /// Today, or the day that packagers set so that two builds are the same.
  private static func day(_ context: CommandContext) -> Day {
    let epoch = context.environment[EnvironmentVariable.epoch.rawValue].flatMap(Int.init)
    return epoch.map { ClockReading($0, offset: 0).day } ?? context.world.today(nil)
  }
}
