import HallHistory
import HallSyntax

/// Whole files that take the place of others: what a merge makes of documents and histories.
extension HallWriter {
  /// One file's new text.
  package struct Rewrite: Sendable {
    /// Its path within the hall.
    package let path: String
    /// What stands there; nil for a file that is not there.
    package let old: [UInt8]?
    package let new: [UInt8]

    package init(path: String, old: [UInt8]?, new: [UInt8]) {
      (self.path, self.old, self.new) = (path, old, new)
    }
  }

  /// Writes documents together with histories that were made elsewhere, all of them or none.
  ///
  /// The histories must be whole: nothing is added to them here. A file that is not what it is taken
  /// to be stays, and so do all others.
  ///
  /// - Parameters:
  ///   - unmaking: documents that are taken out of the hall with their histories.
  ///   - held: the lock.
  package func rewrite(
    _ files: [Rewrite], unmaking: [Unmaking] = [], holding held: HallLock
  ) throws(Failure) {
    defer { withExtendedLifetime(held) {} }
    do throws(StoreFailure) { try folder.requireHistoryInside() } catch { throw .store(error) }
    var plan = Plan()
    for file in files where file.old != file.new {
      let found = try read(file.path)
      guard found?.bytes == file.old else { throw .changedMeanwhile(file.path) }
      guard EncodingFault(in: file.new) == nil, !file.new.isEmpty else { throw .notText(file.path) }
      plan.documents.append(
        Transaction.File(path: file.path, old: file.old, bytes: file.new, mode: found?.mode))
    }
    plan.moves = HallWriter.moves(unmaking)
    guard !plan.documents.isEmpty || !plan.moves.isEmpty else { return }
    try onDisk { () throws(DiskFailure) in
      if try disk.makeFolder(folder.root + "/.hall") { try disk.syncFolder(folder.root) }
    }
    if !unmaking.isEmpty { try drop(nil, unmaking) }
    try commit(plan)
  }

  /// Where a document that is taken out goes, and its history behind it.
  static func moves(_ unmaking: [Unmaking]) -> [Transaction.Move] {
    unmaking.flatMap { made in
      [
        Transaction.Move(path: made.path, old: made.old, target: made.target),
        Transaction.Move(path: made.place.path, old: made.history, target: made.historyTarget),
      ]
    }
  }
}
