/// A line that this machine keeps between calls: what somebody was at when the terminal was lost, in
/// `.hall/minute-M-2025-008`; its item and vote, in `.hall/place-M-2025-008`; who records here, in
/// `.hall/author-1000`, by the number of the user.
package struct KeptLine: Sendable {
  private let folder: HallFolder
  private let path: DiskPath
  private let disk: any Disk

  package enum Kind: String, Sendable {
    case line = "minute"
    case place
    case author
  }

  package init(
    _ name: String, _ kind: Kind = .line, in folder: HallFolder, disk: any Disk = SystemDisk()
  ) {
    self.folder = folder
    path = folder.place(.notes("\(kind.rawValue)-\(name)"))
    self.disk = disk
  }

  package var text: String? {
    guard folder.believesNotes, let bytes = try? disk.read(path)?.bytes, !bytes.isEmpty else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Keeps a line in place of the one kept before; an empty line removes it.
  package func keep(_ text: String) throws(DiskFailure) {
    guard !text.isEmpty else { return }
    guard folder.believesNotes else { throw .notAFile(folder.place(.notesFolder)) }
    try disk.makeNotes(folder)
    try disk.replace(path, with: Array(text.utf8), mode: 0o600)
  }

  package func remove() throws(DiskFailure) { try disk.remove(path) }
}

extension HallFolder {
  /// Who this user of the machine is, as they said when they were asked.
  package var ownName: KeptLine {
    KeptLine(String(FileOwner.ofThisProcess.number), .author, in: self)
  }
}
