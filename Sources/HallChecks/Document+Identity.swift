import HallModel
import HallSyntax

extension Document {
  /// The front matter key with the file's identifier; nil if the kind needs none.
  var identifyingKey: Keyword? {
    switch kind {
    case .hall: .hall
    case .matter: .matter
    case .meeting: .meeting
    case .roster, .ballots, .other: nil
    }
  }

  /// The number of an item, a decision or a task; nil where none is written.
  func number(of index: Int) -> Int? {
    nodes[index].key.isEmpty ? nil : AgendaItem(document: self, node: index).writtenNumber
  }

  /// The number after the highest one of the file's items, decisions or tasks.
  func nextNumber(of kind: Node.Kind) -> Int {
    let numbers = nodes.indices.lazy.filter { self.nodes[$0].kind == kind }
      .compactMap { self.number(of: $0) }
    return (numbers.max() ?? 0) + 1
  }
}

extension Hall {
  /// The ballot files that are here, in the order of their paths.
  var ballotDocuments: [Document] {
    ballotBooks.values.map(\.document).sorted { $0.path < $1.path }
  }
}
