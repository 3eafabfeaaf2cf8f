extension Ledger {
  /// The texts after each of a range of revisions, in one replay: the text after `first` comes
  /// first, the text after `last` last. Revision 0 is empty.
  ///
  /// Each text has the digest that its revision states.
  package func texts(from first: Int, through last: Int) throws(Fault) -> [[UInt8]] {
    try bytes.withUnsafeBufferPointer { buffer throws(Fault) in
      var replay = try replay(buffer, after: first)
      var texts = [try text(of: replay, after: first)]
      for revision in revisions.prefix(last).dropFirst(first) {
        try apply(revision, of: buffer, to: &replay)
        texts.append(try text(of: replay, after: revision.number))
      }
      return texts
    }
  }
}
