/// The end of a history that is added to: its last text, and its digest so far.
///
/// One pass over the bytes finds whether they are those that the last chain was written for, and
/// goes on to make the next.
package struct LedgerEnd {
  /// The number of the last revision, 0 where there is none.
  package private(set) var number = 0
  /// The document after it.
  package private(set) var text: [UInt8] = []
  /// How much of the history is whole: behind it stands what was cut off while it was written.
  package let whole: Int
  private let path: String
  private var hash = SHA256()
  private var isEmpty: Bool

  /// - Parameters:
  ///   - bytes: the history, empty where there is none.
  ///   - path: the document's path, as the diffs name it.
  ///   - text: what the document may well be: where the last revision says so, nothing is replayed.
  package init(
    _ bytes: [UInt8], of path: String, expecting text: [UInt8]?
  ) throws(Ledger.Fault) {
    self.path = path
    if let text, let tail = LedgerTail(bytes)?.revision, tail.content == SHA256.hex(of: text),
      bytes.starts(with: "# \(Ledger.title(of: path))\n".utf8)
    {
      (number, self.text, whole, isEmpty) = (tail.number, text, bytes.count, false)
      try check(tail, of: bytes)
      return
    }
    if bytes.isEmpty {
      (whole, isEmpty) = (0, true)
      return
    }
    let ledger = Ledger(bytes, of: path)
    whole = ledger.tornFrom ?? bytes.count
    isEmpty = whole == 0
    if ledger.tornFrom == nil, let fault = ledger.fault { throw fault }
    guard let last = ledger.revisions.last else {
      hash.update(bytes[..<whole])
      return
    }
    number = last.number
    try check(last, of: bytes)
    self.text = try ledger.text(after: number)
    guard SHA256.hex(of: self.text) == last.content else {
      throw Ledger.Fault(revision: number, reason: .content)
    }
  }

  /// Whether every byte before a revision's chain is the one it was written for.
  private mutating func check(_ revision: Revision, of bytes: [UInt8]) throws(Ledger.Fault) {
    let chainLine = revision.range.upperBound - Ledger.chainLength
    hash.update(bytes[..<chainLine])
    var soFar = hash
    guard soFar.finish() == revision.chain else {
      throw Ledger.Fault(revision: revision.number, reason: .chain)
    }
    hash.update(bytes[chainLine..<revision.range.upperBound])
  }

  /// What to append so that the history has one more revision.
  package mutating func add(_ new: [UInt8], note: LedgerWriter.Note) -> [UInt8] {
    let added = LedgerWriter.revision(
      after: &hash, isFirst: isEmpty, number: number + 1, note: note, from: text, to: new,
      path: path)
    (number, text, isEmpty) = (number + 1, new, false)
    return added
  }
}
