import HallCommands
import Synchronization

/// A console with scripted answers.
final class ScriptedConsole: Console {
  private struct State {
    var answers: [String]
    var shown = ""
    var programs: [[String]] = []
    var history: [String] = []
  }

  private let state: Mutex<State>
  let isInteractive: Bool
  /// What another program does when it is run; returns its exit status.
  private let program: @Sendable ([String]) -> Int32?

  /// - Parameters:
  ///   - answers: the lines that are typed, in order; after them the input ends.
  ///   - isInteractive: whether they are typed at a terminal, or come from a pipe.
  ///   - program: replaces every other program, such as the editor.
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

  /// The earlier lines, as the last prompt offered them.
  var history: [String] { state.withLock { $0.history } }

  func show(_ text: String) { state.withLock { $0.shown += text } }

  func line(_ prompt: Prompt) -> String? {
    state.withLock { state in
      if isInteractive { state.shown += prompt.text }
      state.history = prompt.history
      return state.answers.isEmpty ? nil : state.answers.removeFirst()
    }
  }

  /// The lines of a pipe are available at once.
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
