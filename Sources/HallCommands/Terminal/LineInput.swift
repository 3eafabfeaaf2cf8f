import Synchronization
import HallWords

/// Reads lines from a person at the terminal.
final class LineInput: Sendable {
  private struct State: Sendable {
    var reader = KeyReader()
    /// Keys after the end of a line: typed ahead, or pasted.
    var keys: [Key] = []
    /// The terminal, kept between lines.
    var held: RawTerminal?
  }

  private let state = Mutex(State())

  /// The terminal in raw mode, held; nil if that is not possible.
  func terminal() -> RawTerminal? {
    state.withLock { state in
      if let held = state.held { return held }
      HeldSignals.hold()
      state.held = RawTerminal()
      if state.held == nil { HeldSignals.release() }
      return state.held
    }
  }

  /// Restores the terminal; if a signal was held back, it ends the program now.
  func letGo() {
    let held = state.withLock { state in
      defer { state.held = nil }
      return state.held
    }
    guard let held else { return }
    held.restore()
    HeldSignals.release()
  }

  /// Reads a line; nil at the end of the input.
  func line(_ prompt: Prompt, in terminal: RawTerminal) -> String? {
    var (reader, keys) = state.withLock { ($0.reader, $0.keys) }
    var editor = LineEditor(
      text: prompt.initial, history: prompt.history, completions: prompt.completions)
    var screen = LineScreen(prompt)
    defer {
      state.withLock { state in
        (state.reader, state.keys) = (reader, keys)
      }
    }
    screen.draw(&editor)
    while true {
      if HeldSignals.isEnding {
        prompt.lost(editor.text)
        screen.finish(editor)
        return nil
      }
      while !keys.isEmpty {
        let outcome = editor.press(keys.removeFirst())
        switch outcome {
        case .editing: break
        case .accepted(let line):
          keys = editor.keysLeft + keys
          screen.finish(editor)
          return line
        case .left:
          screen.finish(editor)
          return nil
        case .offered(let words): screen.offer(words, &editor)
        case .cleared(let text): screen.clear(text)
        case .redraw: screen.erase()
        }
      }
      screen.draw(&editor)
      // A lone escape is recognised by the pause after it.
      switch RawTerminal.read(milliseconds: reader.isWaiting ? 100 : 200) {
      case .bytes(let bytes): keys += reader.keys(bytes)
      case .quiet:
        if reader.isWaiting { keys += reader.flush() }
        if terminal.wasReset() { screen.forget() }
      case .end:
        prompt.lost(editor.text)
        return nil
      }
    }
  }
}

/// The rows of the terminal in which a line is written.
private struct LineScreen {
  private let prompt: Prompt
  private var drawn: (row: LineEditor.Row, columns: Int)?

  init(_ prompt: Prompt) { self.prompt = prompt }

  private var columns: Int { max(10, TerminalSize.current?.columns ?? 80) }

  /// Draws the changes since the last call.
  mutating func draw(_ editor: inout LineEditor) {
    let columns = columns
    let row = editor.row(prompt: prompt.current(), columns: columns)
    if let drawn, drawn.row == row, drawn.columns == columns { return }
    RawTerminal.write("\r\u{1B}[K" + row.text + "\r" + LineScreen.right(row.cursor))
    drawn = (row, columns)
  }

  /// Leaves the whole line on the screen, however long it is, and starts a new row.
  mutating func finish(_ editor: LineEditor) {
    let text = VisibleText.line(editor.text)
    RawTerminal.write("\r\u{1B}[K" + prompt.current() + text + "\r\n")
    drawn = nil
  }

  mutating func offer(_ words: [String], _ editor: inout LineEditor) {
    draw(&editor)
    let lines = LineEditor.table(words, columns: columns) { "… (+\($0))" }
    RawTerminal.write("\r\n" + lines.joined(separator: "\r\n") + "\r\n")
    drawn = nil
  }

  /// Leaves the cleared line on the screen; for an empty one, shows how to leave.
  mutating func clear(_ text: String) {
    let hint = text.isEmpty ? prompt.leaving.map { $0 + "\r\n" } ?? "" : ""
    RawTerminal.write("\r\u{1B}[K" + prompt.current() + VisibleText.line(text) + "^C\r\n" + hint)
    drawn = nil
  }

  mutating func erase() {
    RawTerminal.write("\u{1B}[H\u{1B}[2J")
    drawn = nil
  }

  mutating func forget() { drawn = nil }

  private static func right(_ columns: Int) -> String {
    columns > 0 ? "\u{1B}[\(columns)C" : ""
  }
}
