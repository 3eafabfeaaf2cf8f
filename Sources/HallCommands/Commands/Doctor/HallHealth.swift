import HallChecks
import HallGit
import HallModel
import HallSharing
import HallStore
import HallSyntax
import HallWords

/// Whether a hall is whole.
struct HallHealth {
  private let loaded: LoadedHall
  private let judged: JudgedHall
  private let today: Day
  private let context: CommandContext

  init(_ loaded: LoadedHall, today: Day, _ context: CommandContext) {
    (self.loaded, self.today, self.context) = (loaded, today, context)
    judged = JudgedHall(
      loaded, context.world, today: today,
      also: HistoryWitness.findings(of: loaded.folder, context.programs),
      privateFiles: loaded.folder.privateFiles(context.programs))
  }

  var findings: [HealthFinding] {
    var findings = [whole, format, records, histories, privacy, unrecorded]
    findings += [drafts, sharing, setUp].compactMap(\.self)
    return findings
  }

  private func finding(
    _ item: String, _ name: Phrase, _ state: HealthFinding.State, _ fact: Phrase,
    value: String? = nil, source: String? = nil, remedy: Phrase? = nil
  ) -> HealthFinding {
    HealthFinding(
      area: .hall, item: item, name: name, state: state, fact: fact, value: value,
      source: source, remedy: state == .fine ? nil : remedy)
  }

  /// Which hall it is, and what it has.
  private var whole: HealthFinding {
    let hall = loaded.hall
    let (meetings, matters) = (hall.meetings.count, hall.matters.count)
    let unread = judged.failures.count
    return finding(
      "files", Phrase(zh: "文件", en: "files"), unread == 0 ? .fine : .mend,
      unread == 0
        ? Phrase(
          zh: "\(meetings) 次会议，\(matters) 个问题", en: "\(meetings) meetings, \(matters) matters")
        : Phrase(zh: "有 \(unread) 个文件读不出来", en: "\(unread) files cannot be read"),
      value: loaded.folder.root,
      remedy: Phrase(zh: "用「hall 检查」看是哪些", en: "'hall check' names them"))
  }

  private var format: HealthFinding {
    let format = loaded.hall.charter.format
    let isNewer = loaded.hall.charter.isOfNewerFormat
    return finding(
      "format", Phrase(zh: "格式", en: "format"), isNewer ? .mend : .fine,
      isNewer
        ? Phrase(
          zh: "是 \(format)，这个 hall 只认到 \(HallFormat.newest)：能看，不能改",
          en:
            "it is \(format), and this hall knows \(HallFormat.newest): it reads and does not write"
        )
        : Phrase(both: String(format)),
      value: String(format), source: "hall.md",
      remedy: Phrase(zh: "换用新版的 hall", en: "use a newer hall"))
  }

  private static let elsewhere: Set<String> = [
    PrivateFile.id, UnrecordedEdit.id, FormatVersion.id,
  ]

  private func isOfHistory(_ problem: Problem) -> Bool {
    problem.path.hasPrefix("history/") || problem.path.hasPrefix("signatures/")
  }

  /// What `hall check` finds in the documents.
  private var records: HealthFinding {
    let problems = judged.problems.filter {
      !isOfHistory($0) && !HallHealth.elsewhere.contains($0.id)
    }
    let errors = problems.count { $0.severity == .error }
    let warnings = problems.count - errors
    return finding(
      "check", Phrase(zh: "检查", en: "check"),
      errors > 0 ? .mend : warnings > 0 ? .optional : .fine,
      problems.isEmpty
        ? Phrase(zh: "没有写错、对不上的地方", en: "nothing wrong, nothing contradictory")
        : CheckSummary.counts(errors, warnings),
      value: String(problems.count),
      remedy: Phrase(zh: "用「hall 检查」看在哪里、怎么改", en: "'hall check' shows where, and what to write"))
  }

  /// What `hall verify` finds in histories and signatures.
  private var histories: HealthFinding {
    let problems = judged.problems.filter {
      isOfHistory($0) && !HallHealth.elsewhere.contains($0.id)
    }
    let errors = problems.count { $0.severity == .error }
    return finding(
      "verify", Phrase(zh: "历史", en: "histories"),
      errors > 0 ? .mend : problems.isEmpty ? .fine : .optional,
      problems.isEmpty
        ? Phrase(zh: "都完好，签名都有效", en: "whole, and every signature valid")
        : Phrase(zh: "\(problems.count) 处有问题", en: Language.counted(problems.count, "problem")),
      value: String(problems.count),
      remedy: Phrase(zh: "用「hall 核验」看是哪些", en: "'hall verify' names them"))
  }

  private var privacy: HealthFinding {
    let files = loaded.folder.privateFiles(context.programs)
    return finding(
      "private", Phrase(zh: "私密文件", en: "private files"), files.isEmpty ? .fine : .mend,
      files.isEmpty
        ? Phrase(zh: "别人看不到", en: "nobody else sees them")
        : Phrase(zh: "有 \(files.count) 个别人看得到", en: "others may see \(files.count)"),
      value: String(files.count),
      remedy: Phrase(zh: "用「hall 检查」看是哪些、怎么改", en: "'hall check' names them, each with its remedy"))
  }

  private var unrecorded: HealthFinding {
    let names = loaded.folder.unrecordedDocuments(of: loaded.hall).map(\.path)
    return finding(
      "unrecorded", Phrase(zh: "没记下的改动", en: "edits"), names.isEmpty ? .fine : .mend,
      names.isEmpty
        ? Phrase(zh: "没有", en: "all are recorded")
        : Phrase(
          zh: "改过还没记进历史：" + names.prefix(5).joined(in: .zh),
          en: "not recorded yet: " + names.prefix(5).joined(in: .en)),
      value: String(names.count),
      remedy: Phrase(zh: "hall 记下", en: "hall record"))
  }

  /// Drafts that an editor left.
  private var drafts: HealthFinding? {
    let names = loaded.folder.drafts()
    guard let first = names.first else { return nil }
    return finding(
      "drafts", Phrase(zh: "草稿", en: "drafts"), .optional,
      Phrase(
        zh: "没有写完的：" + names.joined(in: .zh), en: "not finished: " + names.joined(in: .en)),
      value: String(names.count),
      remedy: Phrase(zh: "接着写：hall 编辑 \(first)", en: "go on with: hall edit \(first)"))
  }

  /// A share that was stopped in the middle.
  private var sharing: HealthFinding? {
    guard loaded.folder.sharingNote != nil else { return nil }
    return finding(
      "sharing", Phrase(zh: "分享", en: "sharing"), .mend,
      Phrase(zh: "上一次交到一半停下了", en: "the last share was stopped in the middle"),
      remedy: Phrase(zh: "hall 分享，会先退回到开始前的样子", en: "hall share: it first puts all back as it was"))
  }

  /// Whether git knows the hall's documents.
  private var setUp: HealthFinding? {
    guard let program = context.programPath(),
      var plan = try? GitSetupPlan(loaded.folder, .en, context.programs)
    else { return nil }
    guard (try? plan.setUp(program)) != nil, !plan.changes.isEmpty else {
      return finding(
        "git-setup", Phrase(zh: "接通 git", en: "git"), .fine,
        Phrase(zh: "已经接好", en: "it is set up"))
    }
    return finding(
      "git-setup", Phrase(zh: "接通 git", en: "git"), .optional,
      Phrase(zh: "在 git 里，还没有接通", en: "it is in git, which is not set up for it"),
      remedy: Phrase(zh: "hall 接通仓库", en: "hall git-setup"))
  }
}
