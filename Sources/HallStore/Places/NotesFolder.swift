/// `.hall/`, which is made where it is first written to.
extension Disk {
  /// Makes it where it is not there. It says itself that git shall leave it out: whoever adds all
  /// files to a commit must not give others what is this machine's own.
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
