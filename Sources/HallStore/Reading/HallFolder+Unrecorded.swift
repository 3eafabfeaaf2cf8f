import HallHistory
import HallModel
import HallSyntax

extension HallFolder {
  /// The documents that differ from their last revision, in the order of their files.
  ///
  /// Only the end of each history is read; a document that was never recorded is not included.
  package func unrecordedDocuments(of hall: Hall) -> [Document] {
    guard FileSystem.exists(root + "/history") else { return [] }
    let documents = hall.documents
    let folder = openHistories
    let isChanged = Parallel.map(count: documents.count) { differs(documents[$0], folder) }
    return zip(documents, isChanged).filter(\.1).map(\.0)
  }

  private func differs(_ document: Document, _ folder: RecordFolder?) -> Bool {
    guard document.fault == nil, let place = HistoryPlace(of: document) else { return false }
    switch lastRevision(at: place, in: folder) {
    case .whole(let last): return last.content != SHA256.hex(of: document.bytes)
    case .tornAfter(let last): return last?.content != SHA256.hex(of: document.bytes)
    case .none, .unreadable: return false
    }
  }

  /// Whether a document's text is that of its last revision, and that revision is complete.
  package func isRecorded(_ document: Document, at place: HistoryPlace) -> Bool {
    guard case .whole(let last) = lastRevision(at: place) else { return false }
    return last.content == SHA256.hex(of: document.bytes)
  }

  private enum LastRevision {
    /// There is no history.
    case none
    case whole(Revision)
    /// The last revision is incomplete; the one before it, if any.
    case tornAfter(Revision?)
    case unreadable
  }

  /// The last revision of a history, read from its end; from the whole history if the end is not
  /// enough.
  private func lastRevision(
    at place: HistoryPlace, in folder: RecordFolder? = nil
  ) -> LastRevision {
    var whole: [UInt8] = []
    for most in [1 << 16, Int.max] {
      guard let bytes = try? bytes(of: place.path, most: most, in: folder) else { return .none }
      if let tail = LedgerTail(bytes) { return .whole(tail.revision) }
      whole = bytes
      if bytes.count < most { break }
    }
    if whole.isEmpty { return .none }
    let ledger = Ledger(whole, of: place.documentPath)
    return ledger.tornFrom == nil ? .unreadable : .tornAfter(ledger.revisions.last)
  }
}
