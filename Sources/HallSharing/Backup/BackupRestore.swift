import HallGit
import HallModel
import HallStore
import HallWords

/// Makes a hall of a backup, in a folder that is new or empty.
package struct BackupRestore: Sendable {
  private let archives: [(path: String, shown: String)]
  private let world: World

  /// - Parameter archives: files that together are one hall, as a hand-over has them.
  package init(of archives: [(path: String, shown: String)], in world: World) {
    (self.archives, self.world) = (archives, world)
  }

  package struct Outcome: Sendable {
    package let files: [String]
    /// The histories that are broken, by their names.
    package let broken: [String]
  }

  package func write(to path: String, shown: String) throws(Refusal) -> Outcome {
    try NewFolder(path, shown).make(shown) { place throws(Refusal) in try fill(place, shown) }
  }

  /// Unpacks the archives into a folder; returns where the hall is in it.
  private func fill(
    _ place: String, _ shown: String
  ) throws(Refusal) -> (folder: String, result: Outcome) {
    // Each in a folder of its own: a link in one is no way out for the next.
    var parts: [(folder: String, files: [String])] = []
    for (number, archive) in archives.enumerated() {
      let folder = place + "/\(number)"
      do throws(DiskFailure) { try OutsideFolder.make(folder) } catch {
        throw .unwritten(error, shown)
      }
      try unpack(archive, into: folder)
      parts.append((folder, try UnpackedHall(folder).plainFiles(archive.shown)))
    }
    let hall = parts[0]
    guard hall.files.contains(HallFolder.charterPath) else {
      throw .refused(
        Phrase(
          zh: "「\(archives[0].shown)」里没有 hall.md，不是议事厅的备份",
          en: "'\(archives[0].shown)' has no hall.md: so it is not a backup of a hall"))
    }
    for (part, archive) in zip(parts, archives).dropFirst() {
      try add(part, archive.shown, to: hall)
    }
    let files = parts.flatMap(\.files)
    let broken = try UnpackedHall(hall.folder).brokenHistories(world)
    OutsideFolder.open(hall.folder, files.filter { !BackedUpFiles.isPrivate($0) })
    OutsideFolder.close(hall.folder, files.filter(BackedUpFiles.isPrivate))
    return (hall.folder, Outcome(files: files, broken: broken))
  }

  /// The private files of a hand-over take their place in the hall.
  private func add(
    _ part: (folder: String, files: [String]), _ shown: String,
    to hall: (folder: String, files: [String])
  ) throws(Refusal) {
    let stray =
      part.files.first { !BackedUpFiles.isPrivate($0) }
      ?? hall.files.first(where: BackedUpFiles.isPrivate)
    if let stray {
      throw .refused(
        Phrase(
          zh: "「\(shown)」里不该有「\(stray)」，什么也没有写",
          en: "'\(stray)' does not belong beside '\(shown)': nothing was written"))
    }
    do throws(DiskFailure) {
      try OutsideFolder.move(part.folder + "/private", to: hall.folder + "/private")
    } catch {
      throw .unwritten(error, shown)
    }
  }

  private func unpack(_ archive: (path: String, shown: String), into place: String) throws(Refusal)
  {
    guard OutsideFolder.exists(archive.path) else {
      throw .refused(Phrase(zh: "没有「\(archive.shown)」", en: "there is no '\(archive.shown)'"))
    }
    do throws(Archive.Failure) {
      try Archive(archive.path, world.programs).unpack(into: place)
    } catch {
      throw .refused(
        Phrase(
          zh: "「\(archive.shown)」打不开：\(error.phrase.zh)",
          en: "'\(archive.shown)' cannot be read: \(error.phrase.en)"),
        hint: error.hint)
    }
  }
}
