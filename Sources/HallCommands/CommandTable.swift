import HallModel
import HallStore
import HallSyntax
import HallWords

/// The table of all commands, and the single entry point for every call.
package enum CommandTable {
  /// Every command, in the order of the help. The first is the default for a call without words.
  private static let all: [any Command.Type] = [
    StatusCommand.self, ListCommand.self, ShowCommand.self, OverdueCommand.self,
    TallyCommand.self, CheckCommand.self, SearchCommand.self, StatsCommand.self,
    InitCommand.self, PartyCommand.self, RosterCommand.self,
    // One matter.
    MatterAddCommand.self, MatterShowCommand.self, MatterNoteCommand.self,
    MatterSummonCommand.self, MatterCloseCommand.self, MatterReopenCommand.self,
    // A future meeting, and one that has been held.
    NewCommand.self, ItemCommand.self, NoticeCommand.self, PrintCommand.self,
    ExportCommand.self, PublishCommand.self, BackupCommand.self, RestoreFromCommand.self,
    AttendCommand.self, VoteCommand.self, DecideCommand.self, OutcomeCommand.self,
    ObjectCommand.self, AnswerCommand.self,
    SignOffCommand.self, ApproveCommand.self, HoldCommand.self, PostponeCommand.self,
    CancelCommand.self,
    // One task.
    TaskAddCommand.self, TaskDoneCommand.self, TaskExtendCommand.self, TaskAssignCommand.self,
    TaskCancelCommand.self,
    TaskNoteCommand.self, UrgeCommand.self,
    // What was written wrongly.
    SetCommand.self, RewordCommand.self, StrikeCommand.self,
    // Texts and their histories, shared or not.
    EditCommand.self, AmendCommand.self, RecordCommand.self, LogCommand.self, DiffCommand.self,
    MinuteCommand.self, UndoCommand.self, RestoreCommand.self, VerifyCommand.self,
    ShareCommand.self, ReviewCommand.self, MergeFileCommand.self, GitSetupCommand.self,
    TextconvCommand.self, SignCommand.self,
    // The program itself.
    DoctorCommand.self, DemoCommand.self, CompletionsCommand.self, ManCommand.self,
    HelpCommand.self,
  ]

  /// The specifications of all commands.
  package static let commands: [CommandSpec] = all.map { $0.spec }

  /// Runs the command of an invocation.
  private static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let name = invocation.call.spec.name
    guard let command = all.first(where: { $0.spec.name == name }) else {
      throw .unknownCommand(name, suggestion: nil)
    }
    return try command.run(invocation)
  }

  /// Whether an answer is for people, and made of lines by the program: no file's own text, no letter to
  /// paste elsewhere, and nothing for other programs.
  private static func isForPeople(_ call: ParsedCall) -> Bool {
    let isText = !call.has(.json) && (call.value(.format) ?? "text") == OutputFormat.text.rawValue
    let isOwnText = call.has(ShowCommand.raw) || call.has(DiffCommand.lines)
    let isLetter = call.spec.name == UrgeCommand.spec.name
    return call.spec.formats.contains(.text) && isText && !isOwnText && !isLetter
  }

  /// Answers one call. Any error is reported in the answer.
  ///
  /// - Parameter words: the words of the call, without the program's own name.
  package static func answer(_ words: [String], in context: CommandContext) -> Answer {
    if words.first == Completing.word {
      return Completing.answer(Array(words.dropFirst()), commands, context)
    }
    if words == ["--version"] { return Answer(output: "hall \(ProgramVersion.text)\n") }
    do throws(Refusal) {
      let call = try ArgumentParser.parse(words, commands: commands)
      let context = call.has(.plain) ? context.plain : context
      let invocation = Invocation(
        call: call, words: words, context: context, commands: commands, answering: answer,
        running: run)
      if call.has(.help) { return help(of: call, words, context) }
      var answer = try run(invocation)
      if isForPeople(call) {
        if context.isPlain { answer = answer.forListening }
        if let width = context.fittingWidth { answer = answer.fitted(to: width) }
      }
      answer.isChange = call.spec.writes && !call.has(.dryRun) && answer.status < 2
      return answer
    } catch {
      let language = context.knownLanguage(of: words)
      return Answer(errors: language.map(error.text) ?? error.textInBothLanguages, status: 2)
    }
  }

  /// The page of the call's command; of a call without words, the overview of all.
  private static func help(
    of call: ParsedCall, _ words: [String], _ context: CommandContext
  ) -> Answer {
    let known = context.knownLanguage(of: words)
    let language = known ?? .en
    guard call.spec.name == StatusCommand.spec.name, call.arguments.isEmpty else {
      return Answer(output: HelpCommand.page(call.spec, language, context.style, commands))
    }
    let overview = HelpCommand.overview(commands, language, context.style)
    // Whoever gets English because nothing tells their language may want Chinese.
    return Answer(output: (known == nil ? "中文说明：hall 帮助\n\n" : "") + overview)
  }
}
