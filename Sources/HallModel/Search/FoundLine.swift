import HallSyntax

/// A line that was found, and the part that contains it. It keeps no reference to its file.
package struct FoundLine: Sendable {
  package let path: String
  /// From 1.
  package let line: Int
  package let kind: Document.Kind
  package let document: DocumentID?
  package let item: Int?
  package let vote: Int?
  package let decision: Int?
  package let task: Int?
  /// The title of the smallest numbered part that contains the line, else the document's.
  package let title: Slice
  /// The line's bytes, without its end.
  package let text: [UInt8]
  /// The ranges of the words in the line; they may touch or overlap if there are several words.
  package let matches: [Range<Int>]

  /// - Parameter matches: the matches on one line, as offsets into the document.
  init(in file: Document, _ outline: SearchOutline, line: Int, matches: [Range<Int>]) {
    self.line = line
    path = file.path
    kind = file.kind
    document = outline.id
    let offset = matches.first?.lowerBound ?? 0
    let node = file.node(at: offset)
    func number(_ kind: Node.Kind) -> (node: Int, number: Int)? {
      let found = file.nodes[node].kind == kind ? node : file.ancestor(of: node, kind)
      guard let found else { return nil }
      return AgendaItem(document: file, node: found).writtenNumber.map { (found, $0) }
    }
    let (item, decision, task) = (number(.item), number(.decision), number(.task))
    self.item = item?.number
    self.decision = decision?.number
    self.task = task?.number
    let vote = file.nodes[node].kind == .vote ? node : file.ancestor(of: node, .vote)
    self.vote = vote.flatMap { outline.votes[$0] }
    let named = task ?? decision ?? item
    let titled = named?.node ?? outline.title
    title = titled.map { Array(file.slice(file.nodes[$0].value))[...] } ?? []
    let start = FoundLine.start(of: offset, in: file.bytes)
    let end = file.bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? file.bytes.count
    let isReturn = end > start && file.bytes[end - 1] == UInt8(ascii: "\r")
    text = Array(file.bytes[start..<(isReturn ? end - 1 : end)])
    self.matches = matches.map { $0.lowerBound - start..<$0.upperBound - start }
  }

  private static func start(of offset: Int, in bytes: [UInt8]) -> Int {
    let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    // A byte order mark is not part of the first line.
    return start == 0 && bytes.starts(with: byteOrderMark) ? min(3, offset) : start
  }

  package enum Part: String, Sendable { case hall, matter, meeting, item, vote, decision, task }

  package var part: Part {
    if task != nil { return .task }
    if decision != nil { return .decision }
    if vote != nil { return .vote }
    if item != nil { return .item }
    return kind == .matter ? .matter : kind == .meeting ? .meeting : .hall
  }

  /// `M-2025-008-T1`, `M-2025-008#2`, `Q-2025-014`, `hall`; the path where there is none.
  package var identifier: String {
    guard let document else { return kind == .hall ? "hall" : path }
    if let task { return PartID(document: document, kind: .task, number: task).text }
    if let decision { return PartID(document: document, kind: .decision, number: decision).text }
    return document.text + (item.map { "#\($0)" } ?? "")
  }
}

/// What is shared by every line found in a file.
struct SearchOutline {
  let id: DocumentID?
  /// The node of the title.
  let title: Int?
  /// The votes by their node: the place in their item, from 1.
  private(set) var votes: [Int: Int] = [:]

  init(_ document: Document) {
    id = document.kind == .hall ? nil : DocumentID(of: document)
    title = document.nodes.firstIndex { $0.kind == .title }
    var place = 0
    for (index, node) in document.nodes.enumerated() {
      if node.kind == .item { place = 0 }
      guard node.kind == .vote else { continue }
      place += 1
      votes[index] = place
    }
  }
}

/// The lines found in one file.
package struct FoundLines: Sendable {
  package let lines: [FoundLine]
  /// The file, if it is not text.
  package let unreadable: Document?

  init(_ lines: [FoundLine] = []) {
    self.lines = lines
    unreadable = nil
  }

  init(unreadable: Document) {
    lines = []
    self.unreadable = unreadable
  }
}
