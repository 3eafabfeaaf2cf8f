import HallHistory
import HallModel
import HallSyntax

/// Approved minutes that others have changed, to be shown to the person who approved them:
/// `.hall/unseen`, one line each, until that person has looked at them.
package struct UnseenAmendments: Sendable {
  package struct Entry: Sendable, Equatable {
    /// The minutes, as in `M-2025-008`.
    package let name: String
    /// The revision that changed them; 0 if none records it.
    package let revision: Int
    /// Who approved them.
    package let approver: String

    package init(name: String, revision: Int, approver: String) {
      (self.name, self.revision, self.approver) = (name, revision, approver)
    }
  }

  private let folder: HallFolder
  private let path: DiskPath
  private let disk: any Disk

  package init(in folder: HallFolder, disk: any Disk = SystemDisk()) {
    self.folder = folder
    path = folder.place(.notes("unseen"))
    self.disk = disk
  }

  /// A line that cannot be read is ignored.
  package var entries: [Entry] {
    guard folder.believesNotes, let bytes = try? disk.read(path)?.bytes else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard fields.count == 3, let revision = Int(fields[1]),
        HistoryPlace(named: fields[0]) != nil
      else { return nil }
      return Entry(name: fields[0], revision: revision, approver: fields[2])
    }
  }

  /// Adds entries; existing ones are not repeated. If that fails, nobody is shown them again, but
  /// nothing else is lost.
  package func add(_ new: [Entry]) {
    let known = entries
    let added = new.filter { !known.contains($0) }
    guard !added.isEmpty else { return }
    write(known + added)
  }

  /// Removes what a person has looked at.
  package func clear(of approver: String) {
    let known = entries
    let left = known.filter { $0.approver != approver }
    guard left.count < known.count else { return }
    if left.isEmpty { try? disk.remove(path) } else { write(left) }
  }

  private func write(_ entries: [Entry]) {
    guard folder.believesNotes, (try? disk.makeNotes(folder)) != nil else { return }
    let lines = entries.map {
      "\($0.name) \($0.revision) \(LedgerWriter.clean($0.approver))\n"
    }
    try? disk.replace(path, with: lines.flatMap { Array($0.utf8) }, mode: nil)
  }
}
