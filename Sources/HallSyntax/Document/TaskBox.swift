/// The box a task begins with: `[ ]` for open, `[x]` for done, `[-]` for cancelled.
///
/// Editors write it in other ways, which are read too: escaped (`\[ \]`), as one sign (`☐`, `☑`,
/// `✓`, `✅`), or with another sign between the brackets (`[/]`, `[>]`, `[?]`).
package struct TaskBox: Sendable, Equatable {
  package enum State: Sendable { case open, done, cancelled }

  package let state: State
  /// The part that changes with the state: the sign between the brackets, or the one sign that is
  /// the box.
  package let sign: Range<Int>
  /// Whether the sign is between brackets.
  package let hasBrackets: Bool
  /// Whether every program reads the sign the way this one does. `[/]` is an open task here, but
  /// means something else to the editor that wrote it.
  package let isCommon: Bool

  /// The sign to write for a state.
  func replacement(for state: State) -> String {
    switch state {
    case .open: hasBrackets ? " " : "☐"
    case .done: hasBrackets ? "x" : "☑"
    case .cancelled: hasBrackets ? "-" : "[-]"
    }
  }
}

extension ByteCursor {
  /// Takes a task's box and leaves the cursor after it; if there is none, returns nil and leaves
  /// the cursor where it was. Brackets are ASCII; what is between them may be full-width.
  package mutating func takeTaskBox() -> TaskBox? {
    guard !atEnd else { return nil }
    var ahead = self
    let box: TaskBox?
    switch bytes[index] {
    case UInt8(ascii: "["), UInt8(ascii: "\\"): box = ahead.takeBrackets()
    case 0xE2: box = ahead.takeBoxSign()
    default: return nil
    }
    // `[x](page)` is a link, and `[x]y` is not a box.
    guard let box, ahead.next.map({ isBlank($0) || $0 == UInt8(ascii: "\n") }) ?? true else {
      return nil
    }
    let end = ahead.index
    ahead.skipSpaces()
    if !box.isCommon || !box.hasBrackets, !ahead.isBoxBefore(box) { return nil }
    index = end
    return box
  }

  /// `[x]`, `\[x\]`
  private mutating func takeBrackets() -> TaskBox? {
    let isEscaped = takeByte(UInt8(ascii: "\\"))
    guard takeByte(UInt8(ascii: "[")) else { return nil }
    let start = index
    guard let byte = next else { return nil }
    let length =
      byte < 0x80
      ? FullWidth.byte(in: bytes, at: index, end: end).length : scalarLength(at: index)
    index += length
    let sign = start..<min(index, end)
    // With only its first bracket escaped, a text in brackets is not a box.
    if isEscaped, !takeByte(UInt8(ascii: "\\")) { return nil }
    guard takeByte(UInt8(ascii: "]")) else { return nil }
    switch byte {
    case UInt8(ascii: " "):
      return TaskBox(state: .open, sign: sign, hasBrackets: true, isCommon: true)
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      return TaskBox(state: .done, sign: sign, hasBrackets: true, isCommon: true)
    case UInt8(ascii: "-"):
      return TaskBox(state: .cancelled, sign: sign, hasBrackets: true, isCommon: true)
    case UInt8(ascii: "]"), UInt8(ascii: "["), UInt8(ascii: "\\"): return nil
    default:
      var inside = ByteCursor(bytes, in: sign)
      let isDone = inside.take(anyOf: ["√", "✓", "✔", "☑", "✅"])
      return TaskBox(
        state: isDone ? .done : .open, sign: sign, hasBrackets: true, isCommon: false)
    }
  }

  /// `☐`, `☑`, `✓`, `✅`
  private mutating func takeBoxSign() -> TaskBox? {
    let start = index
    let isOpen = take("☐")
    guard isOpen || take(anyOf: ["☑", "✓", "✅", "✔"]) else { return nil }
    let sign = start..<index
    _ = take("\u{FE0F}")
    return TaskBox(
      state: isOpen ? .open : .done, sign: sign, hasBrackets: false, isCommon: true)
  }

  /// Whether the text after an uncommon box makes it a task: the number of a task, or, for signs
  /// that mean nothing else, any words.
  private func isBoxBefore(_ box: TaskBox) -> Bool {
    var ahead = self
    // `- **T1** title`: the marks of emphasis do not matter.
    while let next = ahead.next, next == UInt8(ascii: "*") || next == UInt8(ascii: "_") {
      ahead.index += 1
    }
    if ahead.take("T"), ahead.takeNumber() != nil { return true }
    guard let first = box.sign.first else { return false }
    if box.hasBrackets {
      return bytes[first] < 0x80 && !isASCIILetter(bytes[first]) && !isDigit(bytes[first])
    }
    // Writers like to begin a line with a tick; nobody begins a sentence with a box.
    var sign = ByteCursor(bytes, in: box.sign)
    return sign.take(anyOf: ["☐", "☑"])
  }

  /// Takes one ASCII character, but not its full-width form.
  private mutating func takeByte(_ byte: UInt8) -> Bool {
    guard index < end, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private func scalarLength(at index: Int) -> Int {
    switch bytes[index] {
    case ..<0xC0: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }
}

extension Document {
  /// The box of a task.
  package func box(of task: Int) -> TaskBox? {
    var cursor = Cursor(slice(nodes[task].mark..<nodes[task].range.upperBound))
    return cursor.takeTaskBox()
  }
}
