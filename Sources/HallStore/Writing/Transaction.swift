import HallHistory

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Several files changed together: after a crash at any moment either all of them are the old ones
/// or all become the new ones.
///
/// The new texts are first written to `.hall/`, where git does not see what a crash leaves. Then a
/// note there says which file each of them replaces, and which files are moved away: from then on
/// the change is made, and the next write finishes it. A file that somebody has changed since then
/// is left as it is.
struct Transaction {
  /// A file's new text, at its path within the hall.
  struct File {
    let path: HallPath
    /// The text that the change is based on; nil for a file that did not exist.
    let old: [UInt8]?
    let bytes: [UInt8]
    /// nil for the default mode of this process.
    let mode: UInt32?
  }

  /// A file that is removed from the hall and kept: it gets a name in `.hall/undone/`.
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

  /// Where the new text of a note's file waits, by its position in the note.
  private func waiting(_ index: Int) -> DiskPath { place(.notes("pending.\(index)")) }

  /// Where a file's new text waits if `.hall/` is on another disk: next to it, and hidden.
  private func beside(_ path: HallPath) -> DiskPath {
    place(path).beside { "." + $0 + ".hall-new" }
  }

  enum Failure: Error {
    /// Nothing has changed.
    case before(DiskFailure)
    /// Nothing has changed except what somebody else changed while the new texts were written.
    case changed(String)
    /// The change is made, and the next write finishes it.
    case after(DiskFailure)
  }

  func commit(_ files: [File], moving moves: [Move] = []) throws(Failure) {
    let note = Note(files, moves)
    do throws(DiskFailure) {
      // Obstacles are found before anything is put in place: once the note is written there is no
      // way back.
      let folders = Set((files.map(\.path) + moves.map(\.path)).map { place($0).folder })
      for folder in folders.sorted(by: { $0.text < $1.text }) {
        try disk.requireWritable(folder)
      }
      // The note is written first, under another name, so that everything a crash leaves is known.
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
      // Nothing has changed yet; what was written is not needed.
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

  /// The path of a file that has changed since the change was prepared: writing the new texts takes
  /// a while.
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

  /// Makes the folder for files that are removed from the hall.
  private func makeUndone() throws(DiskFailure) {
    if try disk.makeFolder(place(Transaction.undone)) { try disk.syncFolder(noteFolder) }
  }

  static let undone = HallPath.notes("undone")

  /// Turns a note into a draft again, so that a crash leaves nothing unaccounted for.
  private func abandon(_ note: Note) throws(DiskFailure) {
    try disk.rename(notePath, to: draftPath)
    for index in note.files.indices { try disk.remove(waiting(index)) }
    try disk.remove(draftPath)
  }

  /// Finishes a change that a crash interrupted, or cleans up one that was not made.
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
      // The draft may be incomplete: the waiting files are known by their names.
      try disk.removeNumbered(waiting)
      try disk.remove(draftPath)
    }
  }

  private func finish(_ note: Note) throws(DiskFailure) {
    for (index, file) in note.files.enumerated() {
      guard let new = try disk.read(waiting(index)) else { continue }
      // A file that another user put there was not written by the note's author.
      guard new.owner == .ofThisProcess else {
        try disk.remove(waiting(index))
        continue
      }
      let path = place(file.path)
      if Note.digest(of: try disk.read(path)?.bytes) == file.old {
        // Its folder may have been removed since then.
        if file.old == "-" { _ = try disk.makeFolder(path.folder) }
        try move(new, from: waiting(index), to: file.path)
      } else {
        // Changed between the crash and now: the present file is somebody's work.
        try disk.remove(waiting(index))
      }
    }
    try finishMoves(note)
    let paths = note.files.map(\.path) + note.moves.flatMap { [$0.path, $0.target] }
    for folder in Set(paths.map { place($0).folder }).sorted(by: { $0.text < $1.text }) {
      do throws(DiskFailure) { try disk.syncFolder(folder) } catch {
        // If the folder was removed since then, so were its files.
        guard error.number == ENOENT else { throw error }
      }
    }
    try disk.remove(notePath)
  }

  /// Moves what has not been moved yet, in order. A file that somebody has changed since stays
  /// where it is, and so does everything after it.
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
      // It was copied to another disk: it is removed once the copy is safe.
      try disk.syncFolder(place(Transaction.undone))
      try disk.remove(path)
    }
  }

  private func move(
    _ new: StoredFile, from waiting: DiskPath, to path: HallPath
  ) throws(DiskFailure) {
    do throws(DiskFailure) { try disk.rename(waiting, to: place(path)) } catch {
      guard error.number == EXDEV else { throw error }
      // A rename works within one disk only: the text is first copied to its destination.
      try disk.remove(beside(path))
      try disk.write(new.bytes, toNew: beside(path), mode: new.mode)
      try disk.rename(beside(path), to: place(path))
      try disk.remove(waiting)
    }
  }

  /// The note: a line for each file with the digest of its old text, another line with the
  /// destination of each file that is moved, and a digest of everything, so that an incomplete note
  /// is not valid.
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
        // A note with a path that the format does not define is not valid.
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

    /// A file name may contain a line break.
    private static func escaped(_ path: String) -> String {
      path.replacing(sign: "%", with: "%25").replacing(sign: "\n", with: "%0A")
        .replacing(sign: "\r", with: "%0D")
    }

    private static func unescaped(_ line: String) -> String {
      // By bytes: with a combining mark after it, `D` is another Character.
      let bytes = Array(line.utf8).replacing("%0D".utf8, with: "\r".utf8)
        .replacing("%0A".utf8, with: "\n".utf8).replacing("%25".utf8, with: "%".utf8)
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
