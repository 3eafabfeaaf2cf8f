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

  /// The slice without the blanks around it.
  package var trimmed: Slice { self[trimmedRange(of: self, in: startIndex..<endIndex)] }
}

/// Bytes that can be read at any offset: a slice of an array, or, within the parser, the file's
/// own memory, which costs no reference counting.
package protocol ByteRun: RandomAccessCollection<UInt8> where Index == Int {
  /// Several bytes from an index on, as one number in this machine's byte order. All of them are
  /// within the run.
  func load<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type, at index: Int)
    -> Number
}

extension ArraySlice<UInt8>: ByteRun {
  package func load<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type, at index: Int
  ) -> Number {
    withUnsafeBytes { $0.loadUnaligned(fromByteOffset: index - startIndex, as: type) }
  }
}

extension UnsafeBufferPointer<UInt8>: ByteRun {
  @inline(__always)
  package func load<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type, at index: Int
  ) -> Number {
    UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: index, as: type)
  }
}

/// A range without the blanks at its ends.
@inline(__always)
func trimmedRange<Bytes: ByteRun>(of bytes: Bytes, in range: Range<Int>) -> Range<Int> {
  var (start, end) = (range.lowerBound, range.upperBound)
  // Most texts have no blank at either end: their first and last bytes show it.
  if start < end, !mayBeginBlank(bytes[start]), !mayEndBlank(bytes[end - 1]) { return range }
  while true {
    let length = blankLength(bytes, at: start, end: end)
    guard length > 0 else { break }
    start += length
  }
  while end > start {
    let length = isBlank(bytes[end - 1]) ? 1 : wideBlankLength(bytes, endingAt: end, from: start)
    guard length > 0 else { break }
    end -= length
  }
  return start..<end
}

/// Whether a blank, ASCII or not, may begin with a byte.
@inline(__always)
private func mayBeginBlank(_ byte: UInt8) -> Bool {
  byte <= UInt8(ascii: " ") || byte == 0xC2 || byte &- 0xE1 < 3
}

/// Whether a blank, ASCII or not, may end with a byte.
@inline(__always)
private func mayEndBlank(_ byte: UInt8) -> Bool {
  byte <= UInt8(ascii: " ") || byte &- 0x80 < 0x0B || byte == 0x9F || byte == 0xA0 || byte == 0xAF
}

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
