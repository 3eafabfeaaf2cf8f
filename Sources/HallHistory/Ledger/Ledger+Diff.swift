extension Ledger {
  /// The unified diff from the text after one revision to the text after another; empty where they
  /// are equal. Revision 0 is empty.
  ///
  /// The later text has the digest that its revision states. That also verifies the earlier text: a
  /// damaged line of it is either in the later text, or the diff that removes it does not fit.
  ///
  /// For two consecutive revisions the history already contains the diff, and it is returned as
  /// recorded; nothing is compared again. A diff written by this program is what a comparison would
  /// give; another program may have grouped the lines differently.
  package func diff(from old: Int, to new: Int) throws(Fault) -> [UInt8] {
    let names = (old: "a/" + path, new: "b/" + path)
    return try bytes.withUnsafeBufferPointer { buffer throws(Fault) in
      let (first, last) = (min(old, new), max(old, new))
      let earlier = try replay(buffer, after: first)
      var later = earlier
      for revision in revisions.prefix(last).dropFirst(first) {
        try apply(revision, of: buffer, to: &later)
      }
      let text = try text(of: later, after: last)
      if first > 0, new == first + 1, last <= revisions.count, earlier.isWellFormed,
        later.isWellFormed, !later.isEqual(to: earlier)
      {
        let hunks = hunks(in: buffer, revisions[first].diff)
        return Array("--- \(names.old)\n+++ \(names.new)\n".utf8) + buffer[hunks]
      }
      let (left, right) = old <= new ? (earlier.text, text) : (text, earlier.text)
      return UnifiedDiff.diff(from: left, named: names.old, to: right, named: names.new)
    }
  }

  /// A diff without its two lines of file names.
  private func hunks(in buffer: UnsafeBufferPointer<UInt8>, _ diff: Range<Int>) -> Range<Int> {
    let names = buffer.lineEnd(from: diff.lowerBound, before: diff.upperBound)
    return buffer.lineEnd(from: names, before: diff.upperBound)..<diff.upperBound
  }
}
