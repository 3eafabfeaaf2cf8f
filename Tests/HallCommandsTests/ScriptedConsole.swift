import HallCommands
import Synchronization

/// A person at the terminal whose answers are known beforehand.
final class ScriptedConsole: Console {
  private struct State {
    var answers: [String]
    var shown = ""
    var programs: [[String]] = []
    var history: [String] = []
  }

  private let state: Mutex<State>
  let isInteractive: Bool
  /// What another program does when it is run; its exit status.
  private let program: @Sendable ([String]) -> Int32?

  /// - Parameters:
  ///   - answers: the lines that are typed, in order; behind them the input has ended.
  ///   - isInteractive: whether they are typed at a terminal, or come from a pipe.
  ///   - program: stands for every other program, as the editor.
  init(
    _ answers: [String] = [], isInteractive: Bool = true,
    program: @escaping @Sendable ([String]) -> Int32? = { _ in nil }
  ) {
    state = Mutex(State(answers: answers))
    self.isInteractive = isInteractive
    self.program = program
  }

  /// Everything that was shown and every prompt, in order.
  var shown: String { state.withLock { $0.shown } }
  /// The programs that were run, with their arguments.
  var programs: [[String]] { state.withLock { $0.programs } }

  /// The lines given before, as the last prompt offered them.
  var history: [String] { state.withLock { $0.history } }

  func show(_ text: String) { state.withLock { $0.shown += text } }

  func line(_ prompt: Prompt) -> String? {
    state.withLock { state in
      if isInteractive { state.shown += prompt.text }
      state.history = prompt.history
      return state.answers.isEmpty ? nil : state.answers.removeFirst()
    }
  }

  /// What comes from a pipe is there at once.
  var hasLine: Bool { !isInteractive && state.withLock { !$0.answers.isEmpty } }

  func rest() -> [UInt8] {
    state.withLock { state in
      defer { state.answers = [] }
      return Array(state.answers.map { $0 + "\n" }.joined().utf8)
    }
  }

  func run(_ words: [String]) -> Int32? {
    state.withLock { $0.programs.append(words) }
    return program(words)
  }
}
