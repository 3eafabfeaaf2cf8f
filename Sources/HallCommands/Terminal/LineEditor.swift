import HallWords

/// One line being written: the text, the cursor in it, and the effect of keys. It does not use a
/// terminal.
package struct LineEditor: Sendable {
  /// The text before the cursor.
  package private(set) var before = ""
  package private(set) var after = ""
  private var history: [String]
  /// The line of the history that is shown; the end index for the new line.
  private var place: Int
  /// The new line, while another is shown.
  private var draft = ""
  /// The text that was cut last.
  private var cut = ""
  /// Whether Ctrl-C was pressed on an empty line: the second time leaves.
  private var wasInterrupted = false
  /// Lines of a paste that wait for their turn; the last one can still be edited.
  private var waiting: [String] = []
  let completions: @Sendable (String) -> [String]
  var round: Round?
  /// The number of columns scrolled out of sight to the left.
  var scrolled = 0

  /// The result of a key.
  package enum Outcome: Equatable, Sendable {
    case editing
    /// The line is complete; lines pasted after it follow in turn.
    case accepted(String)
    /// Completions, to be shown below.
    case offered([String])
    /// Ctrl-C cleared a line; ↑ brings it back. On an empty line, the next Ctrl-C leaves.
    case cleared(String)
    /// The end of the input.
    case left
    case redraw
  }

  /// - Parameters:
  ///   - text: the initial text.
  ///   - history: earlier lines, oldest first.
  ///   - completions: the words that can complete the last word of a text.
  package init(
    text: String = "", history: [String] = [],
    completions: @escaping @Sendable (String) -> [String] = { _ in [] }
  ) {
    before = text
    self.history = history
    place = history.count
    self.completions = completions
  }

  package var text: String { before + after }

  package mutating func press(_ key: Key) -> Outcome {
    if key != .tab, key != .backTab { round = nil }
    if key != .interrupt { wasInterrupted = false }
    switch key {
    case .text(let text): before += LineEditor.oneLine(text)
    case .paste(let text): return paste(text)
    case .enter: return .accepted(text)
    case .tab: return complete(forward: true)
    case .backTab: return complete(forward: false)
    case .backspace: if !before.isEmpty { before.removeLast() }
    case .delete: if !after.isEmpty { after.removeFirst() }
    case .left: if !before.isEmpty { after.insert(before.removeLast(), at: after.startIndex) }
    case .right: if !after.isEmpty { before.append(after.removeFirst()) }
    case .home: move(to: "")
    case .end: move(to: text)
    case .wordLeft: move(to: String(before[..<LineEditor.wordStart(before)]))
    case .wordRight: wordRight()
    case .killToEnd: (cut, after) = (after, "")
    case .killToStart: (cut, before) = (before, "")
    case .killWord:
      let start = LineEditor.wordStart(before)
      cut = String(before[start...])
      before = String(before[..<start])
    case .yank: before += cut
    case .up: recall(place - 1)
    case .down: recall(place + 1)
    case .redraw: return .redraw
    case .interrupt:
      let isSecond = wasInterrupted
      wasInterrupted = text.isEmpty
      let text = text
      guard !text.isEmpty else { return isSecond ? .left : .cleared("") }
      history.append(text)
      write("", at: history.count)
      return .cleared(text)
    case .endOfInput:
      if text.isEmpty { return .left }
      return press(.delete)
    }
    return .editing
  }

  /// Replaces the text before the cursor.
  mutating func replaceBefore(_ text: String) { before = text }

  private mutating func write(_ text: String, at place: Int) {
    self.place = place
    (before, after, scrolled) = (text, "", 0)
  }

  private mutating func move(to text: String) {
    let whole = self.text
    before = text
    after = String(whole.dropFirst(text.count))
  }

  private mutating func recall(_ wanted: Int) {
    guard history.indices.contains(wanted) || wanted == history.count, wanted != place else {
      return
    }
    if place == history.count { draft = text }
    write(wanted == history.count ? draft : history[wanted], at: wanted)
  }

  /// The lines of a paste are returned one by one, as if each had been typed.
  private mutating func paste(_ text: String) -> Outcome {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { LineEditor.oneLine(String($0)) }
    before += lines[0]
    guard lines.count > 1 else { return .editing }
    waiting = Array(lines[1...])
    // The text after the cursor stays after the pasted text.
    waiting[waiting.count - 1] += after
    after = ""
    return .accepted(before)
  }

  /// The keys for the lines pasted after the completed one.
  package var keysLeft: [Key] {
    var keys: [Key] = []
    for (number, line) in waiting.enumerated() {
      if !line.isEmpty { keys.append(.text(line)) }
      if number < waiting.count - 1 { keys.append(.enter) }
    }
    return keys
  }

  /// Replaces control characters, for example a pasted tab, by spaces.
  private static func oneLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return text
    }
    var line = ""
    for scalar in text.unicodeScalars {
      line.unicodeScalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return line
  }

  // MARK: Words

  /// The beginning of the last word of a text, for moving and cutting: blanks after it belong to
  /// it. In Chinese, which has no blanks, the text between two punctuation characters is a word.
  private static func wordStart(_ text: String) -> String.Index {
    var index = text.endIndex
    while index > text.startIndex, isBetween(text[text.index(before: index)]) {
      index = text.index(before: index)
    }
    while index > text.startIndex, !isBetween(text[text.index(before: index)]) {
      index = text.index(before: index)
    }
    return index
  }

  private mutating func wordRight() {
    while let first = after.first, LineEditor.isBetween(first) {
      before.append(after.removeFirst())
    }
    while let first = after.first, !LineEditor.isBetween(first) {
      before.append(after.removeFirst())
    }
  }

  /// Whether a character separates words.
  static func isBetween(_ character: Character) -> Bool {
    character.isWhitespace || "、，,；;：:@＠。（）()「」".contains(character)
  }
}
