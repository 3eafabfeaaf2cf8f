import HallSyntax

/// One line of 各方签字: who signed for a party, when, and with what reservation.
package struct SignOff: NodeView, Sendable {
  package let document: Document
  package let node: Int

  package init(document: Document, node: Int) {
    self.document = document
    self.node = node
  }

  package var party: String { FullWidth.name(document.slice(syntax.key)) }

  /// `D1` or `T3`, if the signature is limited to that.
  package var part: String? { parts.part }
  package var person: String { parts.person }
  package var day: Day? { parts.day }
  /// 同意, 保留意见, 拒绝签字 or 见证; nil for any other word.
  package var stance: Keyword? { parts.stance }
  package var remark: String { parts.remark }

  private struct Parts {
    var part: String?
    var person = ""
    var day: Day?
    var stance: Keyword?
    var remark = ""

    /// Reads `保留意见: 工期偏紧`; without a stance, all of it is a remark.
    mutating func readStance(_ words: Slice) {
      let ends = Array(":(, ".utf8)
      let end =
        words.indices.first { ends.contains(FullWidth.byte(in: words, at: $0).byte) }
        ?? words.endIndex
      stance = Vocabulary.keyword(words[..<end], in: .stance)
      var tail = Cursor(stance == nil ? words : words[end...])
      _ = tail.take(":") || tail.take(",")
      remark = tail.rest.trimmed.string
    }
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
    // The person's name ends at the day.
    for index in rest.indices where isDigit(FullWidth.byte(in: rest, at: index).byte) {
      var ahead = Cursor(rest[index...])
      guard let day = try? ahead.takeDay() else { continue }
      parts.person = FullWidth.name(rest[..<index])
      parts.day = day
      parts.readStance(ahead.rest.trimmed)
      return parts
    }
    let end = SignOff.endOfPerson(in: rest)
    parts.person = FullWidth.name(rest[..<end])
    parts.readStance(rest[end...].trimmed)
    return parts
  }

  /// If no day can be read, the person's name ends at a stance, or at what was meant as a day.
  private static func endOfPerson(in words: Slice) -> Int {
    let blanks = words.indices.filter {
      FullWidth.byte(in: words, at: $0).byte == UInt8(ascii: " ")
    }
    return blanks.first { blank in
      let rest = words[blank...].trimmed
      var cursor = Cursor(rest)
      if cursor.takeNumber()?.digits == 4 { return true }
      var parts = Parts()
      parts.readStance(rest)
      return parts.stance != nil
    } ?? words.endIndex
  }
}
