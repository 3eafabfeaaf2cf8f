import HallGit
import HallStore
import HallSyntax
import HallWords

/// A document whose file was renamed, for example on a git host's page: under that name it is not a
/// document any more, and the original seems to be gone.
extension Incoming {
  /// The losses, each with the present name of its document.
  ///
  /// - Parameter range: the commits in which it was renamed, `A..B`.
  static func findingRenamed(
    _ losses: [Loss], _ repository: Repository, _ range: String
  ) -> [Loss] {
    guard losses.contains(where: \.isGone) else { return losses }
    let listed = repository.git(
      [
        "diff", "--no-ext-diff", "--no-textconv", "--find-renames", "--diff-filter=R",
        "--name-status", "-z", "--end-of-options", range, "--",
      ] + (repository.prefix.isEmpty ? [] : [repository.prefix]))
    // `R100`, the old path, the new one.
    let fields = listed.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    var renamed: [(old: String, new: String)] = []
    for start in stride(from: 0, to: fields.count - 2, by: 3) {
      let paths = [fields[start + 1], fields[start + 2]]
      guard paths.allSatisfy({ $0.hasPrefix(repository.prefix) }) else { continue }
      let inner = paths.map { String($0.dropFirst(repository.prefix.count)) }
      renamed.append((inner[0], inner[1]))
    }
    return losses.map { loss in
      guard loss.isGone else { return loss }
      var loss = loss
      loss.renamed =
        renamed.first { pair in
          loss.place.isDocument(pair.old) && !HallVersions.isOfHall(pair.new)
        }?.new
      return loss
    }
  }
}

extension Sharing {
  /// Removes the copies under other names of documents that are put back, if they are identical:
  /// there would be two files with one number. A copy that differs stays.
  ///
  /// - Returns: the paths that were removed.
  func removeRenamed(_ incoming: Incoming) -> [String] {
    incoming.losses.compactMap { loss in
      guard let path = loss.renamed, SharedFiles.contain(path), folder.exists(path) else {
        return nil
      }
      let copy = (try? folder.read(path, kind: .other))?.bytes
      let document = (try? folder.read(loss.place.documentPath, kind: loss.place.kind))?.bytes
      // The copy as received, or with edits made here that git may have merged into it.
      let sent = (try? loss.before.text(after: loss.before.revisions.count))
      guard let copy, let document, copy == document || copy == sent else { return nil }
      OutsideFile.remove(folder.root + "/" + path, below: repository.top)
      return folder.exists(path) ? nil : path
    }
  }
}
