import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// What `git-setup` does in a repository, part by part, determined before anything is changed.
package struct GitSetupPlan {
  package struct Part {
    package let title: Phrase
    /// Its purpose, or its result.
    package let about: Phrase
    package var changes: [GitSetupChange] = []
    /// Existing settings of somebody else, which stay, and a remedy.
    package var note: Phrase?
  }

  package let folder: HallFolder
  package let repository: Repository
  package let language: Language
  package let settings: [String: [String]]
  package var parts: [Part] = []

  package init(_ folder: HallFolder, _ language: Language, _ programs: any Programs) throws(Refusal)
  {
    self.folder = folder
    self.language = language
    repository = try Repository.required(around: folder.root, programs)
    settings = repository.settings()
  }

  /// This hall's value of `hall.folder`.
  private var name: String { "./" + repository.prefix }

  package var changes: [GitSetupChange] { parts.flatMap(\.changes) }

  // MARK: Setting up

  /// - Parameter program: the path of this program.
  package mutating func setUp(_ program: String) throws(Refusal) {
    let drivers = GitSetting.drivers(program, language, in: settings)
    let isKnown = GitSetting.folders(in: settings).contains { $0.utf8.elementsEqual(name.utf8) }
    parts.append(
      Part(
        title: Phrase(zh: "合并和比较", en: "merge and diff"),
        about: Phrase(
          zh: "git 合并时按事项合并，git diff、git log -p 按事项显示",
          en: "git merges by facts; 'git diff' and 'git log -p' show facts"),
        changes: drivers.changes + (isKnown ? [] : [.add(GitSetting.folderKey, name)]),
        note: drivers.theirs.isEmpty
          ? nil
          : Phrase(
            zh: "git 设置里的 \(drivers.theirs.joined(separator: "、")) 是别人写的，没有动",
            en: "\(drivers.theirs.joined(separator: ", ")) in git's settings belongs to somebody"
              + " else and stays")))
    let paths = GitSetting.plainPaths(in: settings)
    parts.append(
      Part(
        title: Phrase(zh: "中文文件名", en: "file names"),
        about: Phrase(zh: "照原样显示（core.quotePath）", en: "shown as they are (core.quotePath)"),
        changes: paths.changes,
        note: paths.isTheirs
          ? Phrase(
            zh: "core.quotePath 已经另有设置，没有动", en: "core.quotePath is set differently and stays")
          : nil))
    try addLines(.attributes)
    try addLines(.editors)
    try addLines(.prettier)
    try addFixers()
    try addHook(program)
  }

  private mutating func addHook(_ program: String) throws(Refusal) {
    var part = Part(
      title: Phrase(zh: "提交以前", en: "before a commit"),
      about: Phrase(
        zh: "检查准备提交的内容，新写错的不让提交", en: "what is staged is checked; new errors are refused"))
    defer { parts.append(part) }
    guard let hooks = CommitHook.folder(of: repository) else { return }
    let path = hooks.path + "/" + CommitHook.name
    let line = CommitHook.line(program)
    let old: StoredFile?
    do throws(DiskFailure) { old = try PlainFile(path).read() } catch {
      part.note = GitSetupPlan.foreign(path, line)
      return
    }
    let script = CommitHook.script(program, language)
    if let old, !CommitHook.isOurs(old.bytes) {
      let has = String(decoding: old.bytes, as: UTF8.self).contains(line)
      part.note =
        has
        ? Phrase(zh: "「\(path)」里已经有这一行", en: "'\(path)' has its line already")
        : GitSetupPlan.foreign(path, line)
      return
    }
    guard hooks.isOwn else {
      part.note = Phrase(
        zh: "「\(hooks.path)」是这个仓库以外的文件夹，没有动；要在那里的 pre-commit 里加一行：\n\(line)",
        en: "'\(hooks.path)' lies outside this repository and stays; add one line to its"
          + " pre-commit:\n\(line)")
      return
    }
    let isRunnable = old.map { $0.mode & 0o111 == 0o111 } ?? false
    if old?.bytes != script || !isRunnable {
      part.changes = [file(path, shown(path), old, script, isProgram: true)]
    }
  }

  private static func foreign(_ path: String, _ line: String) -> Phrase {
    Phrase(
      zh: "「\(path)」是别人写的，没有动；要检查，在它里面加一行：\n\(line)",
      en: "'\(path)' belongs to somebody else and stays; to have the check, add one line to"
        + " it:\n\(line)")
  }

  // MARK: The host

  package mutating func addWorkflow(_ host: WorkflowFile.Host) throws(Refusal) {
    let path = repository.top + "/" + host.path
    let workflow = WorkflowFile(host: host, language: language, prefix: repository.prefix)
    let new = Array(workflow.text.utf8)
    var part = Part(
      title: Phrase(zh: "托管平台", en: "the git host"),
      about: Phrase(
        zh: "每次推送后检查：\(host.path)；里面怎么取得 hall 要自己写上，写好一起提交",
        en: "checks what is pushed: \(host.path); say in it how to get hall, then commit it"))
    if let old = try GitSetupPlan.read(path) {
      if old.bytes != new {
        part.note = Phrase(
          zh: "「\(host.path)」已经有了，没有动", en: "'\(host.path)' is there already and stays")
      }
    } else {
      part.changes = [file(path, host.path, nil, new)]
    }
    parts.append(part)
  }

  // MARK: Taking back

  package mutating func undo() throws(Refusal) {
    let isKnown = GitSetting.folders(in: settings).contains { $0.utf8.elementsEqual(name.utf8) }
    let others = GitSetting.folders(in: settings).filter { !$0.utf8.elementsEqual(name.utf8) }
    var taken: [GitSetupChange] = isKnown ? [.unset(GitSetting.folderKey, name)] : []
    if others.isEmpty {
      let drivers = GitSetting.withoutDrivers(in: settings)
      taken += drivers
      if !drivers.isEmpty,
        repository.line(["rev-parse", "-q", "--verify", GitSetting.cacheRef]) != nil
      {
        taken.append(.removeRef(GitSetting.cacheRef))
      }
      taken += GitSetting.withoutPlainPaths(in: settings)
    }
    let shared = others.map { $0 == "./" ? "." : String(GitSetting.prefix($0).dropLast()) }.joined(
      separator: "、")
    parts.append(
      Part(
        title: Phrase(zh: "git 的设置", en: "git's settings"),
        about: Phrase(zh: "合并、比较、文件名", en: "merge, diff and file names"),
        changes: taken,
        note: others.isEmpty
          ? nil
          : Phrase(
            zh: "这个仓库里还有别的议事厅在用（\(shared)），公用的都留着",
            en: "another hall of this repository uses what they share (\(shared)): it stays")))
    try removeLines(.attributes)
    try removeLines(.editors)
    guard others.isEmpty else { return }
    try removeLines(.prettier)
    try removeLines(.preCommit)
    try removeHook()
  }

  private mutating func removeHook() throws(Refusal) {
    guard let hooks = CommitHook.folder(of: repository) else { return }
    let path = hooks.path + "/" + CommitHook.name
    guard let old = try? PlainFile(path).read(), CommitHook.isOurs(old.bytes) else { return }
    parts.append(
      Part(
        title: Phrase(zh: "提交以前", en: "before a commit"),
        about: Phrase(zh: "检查的脚本 \(shown(path))", en: "the script \(shown(path))"),
        changes: [file(path, shown(path), old, nil)]))
  }

  /// The workflow files of git hosts in the work tree: they stay.
  package var workflows: [String] {
    WorkflowFile.Host.allCases.map(\.path).filter { path in
      guard let bytes = (try? PlainFile(repository.top + "/" + path).read())?.bytes else {
        return false
      }
      return String(decoding: bytes, as: UTF8.self).contains("hall git-setup")
    }
  }

  // MARK: Files

  /// A path from the top of the work tree, if it is in the work tree.
  private func shown(_ path: String) -> String {
    let start = repository.top + "/"
    return path.utf8.starts(with: start.utf8)
      ? String(decoding: path.utf8.dropFirst(start.utf8.count), as: UTF8.self) : path
  }

  func file(
    _ path: String, _ shown: String, _ old: StoredFile?, _ new: [UInt8]?, isProgram: Bool = false
  ) -> GitSetupChange {
    .file(
      GitSetupFile(
        path: path, shown: shown, old: old, new: new, isProgram: isProgram,
        top: shown.hasPrefix("/") ? nil : repository.top))
  }

  package static func read(_ path: String) throws(Refusal) -> StoredFile? {
    do throws(DiskFailure) { return try PlainFile(path).read() } catch {
      throw .writing(.disk(error))
    }
  }
}
