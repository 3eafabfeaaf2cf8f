import HallGit
import HallHistory
import HallMerge
import HallModel
import HallSharing
import HallStore
import HallSyntax
import HallWords

/// `hall merge-file`: merges three versions of one file for git, as its merge driver.
enum MergeFileCommand: Command {
  static let shared = OptionSpec(
    "--shared", value: Phrase(zh: "ours|theirs", en: "ours|theirs"),
    takes: .choices([
      ListedWord("ours", "自己这边", "this side"), ListedWord("theirs", "别人那边", "the other side"),
    ]),
    summary: Phrase(
      zh: "哪一边别人已经有了，编号不再变", en: "which side others have already: its numbers stay"))

  static let spec = CommandSpec(
    "merge-file", aliases: ["合并文件"],
    summary: Phrase(
      zh: "（供 git 调用）按事实合并一份文件的三个版本", en: "merges three versions of a file by facts, for git"),
    arguments: [
      ArgumentSpec(Phrase(zh: "%O", en: "%O"), takes: .file),
      ArgumentSpec(Phrase(zh: "%A", en: "%A"), takes: .file),
      ArgumentSpec(Phrase(zh: "%B", en: "%B"), takes: .file),
      ArgumentSpec(Phrase(zh: "%L", en: "%L"), isOptional: true),
      ArgumentSpec(Phrase(zh: "%P", en: "%P"), isOptional: true),
    ],
    options: [shared],
    details: Phrase(
      zh: "git 合并时自动调用，结果写进 %A。退出码 1 表示有两边说法不同、要由人来定的地方。"
        + "历史文件会接成一条链，谁的话都不丢。",
      en: "git calls it while it merges; the result goes into %A. It exits 1 if the sides"
        + " contradict each other and somebody has to decide. Histories are joined into one chain,"
        + " so that no revision is lost."),
    examples: [
      Phrase(
        zh: "hall 合并文件 %O %A %B %L %P",
        en: "hall merge-file %O %A %B %L %P")
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let words = invocation.arguments
    let base = invocation.context.workingDirectory
    var versions: [[UInt8]] = []
    for path in words.prefix(3) {
      do throws(StoreFailure) {
        versions.append(try OutsideFile.bytes(of: path, from: base))
      } catch {
        throw .store(error)
      }
    }
    let path = words.count > 4 ? words[4] : words[1]
    let size = words.count > 3 ? Int(words[3]) ?? 7 : 7
    let isOursShared = try isOursShared(invocation, path, versions)
    let language = try invocation.language(
      HallFolder.find(upwardFrom: base)?.charter().charter)
    let merged = MergedFile(
      path: path,
      MergedFile.Versions(
        base: versions[0], ours: versions[1], theirs: versions[2], isOursShared: isOursShared,
        markerSize: size))
    do throws(DiskFailure) {
      try OutsideFile.replace(words[1], from: base, with: merged.bytes)
    } catch {
      throw .writing(.disk(error))
    }
    var answer = Answer()
    let names = ConflictText(
      ours: Phrase(zh: "这边", en: "ours")[language],
      theirs: Phrase(zh: "那边", en: "theirs")[language])
    for conflict in merged.open {
      let line = names.line(conflict, oursIsFirst: merged.oursIsFirst, language)
      answer.errors += VisibleText.line("hall: \(path): \(line)") + "\n"
    }
    if let fault = merged.fault {
      answer.errors += VisibleText.line("hall: \(path): \(fault.reason.phrase[language])") + "\n"
    }
    if merged.isTwoThings {
      answer.errors +=
        VisibleText.line(
          "hall: \(path): "
            + Phrase(
              zh: "两边用同一个编号记了两件不同的事。放弃这次合并（git merge --abort），"
                + "再打 hall 分享，它会给后来的一件另一个编号",
              en: "two different things have one number: give this merge up (git merge --abort) and"
                + " run 'hall share', which gives the later one another number")[language]) + "\n"
    }
    if !merged.isClean { answer.raise(to: 1) }
    return answer
  }

  /// Which side the others have: the one given in the call, else the one whose numbers a remote
  /// has, else the one that the branch's remote has.
  private static func isOursShared(
    _ invocation: Invocation, _ path: String, _ versions: [[UInt8]]
  ) throws(Refusal) -> Bool {
    switch invocation.call.value(shared) {
    case "ours": return true
    case "theirs": return false
    case let word?:
      throw .unknownChoice(
        word, of: Phrase(zh: "一边", en: "side"), choices: ["ours", "theirs"], suggestion: nil)
    case nil: break
    }
    let (ours, theirs) = (versions[1], versions[2])
    // git calls its driver at the top of the work tree, and gives the path from there.
    let folder = invocation.context.workingDirectory
    if let repository = try? Repository(around: folder, invocation.context.programs),
      let isOurs = SharedNumbers(repository: Repository(repository, prefix: "")).isOurs(
        path, base: versions[0], ours: ours, theirs: theirs)
    {
      return isOurs
    }
    let call = ProgramCall(
      ["git"] + Repository.obeysNothing + ["cat-file", "blob", "@{upstream}:" + path],
      environment: Repository.asksNobody)
    let upstream = invocation.context.programs.run(call)
    guard let upstream, upstream.isDone, ours != theirs else { return true }
    return upstream.output != theirs
  }
}
