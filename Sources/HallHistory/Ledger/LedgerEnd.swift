import Dispatch
import Synchronization

/// The end of a history that is being extended: its last text, and its digest so far.
///
/// One pass over the bytes checks that they are those that the last chain was written for, and
/// computes the state for the next chain.
package struct LedgerEnd {
  /// The number of the last revision, 0 if there is none.
  package private(set) var number = 0
  /// The document after it.
  package private(set) var text: [UInt8] = []
  /// How much of the history is complete: an interrupted write may follow.
  package let whole: Int
  private let path: String
  private var hash = SHA256()
  private var isEmpty: Bool

  /// - Parameters:
  ///   - bytes: the history, empty if there is none.
  ///   - path: the document's path, as the diffs name it.
  ///   - text: the probable text of the document: if its digest is that of the last revision,
  ///     nothing is replayed.
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
    // Hashing a long history takes as long as reading it: both are done at once.
    let tail = bytes.count > 1 << 16 ? LedgerTail(bytes)?.revision : nil
    let early = Mutex<SHA256?>(nil)
    let read = Mutex<Result<LastText, Ledger.Fault>?>(nil)
    DispatchQueue.concurrentPerform(iterations: tail == nil ? 1 : 2) { part in
      if part == 0 {
        let last = LastText.read(bytes, of: path)
        read.withLock { $0 = last }
      } else if let tail {
        var hash = SHA256()
        hash.update(bytes[..<tail.chainLine])
        early.withLock { $0 = hash }
      }
    }
    let unread = Ledger.Fault(revision: 0, reason: .torn)
    switch read.withLock({ $0 }) ?? .failure(unread) {
    case .failure(let fault): throw fault
    case .success(let last):
      whole = last.whole
      isEmpty = whole == 0
      self.text = last.text
      guard let revision = last.revision else {
        hash.update(bytes[..<whole])
        return
      }
      number = revision.number
      try check(revision, of: bytes, early: early.withLock { $0 })
    }
  }

  /// The result of reading a history from its beginning.
  private struct LastText {
    let whole: Int
    let revision: Revision?
    let text: [UInt8]

    static func read(_ bytes: [UInt8], of path: String) -> Result<LastText, Ledger.Fault> {
      let ledger = Ledger(bytes, of: path)
      if ledger.tornFrom == nil, let fault = ledger.fault { return .failure(fault) }
      do throws(Ledger.Fault) {
        let text = try ledger.text(after: ledger.revisions.count)
        return .success(
          LastText(
            whole: ledger.tornFrom ?? bytes.count, revision: ledger.revisions.last, text: text))
      } catch {
        return .failure(error)
      }
    }
  }

  /// Whether every byte before a revision's chain is the one it was written for.
  ///
  /// - Parameter early: the digest of those bytes, if it is known.
  private mutating func check(
    _ revision: Revision, of bytes: [UInt8], early: SHA256? = nil
  ) throws(Ledger.Fault) {
    if let early { hash = early } else { hash.update(bytes[..<revision.chainLine]) }
    guard hash.digest == revision.chain else {
      throw Ledger.Fault(revision: revision.number, reason: .chain)
    }
    hash.update(bytes[revision.chainLine..<revision.range.upperBound])
  }

  /// The bytes to append so that the history has one more revision.
  package mutating func add(_ new: [UInt8], note: LedgerWriter.Note) -> [UInt8] {
    let added = LedgerWriter.revision(
      after: &hash, isFirst: isEmpty, number: number + 1, note: note, from: text, to: new,
      path: path)
    (number, text, isEmpty) = (number + 1, new, false)
    return added
  }
}

extension Revision {
  /// Where the line with its chain begins.
  fileprivate var chainLine: Int { range.upperBound - Ledger.chainLength }
}
