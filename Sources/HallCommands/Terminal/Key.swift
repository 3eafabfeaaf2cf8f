import HallWords

/// An action at the keyboard, independent of the bytes the terminal sends for it.
package enum Key: Equatable, Sendable {
  /// One character or a part of one: a combining mark comes by itself.
  case text(String)
  /// Text pasted in one go, including line ends.
  case paste(String)
  case enter, tab, backTab
  case backspace, delete
  case left, right, wordLeft, wordRight, home, end
  case up, down
  case killToEnd, killToStart, killWord, yank
  case redraw
  /// Ctrl-C.
  case interrupt
  /// Ctrl-D.
  case endOfInput
}

/// Parses the bytes of a terminal into keys, however they are split.
package struct KeyReader: Sendable {
  /// Bytes that are not a complete key yet.
  private var pending: [UInt8] = []
  /// The text of an unfinished paste.
  private var pasted: [UInt8]?
  /// Whether the last byte was a return: a newline directly after it belongs to it.
  private var hasReturn = false

  package init() {}

  /// Whether more bytes are needed.
  package var isWaiting: Bool { !pending.isEmpty || pasted != nil }

  /// The keys that are complete with these bytes.
  package mutating func keys(_ bytes: [UInt8]) -> [Key] {
    pending += bytes
    var keys: [Key] = []
    while let key = next() { keys += key }
    return keys
  }

  /// The keys in the remaining bytes, when nothing has come for a while: an escape by itself, a
  /// paste whose end was lost.
  package mutating func flush() -> [Key] {
    var keys: [Key] = []
    if var text = pasted {
      pasted = nil
      text += pending
      pending = []
      keys = [.paste(String(decoding: text, as: UTF8.self))]
    }
    if pending.first == 0x1B { pending.removeFirst() }
    let rest = pending
    pending = []
    return keys + self.keys(rest)
  }

  private static let pasteEnd: [UInt8] = [0x1B] + Array("[201~".utf8)

  /// The next keys; nil if more bytes are needed; empty for bytes without a meaning.
  private mutating func next() -> [Key]? {
    if pasted != nil { return nextPasted() }
    guard let first = pending.first else { return nil }
    if first == 0x1B { return nextEscape() }
    if first < 0x20 || first == 0x7F {
      pending.removeFirst()
      defer { hasReturn = first == 0x0D }
      if first == 0x0A, hasReturn { return [] }
      return Self.control(first).map { [$0] } ?? []
    }
    hasReturn = false
    let length = Self.length(of: first)
    let isWhole = pending.count >= length
    let broken = pending.dropFirst().prefix(length - 1).firstIndex { $0 & 0xC0 != 0x80 }
    guard isWhole || broken != nil else { return nil }
    let character = pending.prefix(broken ?? length)
    pending.removeFirst(character.count)
    return [.text(String(decoding: character, as: UTF8.self))]
  }

  private mutating func nextPasted() -> [Key]? {
    guard var text = pasted else { return nil }
    let end = Self.pasteEnd
    // The end may come in two pieces.
    let start = max(0, text.count - end.count + 1)
    text += pending
    pending = []
    guard let place = text.indices[start...].first(where: { text[$0...].starts(with: end) }) else {
      pasted = text
      return nil
    }
    pending = Array(text[(place + end.count)...])
    pasted = nil
    return [.paste(String(decoding: text[..<place], as: UTF8.self))]
  }

  /// `ESC [ … letter`, `ESC O letter`, or a character with Alt.
  private mutating func nextEscape() -> [Key]? {
    guard pending.count > 1 else { return nil }
    switch pending[1] {
    case UInt8(ascii: "["):
      // Parameters, and then one byte that ends it (ECMA-48).
      let end = pending.dropFirst(2).firstIndex { !(0x20...0x3F).contains($0) }
      guard let last = end, (0x40...0x7E).contains(pending[last]) else {
        // No sequence is that long, or contains a control or a Chinese character: the escape is
        // dropped, and what follows it is read separately.
        guard end != nil || pending.count > 32 else { return nil }
        pending.removeFirst()
        return []
      }
      let words = String(decoding: pending[2...last], as: UTF8.self)
      pending.removeFirst(last + 1)
      if words == "200~" {
        pasted = []
        return []
      }
      return Self.sequences[words].map { [$0] } ?? []
    case UInt8(ascii: "O"):
      guard pending.count > 2 else { return nil }
      guard (0x40...0x7E).contains(pending[2]) else {
        pending.removeFirst()
        return []
      }
      let words = String(decoding: [pending[2]], as: UTF8.self)
      pending.removeFirst(3)
      return Self.sequences[words].map { [$0] } ?? []
    case UInt8(ascii: "b"), UInt8(ascii: "f"), 0x7F:
      let key: Key =
        pending[1] == 0x7F ? .killWord : pending[1] == UInt8(ascii: "b") ? .wordLeft : .wordRight
      pending.removeFirst(2)
      return [key]
    default:
      // An escape key: what follows it is read separately.
      pending.removeFirst()
      return []
    }
  }

  private static let sequences: [String: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab,
    "1~": .home, "7~": .home, "4~": .end, "8~": .end, "3~": .delete,
    "1;5D": .wordLeft, "1;3D": .wordLeft, "1;5C": .wordRight, "1;3C": .wordRight,
  ]

  private static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x01: .home
    case 0x02: .left
    case 0x03: .interrupt
    case 0x04: .endOfInput
    case 0x05: .end
    case 0x06: .right
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x0B: .killToEnd
    case 0x0C: .redraw
    case 0x0E: .down
    case 0x10: .up
    case 0x15: .killToStart
    case 0x17: .killWord
    case 0x19: .yank
    default: nil
    }
  }

  /// The number of bytes of a character, from its first byte.
  private static func length(of first: UInt8) -> Int {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }
}
