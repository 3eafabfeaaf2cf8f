import HallSyntax

/// What a meeting decided: `#### 决议 D1: title`.
package struct Decision: NodeView, Sendable {
  package let document: Document
  package let node: Int

  package init(document: Document, node: Int) {
    self.document = document
    self.node = node
  }

  package var number: Int? { writtenNumber }

  /// 业主共同决定, 居民会议决定, 协商意见 or 调解协议; without 性质, a heading that begins with 协商意见 decides it.
  package var kind: Keyword? {
    if value(.kind) != nil { return word(.kind, in: .decisionKind) }
    var cursor = Cursor(document.slice(syntax.mark..<syntax.range.upperBound))
    return cursor.take(Keyword.consultation.word(.zh)) ? .consultation : nil
  }

  /// The item it was decided under; nil for one outside any item.
  package var item: AgendaItem? {
    document.ancestor(of: node, .item).map { AgendaItem(document: document, node: $0) }
  }

  /// Its full identifier; nil where its meeting or itself has none.
  package func identifier(in meeting: Meeting) -> PartID? {
    guard let id = meeting.id, let number else { return nil }
    return PartID(document: id, kind: .decision, number: number)
  }

  /// The decision it replaces; `D1` alone is one of the same document.
  package var supersedes: PartID? {
    guard let text = value(.supersedes) else { return nil }
    if let id = try? PartID(reading: text) { return id }
    var cursor = Cursor(text.trimmed)
    guard cursor.take("D") || cursor.take("d"), let number = cursor.takeNumber(), cursor.atEnd,
      let own = DocumentID(of: document)
    else { return nil }
    return PartID(document: own, kind: .decision, number: number.value)
  }

  /// 表决 or 协商一致; nil where 依据 says something else or is missing.
  package var basis: Keyword? { word(.basis, in: .basis) }

  package var posted: Period? { period(.posted) }

  /// The day it takes effect, where that is written.
  package var effective: Day? { day(.effective) }

  /// The day it was set aside, as by a court; nil if it was not.
  package var setAside: Day? {
    value(.setAside).flatMap { text in
      var cursor = Cursor(text)
      guard let day = try? cursor.takeDay(), !(cursor.next.map(isDigit) ?? false) else {
        return nil
      }
      return day
    }
  }

  /// Whether a line is there and cannot be read, so that nobody knows what it says.
  package func isUnread(_ keyword: Keyword) -> Bool {
    guard value(keyword) != nil else { return false }
    switch keyword {
    case .kind: return kind == nil
    case .posted: return posted == nil
    case .effective: return effective == nil
    case .setAside: return setAside == nil
    default: return false
    }
  }

  package var tasks: [Task] {
    (node..<Int(syntax.subtreeEnd)).filter { document.nodes[$0].kind == .task }
      .map { Task(document: document, node: $0) }
  }
}
