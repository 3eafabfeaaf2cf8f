import HallSyntax

/// That a merge or a commit of this hall is under way in git: written down in `.hall/` before git
/// begins and taken away when it is done. The hall's lock is held all the while, so that whoever has
/// the lock and finds a note knows that its writer was stopped in the middle.
package struct SharingNote: Sendable, Equatable {
  /// The commit that was checked out before, as its digits.
  package let head: String
  /// The commit of others that is merged; nil where only what is here is committed.
  package let theirs: String?

  package init(head: String, theirs: String?) { (self.head, self.theirs) = (head, theirs) }

  static let path = HallPath.notes("sharing")

  /// - Returns: nil for what is no whole note: nothing had begun when it was cut off.
  init?(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 4, lines[2] == "end", lines[3].isEmpty else { return nil }
    func digits(_ line: Substring, behind word: String) -> String? {
      let value = line.dropFirst(word.count)
      return line.hasPrefix(word) && value.allSatisfy(\.isHexDigit) ? String(value) : nil
    }
    guard let head = digits(lines[0], behind: "head "), !head.isEmpty,
      let theirs = digits(lines[1], behind: "theirs ")
    else { return nil }
    (self.head, self.theirs) = (head, theirs.isEmpty ? nil : theirs)
  }

  var bytes: [UInt8] { Array("head \(head)\ntheirs \(theirs ?? "")\nend\n".utf8) }
}

extension HallWriter {
  /// Writes down what git is about to do.
  ///
  /// - Parameter held: the hall's lock, which is kept until the note is taken away.
  package func keep(_ note: SharingNote, holding held: HallLock) throws(Failure) {
    defer { withExtendedLifetime(held) {} }
    try makeNotes()
    try onDisk { () throws(DiskFailure) in
      try disk.replace(folder.place(SharingNote.path), with: note.bytes, mode: nil)
    }
  }

  /// Takes the note away: git is done, or what it had begun is taken back.
  package func dropSharingNote() {
    try? disk.remove(folder.place(SharingNote.path))
  }
}

extension HallFolder {
  /// What git was in the middle of when somebody's call was stopped; nil where nothing was.
  package var sharingNote: SharingNote? {
    guard FileSystem.exists(root + "/.hall/sharing"), believesNotes,
      let found = try? SystemDisk().read(place(SharingNote.path))
    else { return nil }
    return SharingNote(found.bytes)
  }
}
