import HallHistory
import HallModel
import HallSyntax

extension HallFolder {
  /// The documents that say something else than their last revision, in the order of their files.
  ///
  /// Only the end of each history is read; a document that was never recorded is none of them.
  package func unrecordedDocuments(of hall: Hall) -> [Document] {
    guard FileSystem.exists(root + "/history") else { return [] }
    let documents = hall.documents
    let isChanged = Parallel.map(count: documents.count) { differs(documents[$0]) }
    return zip(documents, isChanged).filter(\.1).map(\.0)
  }

  private func differs(_ document: Document) -> Bool {
    guard document.fault == nil, let place = HistoryPlace(of: document),
      let last = lastRevision(at: place)
    else { return false }
    return last.content != SHA256.hex(of: document.bytes)
  }

  /// The last revision of a history, from its end; from all of it where the end does not hold it.
  private func lastRevision(at place: HistoryPlace) -> Revision? {
    for most in [1 << 16, Int.max] {
      guard let bytes = try? bytes(of: place.path, most: most) else { return nil }
      if let tail = LedgerTail(bytes) { return tail.revision }
      if bytes.count < most { break }
    }
    return nil
  }
}
