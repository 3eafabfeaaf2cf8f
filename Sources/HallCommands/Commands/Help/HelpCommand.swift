import HallModel
import HallSyntax
import HallWords

/// `hall help`: made from the table of commands.
enum HelpCommand: Command {
  static let spec = CommandSpec(
    "help", aliases: ["帮助"],
    summary: Phrase(zh: "显示用法", en: "show what the commands do"),
    arguments: [
      ArgumentSpec(
        Phrase(zh: "命令", en: "COMMAND"), takes: .command, isOptional: true, repeats: true)
    ],
    examples: [
      Phrase(
        zh: "hall 帮助",
        en: "hall help"),
      Phrase(
        zh: "hall 帮助 逾期",
        en: "hall help overdue"),
      Phrase(
        zh: "hall 帮助 任务 新增",
        en: "hall help task add"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let language = invocation.plainLanguage
    let words = invocation.arguments.flatMap { $0.split(separator: " ").map(String.init) }
    guard let first = words.first else {
      return Answer(output: overview(invocation.commands, language, invocation.style))
    }
    if let spec = invocation.commands.first(where: { $0.isCalled(words) }) {
      return Answer(output: page(spec, language, invocation.style, invocation.commands))
    }
    // `hall help task` lists every command that begins with the word.
    let group = invocation.commands.filter { words.count == 1 && $0.groups.contains(first) }
    guard !group.isEmpty else {
      let word = words.joined(separator: " ")
      throw .unknownCommand(
        word, suggestion: Suggestion.command(near: word, among: invocation.commands))
    }
    return Answer(
      output: group.map { page($0, language, invocation.style, invocation.commands) }.joined(
        separator: "\n"))
  }

  /// The list of all commands.
  static func overview(_ commands: [CommandSpec], _ language: Language, _ style: Style) -> String {
    let say = language.say
    var text = say(
      "hall 议事厅：协商、表决、决议、任务，都写在 Markdown 文件里。",
      "hall: consultation, votes, decisions and tasks, kept as Markdown files.")
    text += "\n\n" + style.bold(say("先试试", "To begin with")) + "\n"
    var first = TermList(width: lineWidth, style: style)
    for row in FirstExamples(commands, language).rows { first.add(row.call, row.summary) }
    text += first.text
    text +=
      "\n" + style.bold(say("用法", "Usage")) + "  hall [" + say("命令", "COMMAND") + "] ["
      + say("选项", "OPTIONS") + "]\n\n"
    let nameWidth = commands.map { DisplayWidth.of($0.name) }.max() ?? 0
    func name(_ spec: CommandSpec) -> String {
      guard language == .zh, !spec.aliases.isEmpty else { return spec.name }
      guard !style.isPlain else { return spec.aliases[0] + "，" + spec.name }
      return DisplayWidth.padded(spec.name, to: nameWidth) + "  " + spec.aliases[0]
    }
    let width = commands.map { DisplayWidth.of(name($0)) }.max() ?? 0
    for (place, group) in CommandGroup.grouped(commands).enumerated() {
      text += (place > 0 ? "\n" : "") + style.bold(group.title[language]) + "\n"
      var list = TermList(width: lineWidth, termsAtLeast: width, style: style)
      for command in group.commands { list.add(name(command), command.summary[language]) }
      text += list.text
    }
    text += "\n" + style.bold(say("到处都能用的选项", "Options of every command")) + "\n"
    text += options(OptionSpec.common, language, style)
    text += "\n" + style.bold(say("多数命令还有的选项", "Options of most commands")) + "\n"
    text += options([.asOf, .format, .json], language, style)
    text +=
      "\n" + say("看某个命令的用法，写它的名字，如「hall 帮助 记录」。", "'hall help COMMAND' shows more about one.")
      + "\n"
    return text
  }

  /// The page of one command.
  static func page(
    _ spec: CommandSpec, _ language: Language, _ style: Style, _ commands: [CommandSpec]
  ) -> String {
    let say = language.say
    let name = spec.name == StatusCommand.spec.name ? "hall" : spec.called(language)
    var text = style.bold(name) + "  " + spec.summary[language] + "\n\n"
    if !spec.examples.isEmpty {
      text += style.bold(say("例子", "Examples")) + "\n"
      for example in spec.examples {
        let width = style.isPlain ? .max : lineWidth - 2
        text += CallText.broken(example[language], to: width).map { "  \($0)\n" }.joined()
      }
      text += "\n"
    }
    let usage = spec.arguments.map { " " + $0.usage(language) }.joined()
    text += style.bold(say("用法", "Usage")) + "  \(name)\(usage) [" + say("选项", "OPTIONS") + "]\n"
    if language == .zh, !spec.aliases.isEmpty {
      text += style.bold("也可以写") + "  " + spec.otherNames.joined(separator: "、") + "\n"
    }
    if let details = spec.details {
      text +=
        "\n"
        + VisibleText.split(details[language])
        .flatMap { style.isPlain ? [$0] : DisplayWidth.wrapped($0, to: 78) }
        .map { $0 + "\n" }.joined()
    }
    text +=
      "\n" + style.bold(say("选项", "Options")) + "\n" + options(spec.allOptions, language, style)
    return text
  }

  private static let lineWidth = 80

  private static func options(
    _ options: [OptionSpec], _ language: Language, _ style: Style
  ) -> String {
    var list = TermList(width: lineWidth, style: style)
    for option in options {
      let value = option.value.map { " " + $0[language] } ?? ""
      list.add(
        option.names(language) + value, option.summary[language])
    }
    return list.text
  }
}
