import HallSyntax

/// One vote of an item: `#### 表决: title`, its rule, its counts and its written result.
package struct Vote: NodeView, Sendable {
  package let document: Document
  package let node: Int

  package init(document: Document, node: Int) {
    self.document = document
    self.node = node
  }

  package var ruleName: Slice? { value(.rule) }

  /// 举手, 书面, …: one or several.
  package var methods: [Keyword] {
    value(.method).map { NameList.split($0).compactMap { Vocabulary.keyword($0, in: .method) } }
      ?? []
  }

  /// Whether ballots are cast without coming to the meeting.
  package var isRemote: Bool { methods.contains(.written) || methods.contains(.online) }

  package func count(_ keyword: Keyword) -> Count? {
    value(keyword).flatMap { try? Count(reading: $0) }
  }

  /// The lines of the options, in the order they are written; empty for a yes-or-no vote.
  package var options: [(label: String, node: Int)] {
    document.fieldNodes(.option, of: node).map { index in
      (Vote.optionLabel(document.slice(document.nodes[index].key)), index)
    }
  }

  /// `选项 甲` without its keyword.
  package static func optionLabel(_ key: Slice) -> String {
    var cursor = Cursor(key)
    if let entry = Vocabulary.entry(of: .option) { _ = cursor.take(anyOf: entry.zh + entry.en) }
    return FullWidth.name(cursor.rest.withoutEmphasis)
  }

  package var isChoice: Bool {
    document.fieldNode(.option, of: node) != nil || document.fieldNode(.seats, of: node) != nil
  }

  package var seats: Int { max(1, count(.seats)?.heads ?? 1) }

  package var writtenResult: VoteResultValue? {
    value(.voteResult).flatMap { try? VoteResultValue(reading: $0) }
  }

  /// Whether any count, name or ballot stands under it.
  package var hasCounts: Bool {
    let counted = Vocabulary.voteSides + [.ballots, .participating]
    return counted.contains { !values($0).isEmpty } || ballotTable != nil
  }

  /// The roll call: the first table under the vote that has voters and ballots.
  package var ballotTable: BallotTable? {
    for child in document.children(of: node) where document.nodes[child].kind == .table {
      if let table = BallotTable(document: document, table: child) { return table }
    }
    return nil
  }

  package var ballotReference: BallotFileReference? {
    value(.ballots).flatMap { try? BallotFileReference(reading: $0) }
  }
}

/// `通过`, `未通过`, `参与不足`, `当选 甲、乙`, `平票`: the result as it is written.
package struct VoteResultValue: Sendable {
  package let result: Keyword
  /// Who was elected, where names stand behind the word.
  package let names: [String]

  package init(reading slice: Slice) throws(ValueFault) {
    let value = slice.trimmed
    guard !value.isEmpty else { throw .emptyValue }
    let element = NameList.Element(value)
    if let keyword = Vocabulary.keyword(element.name, in: .voteResult) {
      (result, names) = (keyword, [])
      return
    }
    for keyword in [Keyword.elected, .tied] {
      guard let entry = Vocabulary.entry(of: keyword) else { continue }
      var cursor = Cursor(value)
      guard cursor.take(anyOf: entry.zh + entry.en) else { continue }
      guard cursor.next == UInt8(ascii: " ") || cursor.take(":") else { continue }
      result = keyword
      names = NameList(cursor.rest).elements.map { FullWidth.name($0.name) }
      return
    }
    throw .malformed
  }
}
