import HallHistory
import HallModel
import HallSyntax

/// Changes documents of a hall: each change is a revision of its history, and both are on the disk
/// or neither.
package struct HallWriter: Sendable {
  package let folder: HallFolder
  private let disk: any Disk

  package init(_ folder: HallFolder, disk: any Disk = SystemDisk()) {
    self.folder = folder
    self.disk = disk
  }

  /// What to do with one document.
  package struct Edit: Sendable {
    /// The file, as in `agendas/M-2025-008-drains.md`.
    package let path: String
    package let kind: Document.Kind
    /// What the change was made on; nil for a file that was not there.
    package let old: [UInt8]?
    /// The text to be; the same as `old` only takes in what stands there.
    package let new: [UInt8]
    /// What the revision says.
    package let why: String

    package init(path: String, kind: Document.Kind, old: [UInt8]?, new: [UInt8], why: String) {
      self.why = why
      self.path = path
      self.kind = kind
      self.old = old
      self.new = new
    }
  }

  /// Who changes, when and why.
  package struct Author: Sendable {
    package let name: String
    /// RFC 3339, with the hall's offset.
    package let at: String

    package init(name: String, at: String) {
      self.name = name
      self.at = at
    }
  }

  /// A revision that was recorded.
  package struct Recorded: Sendable {
    package let place: HistoryPlace
    package let number: Int
    package let kind: Revision.Kind?
    /// The texts before and after it.
    package let old: [UInt8]
    package let new: [UInt8]
  }

  package enum Failure: Error, Sendable {
    case disk(DiskFailure)
    case store(StoreFailure)
    /// Somebody changed the file meanwhile.
    case changedMeanwhile(String)
    /// Neither a matter nor a meeting: it has no identifier that a history could be kept under.
    case noIdentifier(String)
    /// Two files of one identifier, which would share one history.
    case sameIdentifier(String, String)
    /// What is written would be no text.
    case notText(String)
    /// The history has something wrong with it, and is not added to.
    case history(String, Ledger.Fault)
    /// A change of approved minutes needs a reason.
    case needsReason(String)
    /// A change made outside the program stands in approved minutes; it is recorded by itself.
    case unrecordedAmendment(String)
  }

  /// Records the edits, all of them or none.
  ///
  /// - Parameters:
  ///   - reason: what a person gave as the reason, which an amendment needs; it is what every
  ///     revision says then.
  ///   - others: files without a history that change with them: what stays out of git.
  ///   - step: the last step, where this takes it back and is none itself.
  ///   - isDryRun: whether to find out what would be recorded, and write nothing.
  /// - Returns: the new revisions, in the order of the edits; none where nothing changes.
  package func record(
    _ edits: [Edit], with others: [Edit] = [], by author: Author, reason: String?,
    isDryRun: Bool = false, takingBack step: [Steps.Part]? = nil
  ) throws(Failure) -> [Recorded] {
    if isDryRun { return try plan(edits, author, reason).recorded }
    let lock = try lock()
    defer { lock.release() }
    let transaction = Transaction(root: folder.root, disk: disk)
    try onDisk { () throws(DiskFailure) in try transaction.recover() }
    let found = try read(Steps.path)
    var steps = Steps(found?.bytes ?? [])
    if let step, steps.steps.last != step { throw .changedMeanwhile(Steps.path) }
    var planned = try plan(edits, author, reason)
    for other in others { try add(other, to: &planned) }
    if !planned.files.isEmpty {
      if step != nil {
        steps.pop()
      } else if !planned.recorded.isEmpty {
        steps.push(planned.recorded)
      }
      let file = Transaction.File(
        path: Steps.path, old: found?.bytes, bytes: steps.bytes, mode: 0o644)
      try onDisk { () throws(DiskFailure) in try transaction.commit(planned.files + [file]) }
    }
    return planned.recorded
  }

  /// Finishes what a crash has left half made, if anything; so that what is read next is whole.
  package func recover() throws(Failure) {
    let transaction = Transaction(root: folder.root, disk: disk)
    let isPending = try onDisk { () throws(DiskFailure) in try transaction.isPending }
    guard isPending else { return }
    let lock = try lock()
    defer { lock.release() }
    try onDisk { () throws(DiskFailure) in try transaction.recover() }
  }

  private func lock() throws(Failure) -> HallLock {
    try onDisk { () throws(DiskFailure) in
      try HallLock(folder.root + "/.hall", disk: disk)
    }
  }

  private func onDisk<Value>(
    _ work: () throws(DiskFailure) -> Value
  ) throws(Failure) -> Value {
    do throws(DiskFailure) { return try work() } catch { throw .disk(error) }
  }

  private struct Plan {
    var files: [Transaction.File] = []
    var recorded: [Recorded] = []
    /// The file of each document, by its identifier.
    var paths: [String: String] = [:]
  }

  private func plan(
    _ edits: [Edit], _ author: Author, _ reason: String?
  ) throws(Failure) -> Plan {
    var plan = Plan()
    for edit in edits {
      try add(edit, author, reason, to: &plan)
    }
    return plan
  }

  /// A file without a history; what is private is open to nobody else.
  private func add(_ edit: Edit, to plan: inout Plan) throws(Failure) {
    let found = try read(edit.path)
    guard found?.bytes == edit.old else { throw .changedMeanwhile(edit.path) }
    guard EncodingFault(in: edit.new) == nil else { throw .notText(edit.path) }
    guard edit.new != edit.old else { return }
    let mode: UInt32 = edit.path.hasPrefix("private/") ? 0o600 : 0o644
    plan.files.append(
      Transaction.File(
        path: edit.path, old: edit.old, bytes: edit.new, mode: found?.mode ?? mode))
  }

  private func add(
    _ edit: Edit, _ author: Author, _ reason: String?, to plan: inout Plan
  ) throws(Failure) {
    let found = try read(edit.path)
    guard found?.bytes == edit.old else { throw .changedMeanwhile(edit.path) }
    // What is written is read again before it takes the old text's place.
    let document = Document(path: edit.path, kind: edit.kind, bytes: edit.new)
    guard document.fault == nil, !edit.new.isEmpty else { throw .notText(edit.path) }
    guard let place = HistoryPlace(of: document) else { throw .noIdentifier(edit.path) }
    if let other = plan.paths[place.name] { throw .sameIdentifier(other, edit.path) }
    plan.paths[place.name] = edit.path
    let stored = try read(place.path)
    let (kept, last, recorded) = try recordedText(of: edit, at: place, stored?.bytes ?? [])
    var history = kept
    var steps: [(old: [UInt8], new: [UInt8], why: String, hasReason: Bool)] = []
    if let old = edit.old, old != last, edit.new != old {
      steps.append((last, old, HallWriter.outside, false))
    }
    let before = steps.last?.new ?? last
    if edit.new != before { steps.append((before, edit.new, reason ?? edit.why, reason != nil)) }
    guard !steps.isEmpty else { return }
    var number = recorded
    for step in steps {
      number += 1
      let kind = Seal.kind(of: edit.kind, path: edit.path, from: step.old, to: step.new)
      if kind == .amendment, !step.hasReason {
        throw steps.count > 1 && number == recorded + 1
          ? .unrecordedAmendment(edit.path) : .needsReason(edit.path)
      }
      history += LedgerWriter.revision(
        after: history, number: number,
        note: LedgerWriter.Note(at: author.at, by: author.name, why: step.why, kind: kind),
        from: step.old, to: step.new, path: place.documentPath)
      plan.recorded.append(
        Recorded(place: place, number: number, kind: kind, old: step.old, new: step.new))
    }
    if edit.new != edit.old {
      plan.files.append(
        Transaction.File(
          path: edit.path, old: edit.old, bytes: edit.new, mode: found?.mode ?? 0o644))
    }
    // A new history is open to nobody who may not read the document.
    plan.files.append(
      Transaction.File(
        path: place.path, old: stored?.bytes, bytes: history,
        mode: stored?.mode ?? found?.mode ?? 0o644))
  }

  /// A document's history as it can be added to, the text after its last revision, and the number
  /// of that.
  ///
  /// Where the file is what the last revision left, its digest says so and nothing is replayed.
  private func recordedText(
    of edit: Edit, at place: HistoryPlace, _ stored: [UInt8]
  ) throws(Failure) -> (history: [UInt8], text: [UInt8], number: Int) {
    guard !stored.isEmpty else { return ([], [], 0) }
    var history = stored
    if let old = edit.old, let tail = LedgerTail(history)?.revision,
      tail.content == SHA256.hex(of: old)
    {
      return (history, old, tail.number)
    }
    var ledger = Ledger(history, of: place.documentPath)
    if let torn = ledger.tornFrom {
      // A revision whose writing was cut off was never made.
      history.removeSubrange(torn...)
      ledger = Ledger(history, of: place.documentPath)
    }
    do throws(Ledger.Fault) {
      return (history, try ledger.verify(), ledger.revisions.count)
    } catch {
      throw .history(place.path, error)
    }
  }

  /// What a revision says that takes in an edit made with another program.
  static let outside = "在程序之外修改 (edited outside the program)"

  private func read(_ path: String) throws(Failure) -> (bytes: [UInt8], mode: UInt32)? {
    try onDisk { () throws(DiskFailure) in try disk.read(folder.root + "/" + path) }
  }
}

extension Seal {
  /// What a change of a document is, where it stood approved before; nil where it did not.
  package static func kind(
    of kind: Document.Kind, path: String, from old: [UInt8], to new: [UInt8]
  ) -> Revision.Kind? {
    guard kind == .meeting, !old.isEmpty else { return nil }
    let before = Document(path: path, kind: kind, bytes: old)
    guard isApproved(before) else { return nil }
    let after = Document(path: path, kind: kind, bytes: new)
    return covered(before) == covered(after) ? .progress : .amendment
  }
}
