import HallGit
import HallStore
import HallWords

/// Everything a command may use: the machine around it, and the terminal. Tests replace all of it.
@dynamicMemberLookup
package struct CommandContext: Sendable {
  /// The machine: its clock, its environment, its other programs. Its properties are also available
  /// on the context itself.
  package var world: World
  /// Whether standard output is a terminal.
  package var isTerminal: Bool
  /// Whether the message about a change on a terminal includes the usual next commands.
  package var saysWhatFollows = true
  /// The terminal's width in columns.
  package var columns: Int
  /// The console for questions and other interactive programs.
  package var console: any Console
  /// Takes a part of a long answer as soon as it is made; nil where the answer is collected.
  package var stream: (@Sendable (String) -> Void)?
  /// Holds the halls that were read last, for as long as they are wanted.
  package var keep: @Sendable ([LoadedHall]) -> Void = { _ in }
  /// Whether answers are for listening, as `--plain` and `HALL_PLAIN` ask.
  package var isPlain = false
  /// The path of another program of this machine, by its name; nil if it is not installed.
  package var findProgram: @Sendable (_ name: String) -> String? = { _ in nil }
  /// The path of this program, for other programs to call it; nil if it is unknown.
  package var programPath: @Sendable () -> String? = { nil }

  package init(
    environment: [String: String], workingDirectory: String, now: Int, machineOffset: Int,
    isTerminal: Bool, columns: Int, console: any Console = SilentConsole(),
    gitUserName: @escaping @Sendable () -> String? = { nil },
    say: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    world = World(
      environment: environment, workingDirectory: workingDirectory, now: now,
      machineOffset: machineOffset, gitUserName: gitUserName, say: say)
    self.console = console
    self.isTerminal = isTerminal
    // `COLUMNS` may have any value: an invalid width becomes 80.
    self.columns = columns > 0 ? min(columns, CommandContext.mostColumns) : 80
    isPlain = !(environment[EnvironmentVariable.plain.rawValue] ?? "").isEmpty
  }

  private static let mostColumns = 10_000

  /// The same for listening: no line is cut or broken at a width.
  var plain: CommandContext {
    var context = self
    context.isPlain = true
    context.columns = CommandContext.mostColumns
    return context
  }

  package subscript<Value>(dynamicMember path: WritableKeyPath<World, Value>) -> Value {
    get { world[keyPath: path] }
    set { world[keyPath: path] = newValue }
  }

  var style: Style {
    let plain = world.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return Style(
      isColoured: isTerminal && !plain && world.environment["TERM"] != "dumb", isPlain: isPlain)
  }

  var layout: Layout { Layout(style, columns: fittingWidth) }

  /// The width to fit answers into; nil if standard output is not a terminal, or the answer is for
  /// listening: then nothing is cut or broken.
  var fittingWidth: Int? { isTerminal && !isPlain ? columns : nil }
}
