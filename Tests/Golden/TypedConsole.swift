import Foundation
import HallCommands
import Synchronization

/// A terminal at which the lines of a text are typed. What it shows reads as on a screen: each prompt
/// with the line that was typed after it.
final class TypedConsole: Console {
  /// The sign after a typed line of a page, as the key has it.
  static let key = " ⏎"

  private struct State {
    var typed: [String]
    var shown = ""
  }

  private let state: Mutex<State>
  let isInteractive: Bool
  /// What ends a typed line on the screen.
  private let end: String
  private let start: @Sendable ([String]) -> (status: Int32, text: String)?

  /// - Parameter typed: the lines, in order; after them the input ends.
  init(_ typed: [String]) {
    state = Mutex(State(typed: typed))
    isInteractive = true
    end = ""
    start = { _ in nil }
  }

  /// The terminal of somebody who does what a page shows.
  ///
  /// - Parameters:
  ///   - lines: what the page shows after the call. A line that ends in ``key`` was typed: the whole of
  ///     it, or what stands after the prompt.
  ///   - start: starts another program, such as an editor.
  init(
    page lines: [String], isInteractive: Bool,
    start: @escaping @Sendable ([String]) -> (status: Int32, text: String)?
  ) {
    state = Mutex(State(typed: lines.filter { $0.hasSuffix("⏎") }))
    self.isInteractive = isInteractive
    end = Self.key
    self.start = start
  }

  /// Everything that was on the screen before the answer.
  var shown: String { state.withLock { $0.shown } }
  /// The lines that nobody asked for.
  var left: [String] { state.withLock { $0.typed } }

  func show(_ text: String) { state.withLock { $0.shown += text } }

  func line(_ prompt: Prompt) -> String? {
    state.withLock { state in
      guard !state.typed.isEmpty else {
        state.shown += prompt.text + "\n"
        return nil
      }
      let typed = text(of: state.typed.removeFirst(), after: prompt.text)
      state.shown += (prompt.text + typed).trimmedEnd + end + "\n"
      return typed
    }
  }

  private func text(of line: String, after prompt: String) -> String {
    guard !end.isEmpty else { return line }
    let text = String(line.dropLast()).trimmedEnd
    let shown = prompt.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    if text.hasPrefix(shown) { return String(text.dropFirst(shown.count)) }
    if text == String(shown).trimmedEnd { return "" }
    // The page has an older prompt, or none yet.
    return text.range(of: "> ").map { String(text[$0.upperBound...]) } ?? text
  }

  func rest() -> [UInt8] { [] }

  func run(_ words: [String]) -> Int32? {
    guard let done = start(words) else { return nil }
    show(done.text)
    return done.status
  }
}

extension String {
  fileprivate var trimmedEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
