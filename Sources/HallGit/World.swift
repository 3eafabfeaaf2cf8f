import HallModel
import HallSyntax

/// The machine around a hall: its clock, its environment and its other programs. Tests replace it
/// whole.
package struct World: Sendable {
  package var environment: [String: String]
  package var workingDirectory: String
  /// Seconds since 1970-01-01 00:00 in Greenwich.
  package var now: Int
  /// The time as it goes on, for what takes long; without it, time stands still.
  package var clock: (@Sendable () -> Int)?
  /// The machine's offset from Greenwich in seconds, where a hall sets none.
  package var machineOffset: Int
  /// The other programs of the machine.
  package var programs: any Programs = NoPrograms()
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
    gitUserName: @escaping @Sendable () -> String? = { nil },
    say: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.say = say
    self.gitUserName = gitUserName
    self.environment = environment
    self.workingDirectory = workingDirectory
    self.now = now
    self.machineOffset = machineOffset
  }

  /// A hall's own clock, in seconds east of Greenwich; this machine's, where the hall says none.
  package func offset(_ charter: Charter?) -> Int { charter?.timeZoneOffset ?? machineOffset }

  /// Today, by a hall's clock.
  package func today(_ charter: Charter?) -> Day {
    ClockReading(now, offset: offset(charter)).day
  }
}
