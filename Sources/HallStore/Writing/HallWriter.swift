/// Changes documents of a hall: each change is a revision of its history, and both are on the disk
/// or neither.
package struct HallWriter: Sendable {
  package let folder: HallFolder
  let disk: any Disk
  /// What a revision says that takes in an edit made with another program.
  let outside: String

  /// - Parameter outside: what a revision says that takes in an edit made with another program.
  package init(
    _ folder: HallFolder, outside: String = "edited outside the program",
    disk: any Disk = SystemDisk()
  ) {
    self.folder = folder
    self.outside = outside
    self.disk = disk
  }

  /// Records the edits, all of them or none.
  ///
  /// Where no document changes, the revisions are appended to the histories in place; a crash may
  /// then leave some documents recorded and others not, each by itself whole.
  ///
  /// - Parameters:
  ///   - unmaking: documents that are taken out of the hall, together with what changes.
  ///   - reason: what a person gave as the reason, which an amendment needs; it is what every
  ///     revision says then.
  ///   - others: files without a history that change with them: what stays out of git.
  ///   - step: the last step, where this takes it back and is none itself.
  ///   - startsOver: whether a history that has lost revisions goes on from what is left of it.
  ///   - notice: told what a person should know, once it is on the disk.
  ///   - isDryRun: whether to find out what would be recorded, and write nothing.
  ///   - patience: how long to wait for the lock, where it is not held.
  ///   - held: the lock, where it was taken before the documents were read.
  /// - Returns: the new revisions, in the order of the edits; none where nothing changes.
  package func record(
    _ edits: [Edit], with others: [Edit] = [], unmaking: [Unmaking] = [], by author: Author,
    reason: String?,
    isDryRun: Bool = false, startsOver: Bool = false, notice: (Notice) -> Void = { _ in },
    takingBack step: [Steps.Part]? = nil, patience: HallLock.Patience = HallLock.Patience(),
    holding held: HallLock? = nil
  ) throws(Failure) -> [Recorded] {
    if startsOver, reason == nil { throw .startNeedsReason }
    if isDryRun { return try plan(edits, author, reason, startsOver).recorded }
    let lock: HallLock
    if let held { lock = held } else { lock = try self.lock(patience) }
    defer { withExtendedLifetime(lock) {} }
    if let step, try readSteps().steps.last != step { throw .changedMeanwhile(Steps.path.text) }
    var planned = try plan(edits, author, reason, startsOver)
    for other in others { try add(other, to: &planned) }
    planned.moves = try moves(unmaking)
    guard !planned.isEmpty else { return planned.recorded }
    try makeNotes()
    planned.notices += try keep(planned.copies, at: author.at)
    try write(planned.lists)
    // The step goes first, so that it is not there to be taken back a second time.
    if step != nil || !unmaking.isEmpty { try drop(step, unmaking) }
    // A revision cut off is cut away before the next one stands: from then on it is not known.
    forget(planned.cutOff)
    do throws(Failure) { try commit(planned) } catch {
      if !error.isMade { takeBack(planned.lists) }
      if let step, !error.isMade { keepSteps { $0.pushBack(step) } }
      throw error
    }
    forget(planned.startedOver)
    if step == nil, !planned.recorded.isEmpty { keepStep(planned.recorded) }
    for found in planned.notices { notice(found) }
    return planned.recorded
  }

  func commit(_ planned: Plan) throws(Failure) {
    if planned.documents.isEmpty, planned.moves.isEmpty {
      do throws(Append.Failure) {
        try Append(folder: folder, disk: disk).commit(planned.histories)
        return
      } catch {
        switch error {
        case .disk(let failure): throw .disk(failure)
        case .changed(let path): throw .changedMeanwhile(path)
        case .replacing: break
        }
      }
    }
    let histories = planned.histories.map { part in
      Transaction.File(
        path: part.path, old: part.found?.bytes,
        bytes: Array((part.found?.bytes ?? []).prefix(part.whole)) + part.bytes,
        mode: part.found?.mode ?? part.mode)
    }
    try commit(planned.documents + histories, moving: planned.moves)
  }

  /// Changes files together: all of them, or none.
  func commit(
    _ files: [Transaction.File], moving moves: [Transaction.Move] = []
  ) throws(Failure) {
    do throws(Transaction.Failure) {
      try Transaction(folder: folder, disk: disk).commit(files, moving: moves)
    } catch {
      switch error {
      case .before(let failure): throw .disk(failure)
      case .changed(let path): throw .changedMeanwhile(path)
      case .after(let failure): throw .unfinished(failure)
      }
    }
  }

  /// Takes the lock, so that nobody else writes until it is let go of, and finishes what a crash
  /// has left half made: what is read under it is whole and stays.
  ///
  /// - Parameter patience: how long to wait for somebody else.
  package func lock(_ patience: HallLock.Patience = HallLock.Patience()) throws(Failure) -> HallLock
  {
    let lock: HallLock
    do throws(HallLock.Failure) {
      lock = try HallLock(folder: folder, disk: disk, patience: patience)
    } catch {
      switch error {
      case .disk(let failure): throw .disk(failure)
      case .busy: throw .busy
      }
    }
    if let fault = folder.foreignNotes { throw .foreign(fault, folder.root) }
    try onDisk { () throws(DiskFailure) in
      try Transaction(folder: folder, disk: disk).recover()
      try Append(folder: folder, disk: disk).sweep()
    }
    return lock
  }

  /// Makes `.hall/` where it is not there.
  func makeNotes() throws(Failure) {
    try onDisk { () throws(DiskFailure) in try disk.makeNotes(folder) }
  }

  /// A place that may be written to.
  func parsed(_ path: String) throws(Failure) -> HallPath {
    guard let parsed = HallPath(path) else { throw .outside(path) }
    return parsed
  }

  func onDisk<Value>(
    _ work: () throws(DiskFailure) -> Value
  ) throws(Failure) -> Value {
    do throws(DiskFailure) { return try work() } catch { throw .disk(error) }
  }

  func read(_ path: String) throws(Failure) -> StoredFile? {
    try read(try parsed(path))
  }

  func read(_ path: HallPath) throws(Failure) -> StoredFile? {
    try onDisk { () throws(DiskFailure) in try disk.read(folder.place(path)) }
  }
}
