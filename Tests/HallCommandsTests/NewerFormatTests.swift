import Foundation
import HallCommands
import HallModel
import TestSupport
import Testing

/// A hall whose format is newer than the program is read with a word of warning, but never written to.
struct NewerFormatTests {
  private static let charter =
    "---\n议事厅: 试厅\n语言: zh\n格式: \(HallFormat.newest + 1)\n---\n\n# 试厅\n"

  private func hall() throws -> TestHall {
    try TestHall(
      [
        "agendas/M-2025-008.md": meeting(
          8, item: "#### 表决: 换\n\n- 规则: 简单多数\n\n#### 决议 D1: 换\n\n- [ ] T1 换灯\n"),
        "matters/Q-2025-001.md": "---\n问题: Q-2025-001\n---\n\n# 灯\n",
        "名册.csv": "姓名,方\n张三,居民\n",
      ], charter: Self.charter)
  }

  /// A call of every command that writes to the hall, by its name.
  private static let writing: [String: [String]] = [
    "party": ["party", "业委会", "表决"], "matter add": ["matter", "add", "路灯不亮"],
    "matter note": ["matter", "note", "Q-2025-001", "来电"],
    "matter summon": ["matter", "summon", "Q-2025-001", "物业", "--respond-by", "3天后"],
    "matter close": ["matter", "close", "Q-2025-001", "好了"],
    "matter reopen": ["matter", "reopen", "Q-2025-001", "又坏"],
    "new": ["new", "例会", "--on", "2025-12-20"], "item": ["item", "M-2025-008", "车棚"],
    "notice": ["notice", "M-2025-008", "--sent"], "attend": ["attend", "M-2025-008", "张三"],
    "vote": ["vote", "M-2025-008#1", "--for", "3"],
    "decide": ["decide", "M-2025-008#1", "照办", "--basis", "协商一致"],
    "outcome": ["outcome", "M-2025-008#1", "达成一致"],
    "object": ["object", "M-2025-008-D1", "张三", "贵"],
    "answer": ["answer", "M-2025-008-D1", "不贵"],
    "sign-off": ["sign-off", "M-2025-008", "居民", "张三"], "approve": ["approve", "M-2025-008"],
    "hold": ["hold", "M-2025-008"], "postpone": ["postpone", "M-2025-008"],
    "cancel": ["cancel", "M-2025-008", "-m", "不开"],
    "task add": ["task", "add", "M-2025-008-D1", "贴告示"],
    "task done": ["task", "done", "M-2025-008-T1"],
    "task extend": ["task", "extend", "M-2025-008-T1", "12-30", "等"],
    "task assign": ["task", "assign", "M-2025-008-T1", "张三"],
    "task cancel": ["task", "cancel", "M-2025-008-T1", "不用"],
    "task note": ["task", "note", "M-2025-008-T1", "一半"], "urge": ["urge", "--sent"],
    "set": ["set", "M-2025-008", "地点", "二楼"], "reword": ["reword", "M-2025-008#1", "一件", "两件"],
    "strike": ["strike", "M-2025-008-D1"], "edit": ["edit", "M-2025-008"],
    "amend": ["amend", "M-2025-008", "-m", "错", "set", "M-2025-008", "地点", "二楼"],
    "record": ["record"], "undo": ["undo"], "restore": ["restore", "M-2025-008", "1"],
    "tally": ["tally", "M-2025-008", "--write"], "init": ["init", "--roster", "名册.csv"],
    "sign": ["sign", "M-2025-008", "--as", "居民", "--key", "名册.csv"],
    "minute": ["minute", "M-2025-008"],
  ]

  @Test(arguments: writing.keys.sorted())
  func aCommandThatWritesIsRefused(name: String) throws {
    let words = try #require(Self.writing[name])
    let hall = try hall()
    let before = try FileManager.default.subpathsOfDirectory(atPath: hall.folder.path()).sorted()
    for language in ["zh", "en"] {
      let answer = CommandTable.answer(
        words + ["--lang", language],
        in: hall.context(environment: ["HALL_AUTHOR": "王五", "EDITOR": "true"]))
      #expect(answer.status == 2, "\(words) \(answer.output)")
      let word = language == "zh" ? "只认到 \(HallFormat.newest)" : "knows up to \(HallFormat.newest)"
      #expect(answer.errors.contains(word), "\(words) \(answer.errors)")
      #expect(
        answer.errors.contains(
          language == "zh" ? "换用新版的 hall（这个是 " : "use a newer hall (this one is "))
    }
    let after = try FileManager.default.subpathsOfDirectory(atPath: hall.folder.path()).sorted()
    #expect(after.filter { !$0.hasPrefix(".hall") } == before.filter { !$0.hasPrefix(".hall") })
  }

  /// A call of every command that reads the hall, by its name.
  private static let reading: [String: [String]] = [
    "status": [], "list": ["list", "tasks"], "show": ["show", "M-2025-008"],
    "overdue": ["overdue"], "tally": ["tally"], "search": ["search", "灯"], "stats": ["stats"],
    "matter show": ["matter", "show", "Q-2025-001"], "notice": ["notice", "M-2025-008"],
    "print": ["print", "M-2025-008", "--text"], "export": ["export", "ndjson"], "urge": ["urge"],
    "party": ["party"], "roster": ["roster"], "verify": ["verify"], "publish": ["publish", "网页"],
  ]

  @Test(arguments: reading.keys.sorted())
  func aCommandThatReadsAnswersAndSaysThatItMayNotKnowAll(name: String) throws {
    let words = try #require(Self.reading[name])
    let hall = try hall()
    let answer = CommandTable.answer(words, in: hall.context())
    #expect(answer.status < 2, "\(answer.errors)")
    #expect(!answer.output.isEmpty)
    #expect(
      answer.errors.contains("注意：文件格式是 \(HallFormat.newest + 1)"), "\(words) \(answer.errors)")
    #expect(answer.errors.contains("看到的可能不全"))
  }

  /// Commands that need no hall, or that show the format themselves or a file's own text, or that have
  /// a test of their own.
  private static let others: Set<String> = [
    "backup", "restore-from", "merge-file", "textconv", "git-setup", "share", "review", "check",
    "doctor", "demo", "completions", "man", "help", "log", "diff",
  ]

  @Test func everyCommandIsTried() {
    let tried = Set(Self.writing.keys).union(Self.reading.keys).union(Self.others)
    #expect(Set(CommandTable.commands.map(\.name)) == tried)
  }

  @Test(.needs(.git)) func sharedChangesInANewerFormatAreRejected() throws {
    let shared = try SharedHall([:])
    try shared.write(Self.charter, to: "hall.md", of: "甲")
    shared.git(of: "甲", "commit", "--quiet", "--all", "--message", "格式")
    shared.git(of: "甲", "push", "--quiet", "origin", "main")
    let answer = shared.share("乙")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("只认到 \(HallFormat.newest)"))
    let kept = try String(contentsOfFile: shared.path("乙") + "/hall.md", encoding: .utf8)
    #expect(kept == TestHall.charter)
  }

  @Test func whatShowsTheFormatItselfSaysItOnce() throws {
    let hall = try hall()
    let check = hall.run("check")
    #expect(check.output.contains("[format-version]") && check.errors.isEmpty)
    let doctor = hall.run("doctor")
    #expect(doctor.output.contains("能看，不能改") && doctor.errors.isEmpty)
  }

  @Test func ofSeveralHallsTheNewerOneIsNamed() throws {
    let (newer, older) = (try hall(), try TestHall([:]))
    let answer = CommandTable.answer(
      ["overdue", "--hall", newer.folder.path(), "--hall", older.folder.path()], in: older.context()
    )
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(answer.errors.contains(newer.folder.lastPathComponent))
  }
}
