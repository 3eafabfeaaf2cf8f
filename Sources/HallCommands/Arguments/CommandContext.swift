import HallModel
import HallSyntax
import HallWords

/// Everything a command may know of the world around it. Tests replace it whole.
package struct CommandContext: Sendable {
  package var environment: [String: String]
  package var workingDirectory: String
  /// Seconds since 1970-01-01 00:00 in Greenwich.
  package var now: Int
  /// The time as it goes on, for what takes long; without it, time stands still.
  package var clock: (@Sendable () -> Int)?
  /// The machine's offset from Greenwich in seconds, where a hall sets none.
  package var machineOffset: Int
  /// Whether standard output is a terminal.
  package var isTerminal: Bool
  /// Whether a change says on a terminal what usually follows.
  package var saysWhatFollows = true
  /// The terminal's width in columns.
  package var columns: Int
  /// Where questions are answered and other programs run.
  package var console: any Console
  /// The other programs of the machine.
  package var programs: any Programs = NoPrograms()
  /// Where this program is, for what calls it later; nil where nobody knows.
  package var programPath: @Sendable () -> String? = { nil }
  /// What reckons the figures that approved minutes lack; readers hold those against it that were
  /// added. Nil where nobody can, and no such figure counts.
  package var reckoning: FigureReckoning? = .written
  /// git's `user.name`, asked for only by what writes.
  package var gitUserName: @Sendable () -> String?
  /// Whether git knows a file of a folder, or might, asked only by what takes one out of a hall.
  package var gitKnows: @Sendable (_ path: String, _ folder: String) -> Bool = { _, _ in false }
  /// Says something on standard error at once, before the answer is there.
  package var say: @Sendable (String) -> Void

  package init(
    environment: [String: String], workingDirectory: String, now: Int, machineOffset: Int,
    isTerminal: Bool, columns: Int, console: any Console = SilentConsole(),
    gitUserName: @escaping @Sendable () -> String? = { nil },
    say: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.console = console
    self.say = say
    self.gitUserName = gitUserName
    self.environment = environment
    self.workingDirectory = workingDirectory
    self.now = now
    self.machineOffset = machineOffset
    self.isTerminal = isTerminal
    // `COLUMNS` may say anything: no width is 80, and no terminal is wider than this.
    self.columns = columns > 0 ? min(columns, 10_000) : 80
  }

  var style: Style {
    let plain = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return Style(isColoured: isTerminal && !plain && environment["TERM"] != "dumb")
  }

  /// The width to fit answers into; nil where they do not go to a terminal.
  var fittingWidth: Int? { isTerminal ? columns : nil }

  /// A hall's own clock, in seconds east of Greenwich; this machine's, where the hall says none.
  func offset(_ charter: Charter?) -> Int { charter?.timeZoneOffset ?? machineOffset }

  /// Today, by a hall's clock.
  func today(_ charter: Charter?) -> Day {
    ClockReading(now, offset: offset(charter)).day
  }
}

/// What a command answers: its output, what it has to say beside it, and its exit status.
package struct Answer: Sendable {
  package var output = ""
  /// Bytes of a file, printed as they stand, where that is what was asked for.
  package var bytes: [UInt8]?
  package var errors = ""
  /// 0 done and nothing found; 1 something found; 2 it could not be done.
  package var status: Int32 = 0
  /// Whether it is the answer of a command that writes, and has done so.
  var isChange = false

  package init(output: String = "", errors: String = "", status: Int32 = 0) {
    self.output = output
    self.errors = errors
    self.status = status
  }

  /// Raises the status: 2 wins over 1, and 1 over 0.
  mutating func raise(to status: Int32) { self.status = max(self.status, status) }
}
