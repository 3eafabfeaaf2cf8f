/// A list of names: split at `、`, `,` and `;`; `（…）` behind a name is a remark, and alone nobody.
package struct NameList: Sendable {
  /// One name of a list, and the remark behind it.
  package struct Element: Sendable {
    package let name: Slice
    package let remark: Slice?

    /// Splits a remark from the name it stands behind.
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
  }

  package let elements: [Element]

  package init(_ slice: Slice) {
    elements = NameList.split(slice).map(Element.init).filter { !$0.name.isEmpty }
  }

  /// The parts of a list, trimmed, none of them empty; a separator inside `（…）` parts nothing.
  package static func split(_ slice: Slice) -> [Slice] {
    var parts: [Slice] = []
    var start = slice.startIndex
    var index = start
    var depth = 0
    while index < slice.endIndex {
      let (byte, length) = FullWidth.byte(in: slice, at: index)
      let next = index + length
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: ","), UInt8(ascii: ";"):
        if depth == 0 {
          parts.append(slice[start..<index])
          start = next
        }
      case 0xE3
      where depth == 0 && index + 2 < slice.endIndex && slice[index + 1] == 0x80
        && slice[index + 2] == 0x81:  // 、
        parts.append(slice[start..<index])
        start = index + 3
        index = start
        continue
      default: break
      }
      index = next
    }
    parts.append(slice[start...])
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }

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

/// `甲 → 乙`, `甲 -> 乙`: a change from one thing to another, with a remark behind it.
package struct Change: Sendable {
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
