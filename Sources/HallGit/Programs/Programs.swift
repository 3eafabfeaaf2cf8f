import HallWords

/// The other programs that the commands call: git, ssh-keygen, a spreadsheet program. Tests replace it.
package protocol Programs: Sendable {
  /// Runs a program to its end in this process's folder, without a shell and without the terminal.
  ///
  /// - Returns: nil if it could not be started.
  func run(_ call: ProgramCall) -> ProgramResult?
}

/// One call of another program.
package struct ProgramCall: Sendable {
  /// The program and its arguments; no shell reads them.
  package let words: [String]
  /// Its standard input.
  package var input: [UInt8]
  /// Variables that differ from this process's; nil removes one.
  package var environment: [String: String?]
  /// The seconds after which it is stopped with everything it has started; nil if there is no
  /// limit.
  package var limit: Int?
  /// Whether it may ask a person at the terminal, for example for a password: then it stays in this
  /// process's group, and Ctrl-C ends both.
  package var asksAtTerminal = false

  /// The message if it takes long; it is not stopped.
  package var waiting: Waiting?

  /// A message for a person who waits.
  package struct Waiting: Sendable {
    let seconds: Int
    package let tell: @Sendable () -> Void

    package init(seconds: Int, tell: @escaping @Sendable () -> Void) {
      (self.seconds, self.tell) = (seconds, tell)
    }
  }

  package init(
    _ words: [String], input: [UInt8] = [], environment: [String: String?] = [:]
  ) {
    (self.words, self.input, self.environment) = (words, input, environment)
  }
}

/// The output of a program, and how it ended.
package struct ProgramResult: Sendable {
  /// The exit status; 128 plus the signal number if a signal ended it.
  package let status: Int32
  package let output: [UInt8]
  package let errors: [UInt8]
  /// Whether it was stopped because its time was up.
  package let isOverdue: Bool
  /// Whether it was stopped because the person wanted to leave.
  package let isInterrupted: Bool

  package init(
    status: Int32, output: [UInt8] = [], errors: [UInt8] = [], isOverdue: Bool = false,
    isInterrupted: Bool = false
  ) {
    (self.status, self.output, self.errors) = (status, output, errors)
    (self.isOverdue, self.isInterrupted) = (isOverdue, isInterrupted)
  }

  package var text: String { String(decoding: output, as: UTF8.self) }
  package var errorText: String { String(decoding: errors, as: UTF8.self) }
  package var isDone: Bool { status == 0 }
}

/// A machine without other programs: none can be started.
package struct NoPrograms: Programs {
  package init() {}
  package func run(_ call: ProgramCall) -> ProgramResult? { nil }
}
