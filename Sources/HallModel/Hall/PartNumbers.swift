import HallSyntax

/// The numbers that items, decisions and tasks have in their documents.
struct PartNumbers: Sendable {
  private struct Part: Hashable {
    let document: DocumentID
    let kind: Node.Kind
    let number: Int
  }

  private var parts: Set<Part> = []

  init(_ documents: [Document]) {
    for document in documents {
      guard let id = DocumentID(of: document) else { continue }
      for (index, node) in document.nodes.enumerated()
      where [.item, .decision, .task].contains(node.kind) {
        guard let number = AgendaItem(document: document, node: index).number else { continue }
        parts.insert(Part(document: id, kind: node.kind, number: number))
      }
    }
  }

  func contains(_ kind: Node.Kind, _ number: Int, of document: DocumentID) -> Bool {
    parts.contains(Part(document: document, kind: kind, number: number))
  }
}

/// The numbers of items, decisions and tasks.
package enum PartNumber {
  /// The highest of a kind in a document; 0 where there is none.
  package static func highest(_ kind: Node.Kind, in document: Document) -> Int {
    document.nodes.indices.filter { document.nodes[$0].kind == kind }
      .compactMap { AgendaItem(document: document, node: $0).writtenNumber }.max() ?? 0
  }
}
