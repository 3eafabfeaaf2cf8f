import HallModel
import HallSyntax

/// A part of a document for merging: a fact, something that contains facts, or the text between
/// them.
///
/// It consists of its own lines, the blank lines after them, and its parts. Joined, all parts are
/// the document.
struct Element {
  /// What identifies a part among its siblings, in any version of the document.
  struct Key: Hashable {
    let kind: Node.Kind
    let name: String
    /// 1 for the second of two parts with the same name, and so on.
    var occurrence = 0
  }

  fileprivate(set) var key: Key
  /// The node it was made from; for text, the first one.
  let node: Int
  /// Its own lines without blank ones: one line, or a piece of text.
  let own: [UInt8]
  /// The blank lines in front of it, within its parent.
  let lead: [UInt8]
  let parts: [Element]
  /// The blank lines after the last part, or after its own lines if it has no parts.
  let tail: [UInt8]
  /// The day of a log entry.
  let day: Day?
  /// Whether a blank line precedes it, whichever part that line belongs to.
  let followsBlank: Bool

  /// All of its bytes, except the blank lines around it.
  var content: [UInt8] { own + parts.flatMap { $0.lead + $0.content + $0.tail } }
}

/// A document as elements.
struct ElementTree {
  let document: Document
  let parts: [Element]
  /// The blank lines at the end that belong to no part.
  let tail: [UInt8]

  init(_ document: Document) {
    self.document = document
    (parts, tail) = ElementTree.parts(of: document, document.children(), within: nil)
  }

  private static func parts(
    of document: Document, _ children: NodeChildren, within parent: Int?
  ) -> (parts: [Element], tail: [UInt8]) {
    var builder = Builder(document: document, parent: parent)
    for child in children { builder.add(child) }
    builder.closeText()
    return (builder.parts, builder.blank)
  }

  /// Collects the parts of one node.
  private struct Builder {
    let document: Document
    let parent: Int?
    var parts: [Element] = []
    /// Blank lines that nothing has followed yet.
    var blank: [UInt8] = []
    /// The nodes of the text currently being collected, and the blank lines before it.
    private var text: (nodes: [Int], bytes: [UInt8], lead: [UInt8])?
    private var counts: [Element.Key: Int] = [:]
    private var before = ""

    init(document: Document, parent: Int?) {
      (self.document, self.parent) = (document, parent)
    }

    mutating func add(_ child: Int) {
      let node = document.nodes[child]
      if node.kind == .blank {
        blank += document.bytes[node.range]
        return
      }
      guard ElementKey.isText(node.kind) else { return addElement(child) }
      let end = Int(node.subtreeEnd) - 1
      let bytes = document.bytes[node.range.lowerBound..<document.nodes[end].range.upperBound]
      if let open = text {
        text = (open.nodes + [child], open.bytes + blank + bytes, open.lead)
      } else {
        text = ([child], Array(bytes), blank)
      }
      blank = []
    }

    mutating func closeText() {
      guard let (nodes, bytes, lead) = text, let first = nodes.first else { return }
      text = nil
      let key = Element.Key(kind: .prose, name: before)
      append(key, node: first, own: bytes, lead: lead, parts: [], tail: [])
    }

    private mutating func addElement(_ child: Int) {
      closeText()
      let node = document.nodes[child]
      let (inner, tail) = ElementTree.parts(
        of: document, document.children(of: child), within: child)
      let key = ElementKey.key(of: child, in: document, within: parent)
      let lead = blank
      blank = []
      // A task below a vote belongs to the item, as it would without the vote: here the two are
      // siblings.
      let end = node.kind == .vote ? inner.firstIndex { $0.key.kind == .task } : nil
      let own = Array(document.bytes[node.range])
      guard let end else {
        return append(key, node: child, own: own, lead: lead, parts: inner, tail: tail)
      }
      append(key, node: child, own: own, lead: lead, parts: Array(inner[..<end]), tail: [])
      for part in inner[end...] { append(part) }
      blank = tail
    }

    private func day(of index: Int) -> Day? {
      let node = document.nodes[index]
      guard node.kind == .logLine else { return nil }
      return LogLine(document: document, node: index).day
    }

    private mutating func append(
      _ key: Element.Key, node: Int, own: [UInt8], lead: [UInt8], parts inner: [Element],
      tail: [UInt8]
    ) {
      let start = document.nodes[node].range.lowerBound
      append(
        Element(
          key: key, node: node, own: own, lead: lead, parts: inner, tail: tail, day: day(of: node),
          followsBlank: start > 0 && document.nodes[document.node(at: start - 1)].kind == .blank))
    }

    /// Adds a part that may have been among other siblings.
    private mutating func append(_ element: Element) {
      var element = element
      element.key.occurrence = 0
      let count = counts[element.key, default: 0]
      counts[element.key] = count + 1
      element.key.occurrence = count
      parts.append(element)
      let key = element.key
      if key.kind != .prose { before = "\(key.kind.rawValue) \(key.name) \(key.occurrence)" }
    }
  }
}
