import HallSyntax

/// What an approval seals: everything in approved minutes except what may change afterwards.
///
/// A task's box, the fields whose role is to change after an approval (a task's 进展 and 完成, 公示, 异议),
/// and 各方签字 can be changed without a reason. Blank lines are ignored. Every other byte is sealed.
package enum Seal {
  /// Whether a document is approved.
  package static func isApproved(_ document: Document) -> Bool {
    guard document.kind == .meeting, let front = document.frontMatter,
      let status = document.field(.status, of: front)
    else { return false }
    return Vocabulary.keyword(status, in: .status) == .approved
  }

  /// The sealed lines of a document, concatenated; two texts with the same sealed lines differ only
  /// in what may change after an approval.
  package static func covered(_ document: Document) -> [UInt8] {
    var covered: [UInt8] = []
    covered.reserveCapacity(document.bytes.count)
    for index in coveredNodes(document) { append(index, in: document, to: &covered) }
    return covered
  }

  /// The first line of a sealed text that differs from the old text; its end if lines were only
  /// removed.
  package static func firstChange(from old: Document, to new: Document) -> Range<Int> {
    func text(_ index: Int, _ document: Document) -> [UInt8] {
      var text: [UInt8] = []
      append(index, in: document, to: &text)
      return text
    }
    let before = coveredNodes(old)
    let after = coveredNodes(new)
    for (index, node) in after.enumerated()
    where index >= before.count || text(before[index], old) != text(node, new) {
      // A node may have many lines: the first one that differs.
      let was = index < before.count ? old.bytes[old.nodes[before[index]].range] : []
      let now = new.bytes[new.nodes[node].range]
      let same = zip(now, was).prefix { $0 == $1 }.count
      let place = now.startIndex + min(same, max(0, now.count - 1))
      let newline = UInt8(ascii: "\n")
      let start = now[..<place].lastIndex(of: newline).map { $0 + 1 } ?? now.startIndex
      return start..<(now[place...].firstIndex(of: newline) ?? now.endIndex)
    }
    return new.bytes.count..<new.bytes.count
  }

  private static func coveredNodes(_ document: Document) -> [Int] {
    var covered: [Int] = []
    var index = 0
    while index < document.nodes.count {
      let node = document.nodes[index]
      if node.kind == .section, node.keyword == .signatures {
        index = Int(node.subtreeEnd)
        continue
      }
      if !isOpen(index, in: document) { covered.append(index) }
      index += 1
    }
    return covered
  }

  private static func isOpen(_ index: Int, in document: Document) -> Bool {
    let node = document.nodes[index]
    if node.kind == .blank { return true }
    return node.kind == .field
      && document.use(of: index)?.roles.contains(.afterApproval) ?? false
  }

  /// A line as it is sealed: a task without its box, the last line with a newline.
  ///
  /// A blank line or a box can change the meaning of the same words (a row that is no longer in a
  /// table, a line that is no longer a task), so the kind of a line is sealed too, after a byte
  /// that occurs in no text.
  private static func append(_ index: Int, in document: Document, to covered: inout [UInt8]) {
    let node = document.nodes[index]
    if node.kind != .prose { covered += [0xFF, node.kind.rawValue] }
    if node.kind == .task {
      // `- [x] T3 title` without the sign of its box.
      let bytes = document.bytes[node.range]
      let sign = document.box(of: index)?.sign ?? node.mark..<node.mark
      covered += bytes[..<sign.lowerBound] + bytes[sign.upperBound...]
    } else {
      covered += document.bytes[node.range]
    }
    if !node.range.isEmpty, covered.last != UInt8(ascii: "\n") {
      covered.append(UInt8(ascii: "\n"))
    }
  }
}
