/// `.hall/`, which is made on the first write to it.
extension Disk {
  /// Makes it if it does not exist. It contains an ignore file for git: `git add` of all files must
  /// not give others what belongs only to this machine.
  func makeNotes(_ folder: HallFolder) throws(DiskFailure) {
    if try makeFolder(folder.place(.notesFolder)) { try syncFolder(folder.top) }
    let list = folder.place(.notes(".gitignore"))
    if let found = try read(list), !found.bytes.isEmpty { return }
    // A crash may have left it empty.
    try remove(list)
    let file = try create(list, mode: nil)
    defer { close(file) }
    try writeAll(Array("*\n".utf8), to: file)
  }
}
