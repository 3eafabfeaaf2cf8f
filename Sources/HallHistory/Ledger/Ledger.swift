/// A document's parsed history: its revisions, and what is wrong with it.
///
/// A history is Markdown that any viewer shows, and a patch series: `patch` ignores the text
/// between the diffs, and a reader sees a title, headings, a list and fences.
package struct Ledger: Sendable {
  /// What is wrong, and the revision it is found in.
  package struct Fault: Error, Equatable, Sendable {
    package enum Reason: Error, Equatable, Sendable {
      /// A byte that a history cannot have at this place.
      case unexpected(offset: Int)
      /// A line ending that a history does not have: a program has converted the file.
      case lineEnds(offset: Int)
      /// A pointer of Git LFS instead of the history, which was not fetched.
      case pointer
      /// The title is not the document's.
      case foreign
      /// A revision whose number is not the next one.
      case number(expected: Int)
      /// The last revision has no chain: its writing was cut off.
      case torn
      /// The digest of everything before it differs.
      case chain
      /// The diff cannot be read, or does not fit the revision before it.
      case diff
      /// The diff is of another file.
      case path
      /// The document after the diff has another digest, or did not change; or, for a revision of
      /// kind `joined`, it did change.
      case content
    }

    package let revision: Int
    package let reason: Reason
  }

  package let bytes: [UInt8]
  /// The document's path, as the diffs name it: `agendas/M-2025-008.md`.
  package let path: String
  package let revisions: [Revision]
  /// The first thing wrong with the form; everything before it has been read.
  package let fault: Fault?
  /// Where an incomplete last revision begins, if there is one.
  package let tornFrom: Int?

  /// - Parameter last: the last revision needed; what comes after it is not read.
  package init(_ bytes: [UInt8], of path: String, upTo last: Int = .max) {
    self.bytes = bytes
    self.path = path
    var reading = Reading(bytes, of: path, upTo: last)
    if let fault = reading.fault, fault.reason != .torn, bytes.last == 0 {
      // If the power failed while a revision was written, a file system may have extended the file
      // without writing the data: trailing zeros, which no text has, are an incomplete end.
      let end = bytes.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
      let written = Reading(Array(bytes[..<end]), of: path, upTo: last)
      if written.fault == nil || written.fault?.reason == .torn {
        reading.fault = Fault(revision: written.revisions.count + 1, reason: .torn)
        reading.tornFrom = written.tornFrom ?? end
      }
    }
    (revisions, fault, tornFrom) = (reading.revisions, reading.fault, reading.tornFrom)
  }

  /// The result of parsing the bytes of a history.
  private struct Reading {
    var revisions: [Revision] = []
    var fault: Fault?
    var tornFrom: Int?

    init(_ bytes: [UInt8], of path: String, upTo last: Int) {
      var reader = LedgerReader(bytes: bytes)
      do throws(Fault.Reason) {
        do throws(Fault.Reason) { try reader.title(Ledger.title(of: path)) } catch {
          if error == .torn { tornFrom = 0 }
          throw error
        }
        while !reader.atEnd, revisions.count < last {
          let start = reader.offset
          do throws(LedgerReader.Stop) {
            revisions.append(try reader.revision(number: revisions.count + 1))
          } catch {
            switch error {
            case .cutOff:
              tornFrom = start
              throw .torn
            case .fault(let reason): throw reason
            }
          }
        }
      } catch {
        let reason = reader.lineEnd(at: error).map { Fault.Reason.lineEnds(offset: $0) }
        if reason != nil { tornFrom = nil }
        let isPointer = bytes.starts(with: "version https://git-lfs.github.com/".utf8)
        fault = Fault(
          revision: revisions.count + 1, reason: isPointer ? .pointer : reason ?? error)
      }
    }
  }

  /// The title of a history: the document's file name without its extension.
  static func title(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }

  /// The document after a revision.
  ///
  /// Every line of every diff up to it was where its hunk says, and the text has the digest that
  /// the revision states: it is never silently a different text. ``verify()`` checks the other
  /// guarantees of a history.
  package func text(after number: Int) throws(Fault) -> [UInt8] {
    try bytes.withUnsafeBufferPointer { buffer throws(Fault) in
      try text(of: try replay(buffer, after: number), after: number)
    }
  }

  /// The text of a replay, which must be the one that the revision states.
  func text(of replay: Replay, after number: Int) throws(Fault) -> [UInt8] {
    let text = replay.text
    guard number > 0, number <= revisions.count else { return text }
    guard SHA256.hex(of: text) == revisions[number - 1].content else {
      throw Fault(revision: number, reason: .content)
    }
    return text
  }

  func replay(
    _ buffer: UnsafeBufferPointer<UInt8>, after number: Int
  ) throws(Fault) -> Replay {
    var replay = Replay(buffer)
    for revision in revisions.prefix(number) { try apply(revision, of: buffer, to: &replay) }
    return replay
  }

  func apply(
    _ revision: Revision, of buffer: UnsafeBufferPointer<UInt8>, to replay: inout Replay
  ) throws(Fault) {
    guard revision.kind != .joined else { return }
    do throws(Patch.Fault) {
      var patch = PatchReader(buffer, in: revision.diff)
      let oldName = try patch.name(after: "--- ")
      let newName = try patch.name(after: "+++ ")
      let isFirst = revision.number == 1
      guard
        isFirst
          ? buffer[oldName].elementsEqual(UnifiedDiff.nothing.utf8)
          : isPath(buffer[oldName], after: "a/"), isPath(buffer[newName], after: "b/")
      else { throw .foreign }
      try replay.apply(&patch)
    } catch {
      throw Fault(revision: revision.number, reason: error == .foreign ? .path : .diff)
    }
  }

  /// Whether a side of a diff is the document.
  private func isPath(
    _ name: Slice<UnsafeBufferPointer<UInt8>>, after side: StaticString
  ) -> Bool {
    guard name.base.starts(name.startIndex..<name.endIndex, with: side) else { return false }
    var path = path
    return path.withUTF8 { path in
      name.base.isEqual(
        (name.startIndex + side.utf8CodeUnitCount)..<name.endIndex, path, 0..<path.count)
    }
  }

  /// Checks every guarantee of the history: its form, its chain, its diffs and its digests.
  ///
  /// - Returns: the document after the last revision.
  package func verify() throws(Fault) -> [UInt8] {
    let text = try bytes.withUnsafeBufferPointer { buffer throws(Fault) in
      var replay = Replay(buffer)
      var text: [UInt8] = []
      var before = ""
      var content = RunningDigest()
      var hash = SHA256()
      var hashed = 0
      for revision in revisions {
        let chainLine = revision.range.upperBound - Ledger.chainLength
        hash.update(bytes[hashed..<chainLine])
        hashed = chainLine
        guard hash.digest == revision.chain else {
          throw Fault(revision: revision.number, reason: .chain)
        }
        try apply(revision, of: buffer, to: &replay)
        text = replay.text
        let digest = content.digest(of: text)
        guard replay.isWellFormed, digest == revision.content,
          (digest == before) == (revision.kind == .joined)
        else {
          throw Fault(revision: revision.number, reason: .content)
        }
        before = digest
      }
      return text
    }
    if let fault { throw fault }
    return text
  }

  /// The bytes of `* chain: sha256:…` and its newline.
  static let chainLength = "* chain: sha256:".utf8.count + 64 + 1
}
