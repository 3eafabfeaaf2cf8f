import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

extension Sharing {
  /// Has git do something, with a note of it: where it stops, everything is as it was, and where it
  /// is stopped, the next call takes it back.
  ///
  /// - Parameter theirs: the commit that is merged; nil where only what is here is committed.
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
