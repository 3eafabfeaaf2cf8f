/// Writes the bytes that a new revision adds to a history.
package enum LedgerWriter {
  /// The metadata of a new revision.
  package struct Note: Sendable {
    package var at: String
    package var by: String
    package var why: String
    package var kind: Revision.Kind?
    /// The revisions it replaces, as in ``Revision/was``: at most one line, except for `joined`.
    package var was: [String]

    package init(
      at: String, by: String, why: String, kind: Revision.Kind? = nil, was: [String] = []
    ) {
      self.at = at
      self.by = by
      self.why = why
      self.kind = kind
      self.was = was
    }
  }

  /// The bytes to append to a history so that it has one more revision.
  ///
  /// - Parameters:
  ///   - history: the history so far, empty for a new one; its last revision must be complete.
  ///   - number: the new revision's number.
  ///   - old: the document after the last revision, empty for the first.
  ///   - new: the document now: different and not empty; for `joined`, the same.
  ///   - path: the path that the diffs name, `agendas/M-2025-008.md`.
  package static func revision(
    after history: [UInt8], number: Int, note: Note, from old: [UInt8], to new: [UInt8],
    path: String
  ) -> [UInt8] {
    var hash = SHA256()
    hash.update(history[...])
    return revision(
      after: &hash, isFirst: history.isEmpty, number: number, note: note, from: old, to: new,
      path: path)
  }

  /// The same, after a history of which only the digest is known; the digest is updated.
  static func revision(
    after hash: inout SHA256, isFirst: Bool, number: Int, note: Note, from old: [UInt8],
    to new: [UInt8], path: String
  ) -> [UInt8] {
    var text: [UInt8] = []
    if isFirst { text.append(contentsOf: "# \(Ledger.title(of: path))\n".utf8) }
    var head = "\n## \(number)\n\n"
    head += "* at: \(clean(note.at))\n* by: \(clean(note.by))\n* why: \(clean(note.why))\n"
    if let kind = note.kind { head += "* kind: \(kind.rawValue)\n" }
    for was in note.was { head += "* was: \(clean(was))\n" }
    head += "* content: sha256:\(SHA256.hex(of: new))\n"
    text.append(contentsOf: head.utf8)
    if note.kind != .joined {
      let diff = UnifiedDiff.diff(
        from: old, named: number == 1 ? UnifiedDiff.nothing : "a/" + path, to: new,
        named: "b/" + path)
      let fence = String(repeating: "`", count: fenceLength(for: diff[...]))
      text.append(contentsOf: "\n\(fence)diff\n".utf8)
      text += diff
      text.append(contentsOf: "\(fence)\n".utf8)
    }
    text.append(UInt8(ascii: "\n"))
    hash.update(text[...])
    let chain = Array("* chain: sha256:\(hash.digest)\n".utf8)
    hash.update(chain[...])
    return text + chain
  }

  /// A value on one line: each run of line breaks and control characters becomes a space, and there
  /// are no blanks at either end.
  package static func clean(_ text: String) -> String {
    var cleaned = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isSpace =
        scalar.value <= 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028
        || scalar.value == 0x2029
      if !isSpace {
        cleaned.append(scalar)
      } else if let last = cleaned.last, last != " " {
        cleaned.append(" ")
      }
    }
    if cleaned.last == " " { cleaned.removeLast() }
    return cleaned.isEmpty ? nothing : String(cleaned)
  }

  /// Written where no value was given.
  package static let nothing = "-"

  /// One more than the longest run of backticks, and at least three.
  static func fenceLength(for diff: ArraySlice<UInt8>) -> Int {
    let hasTicks = diff.withUnsafeBufferPointer {
      $0.firstOffset(of: UInt8(ascii: "`"), in: 0..<$0.count) != nil
    }
    guard hasTicks else { return 3 }
    var longest = 0
    var run = 0
    for byte in diff {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return max(3, longest + 1)
  }
}
