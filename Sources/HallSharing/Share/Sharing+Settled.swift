import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// A shortcut: nothing has changed here or there since the last call, which found no problem.
extension Sharing {
  /// Whether the hall is unchanged since everything in it was last checked, and the shared place
  /// has the same commit. Refs and git's status answer that: no file is read.
  func isSettled(_ answer: inout Answer) throws(Refusal) -> Bool {
    guard let branch = repository.branch,
      setting(of: branch, "remote") != nil, setting(of: branch, "merge") != nil
    else { return false }
    // Whatever a crash has left is finished first.
    withExtendedLifetime(try lock()) {}
    let own = "refs/heads/" + branch
    let commits = repository.commits(of: [own, WholeMark(repository).ref, "refs/hall/shared"])
    guard let head = commits[own], commits[WholeMark(repository).ref] == head,
      isClean,
      case .place(let place) = try sharedPlace(), place.commit == head, !place.isNew,
      commits[seenRef(place)] == head
    else { return false }
    answer.notePrivateFiles(of: folder, session.world.programs, language, layout)
    return true
  }

  /// Whether there is nothing to commit, as far as git reports.
  private var isClean: Bool {
    let pending = pending()
    return pending.isComplete && pending.isEmpty
  }

  private func setting(of branch: String, _ name: String) -> String? {
    repository.setting("branch.\(branch).\(name)")
  }
}
