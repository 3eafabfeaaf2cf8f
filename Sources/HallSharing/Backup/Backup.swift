import HallGit
import HallModel
import HallStore
import HallWords

/// A hall as one file: everything in its folder, with `private/`, and without git's own files. It is
/// unpacked again and compared before it is called good.
package struct Backup: Sendable {
  private let folder: HallFolder
  private let world: World

  package init(of folder: HallFolder, in world: World) {
    (self.folder, self.world) = (folder, world)
  }

  /// What was written.
  package struct Outcome: Sendable {
    package let path: String
    package let files: [String]
    /// What is in the folder and could not be taken along.
    package let others: [String]
    /// The histories that `verify` calls broken, by their names; they are in the backup as they are.
    package let broken: [String]
  }

  /// Writes a new archive; a file that is there is left alone.
  ///
  /// - Parameter isPart: which files it is to hold.
  package func write(
    to path: String, shown: String, where isPart: (String) -> Bool = { _ in true }
  ) throws(Refusal) -> Outcome {
    guard !OutsideFolder.exists(path) else { throw Backup.isThere(shown) }
    try requireOutside(path, shown)
    let lock: HallLock
    do throws(HallWriter.Failure) { lock = try HallWriter(folder).lock() } catch {
      throw .writing(error)
    }
    defer { withExtendedLifetime(lock) {} }
    let all: BackedUpFiles
    do throws(StoreFailure) { all = try BackedUpFiles(of: folder) } catch { throw .store(error) }
    guard !all.isPrivateLost else {
      throw .refused(
        Phrase(
          zh: "private 是链接，指的地方现在打不开，里面的名册和票备份不了；什么也没有写",
          en:
            "'private' is a link whose end cannot be read, so its files would be missing: nothing was written"
        ),
        hint: Phrase(zh: "先把那个盘接上", en: "connect the disk that it leads to"))
    }
    let files = all.files.filter(isPart)
    let unfinished = try Backup.unfinished(path, shown)
    let broken = try make(unfinished.path, files, shown)
    do throws(DiskFailure) { try unfinished.finish() } catch { throw .unwritten(error, shown) }
    return Outcome(
      path: shown, files: files, others: all.others, broken: broken)
  }

  private static func isThere(_ shown: String) -> Refusal {
    .refused(
      Phrase(zh: "「\(shown)」已经有了，没有动它", en: "'\(shown)' is there: it was left alone"),
      hint: Phrase(zh: "换一个文件名", en: "give another name"))
  }

  private static func unfinished(_ path: String, _ shown: String) throws(Refusal) -> UnfinishedFile
  {
    do throws(UnfinishedFile.Failure) {
      return try UnfinishedFile(path, ending: [".gz", ".tgz"].first(where: path.hasSuffix) ?? "")
    } catch {
      switch error {
      case .exists: throw isThere(shown)
      case .busy:
        throw .refused(
          Phrase(zh: "有人正在往「\(shown)」里写备份", en: "somebody is writing a backup to '\(shown)'"),
          hint: Phrase(zh: "等它写完，或者换一个文件名", en: "wait until that is done, or give another name"))
      case .disk(let failure): throw .unwritten(failure, shown)
      }
    }
  }

  /// Backs up only the private files; returns nil if the hall has none.
  package func writePrivateFiles(to path: String, shown: String) throws(Refusal) -> Outcome? {
    let all: BackedUpFiles
    do throws(StoreFailure) { all = try BackedUpFiles(of: folder) } catch { throw .store(error) }
    guard all.files.contains(where: BackedUpFiles.isPrivate) else { return nil }
    return try write(to: path, shown: shown, where: BackedUpFiles.isPrivate)
  }

  /// Packs the files, unpacks them again and compares each, byte by byte.
  ///
  /// - Returns: the histories of the copy that are broken.
  private func make(
    _ archive: String, _ files: [String], _ shown: String
  ) throws(Refusal) -> [String] {
    let tar = Archive(archive, world.programs)
    let place: TemporaryFolder
    do throws(DiskFailure) { place = try TemporaryFolder(in: world.environment["TMPDIR"]) } catch {
      throw .unwritten(error, shown)
    }
    do throws(Archive.Failure) {
      try tar.pack(files, of: folder.root)
      try tar.unpack(into: place.path)
    } catch {
      throw .refused(error.phrase, hint: error.hint)
    }
    if let differing = differing(files, place.path) {
      throw .refused(
        Phrase(
          zh: "「\(differing)」在备份里和原来的不一样，备份没有留下",
          en: "'\(differing)' differs in the backup: it was not kept"),
        hint: Phrase(zh: "再试一次，或者换一个存放的地方", en: "try again, or another place"))
    }
    guard files.contains(HallFolder.charterPath) else { return [] }
    return try UnpackedHall(place.path).brokenHistories(world)
  }

  /// The first file that is not the same in both folders.
  private func differing(_ files: [String], _ copy: String) -> String? {
    files.first { file in
      let own = try? OutsideFile.bytes(of: file, from: folder.root)
      let copied = try? OutsideFile.bytes(of: file, from: copy)
      return own == nil || own != copied
    }
  }

  /// A backup within the hall would be in the next one, and private files beside public ones.
  private func requireOutside(_ path: String, _ shown: String) throws(Refusal) {
    let place = OutsideFolder.realPath(path)
    let roots = [folder.root] + (folder.ownPrivateFolder.map { [$0] } ?? [])
    guard roots.contains(where: { place == $0 || place.hasPrefix($0 + "/") }) else { return }
    throw .refused(
      Phrase(
        zh: "「\(shown)」在议事厅的文件夹里，备份要放到外面",
        en: "'\(shown)' is within the hall; a backup belongs outside of it"),
      hint: Phrase(zh: "写一个别的地方，比如 U 盘上的", en: "give another place, as a disk of its own"))
  }
}

extension Refusal {
  /// A place outside of the hall that could not be written.
  static func unwritten(_ failure: DiskFailure, _ shown: String) -> Refusal {
    Refusal(
      Phrase(
        zh: "「\(shown)」写不了：\(failure.words.zh)",
        en: "'\(shown)' cannot be written: \(failure.words.en)"),
      hint: failure.hint, kind: .disk)
  }
}
