import HallSyntax

/// A thing of the record, seen through its node. Nothing is stored: every property is read from the
/// document's bytes on each access.
package protocol NodeView {
  var document: Document { get }
  /// The index of the node in the document.
  var node: Int { get }
}

extension NodeView {
  package var syntax: Node { document.nodes[node] }

  /// The title after a heading's keyword or number, or after a task's box.
  package var title: String { document.slice(syntax.value).string }

  package var line: Int { Int(syntax.line) }

  /// The value of the first field of a key; an empty value counts as a missing line.
  package func value(_ keyword: Keyword) -> Slice? {
    guard let slice = document.field(keyword, of: node), !slice.isEmpty else { return nil }
    return slice
  }

  /// The value of a field that takes one word of a closed list.
  package func word(_ keyword: Keyword, in scope: Scope) -> Keyword? {
    value(keyword).flatMap { Vocabulary.keyword($0, in: scope) }
  }

  package func text(_ keyword: Keyword) -> String? { value(keyword)?.string }

  package func day(_ keyword: Keyword) -> Day? { value(keyword).flatMap { try? Day(reading: $0) } }

  package func period(_ keyword: Keyword) -> Period? {
    value(keyword).flatMap { try? Period(reading: $0) }
  }

  /// The values of every field of a key, in the order of the file, empty ones left out.
  package func values(_ keyword: Keyword) -> [Slice] {
    document.fieldNodes(keyword, of: node).map { document.slice(document.nodes[$0].value) }
      .filter { !$0.isEmpty }
  }

  /// The number in the heading or after the box: `D1`, `T3`, `2`, `二`.
  package var writtenNumber: Int? {
    var cursor = Cursor(document.slice(syntax.key))
    _ = cursor.take("D") || cursor.take("T")
    return cursor.takeNumber()?.value ?? cursor.takeChineseNumber()
  }
}
