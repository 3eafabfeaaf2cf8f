import HallModel
import HallSyntax

/// Numbers that two versions of a document gave to two different things: the second version's are
/// counted on from the first one's, with every reference to them.
package struct Renumbering: Sendable {
  /// One part of a document, and its two numbers.
  package struct Part: Sendable, Equatable {
    package enum Kind: Sendable, Equatable { case item, decision, task }

    package let document: DocumentID
    package let kind: Kind
    package let from: Int
    package let to: Int
    package let title: String

    /// As it is called everywhere else: `M-2025-008-T3`.
    package func identifier(_ number: Int) -> String {
      switch kind {
      case .item: "\(document.text)#\(number)"
      case .decision: "\(document.text)-D\(number)"
      case .task: "\(document.text)-T\(number)"
      }
    }
  }

  package let parts: [Part]

  package init(parts: [Part]) { self.parts = parts }

  /// The parts of the second version that have to have another number.
  init(base: Document, first: Document, second: Document) {
    guard let id = DocumentID(of: second) ?? DocumentID(of: first) else {
      parts = []
      return
    }
    var parts: [Part] = []
    for (kind, nodeKind) in [
      (Part.Kind.item, Node.Kind.item), (.decision, .decision), (.task, .task),
    ] {
      let known = Set(Renumbering.numbers(nodeKind, base).keys)
      let one = Renumbering.numbers(nodeKind, first)
      let other = Renumbering.numbers(nodeKind, second)
      let added = other.keys.filter { !known.contains($0) }.sorted()
      // The same thing, entered twice, keeps its number.
      let clashes = added.filter { number in
        one[number].map { $0 != other[number] } ?? false
      }
      let lowest = clashes.first ?? .max
      var next = max(one.keys.max() ?? 0, known.max() ?? 0)
      var paired = Set(added.filter { one[$0] != nil && one[$0] == other[$0] })
      for number in added where !paired.contains(number) {
        guard let thing = other[number] else { continue }
        func renumber(_ to: Int) {
          parts.append(Part(document: id, kind: kind, from: number, to: to, title: thing.title))
        }
        // An item says of no number that it had it.
        let there =
          kind == .item && number < lowest
          ? nil : thing.standing(in: one, since: known.union(paired), called: number)
        if let there {
          paired.insert(there)
          renumber(there)
        } else if number >= lowest {
          next += 1
          if next != number { renumber(next) }
        }
      }
    }
    self.parts = parts
  }

  /// What makes a thing entered twice the same thing: its title, and what it stands in.
  private struct Numbered: Equatable {
    let title: String
    let place: [String]
    /// The numbers that it had before, as it says itself; nil for an item, which does not say.
    let former: Set<Int>?

    static func == (left: Numbered, right: Numbered) -> Bool {
      left.title == right.title && left.place == right.place
    }

    /// The number under which another version has the very thing: one of the two was renumbered by
    /// an earlier merge, or both were, each by its own.
    func standing(in others: [Int: Numbered], since known: Set<Int>, called number: Int) -> Int? {
      let own = (former ?? []).union([number])
      return others.filter { other in
        !known.contains(other.key) && other.value == self
          && other.value.former.map { !$0.union([other.key]).isDisjoint(with: own) } ?? true
      }.keys.min()
    }
  }

  /// The item and the decision that a part stands in.
  private static func place(of index: Int, in document: Document) -> [String] {
    [.item, .decision].compactMap { kind in
      document.ancestor(of: index, kind).map {
        FullWidth.name(document.slice(document.nodes[$0].value))
      }
    }
  }

  /// The numbers under 曾用.
  private static func former(of index: Int, in document: Document) -> Set<Int> {
    Set(
      document.children(of: index).compactMap { child in
        guard document.nodes[child].keyword == .formerly else { return nil }
        var cursor = Cursor(document.slice(document.nodes[child].value))
        guard cursor.take("T") || cursor.take("D") else { return nil }
        return cursor.takeNumber()?.value
      })
  }

  /// The numbers of a kind in a document, with the titles they stand before.
  private static func numbers(_ kind: Node.Kind, _ document: Document) -> [Int: Numbered] {
    var numbers: [Int: Numbered] = [:]
    for (index, node) in document.nodes.enumerated() where node.kind == kind {
      guard let number = AgendaItem(document: document, node: index).writtenNumber else { continue }
      let known = Numbered(
        title: FullWidth.name(document.slice(node.value)), place: place(of: index, in: document),
        former: kind == .item ? nil : former(of: index, in: document))
      numbers[number] = numbers[number] ?? known
    }
    return numbers
  }

  /// The document that the parts stand in, with their new numbers; what it had before stands under
  /// 曾用, and what refers to them in lines that are not the base's is rewritten.
  func applied(to document: Document, base: Document) -> [UInt8] {
    let known = Renumbering.lines(of: base)
    var splices: [Splice] = []
    for (index, node) in document.nodes.enumerated() {
      guard let part = part(of: index, in: document) else { continue }
      let digits =
        part.kind == .item ? "\(part.to)" : (part.kind == .task ? "T" : "D") + "\(part.to)"
      splices.append(Splice(node.key, Array(digits.utf8)))
    }
    for (index, node) in document.nodes.enumerated() where node.kind == .field {
      splices += signature(index, in: document, known)
    }
    splices += references(in: document.bytes, known).filter { splice in
      !splices.contains { $0.range.overlaps(splice.range) }
    }
    splices.sort { $0.range.lowerBound < $1.range.lowerBound }
    guard let bytes = try? document.applying(splices) else { return document.bytes }
    return noting(Document(path: document.path, kind: document.kind, bytes: bytes), base)
  }

  /// Another document's bytes, with every reference that is not the base's rewritten.
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

  /// Writes 曾用 under what has another number now.
  private func noting(_ document: Document, _ base: Document) -> [UInt8] {
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
      // Where the line would be read as something else, the number in the history has to do.
      try? editor.add(.formerly, "\(letter)\(part.from)", to: node)
    }
    return editor.document.bytes
  }

  /// The language of the first key of the front matter.
  private static func language(of document: Document) -> Language {
    guard let front = document.frontMatter,
      let key = document.children(of: front).first(where: { document.nodes[$0].kind == .field })
    else { return .zh }
    return document.bytes[document.nodes[key].key].allSatisfy { $0 < 0x80 } ? .en : .zh
  }

  /// `D1` or `T3` before the person of a signature.
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
