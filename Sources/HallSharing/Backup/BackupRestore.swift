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

  package func write(to target: String, shown: String) throws(Refusal) -> Outcome {
    if OutsideFolder.exists(target), !OutsideFolder.isEmpty(target) {
      throw .refused(
        Phrase(zh: "「\(shown)」不是空文件夹，没有动它", en: "'\(shown)' is not empty: it was left alone"),
        hint: Phrase(zh: "写一个新文件夹的名字", en: "give the name of a new folder"))
    }
    // Beside the target: one renaming, and the hall is there whole or not at all.
    let place = target + ".hall-new"
    OutsideFolder.removeFolder(place)
    do throws(DiskFailure) { try OutsideFolder.make(place) } catch {
      throw .unwritten(error, shown)
    }
    defer { OutsideFolder.removeFolder(place) }
    for archive in archives { try unpack(archive, into: place) }
    let hall = UnpackedHall(place)
    let files = try hall.requirePlain(archives[0].shown)
    guard files.contains(HallFolder.charterPath) else {
      throw .refused(
        Phrase(
          zh: "「\(archives[0].shown)」里没有 hall.md，不是议事厅的备份",
          en: "'\(archives[0].shown)' has no hall.md: it is no backup of a hall"))
    }
    let broken = try hall.brokenHistories(world)
    OutsideFolder.open(place, files.filter { !BackedUpFiles.isPrivate($0) })
    OutsideFolder.close(place, files.filter(BackedUpFiles.isPrivate))
    do throws(DiskFailure) { try OutsideFolder.move(place, to: target) } catch {
      throw .unwritten(error, shown)
    }
    return Outcome(files: files, broken: broken)
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
