import HallGit
import HallModel
import HallSharing
import HallStore
import HallSyntax
import HallWords

/// The halls of a work tree that git's next commit changes.
struct StagedHalls {
  struct StagedHall {
    let folder: HallFolder
    /// The path of the hall in the work tree: empty, or ending in `/`.
    let prefix: String
  }

  let repository: Repository
  let changed: [StagedHall]

  /// The halls of `--hall`; by default, those set up by `git-setup` and the one around the current
  /// folder.
  init(_ invocation: Invocation, _ answer: inout Answer) throws(Refusal) {
    let context = invocation.context
    var folders: [HallFolder] = []
    if invocation.call.has(.hall) {
      folders = try invocation.folders(&answer)
    } else if let found = HallFolder.find(upwardFrom: context.workingDirectory) {
      folders = [found]
    }
    // A hook runs at the top of the work tree, and its variables are correct only from there.
    let here = OutsideFolder.realPath(context.workingDirectory)
    var repository = try Repository.required(around: here, context.programs, orElse: folders.first)
    if let first = folders.first, repository.prefix(of: first.root) == nil {
      repository = try Repository.required(around: first.root, context.programs)
    }
    if !invocation.call.has(.hall) {
      for folder in GitSetting.folders(in: repository.settings()) {
        let root = OutsideFolder.realPath(repository.top + "/" + folder)
        guard !folders.contains(where: { $0.root.utf8.elementsEqual(root.utf8) }) else { continue }
        let prefix = GitSetting.prefix(folder)
        let shown = prefix.isEmpty ? "." : String(prefix.dropLast())
        folders.append(HallFolder(root: root, shownPath: shown))
      }
    }
    guard !folders.isEmpty else { throw .noHall(from: context.workingDirectory) }
    guard let paths = repository.stagedPaths() else { throw StagedHalls.unread }
    var changed: [StagedHall] = []
    for folder in folders {
      guard let prefix = repository.prefix(of: folder.root) else {
        throw .refused(
          Phrase(
            zh: "「\(folder.shownPath)」不在这个 git 仓库里",
            en: "'\(folder.shownPath)' is not in this git repository"),
          hint: Phrase(zh: "一次只检查一个仓库", en: "one repository at a time is checked"))
      }
      guard paths.contains(where: { $0.utf8.starts(with: prefix.utf8) }) else { continue }
      changed.append(StagedHall(folder: folder, prefix: prefix))
    }
    self.repository = repository
    self.changed = changed
  }

  static let unread = Refusal.refused(
    Phrase(zh: "读不了 git 里准备提交的内容", en: "the content of git's next commit cannot be read"),
    hint: Phrase(zh: "用 git status 看看仓库的情况", en: "'git status' shows the state of the repository"))

  /// The files of a hall in the index; nil if the next commit has none of it any more.
  func held(_ hall: StagedHall) throws(Refusal) -> HeldFiles? {
    guard let files = repository.stagedFiles(below: hall.prefix) else { throw StagedHalls.unread }
    if files.isEmpty { return nil }
    if let unmerged = files.first(where: \.isUnmerged) {
      throw .refused(
        Phrase(
          zh: "「\(unmerged.path)」的合并还没有完", en: "'\(unmerged.path)' is not merged yet"),
        hint: Phrase(zh: "改好以后 git add 它", en: "settle it, then 'git add' it"))
    }
    let read = files.filter { StagedHalls.isRead($0.path.dropFirst(hall.prefix.count)) }
    var held = bytes(read.map { (String($0.path.dropFirst(hall.prefix.count)), $0.object) })
    if held.contains(where: \.value.isEmpty) {
      for path in repository.intendedPaths() where path.utf8.starts(with: hall.prefix.utf8) {
        held[String(path.dropFirst(hall.prefix.count))] = nil
      }
    }
    guard held["hall.md"] != nil else {
      throw .refused(
        Phrase(
          zh: "准备提交的内容里没有「\(hall.prefix)hall.md」，别人拿到的就不是议事厅",
          en: "the commit has no '\(hall.prefix)hall.md': others would not get a hall"),
        hint: Phrase(zh: "把它也 git add 进来", en: "'git add' it as well"))
    }
    return HeldFiles(held)
  }

  /// The files of a hall in a commit; nil if the commit does not have the hall.
  func held(_ hall: StagedHall, in commit: String) -> HeldFiles? {
    let there = Repository(repository, prefix: hall.prefix)
    let files = there.files(in: commit).filter { StagedHalls.isRead(Substring($0.key)) }
    let held = bytes(files.map { ($0.key, $0.value) })
    return held["hall.md"] == nil ? nil : HeldFiles(held)
  }

  /// Whether a file of the hall may be read by a check: not a picture or another attachment.
  private static func isRead(_ path: Substring) -> Bool {
    guard !path.hasPrefix(".") else { return false }
    return path.hasSuffix(".md") || path.hasPrefix("private/") || path.hasPrefix("signatures/")
      || NearDocument(path: String(path), beginning: []) != nil
  }

  private func bytes(_ files: [(path: String, object: String)]) -> [String: [UInt8]] {
    var held: [String: [UInt8]] = [:]
    for (file, bytes) in zip(files, repository.contents(of: files.map(\.object))) {
      if let bytes { held[file.path] = bytes }
    }
    return held
  }
}
