import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords
import HallWork

/// Whether a git operation is under way that `hall` has not started.
extension Sharing {
  /// A git operation under way, and the commands that end it.
  struct Begun {
    /// The files that git keeps during the operation.
    let files: [String]
    let name: Phrase
    let goesOn: String
    let givesUp: String
  }

  private static let begun = [
    Begun(
      files: ["rebase-merge", "rebase-apply"], name: Phrase(zh: "变基（rebase）", en: "a rebase"),
      goesOn: "git rebase --continue", givesUp: "git rebase --abort"),
    Begun(
      files: ["CHERRY_PICK_HEAD"], name: Phrase(zh: "摘取提交（cherry-pick）", en: "a cherry-pick"),
      goesOn: "git cherry-pick --continue", givesUp: "git cherry-pick --abort"),
    Begun(
      files: ["REVERT_HEAD"], name: Phrase(zh: "撤回提交（revert）", en: "a revert"),
      goesOn: "git revert --continue", givesUp: "git revert --abort"),
    Begun(
      files: ["MERGE_HEAD"], name: Phrase(zh: "合并（merge）", en: "a merge"),
      goesOn: "hall record --join && git commit", givesUp: "git merge --abort"),
    Begun(
      files: ["BISECT_LOG"], name: Phrase(zh: "查找提交（bisect）", en: "a bisect"),
      goesOn: "git bisect good", givesUp: "git bisect reset"),
  ]

  /// The git operation that is under way.
  var begun: Begun? {
    let locks = GitLocks(of: repository)
    return Sharing.begun.first { $0.files.contains { locks?.has($0) ?? false } }
  }

  /// Undoes what an earlier call has left half done, and refuses to start while another git
  /// operation is under way.
  func requireQuiet() throws(Refusal) {
    if folder.sharingNote != nil {
      let lock = try lock()
      defer { withExtendedLifetime(lock) {} }
      try session.takeBackStopped()
    }
    if let found = begun {
      throw .refused(
        Phrase(
          zh: "这个文件夹里有人用 git 开始了\(found.name.zh)，还没有做完，不是 hall 做的。没有交，一切照旧",
          en:
            "\(found.name.en) begun with git is not finished yet; nothing was shared"),
        hint: Phrase(
          zh: "放弃它：\(found.givesUp)；做完它：\(found.goesOn)。然后再打 hall 分享",
          en: "give it up: \(found.givesUp); or finish it: \(found.goesOn). Then run 'hall share'"))
    }
    guard repository.branch != nil else {
      let name = usualBranch
      throw .refused(
        Phrase(zh: "现在看的是过去的一版，不能从这里分享", en: "no branch is checked out"),
        hint: Phrase(
          zh: "先回到平时用的分支：git switch \(name ?? "分支名")，再打 hall 分享",
          en: "go back to your branch: git switch \(name ?? "NAME"), and run 'hall share' again"))
    }
  }

  /// The branch to return to from a commit of the past; else the only one there is.
  private var usualBranch: String? {
    if let last = repository.line(["rev-parse", "--abbrev-ref", "--verify", "--quiet", "@{-1}"]) {
      return last
    }
    let names = repository.git(["for-each-ref", "--format=%(refname:short)", "refs/heads"]).text
      .split(separator: "\n").map(String.init)
    return names.count == 1 ? names.first : nil
  }
}
