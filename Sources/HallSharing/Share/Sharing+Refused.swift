import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// A commit that git, or a check before it, has refused.
extension Sharing {
  /// Restores the bytes of histories that a check of the commit has changed.
  ///
  /// - Returns: the first that was changed; nil if all were intact.
  func putBack(
    _ histories: [(path: String, bytes: [UInt8]?)], _ lock: HallLock
  ) -> String? {
    let changed = histories.compactMap { file -> HallWriter.Rewrite? in
      let now = (try? folder.read(file.path, kind: .other))?.bytes
      guard let bytes = file.bytes, let now, now != bytes else { return nil }
      return HallWriter.Rewrite(path: file.path, old: now, new: bytes)
    }
    guard let first = changed.first else { return nil }
    try? HallWriter(folder).rewrite(changed, holding: lock)
    return first.path
  }

  func damagedByHook(_ path: String, _ result: ProgramResult) -> Refusal {
    .refused(
      Phrase(
        zh: "提交前的检查改动了历史文件「\(path)」，提交没有成。历史已经放回原样，什么都没有丢",
        en:
          "a check before the commit changed the history '\(path)', and the commit was refused; the"
          + " history is as it was, and nothing is lost"),
      hint: Phrase(
        zh: "让它不碰历史：hall 接通仓库，再打 hall 分享；这一次先交：hall 分享 --照样",
        en: "keep it off the histories: 'hall git-setup', then 'hall share'; to share this once all"
          + " the same: 'hall share --anyway'"))
  }

  func notCommitted(_ result: ProgramResult) -> Refusal {
    if let trouble = GitTrouble(result.errorText) {
      return trouble.error(
        Phrase(zh: "改动都还在文件里", en: "all edits are still in the files"), Sharing.words(result))
    }
    return .refused(
      Phrase(
        zh: "没能存下这一步，改动都还在文件里", en: "the commit was refused; all edits are still in the files"),
      hint: Phrase(
        zh: "请懂 git 的人看看，它说：\(Sharing.words(result))", en: "git says: \(Sharing.words(result))"))
  }
}
