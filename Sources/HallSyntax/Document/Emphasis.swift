/// Markdown's marks of emphasis and of code, which may enclose a key, a keyword or a value without
/// changing its meaning.

/// Whether a byte is a mark of emphasis or of code.
@inline(__always)
func isEmphasisMark(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "`")
}

/// How many times the mark at the start of a text is repeated; 0 where it begins with no mark.
@inline(__always)
func leadingMarks<Bytes: ByteRun>(_ bytes: Bytes, _ range: Range<Int>) -> Int {
  guard let first = range.first, isEmphasisMark(bytes[first]) else { return 0 }
  var index = first
  while index < range.upperBound, bytes[index] == bytes[first] { index += 1 }
  return index - first
}

/// How many times a mark is repeated at the end of a text.
@inline(__always)
func trailingMarks<Bytes: ByteRun>(_ bytes: Bytes, _ range: Range<Int>, of mark: UInt8) -> Int {
  var index = range.upperBound
  while index > range.lowerBound, bytes[index - 1] == mark { index -= 1 }
  return range.upperBound - index
}

/// A text without the marks that enclose all of it, and without the blanks at its ends: `**反对**`,
/// `` `2025-10-15` ``, `***T1***`.
func withoutEmphasis<Bytes: ByteRun>(_ bytes: Bytes, _ range: Range<Int>) -> Range<Int> {
  var text = trimmedRange(of: bytes, in: range)
  while let first = text.first, isEmphasisMark(bytes[first]) || bytes[first] == UInt8(ascii: "<") {
    if bytes[first] == UInt8(ascii: "<") {
      guard let inner = withoutTag(bytes, text) else { return text }
      text = trimmedRange(of: bytes, in: inner)
      continue
    }
    let mark = bytes[first]
    let count = leadingMarks(bytes, text)
    guard count <= 3, text.count > 2 * count, trailingMarks(bytes, text, of: mark) == count else {
      return text
    }
    let inner = (text.lowerBound + count)..<(text.upperBound - count)
    // `**甲**、**乙**` encloses two words separately.
    guard !bytes[inner].contains(mark) else { return text }
    text = trimmedRange(of: bytes, in: inner)
  }
  return text
}

/// A text without the HTML tag that encloses all of it: `<b>反对</b>`; nil where there is none.
private func withoutTag<Bytes: ByteRun>(_ bytes: Bytes, _ text: Range<Int>) -> Range<Int>? {
  var end = text.lowerBound + 1
  while end < text.upperBound, isASCIILetter(bytes[end]) { end += 1 }
  let name = bytes[(text.lowerBound + 1)..<end]
  guard !name.isEmpty, end < text.upperBound,
    let close = bytes[end..<text.upperBound].firstIndex(of: UInt8(ascii: ">"))
  else { return nil }
  // `</b>`
  let tail = text.upperBound - name.count - 3
  guard tail > close, bytes[tail] == UInt8(ascii: "<"), bytes[tail + 1] == UInt8(ascii: "/"),
    bytes[text.upperBound - 1] == UInt8(ascii: ">"),
    bytes[(tail + 2)..<(text.upperBound - 1)].elementsEqual(name),
    !bytes[(close + 1)..<tail].contains(UInt8(ascii: "<"))
  else { return nil }
  return (close + 1)..<tail
}

/// A text without the `<br>` that some editors end a line with.
func withoutBreak<Bytes: ByteRun>(_ bytes: Bytes, _ text: Range<Int>) -> Range<Int> {
  guard text.count > 4, bytes[text.upperBound - 1] == UInt8(ascii: ">"),
    let open = bytes[text].lastIndex(of: UInt8(ascii: "<"))
  else { return text }
  let inside = bytes[(open + 1)..<(text.upperBound - 1)].filter { isASCIILetter($0) }
  guard text.upperBound - open <= 6, inside.elementsEqual("br".utf8) else { return text }
  return trimmedRange(of: bytes, in: text.lowerBound..<open)
}

/// A key and its value without the marks that enclose either, or both, or the key and its colon:
/// `**反对**: 赵六`, `**反对: 赵六**`, `**反对：** 赵六`.
func withoutEmphasis<Bytes: ByteRun>(
  _ bytes: Bytes, key: Range<Int>, value: Range<Int>
) -> (key: Range<Int>, value: Range<Int>) {
  var (key, value) = (withoutEmphasis(bytes, key), value)
  while let parts = withoutSharedMarks(bytes, key: key, value: value) {
    (key, value) = (withoutEmphasis(bytes, parts.key), parts.value)
  }
  return (key, withoutEmphasis(bytes, value))
}

/// Removes marks that open in front of a key and close after its colon or after the value; nil
/// where there are none.
private func withoutSharedMarks<Bytes: ByteRun>(
  _ bytes: Bytes, key: Range<Int>, value: Range<Int>
) -> (key: Range<Int>, value: Range<Int>)? {
  let count = leadingMarks(bytes, key)
  guard count > 0, count < key.count else { return nil }
  let mark = bytes[key.lowerBound]
  guard trailingMarks(bytes, key, of: mark) == 0 else { return nil }
  let inner = trimmedRange(of: bytes, in: (key.lowerBound + count)..<key.upperBound)
  // Marks within marks close in the other order: `**_key:_** value`.
  let nested = leadingMarks(bytes, inner)
  let skipped =
    nested > 0 && trailingMarks(bytes, inner, of: bytes[inner.lowerBound]) == 0
    ? nested : 0
  let innerMark = bytes[inner.lowerBound]
  let start = value.lowerBound + skipped
  if start + count <= value.upperBound,
    bytes[value.lowerBound..<start].allSatisfy({ $0 == innerMark }),
    leadingMarks(bytes, start..<value.upperBound) == count, bytes[start] == mark
  {
    // What the inner marks enclose is removed with the outer ones.
    let rest = trimmedRange(of: bytes, in: (start + count)..<value.upperBound)
    return ((inner.lowerBound + skipped)..<inner.upperBound, rest)
  }
  if value.count > count, trailingMarks(bytes, value, of: mark) == count,
    !bytes[value.lowerBound..<(value.upperBound - count)].contains(mark)
  {
    return (inner, trimmedRange(of: bytes, in: value.lowerBound..<(value.upperBound - count)))
  }
  return nil
}

extension ArraySlice<UInt8> {
  /// The slice without the marks of emphasis that enclose all of it, and without blanks at its
  /// ends.
  package var withoutEmphasis: Slice {
    self[HallSyntax.withoutEmphasis(self, startIndex..<endIndex)]
  }
}
