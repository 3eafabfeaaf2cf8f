import HallGit
import HallModel
import HallPages
import HallSharing
import HallStore
import HallSyntax
import HallWords

/// `hall backup`: the whole hall as one file, or a folder for a successor.
enum BackupCommand: Command {
  static let handOver = OptionSpec(
    "--hand-over",
    summary: Phrase(
      zh: "交接用：写一个文件夹，私密文件分开，附交接清单",
      en: "a folder for a successor: private files apart, with a list of what there is"))

  static let spec = CommandSpec(
    "backup", aliases: ["备份"],
    summary: Phrase(zh: "把整个议事厅存成一个文件", en: "the whole hall as one file"),
    arguments: [ArgumentSpec(Phrase(zh: "文件", en: "FILE"), takes: .file)],
    options: [handOver, .asOf],
    details: Phrase(
      zh: """
        整个议事厅，连同 private/ 里的名册和票，存成一个 tar 文件；写的若是文件夹，就存在里面，名字由程序取。写完会拆开来逐个对一遍、\
        核验历史，都对才算数。只有您自己能读；里面有居民的信息，请放好。git 的提交不在里面，议事厅自己的历史在。
        换人交接用 --交接：写一个文件夹，议事厅、私密文件、git 的提交各一个文件，附一页交接清单。
        恢复：hall 恢复备份 文件。
        """,
      en: """
        The whole hall, with the roster and the ballots of private/, as one tar file; where FILE is a \
        folder, a name is chosen in it. It is unpacked again and compared, and the histories are \
        verified, before it is called good. Only you can read it; residents' data is in it. git's \
        commits are not in it, the hall's own histories are.
        --hand-over writes a folder: the hall, its private files and git's commits as a file each, and \
        a page that says what there is and what is under way.
        To restore: hall restore-from FILE.
        """),
    examples: [
      Phrase(
        zh: "hall 备份 ../hall-2025-12.tar.gz",
        en: "hall backup ../hall-2025-12.tar.gz"),
      Phrase(
        zh: "hall 备份 ../交接 --交接",
        en: "hall backup ../hand-over --hand-over"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    var answer = Answer()
    let halls = try invocation.load(&answer)
    let loaded = try invocation.onlyHall(of: halls, "备份")
    let language = try invocation.language(loaded.hall.charter)
    let today = try invocation.today(loaded.hall.charter)
    let world = invocation.context.world
    let shown = invocation.arguments[0]
    if invocation.call.has(handOver) {
      let page = language.say("交接清单.html", "hand-over.html")
      let outcome = try HandOver(of: loaded.folder, in: world, language).write(
        to: try invocation.outside(shown), shown: shown
      ) { outcome, folder throws(Refusal) in
        try PrintedFile(folder + "/" + page, from: invocation.context.workingDirectory).write(
          SheetHTML(sheet(outcome, of: loaded, today, language)).bytes
        ) { _ in false }
      }
      answer.output =
        Phrase(
          zh: "写好了 \(shown)：" + (outcome.parts.map(\.name) + [page]).joined(in: .zh)
            + "\n先看 \(page)，打印出来双方签字\n",
          en: "\(shown): " + (outcome.parts.map(\.name) + [page]).joined(in: .en)
            + "\nRead \(page) first; print it, and both sign\n")[language]
      for remark in outcome.remarks {
        answer.errors += Phrase(zh: "注意：\(remark.zh)\n", en: "note: \(remark.en)\n")[language]
      }
      tell(outcome.others, outcome.broken, language, &answer)
      return answer
    }
    let chosen = name(in: shown, of: loaded.hall.charter, today, invocation)
    let path = try archive(chosen, isThere: OutsideFolder.exists(invocation.whole(chosen)))
    let outcome = try Backup(of: loaded.folder, in: world).write(
      to: try invocation.outside(path), shown: path)
    let privates = outcome.files.filter(BackedUpFiles.isPrivate)
    answer.output =
      Phrase(
        zh: "备份好了：\(outcome.path)，\(outcome.files.count) 个文件"
          + (privates.isEmpty ? "" : "，其中私密的 \(privates.count) 个") + "，拆开对过，一个不差\n",
        en: "\(outcome.path): \(Language.counted(outcome.files.count, "file"))"
          + (privates.isEmpty ? "" : ", \(privates.count) of them private")
          + ", unpacked again and compared\n")[language]
    if let commits = HandedCommits(of: loaded.folder, world.programs) {
      answer.output += told(commits.missing(of: outcome.files), language)
    }
    tell(outcome.others, outcome.broken, language, &answer)
    return answer
  }

  /// Where a folder is given, the file is called after the hall and the day.
  private static func name(
    in shown: String, of charter: Charter, _ today: Day, _ invocation: Invocation
  ) -> String {
    guard !shown.isEmpty, OutsideFolder.isFolder(invocation.whole(shown)) else { return shown }
    let name = charter.name.filter { !"/\\:*?\"<>| \n\r\t".contains($0) }
    let start =
      (shown.hasSuffix("/") ? shown : shown + "/") + "\(name.isEmpty ? "hall" : name)-\(today.iso)"
    // The second of a day has a number.
    var (path, number) = (start + ".tar", 2)
    while OutsideFolder.exists(invocation.whole(path)) {
      path = start + "-\(number).tar"
      number += 1
    }
    return path
  }

  /// How the name of a tar file ends, packed or not.
  private static let names = [".tar", ".tgz", ".tbz2", ".txz"]

  /// A name that says of the file what it is.
  ///
  /// - Parameter isThere: whether something is there already, which is refused for that.
  private static func archive(_ path: String, isThere: Bool) throws(Refusal) -> String {
    let lower = path.lowercased()
    if let end = [".zip", ".rar", ".7z"].first(where: lower.hasSuffix) {
      let name = String(path.dropLast(end.count))
      throw .refused(
        Phrase(
          zh: "备份是 tar 文件，不是 \(end.dropFirst())",
          en: "a backup is a tar file, not \(end.dropFirst())"),
        hint: Phrase(
          zh: "写成「hall 备份 \(name).tar」", en: "write 'hall backup \(name).tar'"))
    }
    guard isThere || lower.contains(".tar.") || names.contains(where: lower.hasSuffix) else {
      // A stick that is not plugged in, or a folder that was never made.
      let name = String(path.reversed().drop { $0 == "/" }.reversed())
      throw .refused(
        Phrase(zh: "没有「\(name)」这个文件夹", en: "there is no folder '\(name)'"),
        hint: Phrase(
          zh: "插上 U 盘、建好文件夹再来；要写成一个文件，就写「hall 备份 \(name).tar」",
          en: "plug it in or make the folder first; for a file write 'hall backup \(name).tar'"))
    }
    return path
  }

  /// What whoever gets the repository would not get.
  private static func told(_ missing: [String], _ language: Language) -> String {
    guard !missing.isEmpty else { return "" }
    let first = missing.prefix(3).joined(in: language) + (missing.count > 3 ? " …" : "")
    return Phrase(
      zh: "这 \(missing.count) 个文件只在备份里，分享时不会带上：\(first)\n",
      en: "\(missing.count) of the files would not go along with the git repository: \(first)\n")[
        language]
  }

  private static func tell(
    _ others: [String], _ broken: [String], _ language: Language, _ answer: inout Answer
  ) {
    if !others.isEmpty {
      answer.errors +=
        Phrase(
          zh: "注意：链接之类的没有备份：\(others.joined(in: .zh))\n",
          en: "note: links and the like were left out: \(others.joined(in: .en))\n")[language]
    }
    if !broken.isEmpty {
      answer.raise(to: 1)
      answer.errors +=
        Phrase(
          zh: "注意：历史核验不过，备份里也照原样：\(broken.joined(in: .zh))；用「hall 核验」看\n",
          en:
            "note: these histories are not intact, here and in the backup: \(broken.joined(in: .en));"
            + " see 'hall verify'\n")[language]
    }
  }

  // MARK: The page of a hand-over

  private static func sheet(
    _ outcome: HandOver.Outcome, of loaded: LoadedHall, _ today: Day, _ language: Language
  ) -> Sheet {
    let files = outcome.parts.map { part in
      HandOverPage.File(part.name, about(part), size: part.size, digest: part.digest)
    }
    return HandOverPage(
      FormSource(loaded.hall, today: today, language, origin: nil), files: files,
      steps: steps(outcome), apart: apart(outcome)
    ).sheet
  }

  private static func about(_ part: HandOver.Part) -> Phrase {
    let count = part.files ?? 0
    switch part.kind {
    case .hall:
      return Phrase(
        zh: "会议、问题、决议和历史，\(count) 个文件",
        en: "meetings, matters, histories: \(Language.counted(count, "file"))")
    case .privateFiles:
      return Phrase(
        zh: "名册、票等私密文件，\(count) 个；只交给接手的人",
        en: "roster, ballots: \(Language.counted(count, "file")); for the successor only")
    case .commits: return Phrase(zh: "git 的全部提交", en: "all commits of git")
    }
  }

  private static func steps(_ outcome: HandOver.Outcome) -> [Phrase] {
    var steps = [
      Phrase(
        zh: "装好 hall，在这个文件夹旁边打：hall 恢复备份 这个文件夹 新议事厅",
        en: "install hall, and beside this folder: hall restore-from THIS-FOLDER NEW-HALL"),
      Phrase(
        zh: "进新议事厅的文件夹，打：hall 核验，历史都要「完好」",
        en: "in the new folder: hall verify; every history has to be intact"),
      Phrase(zh: "再打：hall，看今天要办什么", en: "then: hall, for what is to be done today"),
    ]
    if let name = outcome.parts.first(where: { $0.kind == .commits })?.name {
      steps.append(
        Phrase(
          zh: "用 git 的：git clone \(name) 新议事厅，再把私密文件解到里面；然后打 hall 接通仓库",
          en:
            "with git: git clone \(name) NEW-HALL, and unpack the private files into it; then: hall git-setup"
        ))
    }
    return steps
  }

  private static func apart(_ outcome: HandOver.Outcome) -> [Phrase] {
    var apart = [
      Phrase(
        zh: "签名用的钥匙各人自己留着，不交；接手的人登记自己的",
        en: "keys for signing stay with their owners; the successor enrols a key"),
      Phrase(zh: "盖了章、签了字的纸质材料", en: "papers with seals and signatures"),
      Phrase(zh: "发布的网页放在哪里，谁管", en: "where the pages are published, and who looks after them"),
    ]
    if !outcome.places.isEmpty {
      apart.append(
        Phrase(
          zh: "分享的地方和那里的账号：" + outcome.places.joined(in: .zh),
          en: "the accounts of the shared places: " + outcome.places.joined(in: .en)))
    }
    return apart
  }
}

extension Invocation {
  /// A path outside of the halls, from the folder of the call.
  func whole(_ path: String) -> String {
    path.hasPrefix("/") ? path : context.workingDirectory + "/" + path
  }

  /// The same of a path that something is written to; an empty one, as of a variable that is not set, is
  /// none.
  func outside(_ path: String) throws(Refusal) -> String {
    guard !path.isEmpty else {
      throw .refused(Phrase(zh: "没有写放在哪里", en: "the place to write to is empty"))
    }
    return whole(path)
  }
}
