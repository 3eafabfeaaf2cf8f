import HallModel
import HallSyntax

/// The machine around a hall: its clock, its environment and its other programs. Tests replace it
/// whole.
package struct World: Sendable {
  package var environment: [String: String]
  package var workingDirectory: String
  /// Seconds since 1970-01-01 00:00 UTC.
  package var now: Int
  /// A clock that runs on, for calls that take long; without it, the time is fixed.
  package var clock: (@Sendable () -> Int)?
  /// The machine's offset from UTC in seconds, for a hall that sets none.
  package var machineOffset: Int
  /// The other programs on the machine.
  package var programs: any Programs = NoPrograms()
  /// Computes the figures that approved minutes lack; readers compare added figures with it. Nil if
  /// they cannot be computed: then no added figure counts.
  package var reckoning: FigureReckoning? = .written
  /// git's `user.name`, needed only by commands that write.
  package var gitUserName: @Sendable () -> String?
  /// Whether git tracks, or may track, a file of a folder; needed only when a file is taken out of
  /// a hall.
  package var gitKnows: @Sendable (_ path: String, _ folder: String) -> Bool = { _, _ in false }
  /// Writes to standard error at once, before the answer is ready.
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

  /// Who somebody is: the name given, else `HALL_AUTHOR`, else git's user.name. A name of blanks is
  /// not a name; blanks around one are not part of it.
  package func person(_ given: String?) -> String? {
    func name(_ text: String?) -> String? {
      guard let name = text.map({ Slice($0).trimmed.string }), !name.isEmpty else { return nil }
      return name
    }
    // git is asked last: starting it takes time.
    return name(given) ?? name(environment["HALL_AUTHOR"]) ?? name(gitUserName())
  }

  /// A hall's own offset, in seconds east of Greenwich; this machine's, if the hall sets none.
  package func offset(_ charter: Charter?) -> Int { charter?.timeZoneOffset ?? machineOffset }

  /// Today, by a hall's clock.
  package func today(_ charter: Charter?) -> Day {
    ClockReading(now, offset: offset(charter)).day
  }
}
