import HallModel
import HallSyntax

/// Writes new numbers in place of the old ones.
extension Renumbering {
  /// The document that contains the parts, with their new numbers; the old number is recorded under
  /// 曾用, and references in lines that are not in the base are rewritten.
  func applied(to document: Document, base: Document) -> [UInt8] {
    let known = Renumbering.lines(of: base)
    var splices: [Splice] = []
    for (index, node) in document.nodes.enumerated() {
      guard let part = part(of: index, in: document) else { continue }
      let digits =
        part.kind == .item ? "\(part.to)" : (part.kind == .task ? "T" : "D") + "\(part.to)"
      splices.append(Splice(node.key, Array(digits.utf8)))
      // The part gets this former number back.
      for line in Renumbering.formerly(digits, below: index, in: document) {
        splices.append(Splice(document.nodes[line].range, []))
      }
    }
    for (index, node) in document.nodes.enumerated() where node.kind == .field {
      splices += signature(index, in: document, known)
    }
    splices += references(in: document.bytes, known).filter { splice in
      !splices.contains { $0.range.overlaps(splice.range) }
    }
    splices.sort { $0.range.lowerBound < $1.range.lowerBound }
    guard let bytes = try? document.applying(splices) else { return document.bytes }
    return noting(Document(path: document.path, kind: document.kind, bytes: bytes))
  }

  /// Another document's bytes, with every reference that is not in the base rewritten.
  package func applied(to bytes: [UInt8], base: [UInt8]) -> [UInt8] {
    let document = Document(path: "", kind: .other, bytes: bytes)
    let known = Renumbering.lines(of: Document(path: "", kind: .other, bytes: base))
    return (try? document.applying(references(in: bytes, known))) ?? bytes
  }

  private func part(of node: Int, in document: Document) -> Part? {
    let kind: Part.Kind
    switch document.nodes[node].kind {
    case .item: kind = .item
    case .decision: kind = .decision
    case .task: kind = .task
    default: return nil
    }
    guard let number = AgendaItem(document: document, node: node).writtenNumber,
      DocumentID(of: document) == parts.first?.document
    else { return nil }
    return parts.first { $0.kind == kind && $0.from == number }
  }

  /// Records the old number of each renumbered part under 曾用.
  private func noting(_ document: Document) -> [UInt8] {
    var editor = DocumentEditor(document, language: Renumbering.language(of: document))
    for part in parts where part.kind != .item {
      let letter = part.kind == .task ? "T" : "D"
      let kind: Node.Kind = part.kind == .task ? .task : .decision
      guard
        let node = editor.document.nodes.indices.first(where: { index in
          editor.document.nodes[index].kind == kind
            && AgendaItem(document: editor.document, node: index).writtenNumber == part.to
        })
      else { continue }
      let former = "\(letter)\(part.from)"
      guard Renumbering.formerly(former, below: node, in: editor.document).isEmpty else { continue }
      // If the line would be read as something else, the number in the history has to suffice.
      try? editor.add(.formerly, former, to: node)
    }
    return editor.document.bytes
  }

  /// The lines below a part that record a former number.
  private static func formerly(
    _ number: String, below part: Int, in document: Document
  ) -> [Int] {
    document.children(of: part).filter { line in
      document.nodes[line].keyword == .formerly
        && document.slice(document.nodes[line].value).trimmed.elementsEqual(number.utf8)
    }
  }

  /// The language of the first key of the front matter.
  private static func language(of document: Document) -> Language {
    guard let front = document.frontMatter,
      let key = document.children(of: front).first(where: { document.nodes[$0].kind == .field })
    else { return .zh }
    return document.bytes[document.nodes[key].key].allSatisfy { $0 < 0x80 } ? .en : .zh
  }

  /// `D1` or `T3` before the person in a signature.
  private func signature(_ field: Int, in document: Document, _ known: Set<[UInt8]>) -> [Splice] {
    guard document.keyScope(of: field).contains(.signatureList),
      !known.contains(Renumbering.trimmed(document.bytes[document.nodes[field].range]))
    else { return [] }
    let value = document.slice(document.nodes[field].value)
    var cursor = Cursor(value)
    let kind: Part.Kind = cursor.take("T") ? .task : .decision
    guard kind == .task || cursor.take("D"), let number = cursor.takeNumber(),
      let part = parts.first(where: { $0.kind == kind && $0.from == number.value })
    else { return [] }
    let text = (kind == .task ? "T" : "D") + "\(part.to)"
    let place = document.source(of: value.startIndex..<cursor.index)
    return [Splice(place, Array(text.utf8))]
  }

  /// Whole identifiers in lines that are not known: `M-2025-008-T3`, `M-2025-008#2`.
  private func references(in bytes: [UInt8], _ known: Set<[UInt8]>) -> [Splice] {
    var splices: [Splice] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if !known.contains(Renumbering.trimmed(bytes[start..<end])) {
        splices += references(in: bytes[start..<end])
      }
      start = end + 1
    }
    return splices
  }

  private func references(in line: Slice) -> [Splice] {
    var splices: [Splice] = []
    var index = line.startIndex
    while index < line.endIndex {
      defer { index += 1 }
      guard line[index] == UInt8(ascii: "M") || line[index] == UInt8(ascii: "Q") else { continue }
      var cursor = Cursor(line[index...])
      guard let id = cursor.takeDocumentID() else { continue }
      let kind: Part.Kind
      if cursor.take("#") {
        kind = .item
      } else if cursor.take("-T") {
        kind = .task
      } else if cursor.take("-D") {
        kind = .decision
      } else {
        continue
      }
      let place = cursor.index
      guard let number = cursor.takeNumber(),
        let part = parts.first(where: {
          $0.document == id && $0.kind == kind && $0.from == number.value
        })
      else { continue }
      splices.append(Splice(place..<cursor.index, Array(String(part.to).utf8)))
      index = cursor.index - 1
    }
    return splices
  }

  private static func lines(of document: Document) -> Set<[UInt8]> {
    Set(document.bytes.split(separator: 0x0A).map { trimmed($0) })
  }

  private static func trimmed(_ line: Slice) -> [UInt8] { Array(line.trimmed) }
}
