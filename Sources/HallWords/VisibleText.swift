/// Makes characters visible that a terminal would obey or hide.
package enum VisibleText {
  /// Whether a scalar must never reach a terminal unchanged: controls, bidirectional marks, and
  /// characters without width.
  package static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF, 0x061C: true
    case 0xE0000...0xE007F: true
    default: false
    }
  }

  /// Whether a text may hold such a character: quick, and never wrong where it says no.
  static func mayHoldHostile(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable(mayHoldHostile) ?? true
  }

  /// The same for the bytes of a text.
  static func mayHoldHostile(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var before: UInt8 = 0
    for byte in text {
      // The characters begin with C2, D8, E2 80, E2 81, EF BB or F3.
      switch byte {
      case 0x00...0x1F, 0x7F, 0xC2, 0xD8, 0xF3: return true
      case 0x80, 0x81: if before == 0xE2 { return true }
      case 0xBB: if before == 0xEF { return true }
      default: break
      }
      before = byte
    }
    return false
  }

  /// A line of text with every such character made visible: `␛` for an escape, `<U+202E>` for an
  /// override. A tab becomes a space.
  package static func line(_ text: String) -> String {
    guard mayHoldHostile(text) else { return text }
    var shown: [UInt8] = []
    shown.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      guard isHostile(scalar) else {
        shown += String(scalar).utf8
        continue
      }
      if scalar == "\t" {
        shown.append(UInt8(ascii: " "))
      } else if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
        shown += String(picture).utf8
      } else {
        shown += "<U+\(hex(scalar.value))>".utf8
      }
    }
    return String(decoding: shown, as: UTF8.self)
  }

  /// The same, keeping the line breaks of a text of several lines.
  package static func lines(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return line(text) }
    return split(text).map(line).joined(separator: "\n")
  }

  /// The lines of a text, which end at a newline with or without a carriage return before it.
  package static func split(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      let hasReturn = line.last == UInt8(ascii: "\r") && line.endIndex < text.utf8.endIndex
      return String(decoding: hasReturn ? line.dropLast() : line, as: UTF8.self)
    }
  }

  /// A number in at least four hexadecimal digits.
  package static func hex(_ value: UInt32) -> String {
    String(value, digits: 4, radix: 16)
  }
}
