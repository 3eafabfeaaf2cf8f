import HallHistory

/// Several files changed together: after a crash at any moment either all of them are the old ones
/// or all become the new ones.
///
/// The new texts are written beside the old ones first. Then a note in `.hall/` says which of them
/// take whose place: from there on the change is made, and whoever writes next finishes it.
struct Transaction {
  /// A file's new text, at its path within the hall.
  struct File {
    let path: String
    let bytes: [UInt8]
    let mode: UInt32
  }

  let root: String
  let disk: any Disk

  private var noteFolder: String { root + "/.hall" }
  private var notePath: String { noteFolder + "/pending" }

  /// Where a file's new text waits: beside it, hidden, so that no command takes it for a document.
  private func waiting(_ path: String) -> String {
    let (folder, name) = Transaction.split(path)
    return root + "/" + folder + "." + name + ".hall-new"
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
  }

  func commit(_ files: [File]) throws(DiskFailure) {
    do throws(DiskFailure) {
      for file in files {
        let folder = Transaction.split(file.path).folder
        if !folder.isEmpty { try disk.makeFolder(root + "/" + String(folder.dropLast())) }
        try disk.remove(waiting(file.path))
        try disk.write(file.bytes, toNew: waiting(file.path), mode: file.mode)
      }
      try disk.remove(notePath + ".new")
      try disk.write(Note(files).bytes, toNew: notePath + ".new", mode: 0o644)
    } catch {
      // Nothing has changed yet; what was written beside is of no use.
      for file in files { try? disk.remove(waiting(file.path)) }
      throw error
    }
    try disk.rename(notePath + ".new", to: notePath)
    try disk.syncFolder(noteFolder)
    try finish(files.map(\.path))
  }

  /// Finishes a change that a crash has left half made, or does away with one that was not made.
  func recover() throws(DiskFailure) {
    guard let found = try disk.read(notePath) else { return }
    if let note = Note(found.bytes) {
      try finish(note.paths)
    } else {
      try disk.remove(notePath)
    }
  }

  private func finish(_ paths: [String]) throws(DiskFailure) {
    for path in paths where try disk.read(waiting(path)) != nil {
      try disk.rename(waiting(path), to: root + "/" + path)
    }
    for folder in Set(paths.map { Transaction.split($0).folder }).sorted() {
      try disk.syncFolder(root + "/" + folder)
    }
    try disk.remove(notePath)
  }

  /// The note: a line for each file, and a digest, so that half a note is none.
  private struct Note {
    let paths: [String]

    init(_ files: [File]) { paths = files.map(\.path) }

    var bytes: [UInt8] {
      let text = paths.map { Note.escaped($0) + "\n" }.joined()
      return Array((text + "sha256:" + SHA256.hex(of: Array(text.utf8)) + "\n").utf8)
    }

    init?(_ bytes: [UInt8]) {
      var lines = String(decoding: bytes, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard lines.popLast() == "", let digest = lines.popLast() else { return nil }
      let text = lines.map { $0 + "\n" }.joined()
      guard digest == "sha256:" + SHA256.hex(of: Array(text.utf8)) else { return nil }
      paths = lines.map(Note.unescaped)
    }

    /// A file's name may hold a line break.
    private static func escaped(_ path: String) -> String {
      path.replacing("%", with: "%25").replacing("\n", with: "%0A").replacing("\r", with: "%0D")
    }

    private static func unescaped(_ line: String) -> String {
      line.replacing("%0D", with: "\r").replacing("%0A", with: "\n").replacing("%25", with: "%")
    }
  }
}
