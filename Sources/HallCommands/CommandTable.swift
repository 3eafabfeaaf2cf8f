import HallModel
import HallStore
import HallSyntax

/// The one table of commands, and the door through which every call goes.
package enum CommandTable {
  /// Every command, in the order help shows them.
  package static let commands: [CommandSpec] =
    [
      StatusCommand.spec, ListCommand.spec, ShowCommand.spec, OverdueCommand.spec,
      TallyCommand.spec, CheckCommand.spec, SearchCommand.spec, StatsCommand.spec,
    ] + [InitCommand.spec] + MatterCommand.specs + [NewCommand.spec, NoticeCommand.spec]
    + MeetingCommands.specs + TaskCommand.specs + [
      EditCommand.spec, AmendCommand.spec,
      RecordCommand.spec, LogCommand.spec, DiffCommand.spec,
      MinuteCommand.spec,
      UndoCommand.spec, RestoreCommand.spec, VerifyCommand.spec,
      ShareCommand.spec, ReviewCommand.spec, MergeFileCommand.spec,
      GitSetupCommand.spec, TextconvCommand.spec,
      SignCommand.spec,
      HelpCommand.spec,
    ]

  /// The command of a name that the program itself gives.
  static func command(_ name: String) -> CommandSpec? { commands.first { $0.name == name } }

  /// How a command is called in messages.
  static func called(_ name: String) -> Phrase {
    let spec = command(name)
    return Phrase(zh: spec?.called(.zh) ?? "hall \(name)", en: "hall \(name)")
  }

  package static let version = "0.1.0"

  /// Answers one call. Whatever goes wrong is said in the answer.
  ///
  /// - Parameter words: the words of the call, without the program's own name.
  package static func answer(_ words: [String], in context: CommandContext) -> Answer {
    if words == ["--version"] { return Answer(output: "hall \(version)\n") }
    do throws(CommandError) {
      let call = try ArgumentParser.parse(words, commands: commands)
      let invocation = Invocation(call: call, words: words, context: context, commands: commands)
      if call.has(.help) {
        let language = language(of: words, in: context)
        let isOverview = call.spec.name == StatusCommand.spec.name && call.arguments.isEmpty
        return Answer(
          output: isOverview
            ? HelpCommand.overview(commands, language, context.style)
            : HelpCommand.page(call.spec, language, context.style))
      }
      var answer = try call.spec.run(invocation)
      answer.isChange = call.spec.writes && !call.has(.dryRun) && answer.status < 2
      return answer
    } catch {
      return Answer(errors: error.text(language(of: words, in: context)), status: 2)
    }
  }

  /// The language of help and of errors, where no hall need be there: that of `--lang` where it can
  /// be made out, else the hall's, else the environment's.
  static func language(of words: [String], in context: CommandContext) -> Language {
    var folder: HallFolder?
    for (index, word) in words.enumerated() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      let value = parts.count == 2 ? parts[1] : index + 1 < words.count ? words[index + 1] : nil
      guard let value else { continue }
      if parts[0] == "--lang", let language = Language(rawValue: value) { return language }
      if parts[0] == "--hall", folder == nil {
        folder = try? HallFolder(at: value, from: context.workingDirectory)
      }
    }
    folder = folder ?? HallFolder.find(upwardFrom: context.workingDirectory)
    let charter = folder?.charter().charter
    return charter?.language ?? context.environmentLanguage
  }
}
