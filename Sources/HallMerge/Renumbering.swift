import HallModel
import HallSyntax

/// Numbers that two versions of a document gave to two different parts: the second version's parts
/// get the next numbers after the first one's, and every reference to them is changed.
package struct Renumbering: Sendable {
  /// One part of a document, and its two numbers.
  package struct Part: Sendable, Equatable {
    package enum Kind: Sendable, Equatable { case item, decision, task }

    package let document: DocumentID
    package let kind: Kind
    package let from: Int
    package let to: Int
    package let title: String

    package init(document: DocumentID, kind: Kind, from: Int, to: Int, title: String) {
      (self.document, self.kind, self.title) = (document, kind, title)
      (self.from, self.to) = (from, to)
    }

    /// Its identifier elsewhere: `M-2025-008-T3`.
    package func identifier(_ number: Int) -> String {
      switch kind {
      case .item: "\(document.text)#\(number)"
      case .decision: "\(document.text)-D\(number)"
      case .task: "\(document.text)-T\(number)"
      }
    }
  }

  /// The parts of the second version that need another number.
  package let parts: [Part]
  /// The parts of the base that the first version already has under another number, from an earlier
  /// merge of the same sides. References to them are changed first.
  let settled: [Part]
  /// Those of them that the second version still has under the old number.
  let carried: [Part]

  package init(parts: [Part]) { (self.parts, settled, carried) = (parts, [], []) }

  init(base: Document, first: Document, second: Document) {
    guard let id = DocumentID(of: second) ?? DocumentID(of: first) else {
      (parts, settled, carried) = ([], [], [])
      return
    }
    var (parts, settled, carried): ([Part], [Part], [Part]) = ([], [], [])
    for (kind, nodeKind) in [
      (Part.Kind.item, Node.Kind.item), (.decision, .decision), (.task, .task),
    ] {
      let was = Renumbering.numbers(nodeKind, base)
      let one = Renumbering.numbers(nodeKind, first)
      let other = Renumbering.numbers(nodeKind, second)
      func part(_ number: Int, _ to: Int, _ thing: Numbered) -> Part {
        Part(document: id, kind: kind, from: number, to: to, title: thing.title)
      }
      // Each part of the first version corresponds to at most one of the second.
      var paired: Set<Int> = []
      // The numbers that mean another part in the second version than in the base.
      var moved: Set<Int> = []
      for (number, thing) in was.sorted(by: { $0.key < $1.key }) {
        func there(in version: [Int: Numbered]) -> Int? {
          guard version[number] != thing else { return nil }
          let stayed = Set(was.keys.filter { version[$0] == was[$0] })
          // An item does not record its former number: its title must be unique to it.
          let isOwn =
            kind != .item || [was, version].allSatisfy { $0.values.count { $0 == thing } == 1 }
          return isOwn ? thing.standing(in: version, since: stayed, called: number) : nil
        }
        let standing = there(in: one)
        if let standing { settled.append(part(number, standing, thing)) }
        if there(in: other) != nil {
          moved.insert(number)
        } else {
          paired.insert(standing ?? number)
          if let standing { carried.append(part(number, standing, thing)) }
        }
      }
      let added = other.keys.filter { was[$0] == nil || moved.contains($0) }.sorted()
      // The same part, entered twice, keeps its number.
      let same = added.filter { one[$0] != nil && one[$0] == other[$0] && !paired.contains($0) }
      paired.formUnion(same)
      let lowest = added.first { one[$0] != nil && !same.contains($0) } ?? .max
      var next = max(one.keys.max() ?? 0, was.keys.max() ?? 0)
      for number in added where !same.contains(number) {
        guard let thing = other[number] else { continue }
        // An item does not record its former numbers.
        let there =
          kind == .item && number < lowest
          ? nil : thing.standing(in: one, since: paired, called: number)
        if let there {
          paired.insert(there)
          parts.append(part(number, there, thing))
        } else if number >= lowest {
          next += 1
          if next != number { parts.append(part(number, next, thing)) }
        }
      }
    }
    (self.parts, self.settled, self.carried) = (parts, settled, carried)
  }

  /// What makes a part that was entered twice the same part: its title, and its parent.
  private struct Numbered: Equatable {
    let title: String
    let place: [String]
    /// The former numbers that it records; nil for an item, which does not record them.
    let former: Set<Int>?

    static func == (left: Numbered, right: Numbered) -> Bool {
      left.title == right.title && left.place == right.place
    }

    /// The number under which another version has the same part: one of the two was renumbered by
    /// an earlier merge, or both were, each by a separate merge.
    ///
    /// - Parameter known: the numbers there that mean other parts.
    func standing(in others: [Int: Numbered], since known: Set<Int>, called number: Int) -> Int? {
      let own = (former ?? []).union([number])
      return others.filter { other in
        !known.contains(other.key) && other.value == self
          && other.value.former.map { !$0.union([other.key]).isDisjoint(with: own) } ?? true
      }.keys.min()
    }
  }

  /// The item and the decision that contain a part.
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

  /// The numbers of a kind in a document, with the titles after them.
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
}
