import HallGit
import HallStore
import HallSyntax
import HallWords
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program at the edge: connects the table of commands to the real clock, environment and
/// terminal.
package enum Program {
  /// The halls that were read last. The process ends anyway: taking a large hall apart before would
  /// take a tenth of its time.
  fileprivate static let kept = Mutex<[LoadedHall]>([])

  /// Runs a call and returns the exit status.
  ///
  /// - Parameters:
  ///   - words: the words of the call, without the program's own name.
  ///   - name: the name the program was called by.
  package static func run(_ words: [String], called name: String?) -> Int32 {
    // A reader that goes away (`hall list | head`) ends the output, but not by a signal.
    signal(SIGPIPE, SIG_IGN)
    StandardOutput.hold()
    var context = CommandContext.ofThisProcess(called: name)
    // What is for listening is neither paged nor written over while it is typed.
    if context.isPlain
      || words.prefix(while: { $0 != "--" }).contains(where: OptionSpec.plain.isCalled)
    {
      context = context.plain
      context.console = ListeningConsole(TerminalConsole(isPlain: true))
    }
    let answer = CommandTable.answer(words, in: context)
    StandardOutput.write(Array(answer.errors.utf8), to: STDERR_FILENO)
    show(answer, context.language(of: words), context)
    guard let failure = StandardOutput.failure else { return answer.status }
    let unwritten = Refusal.unwritten(failure, isDone: answer.isChange)
    StandardOutput.write(
      Array(unwritten.text(context.language(of: words)).utf8), to: STDERR_FILENO)
    // After a change, status 2 would mean that nothing was changed.
    return answer.isChange ? answer.status : 2
  }

  private static func show(_ answer: Answer, _ language: Language, _ context: CommandContext) {
    var bytes = Array(answer.output.utf8)
    if let raw = answer.bytes {
      bytes =
        context.isTerminal
        ? Array(VisibleText.lines(String(decoding: raw, as: UTF8.self)).utf8) : raw
    }
    // Messages about a change are never paged.
    let isPaged =
      context.isTerminal && !context.isPlain && !answer.isChange && Pager.isNeeded(for: bytes)
    if isPaged, Pager.show(bytes, language, context) { return }
    StandardOutput.write(bytes, to: STDOUT_FILENO)
  }
}

extension CommandContext {
  fileprivate static func ofThisProcess(called name: String?) -> CommandContext {
    var environment: [String: String] = [:]
    for name in EnvironmentVariable.allCases.map(\.rawValue) {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    var seconds = time(nil)
    var local = tm()
    localtime_r(&seconds, &local)
    let folder = getcwd(nil, 0)
    defer { free(folder) }
    var context = CommandContext(
      environment: environment, workingDirectory: folder.map { String(cString: $0) } ?? ".",
      now: seconds, machineOffset: local.tm_gmtoff, isTerminal: isatty(STDOUT_FILENO) == 1,
      columns: environment["COLUMNS"].flatMap(Int.init) ?? TerminalSize.current?.columns ?? 80,
      console: TerminalConsole(), gitUserName: GitSettings.userName,
      say: { StandardOutput.write(Array($0.utf8), to: STDERR_FILENO) })
    if !context.isTerminal {
      context.stream = { StandardOutput.write(Array($0.utf8), to: STDOUT_FILENO) }
    }
    context.clock = { time(nil) }
    context.keep = { halls in Program.kept.withLock { $0 = halls } }
    context.programs = SystemPrograms()
    context.findProgram = ProgramFolders.path
    context.programPath = { ProgramPath.ofThisProcess(called: name) }
    context.gitKnows = GitFiles.knows
    return context
  }
}
