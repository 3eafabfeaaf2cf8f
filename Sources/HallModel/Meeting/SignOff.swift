import HallSyntax

/// One line of 各方签字: who signed for a party, when, and with what reserve.
package struct SignOff: NodeView, Sendable {
  package let document: Document
  package let node: Int

  package init(document: Document, node: Int) {
    self.document = document
    self.node = node
  }

  package var party: String { FullWidth.name(document.slice(syntax.key)) }

  /// `D1` or `T3`, where the signature is limited to that.
  package var part: String? { parts.part }
  package var person: String { parts.person }
  package var day: Day? { parts.day }
  /// 同意, 保留意见, 拒绝签字 or 见证; nil where another word stands there.
  package var stance: Keyword? { parts.stance }
  package var remark: String { parts.remark }

  private struct Parts {
    var part: String?
    var person = ""
    var day: Day?
    var stance: Keyword?
    var remark = ""
  }

  /// Reads `D1 张三 2025-09-27 保留意见: 工期偏紧`.
  private var parts: Parts {
    var parts = Parts()
    var rest = document.slice(syntax.value)
    var cursor = Cursor(rest)
    if cursor.take("D") || cursor.take("T"), cursor.takeNumber() != nil,
      cursor.atEnd || cursor.next == UInt8(ascii: " ")
    {
      parts.part = FullWidth.name(rest[..<cursor.index]).uppercased()
      rest = cursor.rest.trimmed
    }
    // The person goes up to the day, or to the first blank where none is written.
    for index in rest.indices where isDigit(FullWidth.byte(in: rest, at: index).byte) {
      var ahead = Cursor(rest[index...])
      guard let day = try? ahead.takeDay() else { continue }
      parts.person = FullWidth.name(rest[..<index])
      parts.day = day
      let words = ahead.rest.trimmed
      let end = words.indices.first { place in
        let byte = FullWidth.byte(in: words, at: place).byte
        return byte == UInt8(ascii: ":") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: " ")
      }
      let stance = words[..<(end ?? words.endIndex)]
      parts.stance = Vocabulary.keyword(stance, in: .stance)
      let remark = parts.stance == nil ? words : words[(end ?? words.endIndex)...]
      var behind = Cursor(remark)
      _ = behind.take(":")
      parts.remark = behind.rest.trimmed.string
      return parts
    }
    parts.person = FullWidth.name(rest)
    return parts
  }
}
