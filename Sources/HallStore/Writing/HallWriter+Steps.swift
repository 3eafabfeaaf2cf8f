import HallHistory
import HallModel

/// The record of what `undo` can take back, written under the lock.
extension HallWriter {
  func readSteps() throws(Failure) -> Steps {
    Steps(try read(Steps.path)?.bytes ?? [], on: folder.checkedOutBranch)
  }

  /// Records a new step. If that fails the step cannot be undone, but nothing else is lost.
  func keepStep(_ recorded: [Recorded]) {
    let path = folder.place(Steps.path)
    let found = (try? disk.read(path))?.bytes ?? []
    var steps = Steps(found, on: folder.checkedOutBranch)
    guard let line = steps.push(recorded), !found.isEmpty, found.last == UInt8(ascii: "\n"),
      let end = try? disk.openEnd(path)
    else { return replaceSteps(steps) }
    try? disk.writeAll(line, to: end.file)
    disk.close(end.file)
  }

  /// Forgets the revisions a history has lost: from now on its present length counts.
  func forget(_ histories: [(name: String, left: Int)]) {
    guard !histories.isEmpty else { return }
    keepSteps { steps in
      for (name, left) in histories { steps.forget(name, after: left) }
    }
  }

  /// Forgets the revisions that were undone together with a merge.
  package func forgetTakenBack() {
    guard let steps = try? readSteps() else { return }
    let gone = steps.revisions.compactMap { name, known -> (name: String, left: Int)? in
      guard let place = HistoryPlace(named: name) else { return nil }
      var left = 0
      if folder.exists(place.path) {
        guard let ledger = try? folder.ledger(of: place) else { return nil }
        left = ledger.revisions.last?.number ?? 0
      }
      return left < known ? (name, left) : nil
    }
    forget(gone)
  }

  func keepSteps(_ change: (inout Steps) -> Void) {
    guard var steps = try? readSteps() else { return }
    change(&steps)
    replaceSteps(steps)
  }

  /// Removes a step before it is undone. For a document that is removed nothing may be remembered:
  /// its number may be given again, to a new history.
  func drop(_ step: [Steps.Part]?, _ unmaking: [Unmaking]) throws(Failure) {
    guard !unmaking.isEmpty else { return keepSteps { $0.pop() } }
    var steps = try readSteps()
    if step != nil { steps.pop() }
    for made in unmaking { steps.forget(made.place.name, after: 0) }
    try onDisk { () throws(DiskFailure) in try writeSteps(steps, waits: true) }
  }

  private func replaceSteps(_ steps: Steps) { try? writeSteps(steps, waits: false) }

  private func writeSteps(_ steps: Steps, waits: Bool) throws(DiskFailure) {
    let path = folder.place(Steps.path)
    let new = path.beside { $0 + ".new" }
    do throws(DiskFailure) {
      try disk.remove(new)
      let file = try disk.create(new, mode: nil)
      defer { disk.close(file) }
      try disk.writeAll(steps.bytes, to: file)
      if waits { try disk.sync(file) }
      try disk.rename(new, to: path)
    } catch {
      try? disk.remove(new)
      throw error
    }
  }
}
