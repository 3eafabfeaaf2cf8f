import HallWords

/// The person at the terminal, or the script that writes to standard input.
package protocol Console: Sendable {
  /// Whether a person can be asked: standard input is a terminal.
  var isInteractive: Bool { get }
  /// Shows a text at once.
  func show(_ text: String)
  /// Reads one line, without its end; nil at the end of the input.
  ///
  /// - Parameter prompt: shown before it, if a person can be asked.
  func line(_ prompt: Prompt) -> String?
  /// Whether another line can be read without waiting.
  var hasLine: Bool { get }
  /// The rest of standard input.
  func rest() -> [UInt8]
  /// How many columns the terminal shows a text in; nil if that cannot be measured.
  func columns(of text: String) -> Int?
  /// Restores the terminal, if reading a line has changed it.
  func letGo()
  /// Runs another program in the person's terminal and waits for it.
  ///
  /// - Parameter words: the program and its arguments; no shell reads them.
  /// - Returns: its exit status; nil if it could not be started or was killed.
  func run(_ words: [String]) -> Int32?
}

extension Console {
  package func letGo() {}
  package func columns(of text: String) -> Int? { nil }
  package var hasLine: Bool { false }
}

/// The prompt for a line, and aids for writing it.
package struct Prompt: Sendable {
  package var text: String
  /// Completions for the text before the cursor: each replaces the whole last word of it.
  package var completions: @Sendable (String) -> [String]
  /// Earlier lines, oldest first.
  package var history: [String]
  /// The initial text of the line.
  package var initial = ""
  /// The present text of the prompt, if it changes while the line is written.
  package var now: (@Sendable () -> String)?
  /// Shown when Ctrl-C has cleared the line: how to leave.
  package var leaving: String?
  /// Receives the text of an unfinished line when the terminal is lost.
  package var lost: @Sendable (String) -> Void = { _ in }
  /// Whether the terminal and the ending signals are held until the next line is asked for: the
  /// line is carried out first, and anything typed meanwhile is for the next.
  package var isHeldUntilNext = false

  package init(
    _ text: String, history: [String] = [],
    completions: @escaping @Sendable (String) -> [String] = { _ in [] }
  ) {
    self.text = text
    self.history = history
    self.completions = completions
  }

  func current() -> String { now?() ?? text }
}

/// No person: nothing is shown, asked or started.
package struct SilentConsole: Console {
  package init() {}
  package var isInteractive: Bool { false }
  package func show(_ text: String) {}
  package func line(_ prompt: Prompt) -> String? { nil }
  package func rest() -> [UInt8] { [] }
  package func run(_ words: [String]) -> Int32? { nil }
}
