import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

extension Sharing {
  /// Runs a git operation with a note of it: if it fails, everything is restored, and if it is
  /// interrupted, the next call undoes it.
  ///
  /// - Parameter theirs: the commit that is merged; nil if only local changes are committed.
  func underWay(
    _ theirs: String?, _ lock: HallLock, _ work: () throws(Refusal) -> Void
  ) throws(Refusal) {
    defer { withExtendedLifetime(lock) {} }
    guard let head = repository.commit("HEAD") else { return try work() }
    let note = SharingNote(head: head, theirs: theirs)
    do throws(HallWriter.Failure) { try HallWriter(folder).keep(note, holding: lock) } catch {
      throw .writing(error)
    }
    do throws(Refusal) { try work() } catch {
      StoppedSharing(folder: folder, repository: repository, note: note, moment: author.at)
        .takeBack()
      throw error
    }
    HallWriter(folder).dropSharingNote()
  }
}
