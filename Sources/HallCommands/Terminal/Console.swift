import HallWords

/// The person at the terminal, or the script that writes to standard input.
package protocol Console: Sendable {
  /// Whether somebody can be asked: standard input is a terminal.
  var isInteractive: Bool { get }
  /// Shows a text at once.
  func show(_ text: String)
  /// Reads one line, without its end; nil where nothing more comes.
  ///
  /// - Parameter prompt: shown in front of it, where somebody can be asked.
  func line(_ prompt: Prompt) -> String?
  /// Whether another line is there that need not be waited for.
  var hasLine: Bool { get }
  /// Everything that is left of standard input.
  func rest() -> [UInt8]
  /// Gives the terminal back as it was, where a line was read that held it.
  func letGo()
  /// Runs another program in the person's terminal and waits for it.
  ///
  /// - Parameter words: the program and its arguments; no shell reads them.
  /// - Returns: its exit status; nil where it could not be started or was killed.
  func run(_ words: [String]) -> Int32?
}

extension Console {
  package func letGo() {}
  package var hasLine: Bool { false }
}

/// What is shown in front of a line that is asked for, and what helps to write it.
package struct Prompt: Sendable {
  package var text: String
  /// Words that may continue what stands in front of the cursor: each is the whole of the last
  /// word of it.
  package var completions: @Sendable (String) -> [String]
  /// Lines given before, the oldest first.
  package var history: [String]
  /// What stands in the line already.
  package var initial = ""
  /// The text as it should be now, where it changes while the line is written.
  package var now: (@Sendable () -> String)?
  /// Said where Ctrl-C has cleared the line: how to leave.
  package var leaving: String?
  /// Gets the text of a line that was not finished when the terminal was lost.
  package var lost: @Sendable (String) -> Void = { _ in }
  /// Whether the terminal, and what would end the program, is held until the next line is asked
  /// for: what the line says is done first, and what is typed meanwhile is for the next.
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

/// Nobody there: nothing is shown, asked or started.
package struct SilentConsole: Console {
  package init() {}
  package var isInteractive: Bool { false }
  package func show(_ text: String) {}
  package func line(_ prompt: Prompt) -> String? { nil }
  package func rest() -> [UInt8] { [] }
  package func run(_ words: [String]) -> Int32? { nil }
}
