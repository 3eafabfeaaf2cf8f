import HallWords

/// One line while it is being written: the text, the cursor in it, and what keys do to them. It
/// knows nothing of a terminal.
package struct LineEditor: Sendable {
  /// What stands in front of the cursor and behind it.
  package private(set) var before = ""
  package private(set) var after = ""
  private var history: [String]
  /// The line of the history that is shown; its end for the one that is being written.
  private var place: Int
  /// The line that is being written, while another is shown.
  private var draft = ""
  /// What was cut last.
  private var cut = ""
  /// Whether Ctrl-C was pressed on an empty line: the second leaves.
  private var wasInterrupted = false
  /// Lines of a paste that wait for their turn; the last is written on.
  private var waiting: [String] = []
  let completions: @Sendable (String) -> [String]
  var round: Round?
  /// How many columns of the text have gone out of sight to the left.
  var scrolled = 0

  /// What has come of a key.
  package enum Outcome: Equatable, Sendable {
    case editing
    /// The line is done, and so are those pasted behind it in turn.
    case accepted(String)
    /// What Tab offers, to be shown below.
    case offered([String])
    /// Ctrl-C took a line away; it can be had again with ↑. Of an empty one, the next leaves.
    case cleared(String)
    /// Nothing more is to come.
    case left
    case redraw
  }

  /// - Parameters:
  ///   - text: what stands in the line already.
  ///   - history: lines given before, the oldest first.
  ///   - completions: words that may stand where the last word of a text does.
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

  /// Writes another text in front of the cursor.
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

  /// The lines of a paste are given one by one, as if each had been written.
  private mutating func paste(_ text: String) -> Outcome {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { LineEditor.oneLine(String($0)) }
    before += lines[0]
    guard lines.count > 1 else { return .editing }
    waiting = Array(lines[1...])
    // What stood behind the cursor stays behind what was pasted.
    waiting[waiting.count - 1] += after
    after = ""
    return .accepted(before)
  }

  /// The keys for the lines that were pasted behind the one that is done.
  package var keysLeft: [Key] {
    var keys: [Key] = []
    for (number, line) in waiting.enumerated() {
      if !line.isEmpty { keys.append(.text(line)) }
      if number < waiting.count - 1 { keys.append(.enter) }
    }
    return keys
  }

  /// Controls become spaces; a tab within a pasted line, say.
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

  /// Where the last word of a text begins, for moving and cutting: blanks behind it belong to it.
  /// In Chinese, which puts no blanks, what stands between two signs is a word.
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

  /// Whether a character stands between words.
  static func isBetween(_ character: Character) -> Bool {
    character.isWhitespace || "、，,；;：:@＠。（）()「」".contains(character)
  }
}
