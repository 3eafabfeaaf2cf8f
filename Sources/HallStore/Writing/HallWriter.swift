/// Changes documents of a hall: each change is a revision of the document's history, and either
/// both are on the disk or neither is.
package struct HallWriter: Sendable {
  package let folder: HallFolder
  let disk: any Disk
  /// The message of a revision that records an edit made with another program.
  let outside: String

  /// - Parameter outside: the message of a revision that records an edit made with another program.
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
  /// If no document changes, the revisions are appended to the histories in place; a crash may then
  /// leave some documents recorded and others not, each of them complete.
  ///
  /// - Parameters:
  ///   - unmaking: documents that are removed from the hall, together with the changes.
  ///   - reason: the reason a person gave, which an amendment needs; it is then the message of
  ///     every revision.
  ///   - others: files without a history that change with them: files that stay out of git.
  ///   - step: the last step, if this undoes it and is not a step itself.
  ///   - startsOver: whether a history that has lost revisions continues from what is left of it.
  ///   - notice: called with what a person should know, once it is on the disk.
  ///   - isDryRun: whether to find out what would be recorded without writing anything.
  ///   - patience: how long to wait for the lock, if it is not held.
  ///   - held: the lock, if it was taken before the documents were read.
  /// - Returns: the new revisions, in the order of the edits; none if nothing changes.
  package func write(
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
    // The step is removed first, so that it cannot be undone a second time.
    if step != nil || !unmaking.isEmpty { try drop(step, unmaking) }
    // An incomplete revision is removed before the next one is written: from then on it is unknown.
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

  /// Takes the lock, so that nobody else writes until it is released, and finishes what a crash
  /// left unfinished: what is read under it is complete and does not change.
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

  /// Makes `.hall/` if it does not exist.
  func makeNotes() throws(Failure) {
    try onDisk { () throws(DiskFailure) in try disk.makeNotes(folder) }
  }

  /// Parses a path that may be written to.
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
