import HallModel
import HallSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A document's text while somebody edits it, not yet part of the record: `.hall/drafts/NAME.md`.
///
/// Next to it are the text it is based on (`.base`) and, if the draft is given to an editor a
/// second time, the text it was given then (`.before`): whatever the editor does, and whenever the
/// program ends, the text is in one of them.
package struct DraftFile: Sendable {
  /// As in `M-2025-008`, or `hall`.
  package let name: String
  private let folder: HallFolder
  private let disk: any Disk

  private static let place = ".hall/drafts"
  static let drafts = HallPath.notes("drafts")

  package init(_ name: String, in folder: HallFolder, disk: any Disk = SystemDisk()) {
    self.name = name
    self.folder = folder
    self.disk = disk
  }

  /// What is at the draft's place.
  package enum Text: Sendable, Equatable {
    case none
    case text([UInt8])
    /// A link or a folder: it is neither read nor replaced.
    case notAFile
  }

  /// A draft left by an earlier edit.
  package struct Kept: Sendable, Equatable {
    package let text: [UInt8]
    /// The text it is based on; nil if that is not known.
    package let base: [UInt8]?

    package init(text: [UInt8], base: [UInt8]?) {
      self.text = text
      self.base = base
    }
  }

  /// The whole path, for an editor.
  package var path: String { absolute(".md").text }
  /// The path, starting from the hall's folder as given.
  package var shownPath: String {
    let path = "\(DraftFile.place)/\(name).md"
    return folder.shownPath == "." ? path : folder.shownPath + "/" + path
  }

  private func absolute(_ ending: String) -> DiskPath {
    folder.place(.notes("drafts", name + ending))
  }

  /// The text as the editor left it.
  package func text() throws(HallWriter.Failure) -> Text { try text(".md") }

  private func text(_ ending: String) throws(HallWriter.Failure) -> Text {
    do throws(DiskFailure) {
      guard let found = try disk.read(absolute(ending)) else { return .none }
      // Nobody else may continue what another user was typing.
      guard found.owner == .ofThisProcess else {
        throw DiskFailure("open", absolute(ending), EACCES)
      }
      return .text(found.bytes)
    } catch {
      if error.isNoFile { return .notAFile }
      throw .disk(error)
    }
  }

  /// The draft left by an earlier edit; calling this changes nothing.
  ///
  /// An editor that was killed may have written its text next to the draft: nano does so (`.save`).
  /// That is then the newest text.
  package func kept() throws(HallWriter.Failure) -> Kept? {
    var found: [UInt8]?
    for ending in [".md.save", ".md", ".before"] where found == nil {
      if case .text(let text) = try text(ending), !text.isEmpty { found = text }
    }
    guard let found else { return nil }
    if case .text(let base) = try text(".base") { return Kept(text: found, base: base) }
    return Kept(text: found, base: nil)
  }

  /// Whether vim has left a swap file next to the draft, from which it can recover what was typed.
  package var hasEditorNotes: Bool {
    FileSystem.exists(notes.text)
  }

  private var notes: DiskPath { folder.place(.notes("drafts", ".\(name).md.swp")) }

  /// Puts a text where an editor will find it; the text that was to be edited before is kept next
  /// to it until the edit is over.
  package func hand(_ text: [UInt8], madeOn base: [UInt8]) throws(HallWriter.Failure) {
    let current = try self.text()
    guard current != .notAFile else { throw .disk(DiskFailure.notAFile(absolute(".md"))) }
    try requireOwn()
    do throws(DiskFailure) {
      try disk.makeNotes(folder)
      _ = try disk.makeFolder(folder.place(DraftFile.drafts))
      try write(base, to: ".base")
      if text == base {
        try disk.remove(absolute(".before"))
      } else {
        try write(text, to: ".before")
      }
      // An editor may compare its own notes with the file on disk.
      if current != .text(text) { try write(text, to: ".md") }
      try disk.remove(absolute(".md.save"))
      try disk.syncFolder(folder.place(DraftFile.drafts))
    } catch {
      throw .disk(error)
    }
  }

  /// Ends the edit: the text is in the record, or is no longer wanted.
  ///
  /// A swap file of vim is kept under another name: it may contain what was typed, but must not be
  /// offered for the next draft.
  package func remove() throws(HallWriter.Failure) {
    do throws(DiskFailure) {
      if hasEditorNotes { try disk.rename(notes, to: absolute(".swp")) }
      for ending in [".md", ".md.save", ".before", ".base"] { try disk.remove(absolute(ending)) }
    } catch {
      throw .disk(error)
    }
  }

  /// Moves the draft out of the way, and returns its new place.
  package func setAside() throws(HallWriter.Failure) -> String {
    guard let kept = try kept() else { return shownPath }
    var number = 1
    var ending: String { number == 1 ? ".old.md" : ".old-\(number).md" }
    while FileSystem.exists(absolute(ending).text) { number += 1 }
    do throws(DiskFailure) { try write(kept.text, to: ending) } catch { throw .disk(error) }
    try remove()
    return String(shownPath.dropLast(3)) + ending
  }

  /// Writes a file atomically, readable only by its owner.
  private func write(_ bytes: [UInt8], to ending: String) throws(DiskFailure) {
    try disk.replace(absolute(ending), with: bytes, mode: 0o600)
  }

  private func requireOwn() throws(HallWriter.Failure) {
    if !folder.believesNotes, let fault = folder.foreignNotes {
      throw .foreign(fault, folder.root)
    }
  }

  /// Locks the draft for one editor; nil if another one has it.
  package func lock() throws(HallWriter.Failure) -> DraftLock? {
    try requireOwn()
    do throws(DiskFailure) {
      try disk.makeNotes(folder)
      _ = try disk.makeFolder(folder.place(DraftFile.drafts))
      return try DraftLock(try disk.openLock(absolute(".lock"), isFolder: false), disk)
    } catch {
      throw .disk(error)
    }
  }
}

extension HallFolder {
  /// The names of the documents that have a changed draft.
  ///
  /// An unchanged draft counts if vim left a swap file next to it.
  package func drafts() -> [String] {
    guard let files = try? FileSystem.list(place(DraftFile.drafts)), !files.isEmpty, believesNotes
    else { return [] }
    var names: [String] = []
    for file in files {
      guard let dot = file.firstIndex(of: ".") else { continue }
      let name = String(file[..<dot])
      let isDocument = name == "hall" || (try? DocumentID(reading: Slice(name)))?.text == name
      guard isDocument, !names.contains(name) else { continue }
      let draft = DraftFile(name, in: self)
      guard let kept = try? draft.kept() else { continue }
      if kept.text != kept.base || draft.hasEditorNotes { names.append(name) }
    }
    return names
  }
}
