@testable import HallSyntax

/// What is wrong with the nodes of a document.
struct NodeFault: CustomStringConvertible {
  let node: Int
  let reason: String

  var description: String { "node \(node): \(reason)" }
}

/// Checks the invariants of the nodes of every file, or of a prefix: they tile it byte for byte in
/// whole lines, their line numbers are right, the parent of each is the innermost node that is
/// still open, and their ranges lie within their own lines.
///
/// Made once for each file and used for every cut, so that nothing is counted twice.
struct NodeChecker {
  private let bytes: [UInt8]
  /// The line number of each byte, and of the end.
  private let lineNumbers: [Int32]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var numbers: [Int32] = [1]
    numbers.reserveCapacity(bytes.count + 1)
    var line: Int32 = 1
    for byte in bytes {
      if byte == UInt8(ascii: "\n") { line += 1 }
      numbers.append(line)
    }
    lineNumbers = numbers
  }

  /// The first fault in the nodes of the file's first `length` bytes.
  func fault(in document: Document, length: Int) -> NodeFault? {
    fault(in: document.nodes, document.joined, length: length)
  }

  /// - Parameter joined: contains the values of nodes that are on several lines.
  func fault(in nodes: [Node], _ joined: JoinedText, length: Int) -> NodeFault? {
    var offset = 0
    var open: [Int] = []
    for index in nodes.indices {
      let node = nodes[index]
      while let last = open.last, Int(nodes[last].subtreeEnd) <= index { open.removeLast() }
      let end = Int(node.subtreeEnd)
      let limit = open.last.map { Int(nodes[$0].subtreeEnd) } ?? nodes.count
      if let reason = fault(of: node, joined, at: offset, length: length) {
        return NodeFault(node: index, reason: reason)
      }
      if Int(node.parent) != open.last ?? -1 {
        return NodeFault(node: index, reason: "held by \(node.parent), within \(open)")
      }
      if end <= index || end > limit {
        return NodeFault(node: index, reason: "ends at node \(end), its holder at \(limit)")
      }
      if end > index + 1 { open.append(index) }
      offset = node.range.upperBound
    }
    guard offset == length else {
      return NodeFault(node: nodes.count, reason: "the nodes end at byte \(offset) of \(length)")
    }
    return nil
  }

  private func fault(
    of node: Node, _ joined: JoinedText, at offset: Int, length: Int
  ) -> String? {
    let range = node.range
    if range.lowerBound != offset { return "begins at \(range.lowerBound), not \(offset)" }
    if range.upperBound > length { return "ends at \(range.upperBound), past the file" }
    if node.line != lineNumbers[offset] {
      return "on line \(node.line), not \(lineNumbers[offset])"
    }
    // A byte order mark alone is not a line.
    let isWhole =
      range.isEmpty || range.upperBound == length
      || bytes[range.upperBound - 1] == UInt8(ascii: "\n") || range == 0..<3
    if !isWhole { return "ends within a line" }
    let (key, value) = (node.key, joined.source(of: node.value))
    if key.lowerBound < range.lowerBound || key.upperBound > range.upperBound {
      return "its key \(key) is not in \(range)"
    }
    if value.lowerBound < range.lowerBound || value.upperBound > range.upperBound {
      return "its value \(value) is not in \(range)"
    }
    if !range.contains(node.mark), node.mark != range.upperBound {
      return "its mark \(node.mark) is not in \(range)"
    }
    return nil
  }
}
