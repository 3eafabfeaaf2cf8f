import HallGit
import HallWords

/// Everything a command may know: the machine around it, and the terminal. Tests replace it whole.
@dynamicMemberLookup
package struct CommandContext: Sendable {
  /// The machine: its clock, its environment, its other programs. Each of its properties is one of the
  /// context's as well.
  package var world: World
  /// Whether standard output is a terminal.
  package var isTerminal: Bool
  /// Whether a change says on a terminal what usually follows.
  package var saysWhatFollows = true
  /// The terminal's width in columns.
  package var columns: Int
  /// Where questions are answered and other programs run.
  package var console: any Console
  /// Where this program is, for what calls it later; nil where nobody knows.
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
    // `COLUMNS` may say anything: no width is 80, and no terminal is wider than this.
    self.columns = columns > 0 ? min(columns, 10_000) : 80
  }

  package subscript<Value>(dynamicMember path: WritableKeyPath<World, Value>) -> Value {
    get { world[keyPath: path] }
    set { world[keyPath: path] = newValue }
  }

  var style: Style {
    let plain = world.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return Style(isColoured: isTerminal && !plain && world.environment["TERM"] != "dumb")
  }

  var layout: Layout { Layout(style, columns: fittingWidth) }

  /// The width to fit answers into; nil where they do not go to a terminal.
  var fittingWidth: Int? { isTerminal ? columns : nil }
}
