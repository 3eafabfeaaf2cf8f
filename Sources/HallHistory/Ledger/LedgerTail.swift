/// The last revision of a history, found from its end without reading anything before it.
package struct LedgerTail: Sendable {
  package let revision: Revision

  /// - Parameter bytes: a history, or its end; ranges of the revision are offsets into it.
  /// - Returns: nil where the end is not a whole revision: the history is empty, incomplete, or the
  ///   revision is longer than the given bytes.
  package init?(_ bytes: [UInt8]) {
    // Within a diff every line begins with a sign, so `## ` at a line's start is a heading.
    let mark = Array("\n## ".utf8)
    var start = bytes.count - mark.count
    while start >= 0, !bytes[start...].starts(with: mark) { start -= 1 }
    guard start > 0 else { return nil }
    // The blank line above the heading belongs to the revision.
    var reader = LedgerReader(bytes: bytes)
    reader.offset = start + mark.count
    guard let number = reader.number() else { return nil }
    reader.offset = start
    guard let revision = try? reader.revision(number: number), reader.atEnd else { return nil }
    self.revision = revision
  }
}
