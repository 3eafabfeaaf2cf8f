extension Ledger {
  /// The unified diff from the text after one revision to that after another; empty where they are
  /// equal. Revision 0 is empty.
  ///
  /// Of two revisions that follow each other the history has the diff already, and it is the answer;
  /// nothing is compared anew. It has been applied first, every line exactly where it says, and what
  /// came out has its digest. The program's own diffs are those that a comparison gives; one that
  /// another program wrote may group its lines otherwise, and is shown as it is recorded.
  package func diff(from old: Int, to new: Int) throws(Fault) -> [UInt8] {
    let names = (old: "a/" + path, new: "b/" + path)
    if old > 0, new == old + 1, let hunks = try recordedHunks(of: new) {
      return Array("--- \(names.old)\n+++ \(names.new)\n".utf8) + bytes[hunks]
    }
    return UnifiedDiff.diff(
      from: try text(after: old), named: names.old, to: try text(after: new), named: names.new)
  }

  /// The hunks of a revision's diff, where they stand; nil where they change nothing, or cut lines.
  private func recordedHunks(of number: Int) throws(Fault) -> Range<Int>? {
    guard revisions.indices.contains(number - 1) else { return nil }
    let revision = revisions[number - 1]
    return try bytes.withUnsafeBufferPointer { buffer throws(Fault) in
      let before = try replay(buffer, after: number - 1)
      var after = before
      try apply(revision, of: buffer, to: &after)
      _ = try text(of: after, after: number)
      guard before.isWellFormed, after.isWellFormed, !after.isEqual(to: before) else { return nil }
      let newName = buffer.lineEnd(from: revision.diff.lowerBound, before: revision.diff.upperBound)
      let first = buffer.lineEnd(from: newName, before: revision.diff.upperBound)
      return first..<revision.diff.upperBound
    }
  }
}
