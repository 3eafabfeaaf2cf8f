import HallSyntax

/// The boxes of tasks.
extension PlainLine {
  /// A box that is read, or what people write instead: `[]`, `【 】`, `( )`, `（√）`, `□`.
  ///
  /// - Parameter isItem: whether a bullet or a number came before it.
  static func box(_ cursor: inout Cursor, isItem: Bool) -> TaskBox.State? {
    var ahead = cursor
    if let box = ahead.takeTaskBox() {
      cursor = ahead
      return box.state
    }
    return signBox(&cursor, isItem: isItem) ?? wordBox(&cursor)
  }

  /// `【√】T4`, `（ ）T4`, `□ T4`; in a list, square brackets round any sign, and an empty square, are
  /// a box before other words too: `[×] 张贴通报`, `□ 张贴通报`. A letter or a character in brackets may
  /// belong to a note.
  private static func signBox(_ cursor: inout Cursor, isItem: Bool) -> TaskBox.State? {
    var ahead = cursor
    let state: TaskBox.State
    var needsNumber = true
    let hasSquare = ahead.take(anyOf: ["[", "【", "〔"])
    if hasSquare || ahead.take("(") {
      ahead.skipSpaces()
      let isLetter = ahead.take(anyOf: ["x", "v"])
      if isLetter || ahead.take(anyOf: ["√", "✓", "✔", "☑"]) {
        state = .done
      } else {
        state = ahead.take("-") ? .cancelled : .open
        if state == .open { takeSign(&ahead) }
      }
      _ = ahead.take("\u{FE0F}")
      ahead.skipSpaces()
      guard ahead.take(anyOf: ["]", "】", "〕", ")"]) else { return nil }
      needsNumber = !hasSquare || isLetter
    } else if ahead.take(anyOf: ["☑", "✓", "✅", "✔", "■", "√"]) {
      state = .done
    } else if ahead.take(anyOf: squares) {
      // `□ 同意 □ 反对` is a form to fill in.
      needsNumber = (squares.words + ["☑"]).contains { ahead.rest.contains($0.utf8) }
      state = .open
    } else {
      guard ahead.take("○") else { return nil }
      state = .open
    }
    let isBeforeWords =
      isItem && !needsNumber && ahead.next.map(isBlank) ?? false && !ahead.rest.trimmed.isEmpty
    guard isBeforeWords || numberFollows(ahead) else { return nil }
    cursor = ahead
    return state
  }

  private static let squares: WordList = ["☐", "□", "⬜", "▢", "◻", "☒"]

  /// Takes one sign that is not a letter or a Chinese character.
  private static func takeSign(_ cursor: inout Cursor) {
    guard let sign = cursor.rest.unicodeScalar, !sign.properties.isAlphabetic,
      !sign.properties.isIdeographic
    else { return }
    var ahead = cursor
    // A closing bracket is not a sign.
    guard !ahead.take(anyOf: ["】", "〕", "）"]) else { return }
    cursor.index += sign.utf8.count
  }

  /// `[完成] T4`, `【进行中】T4`, `完成 T4`, `TODO T4`: a word instead of a box, followed by a task's
  /// number.
  private static func wordBox(_ cursor: inout Cursor) -> TaskBox.State? {
    let text = cursor.bytes
    var ahead = cursor
    let hasBracket = ahead.take(anyOf: ["[", "【", "〔", "(", "「", "<", "《"])
    ahead.skipSpaces()
    let state: TaskBox.State
    if ahead.take(anyOf: doneWords) {
      state = .done
    } else if ahead.take(anyOf: cancelledWords) {
      state = .cancelled
    } else if ahead.take(anyOf: openWords) {
      state = .open
    } else if hasBracket,
      let close = ahead.rest.indices.prefix(24).first(where: {
        [UInt8(ascii: "]"), UInt8(ascii: ")"), 0xE3]
          .contains(FullWidth.byte(in: text, at: $0).byte) && Cursor(text[$0...]).isAtClose
      })
    {
      ahead.index = close
      state = .open
    } else {
      return nil
    }
    ahead.skipSpaces()
    if hasBracket {
      guard ahead.take(anyOf: ["]", "】", "〕", ")", "」", ">", "》"]) else { return nil }
    } else {
      _ = ahead.take(":")
    }
    guard numberFollows(ahead) else { return nil }
    cursor = ahead
    return state
  }

  private static let doneWords: WordList = [
    "已完成", "完成", "已办结", "办结", "done", "ok", "是", "y", "100%",
  ]
  private static let cancelledWords: WordList = ["已取消", "取消", "作废", "cancelled", "canceled"]
  private static let openWords: WordList = ["todo", "doing", "未完成", "进行中", "待办", "在办"]

  /// Every word that may stand for a box.
  static var boxWords: [String] { doneWords.words + cancelledWords.words + openWords.words }

  /// Whether the number of a task is next: `T3 title`.
  private static func numberFollows(_ cursor: Cursor) -> Bool {
    var ahead = cursor
    ahead.skipSpaces()
    return ahead.takeTaskNumber()
  }
}

extension ByteCursor<Slice> {
  /// Whether a bracket closes here.
  fileprivate var isAtClose: Bool {
    var ahead = self
    return ahead.take(anyOf: ["]", "】", "〕", ")"])
  }

  /// Takes `T3` if the word ends after it.
  mutating func takeTaskNumber() -> Bool {
    var ahead = self
    guard ahead.take("T"), ahead.takeNumber() != nil,
      ahead.next.map({ isBlank($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }) ?? true
    else { return false }
    self = ahead
    return true
  }
}
