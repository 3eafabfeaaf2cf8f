import HallStore
import HallSyntax
import HallWords

/// What a hall's folder tells git: which files to ignore, and not to change line ends.
package enum KeptOutOfGit {
  package static let ignored = (path: ".gitignore", lines: [".hall/", "private/"])
  package static let attributes = (
    path: ".gitattributes",
    lines: ["*.md -text", "history/** -text -whitespace linguist-generated"]
  )

  /// A file with the missing lines added at its end; nil if none is missing.
  package static func adding(_ lines: [String], to bytes: [UInt8]?) -> [UInt8]? {
    let old = bytes ?? []
    let present = Set(
      old.split(separator: UInt8(ascii: "\n")).map { $0.trimmed.string })
    // `private` and `/private/` mean the same in this folder.
    let missing = lines.filter { line in
      let bare = line.hasSuffix("/") ? String(line.dropLast()) : line
      return ![line, "/" + line, bare, "/" + bare].contains(where: present.contains)
    }
    guard !missing.isEmpty else { return nil }
    let ending = old.isEmpty || old.last == UInt8(ascii: "\n") ? [] : [UInt8(ascii: "\n")]
    return old + ending + missing.flatMap { Array(($0 + "\n").utf8) }
  }
}

extension Change {
  /// Makes sure that `.gitignore` names `private/` before anything is written there.
  mutating func keepOutOfGit() throws(Refusal) {
    let (path, lines) = KeptOutOfGit.ignored
    do throws(StoreFailure) {
      let old = try loaded.folder.existing(path)
      guard let new = KeptOutOfGit.adding(lines, to: old) else { return }
      replace(path, old: old, new: new)
    } catch {
      throw .store(error)
    }
  }
}
