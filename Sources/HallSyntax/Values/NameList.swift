/// A list of names, split at `、`, `,` and `;`; `（…）` after a name is a remark, and alone names
/// nobody.
package struct NameList: Sendable {
  /// One name of a list, and the remark after it.
  package struct Element: Sendable {
    package let name: Slice
    package let remark: Slice?

    /// Splits a name from the remark after it.
    package init(_ slice: Slice) {
      let value = slice.trimmed
      if let open = NameList.indexOfOpenParenthesis(in: value), NameList.endsWithClose(value) {
        let length = FullWidth.byte(in: value, at: open).length
        let closing = value.last == UInt8(ascii: ")") ? 1 : 3
        name = value[..<open].withoutEmphasis
        let inner = open + length
        remark = inner <= value.endIndex - closing ? value[inner..<(value.endIndex - closing)] : nil
      } else {
        name = value.withoutEmphasis
        remark = nil
      }
    }

    /// A name that is known exactly as written wins, brackets and all; otherwise `（…）` is a remark.
    package init(_ slice: Slice, knowing isKnown: (String) -> Bool) {
      let split = Element(slice)
      let whole = slice.trimmed.withoutEmphasis
      if split.remark != nil, isKnown(FullWidth.name(whole)) {
        (name, remark) = (whole, nil)
      } else {
        self = split
      }
    }
  }

  package let elements: [Element]

  package init(_ slice: Slice) {
    elements = NameList.split(slice).map { Element($0) }.filter { !$0.name.isEmpty }
  }

  /// The parts of a list, trimmed, none of them empty; a separator within closed brackets or
  /// quotation marks does not split.
  package static func split(_ slice: Slice) -> [Slice] {
    var parts: [Slice] = []
    var start = slice.startIndex
    var index = start
    var pairs = ClosedPairs()
    while index < slice.endIndex {
      guard signs.contains(slice[index]) else {
        index += 1
        continue
      }
      let (byte, length) = FullWidth.byte(in: slice, at: index)
      if let end = pairs.end(ofPairAt: index, byte, in: slice) {
        index = end
        continue
      }
      let isSeparator =
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
        || byte == 0xE3 && index + 2 < slice.endIndex && slice.threeBytes(at: index) == comma
      index += byte == 0xE3 && isSeparator ? 3 : length
      guard isSeparator else { continue }
      parts.append(slice[start..<(index - (byte == 0xE3 ? 3 : length))])
      start = index
    }
    parts.append(slice[start...])
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// What a separator, or half of a pair, begins with.
  private static let signs = ByteSet(Array(",;(".utf8) + [0xE2, 0xE3, 0xEF])

  /// The bytes of `、`.
  private static let comma: UInt32 = 0xE38081

  fileprivate static func indexOfOpenParenthesis(in slice: Slice) -> Int? {
    var index = slice.startIndex
    while index < slice.endIndex {
      let (byte, length) = FullWidth.byte(in: slice, at: index)
      if byte == UInt8(ascii: "(") { return index }
      index += length
    }
    return nil
  }

  fileprivate static func endsWithClose(_ slice: Slice) -> Bool {
    slice.last == UInt8(ascii: ")") || slice.suffix(3).elementsEqual([0xEF, 0xBC, 0x89])
  }
}

/// The pairs of brackets and quotation marks in a text; the other half of each is searched for
/// once.
private struct ClosedPairs {
  /// The kinds that have no closing half in the rest of the text.
  private var isOpen = [false, false, false, false]
  private static let pairs: [(open: [UInt8], close: [UInt8])] = [
    (Array("(".utf8), Array(")".utf8)), (Array("“".utf8), Array("”".utf8)),
    (Array("「".utf8), Array("」".utf8)), (Array("《".utf8), Array("》".utf8)),
  ]

  /// Whether the bytes are those of an opening quotation mark.
  private func mayOpen(_ slice: Slice, at index: Int) -> Bool {
    guard index + 2 < slice.endIndex else { return false }
    let sign = slice.threeBytes(at: index)
    return sign == 0xE2809C || sign == 0xE3808C || sign == 0xE3808A
  }

  /// The end of a pair that opens at a place; nil where no pair opens, or it is never closed.
  ///
  /// - Parameter byte: the byte there, a full-width form taken as the plain one.
  mutating func end(ofPairAt index: Int, _ byte: UInt8, in slice: Slice) -> Int? {
    guard byte == UInt8(ascii: "(") || mayOpen(slice, at: index) else { return nil }
    for (kind, pair) in ClosedPairs.pairs.enumerated() where !isOpen[kind] {
      let isBracket = kind == 0
      guard isBracket ? byte == pair.open[0] : slice[index...].starts(with: pair.open) else {
        continue
      }
      var depth = 0
      var place = index
      while place < slice.endIndex {
        let (next, length) = FullWidth.byte(in: slice, at: place)
        let opens = isBracket ? next == pair.open[0] : slice[place...].starts(with: pair.open)
        let closes = isBracket ? next == pair.close[0] : slice[place...].starts(with: pair.close)
        place += opens || closes ? (isBracket ? length : 3) : length
        depth += opens ? 1 : closes ? -1 : 0
        if depth == 0 { return place }
      }
      isOpen[kind] = true
    }
    return nil
  }
}

/// `甲 → 乙`, `甲 -> 乙`: who is represented and by whom, with a remark after it.
package struct Delegation: Sendable {
  package let from: Slice
  package let to: NameList.Element

  package init(reading slice: Slice) throws(ValueFault) {
    let value = slice.trimmed
    guard !value.isEmpty else { throw .emptyValue }
    var index = value.startIndex
    while index < value.endIndex {
      var cursor = Cursor(value[index...])
      if cursor.take("→") || cursor.take("->") {
        from = value[..<index].trimmed
        to = NameList.Element(cursor.rest)
        guard !from.isEmpty, !to.name.isEmpty else { throw .malformed }
        return
      }
      index += 1
    }
    throw .malformed
  }
}
