import HallGit
import HallModel
import HallStore
import HallWords

/// A hall that came out of an archive and that nobody has looked at yet.
struct UnpackedHall {
  private let path: String

  init(_ path: String) { self.path = path }

  /// The histories that `verify` calls broken, by their names.
  func brokenHistories(_ world: World) throws(Refusal) -> [String] {
    do throws(StoreFailure) {
      let folder = try HallFolder(at: path)
      let (hall, failures) = try folder.load()
      let (states, unread) = try folder.historyStates(
        of: hall, unread: failures.map(\.path), reckoning: world.reckoning)
      return states.filter(\.isBroken).map(\.place.name) + unread.map(\.path)
    } catch {
      throw .store(error)
    }
  }

  /// Its files; refuses what no backup of this program has: git's files, links, notes of changes.
  ///
  /// - Parameter shown: the archive, as it was given.
  func plainFiles(_ shown: String) throws(Refusal) -> [String] {
    let contents: FolderContents
    do throws(StoreFailure) { contents = try FolderContents(of: path, isAlone: true) } catch {
      throw .store(error)
    }
    let strange = contents.others.first ?? contents.files.first(where: BackedUpFiles.isLeftOut)
    if let strange {
      throw .refused(
        Phrase(
          zh: "「\(shown)」里有「\(strange)」，不是 hall 备份出来的，什么也没有写",
          en: "'\(shown)' has '\(strange)', which no backup has: nothing was written"))
    }
    return contents.files
  }
}
