import HallSyntax

/// A note that git is merging or committing in this hall: written to `.hall/` before git begins and
/// removed when it is done. The hall's lock is held the whole time, so a process that has the lock
/// and finds a note knows that its writer was interrupted.
package struct SharingNote: Sendable, Equatable {
  /// The commit that was checked out before, as its digits.
  package let head: String
  /// The commit that is being merged; nil if only local changes are committed.
  package let theirs: String?

  package init(head: String, theirs: String?) { (self.head, self.theirs) = (head, theirs) }

  static let path = HallPath.notes("sharing")

  /// - Returns: nil for an incomplete note: nothing had begun when it was cut off.
  init?(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 4, lines[2] == "end", lines[3].isEmpty else { return nil }
    func digits(_ line: Substring, after word: String) -> String? {
      let value = line.dropFirst(word.count)
      return line.hasPrefix(word) && value.allSatisfy(\.isHexDigit) ? String(value) : nil
    }
    guard let head = digits(lines[0], after: "head "), !head.isEmpty,
      let theirs = digits(lines[1], after: "theirs ")
    else { return nil }
    (self.head, self.theirs) = (head, theirs.isEmpty ? nil : theirs)
  }

  var bytes: [UInt8] { Array("head \(head)\ntheirs \(theirs ?? "")\nend\n".utf8) }
}

extension HallWriter {
  /// Notes what git is about to do.
  ///
  /// - Parameter held: the hall's lock, which is kept until the note is removed.
  package func keep(_ note: SharingNote, holding held: HallLock) throws(Failure) {
    defer { withExtendedLifetime(held) {} }
    try makeNotes()
    try onDisk { () throws(DiskFailure) in
      try disk.replace(folder.place(SharingNote.path), with: note.bytes, mode: nil)
    }
  }

  /// Removes the note: git is done, or what it had begun is undone.
  package func dropSharingNote() {
    try? disk.remove(folder.place(SharingNote.path))
  }
}

extension HallFolder {
  /// What git was doing when a call was interrupted; nil if nothing was.
  package var sharingNote: SharingNote? {
    guard FileSystem.exists(root + "/.hall/sharing"), believesNotes,
      let found = try? SystemDisk().read(place(SharingNote.path))
    else { return nil }
    return SharingNote(found.bytes)
  }
}
