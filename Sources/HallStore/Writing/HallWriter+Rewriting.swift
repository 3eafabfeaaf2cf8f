import HallHistory
import HallSyntax

/// Replaces whole files: the documents and histories that a merge produces.
extension HallWriter {
  /// One file's new text.
  package struct Rewrite: Sendable {
    /// Its path within the hall.
    package let path: String
    /// The present text; nil if the file does not exist.
    package let old: [UInt8]?
    package let new: [UInt8]

    package init(path: String, old: [UInt8]?, new: [UInt8]) {
      (self.path, self.old, self.new) = (path, old, new)
    }
  }

  /// Writes documents together with histories that were made elsewhere, all of them or none.
  ///
  /// The histories must be complete: nothing is added to them here. If a file is not as expected,
  /// it is kept, and so are all others.
  ///
  /// - Parameters:
  ///   - unmaking: documents that are removed from the hall with their histories.
  ///   - held: the lock.
  package func rewrite(
    _ files: [Rewrite], unmaking: [Unmaking] = [], holding held: HallLock
  ) throws(Failure) {
    defer { withExtendedLifetime(held) {} }
    do throws(StoreFailure) { try folder.requireHistoryInside() } catch { throw .store(error) }
    var plan = Plan()
    for file in files where file.old != file.new {
      let path = try parsed(file.path)
      let found = try read(path)
      guard found?.bytes == file.old else { throw .changedMeanwhile(file.path) }
      guard EncodingFault(in: file.new) == nil, !file.new.isEmpty else { throw .notText(file.path) }
      let new = Transaction.File(path: path, old: file.old, bytes: file.new, mode: found?.mode)
      if path.area == .gitList { plan.lists.append(new) } else { plan.documents.append(new) }
    }
    plan.moves = try moves(unmaking)
    guard !plan.isEmpty else { return }
    try makeNotes()
    try write(plan.lists)
    if !unmaking.isEmpty { try drop(nil, unmaking) }
    if !plan.documents.isEmpty || !plan.moves.isEmpty { try commit(plan) }
  }

  /// Where a removed document goes, followed by its history.
  func moves(_ unmaking: [Unmaking]) throws(Failure) -> [Transaction.Move] {
    var moves: [Transaction.Move] = []
    for made in unmaking {
      moves.append(
        Transaction.Move(path: try parsed(made.path), old: made.old, target: made.target))
      moves.append(
        Transaction.Move(
          path: try parsed(made.place.path), old: made.history, target: made.historyTarget))
    }
    return moves
  }

  /// Writes the files in the hall's folder that git reads. They are written separately and are in
  /// no note, so that no note can make git do anything.
  func write(_ lists: [Transaction.File]) throws(Failure) {
    try onDisk { () throws(DiskFailure) in
      for file in lists {
        try disk.replace(folder.place(file.path), with: file.bytes, mode: file.mode)
      }
    }
  }

  /// Restores what was there before, as far as possible.
  func takeBack(_ lists: [Transaction.File]) {
    for file in lists {
      let place = folder.place(file.path)
      if let old = file.old {
        try? disk.replace(place, with: old, mode: file.mode)
      } else {
        try? disk.remove(place)
      }
    }
  }
}
