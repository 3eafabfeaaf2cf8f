import HallSyntax

/// A figure that is in one text of the minutes and not in the text before it.
package struct AddedFigure: Sendable {
  /// The figure as it would be written into the text before.
  package let figure: WrittenFigure

  /// The keys whose figures are separate lines.
  private static let lines: Set<Keyword> = [.entitled, .present, .voteResult]
  /// The keys whose lists get a sum at their end.
  private static let lists: Set<Keyword> = [.votesFor, .against, .abstain, .invalid, .option]

  /// The added figures, if nothing else changed: every line of the text before is in the new one,
  /// in the same order and with the same meaning. Blank lines are ignored.
  package static func all(
    from old: Document, to new: Document
  ) throws(FigureFault) -> [AddedFigure] {
    guard Seal.isApproved(old), Seal.isApproved(new), old.fault == nil, new.fault == nil else {
      throw .draft
    }
    var added: [AddedFigure] = []
    /// The votes of the old text, keyed by those of the new one.
    var votes: [Int: Int] = [:]
    let before = old.nodes.indices.filter { old.nodes[$0].kind != .blank }
    var next = before.startIndex
    for node in new.nodes.indices where new.nodes[node].kind != .blank {
      if next < before.endIndex {
        let was = before[next]
        if isSame(was, of: old, node, of: new) {
          if new.nodes[node].kind == .vote { votes[node] = was }
          next += 1
          continue
        }
        if let sum = sum(was, of: old, node, of: new, votes) {
          added.append(sum)
          next += 1
          continue
        }
      }
      added.append(try line(node, of: new, beyond: old, votes, added))
    }
    guard next == before.endIndex else {
      throw .otherChange
    }
    guard !added.isEmpty else { throw .nothing }
    return added
  }

  /// Whether two nodes have the same lines and the same meaning; the last line of a text may have
  /// gained its newline.
  private static func isSame(_ was: Int, of old: Document, _ node: Int, of new: Document) -> Bool {
    let (before, after) = (old.nodes[was], new.nodes[node])
    guard before.kind == after.kind, before.keyword == after.keyword else { return false }
    let (left, right) = (old.bytes[before.range], new.bytes[after.range])
    return left.elementsEqual(right)
      || before.range.upperBound == old.bytes.count
        && withoutEnd(left).elementsEqual(withoutEnd(right))
  }

  private static func withoutEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    if line.last == UInt8(ascii: "\n") { line.removeLast() }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return line
  }

  /// The vote of the old text that a field of the new one belongs to.
  private static func vote(of field: Int, in new: Document, _ votes: [Int: Int]) -> Int? {
    guard let holder = new.holder(of: field), new.nodes[holder].kind == .vote else { return nil }
    return votes[holder]
  }

  /// A list that gained a sum at its end and is otherwise the same.
  private static func sum(
    _ was: Int, of old: Document, _ node: Int, of new: Document, _ votes: [Int: Int]
  ) -> AddedFigure? {
    let (before, after) = (old.nodes[was], new.nodes[node])
    guard before.kind == .field, after.kind == .field, let keyword = after.keyword,
      keyword == before.keyword, lists.contains(keyword), let vote = vote(of: node, in: new, votes)
    else { return nil }
    let (names, list) = (old.slice(before.value), new.slice(after.value))
    let summed = NamedSum(list)
    guard !names.isEmpty, summed.sum != nil, summed.names.elementsEqual(names),
      NamedSum(names).sum == nil, (try? Count(reading: names)) == nil
    else { return nil }
    let (from, to) = (old.source(of: before.value), new.source(of: after.value))
    // The key in front of the value, and the text after the value, are unchanged.
    guard
      old.bytes[before.range.lowerBound..<from.lowerBound]
        .elementsEqual(new.bytes[after.range.lowerBound..<to.lowerBound]),
      withoutEnd(old.bytes[from.upperBound..<before.range.upperBound])
        .elementsEqual(withoutEnd(new.bytes[to.upperBound..<after.range.upperBound]))
    else { return nil }
    return AddedFigure(
      figure: WrittenFigure(vote: vote, field: was, keyword: keyword, text: list.string))
  }

  /// A separate line that the vote did not have.
  private static func line(
    _ node: Int, of new: Document, beyond old: Document, _ votes: [Int: Int],
    _ added: [AddedFigure]
  ) throws(FigureFault) -> AddedFigure {
    let field = new.nodes[node]
    guard field.kind == .field, let keyword = field.keyword, lines.contains(keyword),
      let vote = vote(of: node, in: new, votes), !field.value.isEmpty
    else { throw .otherChange }
    guard old.fieldNode(keyword, of: vote) == nil,
      !added.contains(where: { $0.figure.vote == vote && $0.figure.keyword == keyword })
    else { throw .twice }
    return AddedFigure(
      figure: WrittenFigure(vote: vote, keyword: keyword, text: new.slice(field.value).string))
  }
}
