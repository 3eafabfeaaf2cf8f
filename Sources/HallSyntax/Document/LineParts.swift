/// What a line says by itself, wherever it is.
///
/// These are functions of the bytes and not of the parser: calling a method of the parser, which is
/// large and mutable, costs a copy of it, and there are several such calls on every line of a list.
extension UnsafeBufferPointer<UInt8> {
  /// The text after the bullet; nil where no blank follows the bullet, and for a thematic break.
  func itemContent(_ line: Line) -> Range<Int>? {
    let after = line.textStart + 1
    guard after < line.textEnd else { return line.textEnd..<line.textEnd }
    guard blankLength(self, at: after, end: line.textEnd) > 0 else { return nil }
    let bullet = self[line.textStart]
    if bullet != UInt8(ascii: "+") {
      var signs = 0
      var index = line.textStart
      while index < line.textEnd, self[index] == bullet || isBlank(self[index]) {
        if self[index] == bullet { signs += 1 }
        index += 1
      }
      if index == line.textEnd, signs >= 3 { return nil }
    }
    return trimmedRange(of: self, in: after..<line.textEnd)
  }

  /// Splits `key: value` at its first colon, full-width or not, without marks of emphasis round
  /// either; nil where there is no colon or no key.
  func splitKey(_ text: Range<Int>) -> (key: Range<Int>, value: Range<Int>)? {
    guard var parts = splitField(text), !parts.key.isEmpty else { return nil }
    parts.value = withoutBreak(self, parts.value)
    guard mayBeMark(parts.key) || mayBeMark(parts.value) else { return parts }
    let plain = withoutEmphasis(self, key: parts.key, value: parts.value)
    return plain.key.isEmpty ? parts : plain
  }

  @inline(__always)
  private func mayBeMark(_ text: Range<Int>) -> Bool {
    guard !text.isEmpty else { return false }
    let first = self[text.lowerBound]
    return isEmphasisMark(first) || first == UInt8(ascii: "<")
  }

  @inline(__always)
  private func splitField(_ text: Range<Int>) -> (key: Range<Int>, value: Range<Int>)? {
    var colon = text.lowerBound
    while colon < text.upperBound {
      let length = colonLength(at: colon, end: text.upperBound)
      guard length == 0 else {
        let key = trimmedRange(of: self, in: text.lowerBound..<colon)
        guard !key.isEmpty else { return nil }
        // `反对：：3`: one colon is as good as two.
        var after = colon
        while true {
          let length = colonLength(at: after, end: text.upperBound)
          guard length > 0 else { break }
          after += length
        }
        return (key, trimmedRange(of: self, in: after..<text.upperBound))
      }
      colon += 1
    }
    return nil
  }

  /// How many bytes the colon at an offset takes, full-width or not; 0 where there is none.
  @inline(__always)
  private func colonLength(at index: Int, end: Int) -> Int {
    guard index < end else { return 0 }
    if self[index] == UInt8(ascii: ":") { return 1 }
    let isWide =
      self[index] == 0xEF && index + 2 < end && self[index + 1] == 0xBC && self[index + 2] == 0x9A
    return isWide ? 3 : 0
  }

  /// The keyword that a key stands for. `选项 甲` is 选项, followed by the option's name.
  func fieldKeyword(_ key: Range<Int>, in scope: Scope) -> Keyword? {
    if let keyword = Vocabulary.keyword(in: self, key, scope) { return keyword }
    guard scope == .vote, let entry = Vocabulary.entry(of: .option) else { return nil }
    for form in entry.zh + entry.en {
      var cursor = ByteCursor(self, in: key)
      guard cursor.take(form) else { continue }
      let isEnglish = form.utf8.first.map { $0 < 0x80 } ?? false
      if !isEnglish || cursor.next == UInt8(ascii: " ") { return .option }
    }
    return nil
  }
}
