import HallWords

/// The visible part of a line.
extension LineEditor {
  /// One row of the terminal: never wider than it, so that the terminal need not wrap.
  package struct Row: Equatable, Sendable {
    package let text: String
    /// The column of the cursor, from 0.
    package let cursor: Int
  }

  /// The row with a prompt and as much of the line around the cursor as fits; `<` and `>` mark cut
  /// text.
  package mutating func row(prompt: String, columns: Int) -> Row {
    // If the prompt leaves too little room, it is shortened.
    let prompt = DisplayWidth.of(prompt) > columns - 12 ? "> " : prompt
    let width = DisplayWidth.of(prompt)
    // The last column stays free: writing there makes some terminals go to the next line.
    let room = max(6, columns - 1 - width)
    let cells = (before + after).map { (text: VisibleText.line(String($0)), width: 0) }
      .map { (text: $0.text, width: DisplayWidth.of($0.text)) }
    let front = cells.prefix(before.count).reduce(0) { $0 + $1.width }
    let whole = cells.reduce(0) { $0 + $1.width }
    if whole <= room {
      scrolled = 0
    } else if front < scrolled + 1 || front > scrolled + room - 3 {
      // A third of the room stays visible after the cursor.
      scrolled = max(0, min(front - room * 2 / 3, whole - room + 2))
    }
    var shown = scrolled > 0 ? "<" : ""
    var used = scrolled > 0 ? 1 : 0
    var cursor = width + used
    var column = 0
    let isCut = whole > room
    for (index, cell) in cells.enumerated() {
      defer { column += cell.width }
      if index == before.count { cursor = width + used }
      if column < scrolled { continue }
      if used + cell.width > room - (isCut ? 1 : 0) {
        shown += ">"
        break
      }
      shown += cell.text
      used += cell.width
    }
    if before.count >= cells.count { cursor = width + used }
    return Row(text: prompt + shown, cursor: min(cursor, width + room))
  }

  /// A table of the completions, in columns; at most the first of many.
  package static func table(
    _ words: [String], columns: Int, more: (Int) -> String
  ) -> [String] {
    let shown = words.prefix(60).map { VisibleText.line($0) }
    let widest = min((shown.map(DisplayWidth.of).max() ?? 0) + 2, columns - 1)
    let across = max(1, (columns - 1) / max(1, widest))
    var lines: [String] = []
    for start in stride(from: 0, to: shown.count, by: across) {
      let line = shown[start..<min(start + across, shown.count)]
        .map { DisplayWidth.padded(DisplayWidth.clipped($0, to: widest), to: widest) }.joined()
      lines.append(String(line.reversed().drop { $0 == " " }.reversed()))
    }
    if words.count > shown.count { lines.append(more(words.count - shown.count)) }
    return lines
  }
}
