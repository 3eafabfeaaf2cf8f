/// A document's history, read: its revisions, and what is wrong with it.
///
/// A history is Markdown that any viewer shows, and a patch series: what stands between the diffs
/// is garbage to `patch`, and a title, headings, a list and fences to a reader.
package struct Ledger: Sendable {
  /// What is wrong, and the revision it is found in.
  package struct Fault: Error, Equatable, Sendable {
    package enum Reason: Error, Equatable, Sendable {
      /// A byte that no history has at this place.
      case unexpected(offset: Int)
      /// The title is not the document's.
      case foreign
      /// A revision whose number does not follow.
      case number(expected: Int)
      /// The last revision has no chain: its writing was cut off.
      case torn
      /// The digest of all that stands before is another.
      case chain
      /// The diff cannot be read, or does not fit the revision before it.
      case diff
      /// The diff is of another file.
      case path
      /// The document after the diff has another digest, or did not change.
      case content
    }

    package let revision: Int
    package let reason: Reason
  }

  package let bytes: [UInt8]
  /// The document's path, as the diffs name it: `agendas/M-2025-008.md`.
  package let path: String
  package let revisions: [Revision]
  /// The first thing that is wrong with the form; what stands before it has been read.
  package let fault: Fault?
  /// Where a cut-off revision begins, if the last one is.
  package let tornFrom: Int?

  /// - Parameter last: the last revision that is asked for; what stands behind it is not read.
  package init(_ bytes: [UInt8], of path: String, upTo last: Int = .max) {
    self.bytes = bytes
    self.path = path
    var reader = LedgerReader(bytes: bytes)
    var revisions: [Revision] = []
    var fault: Fault?
    var tornFrom: Int?
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
      fault = Fault(revision: revisions.count + 1, reason: error)
    }
    self.revisions = revisions
    self.fault = fault
    self.tornFrom = tornFrom
  }

  /// The title of a history: the document's name without its ending.
  static func title(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }

  /// The document after a revision.
  package func text(after number: Int) throws(Fault) -> [UInt8] {
    var replay = Replay(bytes)
    for revision in revisions.prefix(number) { try apply(revision, to: &replay) }
    return replay.text
  }

  private func apply(_ revision: Revision, to replay: inout Replay) throws(Fault) {
    do throws(Patch.Fault) {
      let patch = try Patch(bytes, in: revision.diff)
      let oldName = revision.number == 1 ? UnifiedDiff.nothing : "a/" + path
      guard patch.oldName == oldName, patch.newName == "b/" + path else {
        throw Patch.Fault.foreign
      }
      try replay.apply(patch)
    } catch {
      throw Fault(revision: revision.number, reason: error == .foreign ? .path : .diff)
    }
  }

  /// Checks every promise of the history: its form, its chain, its diffs and its digests.
  ///
  /// - Returns: the document after the last revision.
  package func verify() throws(Fault) -> [UInt8] {
    var replay = Replay(bytes)
    var before = ""
    var hash = SHA256()
    var hashed = 0
    for revision in revisions {
      let chainLine = revision.range.upperBound - Ledger.chainLength
      hash.update(bytes[hashed..<chainLine])
      hashed = chainLine
      var soFar = hash
      guard soFar.finish().utf8.elementsEqual(revision.fields.chain) else {
        throw Fault(revision: revision.number, reason: .chain)
      }
      try apply(revision, to: &replay)
      let digest = replay.digest
      guard replay.isWellFormed, digest.utf8.elementsEqual(revision.fields.content),
        digest != before
      else {
        throw Fault(revision: revision.number, reason: .content)
      }
      before = digest
    }
    if let fault { throw fault }
    return replay.text
  }

  /// The bytes of `* chain: sha256:…` and its newline.
  static let chainLength = "* chain: sha256:".utf8.count + 64 + 1
}
