import HallHistory

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Several files changed together: after a crash at any moment either all of them are the old ones
/// or all become the new ones.
///
/// The new texts are written into `.hall/` first, where git does not see what a crash leaves. Then a
/// note there says which of them take whose place, and which files are moved out of the way: from
/// there on the change is made, and whoever writes next finishes it. A file that somebody has
/// changed since then is left as it is.
struct Transaction {
  /// A file's new text, at its path within the hall.
  struct File {
    let path: HallPath
    /// The text the change was made on; nil for a file that was not there.
    let old: [UInt8]?
    let bytes: [UInt8]
    /// nil for what this process gives every new file.
    let mode: UInt32?
  }

  /// A file that is taken out of the hall and kept: it goes to a name in `.hall/undone/`.
  struct Move {
    let path: HallPath
    let old: [UInt8]
    let target: HallPath
  }

  let folder: HallFolder
  let disk: any Disk

  private func place(_ path: HallPath) -> DiskPath { folder.place(path) }
  private var noteFolder: DiskPath { place(.notesFolder) }
  private var notePath: DiskPath { place(.notes("pending")) }
  private var draftPath: DiskPath { place(.notes("pending.new")) }

  /// Where the new text of a note's file waits, by its place in the note.
  private func waiting(_ index: Int) -> DiskPath { place(.notes("pending.\(index)")) }

  /// Where a file's new text waits where `.hall/` is on another disk: beside it, and hidden.
  private func beside(_ path: HallPath) -> DiskPath {
    place(path).beside { "." + $0 + ".hall-new" }
  }

  enum Failure: Error {
    /// Nothing has changed.
    case before(DiskFailure)
    /// Nothing has changed but what somebody else changed while the new texts were written.
    case changed(String)
    /// The change is made, and whoever writes next finishes it.
    case after(DiskFailure)
  }

  func commit(_ files: [File], moving moves: [Move] = []) throws(Failure) {
    let note = Note(files, moves)
    do throws(DiskFailure) {
      // What cannot be put in its place is found before anything is: from the note on there is no
      // way back.
      let folders = Set((files.map(\.path) + moves.map(\.path)).map { place($0).folder })
      for folder in folders.sorted(by: { $0.text < $1.text }) {
        try disk.requireWritable(folder)
      }
      // The note comes first, under another name: what a crash leaves beside the files is known.
      try disk.remove(draftPath)
      let draft = try disk.create(draftPath, mode: nil)
      defer { disk.close(draft) }
      try disk.writeAll(note.bytes, to: draft)
      for (index, file) in files.enumerated() {
        let folder = place(file.path).folder
        if !folder.steps.isEmpty, try disk.makeFolder(folder) {
          try disk.syncFolder(folder.folder)
        }
        try disk.remove(waiting(index))
        try disk.write(file.bytes, toNew: waiting(index), mode: file.mode)
      }
      if !moves.isEmpty { try makeUndone() }
      try disk.sync(draft)
      try disk.rename(draftPath, to: notePath)
    } catch {
      // Nothing has changed yet; what was written is of no use.
      for index in files.indices { try? disk.remove(waiting(index)) }
      try? disk.remove(draftPath)
      throw .before(error)
    }
    let changed: String?
    do throws(DiskFailure) {
      try disk.syncFolder(noteFolder)
      changed = try changedPath(note)
      if changed == nil { try finish(note) } else { try abandon(note) }
    } catch {
      throw .after(error)
    }
    if let changed { throw .changed(changed) }
  }

  /// A file that is not what the change was made on: writing the new texts takes a while.
  private func changedPath(_ note: Note) throws(DiskFailure) -> String? {
    for file in note.files
    where Note.digest(of: try disk.read(place(file.path))?.bytes) != file.old {
      return file.path.text
    }
    for move in note.moves {
      guard Note.digest(of: try disk.read(place(move.path))?.bytes) == move.old else {
        return move.path.text
      }
      guard try disk.read(place(move.target)) == nil else { return move.target.text }
    }
    return nil
  }

  /// Makes the folder of what is taken out of the hall.
  private func makeUndone() throws(DiskFailure) {
    if try disk.makeFolder(place(Transaction.undone)) { try disk.syncFolder(noteFolder) }
  }

  static let undone = HallPath.notes("undone")

  /// Takes a note back, as a draft again, so that a crash leaves nothing that nobody knows of.
  private func abandon(_ note: Note) throws(DiskFailure) {
    try disk.rename(notePath, to: draftPath)
    for index in note.files.indices { try disk.remove(waiting(index)) }
    try disk.remove(draftPath)
  }

  /// Finishes a change that a crash has left half made, or does away with one that was not made.
  func recover() throws(DiskFailure) {
    if let found = try disk.read(notePath) {
      if let note = Note(found.bytes) {
        try finish(note)
      } else {
        try disk.removeNumbered(waiting)
        try disk.remove(notePath)
      }
    }
    if try disk.read(draftPath) != nil {
      // The draft may be torn: what waits is known by its name.
      try disk.removeNumbered(waiting)
      try disk.remove(draftPath)
    }
  }

  private func finish(_ note: Note) throws(DiskFailure) {
    for (index, file) in note.files.enumerated() {
      guard let new = try disk.read(waiting(index)) else { continue }
      // What somebody else has put there is nothing that the note's writer wrote.
      guard new.owner == .ofThisProcess else {
        try disk.remove(waiting(index))
        continue
      }
      let path = place(file.path)
      if Note.digest(of: try disk.read(path)?.bytes) == file.old {
        // Somebody may have taken its folder away since then.
        if file.old == "-" { _ = try disk.makeFolder(path.folder) }
        try move(new, from: waiting(index), to: file.path)
      } else {
        // Changed between the crash and now: what stands there is somebody's work.
        try disk.remove(waiting(index))
      }
    }
    try finishMoves(note)
    let paths = note.files.map(\.path) + note.moves.flatMap { [$0.path, $0.target] }
    for folder in Set(paths.map { place($0).folder }).sorted(by: { $0.text < $1.text }) {
      do throws(DiskFailure) { try disk.syncFolder(folder) } catch {
        // Whoever took the folder away since then has taken its files as well.
        guard error.number == ENOENT else { throw error }
      }
    }
    try disk.remove(notePath)
  }

  /// Moves what has not been moved yet, in order, up to one that somebody has changed since: that
  /// stays where it is, and so does what belongs to it.
  private func finishMoves(_ note: Note) throws(DiskFailure) {
    for move in note.moves {
      let path = place(move.path)
      let target = place(move.target)
      guard let found = try disk.read(path) else { continue }
      guard Note.digest(of: found.bytes) == move.old else { return }
      if let there = try disk.read(target) {
        guard Note.digest(of: there.bytes) == move.old else { return }
      } else {
        try makeUndone()
        do throws(DiskFailure) {
          try disk.rename(path, to: target)
          continue
        } catch {
          guard error.number == EXDEV else { throw error }
        }
        try disk.remove(beside(move.target))
        try disk.write(found.bytes, toNew: beside(move.target), mode: found.mode)
        try disk.rename(beside(move.target), to: target)
      }
      // It was copied to another disk: it goes once its copy is sure to stay.
      try disk.syncFolder(place(Transaction.undone))
      try disk.remove(path)
    }
  }

  private func move(
    _ new: StoredFile, from waiting: DiskPath, to path: HallPath
  ) throws(DiskFailure) {
    do throws(DiskFailure) { try disk.rename(waiting, to: place(path)) } catch {
      guard error.number == EXDEV else { throw error }
      // A name changes on one disk only: the text is copied to where it goes first.
      try disk.remove(beside(path))
      try disk.write(new.bytes, toNew: beside(path), mode: new.mode)
      try disk.rename(beside(path), to: place(path))
      try disk.remove(waiting)
    }
  }

  /// The note: a line for each file with the digest of its old text, one more with where it goes
  /// for each that is moved, and a digest of it all, so that half a note is none.
  private struct Note {
    let files: [(path: HallPath, old: String)]
    let moves: [(path: HallPath, old: String, target: HallPath)]

    init(_ files: [File], _ moves: [Move]) {
      self.files = files.map { ($0.path, Note.digest(of: $0.old)) }
      self.moves = moves.map { ($0.path, Note.digest(of: $0.old), $0.target) }
    }

    static func digest(of text: [UInt8]?) -> String { text.map(SHA256.hex) ?? "-" }

    var bytes: [UInt8] {
      let text =
        files.map { "\($0.old) \(Note.escaped($0.path.text))\n" }.joined()
        + moves.map {
          "\($0.old) \(Note.escaped($0.path.text))\n> \(Note.escaped($0.target.text))\n"
        }.joined()
      return Array((text + "sha256:" + SHA256.hex(of: Array(text.utf8)) + "\n").utf8)
    }

    init?(_ bytes: [UInt8]) {
      var lines = String(decoding: bytes, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard lines.popLast() == "", let digest = lines.popLast() else { return nil }
      let text = lines.map { $0 + "\n" }.joined()
      guard digest == "sha256:" + SHA256.hex(of: Array(text.utf8)) else { return nil }
      var files: [(path: HallPath, old: String)] = []
      var moves: [(path: HallPath, old: String, target: HallPath)] = []
      for line in lines {
        guard let space = line.firstIndex(of: " ") else { return nil }
        // A note names what the format names, and is none where it names anything else.
        guard let path = HallPath(Note.unescaped(String(line[line.index(after: space)...]))) else {
          return nil
        }
        guard line.hasPrefix("> ") else {
          guard path.isRecord else { return nil }
          files.append((path, String(line[..<space])))
          continue
        }
        guard path.isUndone, let file = files.popLast() else { return nil }
        moves.append((file.path, file.old, path))
      }
      self.files = files
      self.moves = moves
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
