/// A run of a document's bytes. Its indices are offsets into the whole file, so that any part
/// of a value can be pointed at.
package typealias Slice = ArraySlice<UInt8>

extension ArraySlice<UInt8> {
  /// The bytes of a string, for values that do not come from a file.
  package init(_ text: String) {
    self = Array(text.utf8)[...]
  }

  /// The text as a string; what is not UTF-8 shows as U+FFFD.
  package var string: String { String(decoding: self, as: UTF8.self) }

  /// The slice without the white space around it (ASCII blanks and the ideographic space).
  package var trimmed: Slice {
    var slice = self
    while true {
      if let first = slice.first, isBlank(first) {
        slice = slice.dropFirst()
      } else if slice.starts(with: ideographicSpace) {
        slice = slice.dropFirst(3)
      } else {
        break
      }
    }
    while true {
      if let last = slice.last, isBlank(last) {
        slice = slice.dropLast()
      } else if slice.count >= 3, slice.suffix(3).elementsEqual(ideographicSpace) {
        slice = slice.dropLast(3)
      } else {
        break
      }
    }
    return slice
  }
}

/// U+3000, read as a blank.
package let ideographicSpace: [UInt8] = [0xE3, 0x80, 0x80]

/// Whether a byte is a blank within a line: space, tab, or a carriage return before the newline.
@inline(__always)
package func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
}

@inline(__always)
package func isDigit(_ byte: UInt8) -> Bool {
  byte &- UInt8(ascii: "0") < 10
}

@inline(__always)
package func isASCIILetter(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- UInt8(ascii: "a") < 26
}
