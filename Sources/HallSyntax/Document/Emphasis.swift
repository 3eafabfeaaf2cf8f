/// Markdown's marks of emphasis and of code, which may enclose a key, a keyword or a value without
/// changing what it says.

/// Whether a byte is a mark of emphasis or of code.
@inline(__always)
func isEmphasisMark(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "`")
}

/// How many times the mark that a text begins with stands there; 0 where it begins with none.
@inline(__always)
func leadingMarks<Bytes: ByteRun>(_ bytes: Bytes, _ range: Range<Int>) -> Int {
  guard let first = range.first, isEmphasisMark(bytes[first]) else { return 0 }
  var index = first
  while index < range.upperBound, bytes[index] == bytes[first] { index += 1 }
  return index - first
}

/// How many times a mark stands at the end of a text.
@inline(__always)
func trailingMarks<Bytes: ByteRun>(_ bytes: Bytes, _ range: Range<Int>, of mark: UInt8) -> Int {
  var index = range.upperBound
  while index > range.lowerBound, bytes[index - 1] == mark { index -= 1 }
  return range.upperBound - index
}

/// A text without the marks that enclose it whole, and without the blanks at its ends:
/// `**反对**`, `` `2025-10-15` ``, `***T1***`.
func withoutEmphasis<Bytes: ByteRun>(_ bytes: Bytes, _ range: Range<Int>) -> Range<Int> {
  var text = trimmedRange(of: bytes, in: range)
  while let first = text.first, isEmphasisMark(bytes[first]) {
    let mark = bytes[first]
    let count = leadingMarks(bytes, text)
    guard count <= 3, text.count > 2 * count, trailingMarks(bytes, text, of: mark) == count else {
      return text
    }
    let inner = (text.lowerBound + count)..<(text.upperBound - count)
    // `**甲**、**乙**` encloses two words and not the whole.
    guard !bytes[inner].contains(mark) else { return text }
    text = trimmedRange(of: bytes, in: inner)
  }
  return text
}

/// A key and its value without the marks that enclose either, or both, or the key and its colon:
/// `**反对**: 赵六`, `**反对: 赵六**`, `**反对：** 赵六`.
func withoutEmphasis<Bytes: ByteRun>(
  _ bytes: Bytes, key: Range<Int>, value: Range<Int>
) -> (key: Range<Int>, value: Range<Int>) {
  var (key, value) = (withoutEmphasis(bytes, key), value)
  let count = leadingMarks(bytes, key)
  if count > 0, count < key.count {
    let mark = bytes[key.lowerBound]
    let opens = trailingMarks(bytes, key, of: mark) == 0
    if opens, leadingMarks(bytes, value) == count, bytes[value.lowerBound] == mark {
      key = trimmedRange(of: bytes, in: (key.lowerBound + count)..<key.upperBound)
      value = trimmedRange(of: bytes, in: (value.lowerBound + count)..<value.upperBound)
    } else if opens, value.count > count, trailingMarks(bytes, value, of: mark) == count,
      !bytes[value.lowerBound..<(value.upperBound - count)].contains(mark)
    {
      key = trimmedRange(of: bytes, in: (key.lowerBound + count)..<key.upperBound)
      value = trimmedRange(of: bytes, in: value.lowerBound..<(value.upperBound - count))
    }
  }
  return (key, withoutEmphasis(bytes, value))
}

extension ArraySlice<UInt8> {
  /// The slice without the marks of emphasis that enclose it whole, and without blanks.
  package var withoutEmphasis: Slice {
    self[HallSyntax.withoutEmphasis(self, startIndex..<endIndex)]
  }
}
