import HallSyntax

extension Seal {
  /// Whether approved text is the text that was signed before the approval: every sealed line
  /// except the status is the same.
  package static func isSameButStatus(_ signed: Document, _ approved: Document) -> Bool {
    covered(withoutStatus(signed)) == covered(withoutStatus(approved))
  }

  private static func withoutStatus(_ document: Document) -> Document {
    guard let front = document.frontMatter,
      let field = document.children(of: front).first(where: {
        document.nodes[$0].kind == .field && document.nodes[$0].keyword == .status
      })
    else { return document }
    var bytes = document.bytes
    bytes.removeSubrange(document.nodes[field].range)
    return Document(path: document.path, kind: document.kind, bytes: bytes)
  }
}
