import Foundation
import HallCommands
import HallHistory
import TestSupport
import Testing

/// Approved minutes that somebody has changed on a git host's page.
@Suite("A page edit of approved minutes", .needs(.git))
struct PageEditTests {
  private static let file = "agendas/M-2025-008.md"

  /// 甲 has approved; 网页 has changed a count on the page.
  private func edited() throws -> SharedHall {
    let minutes = ShareCommandTests.minutes.replacing("状态: 已召开", with: "状态: 已确认")
      .replacing(
        "- 结果: 通过\n", with: "- 结果: 通过\n\n- [ ] T1 报价\n  - 负责: 居民/张三\n  - 期限: 2025-12-25\n")
    let shared = try SharedHall([Self.file: minutes], clones: ["甲", "乙", "网页"])
    #expect(shared.share("乙").status == 0)
    shared.git(of: "网页", "pull", "--quiet")
    try shared.edit(Self.file, of: "网页", "同意: 66户", "同意: 67户")
    shared.git(of: "网页", "commit", "--quiet", "--all", "--author=网页 <w@x.cn>", "-m", "改")
    #expect(shared.git(of: "网页", "push", "--quiet").isDone)
    return shared
  }

  private func revisions(_ shared: SharedHall, _ name: String) -> [Revision] {
    Ledger(Array(shared.text("history/M-2025-008.md", of: name).utf8), of: Self.file).revisions
  }

  @Test("only the approver has to settle the edit, and everything else is shared")
  func waits() throws {
    let shared = try edited()
    let taken = shared.share("乙")
    #expect(taken.status == 0, "\(taken.errors)")
    #expect(taken.output.contains("由确认它的甲认可或改回"))
    shared.run("乙", ["matter", "add", "路灯", "--on", "2025-04-01"])
    let answer = shared.share("乙")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(revisions(shared, "乙").count == 1)
  }

  @Test("the approver can accept the edit, and it is recorded in the name of its author")
  func accepted() throws {
    let shared = try edited()
    #expect(shared.share("乙").status == 0)
    let answer = shared.share("甲", answers: ["1", "照纸票更正"])
    #expect(answer.status == 0, "\(answer.errors)")
    let last = try #require(revisions(shared, "甲").last)
    #expect(last.by == "网页" && last.why == "照纸票更正（甲认可）" && last.kind == .amendment)
    #expect(shared.share("乙").status == 0)
    #expect(shared.run("乙", ["verify"]).status == 0)
  }

  @Test("the approver can revert the edit, and nothing is left of it")
  func putBack() throws {
    let shared = try edited()
    let answer = shared.share("甲", answers: ["2"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(shared.text(Self.file, of: "甲").contains("同意: 66户"))
    #expect(shared.share("乙").status == 0)
    #expect(shared.text(Self.file, of: "乙").contains("同意: 66户"))
    #expect(shared.run("乙", ["verify"]).status == 0)
  }

  @Test("plain hall offers the approver to settle the edit, and nobody to record it")
  func next() throws {
    let shared = try edited()
    #expect(shared.share("乙").status == 0)
    let others = ScriptedConsole([""])
    let told = shared.run("乙", [], console: others)
    #expect((others.shown + told.output).contains("M-2025-008（网页改的，由甲认可或改回）"))
    #expect(!others.shown.contains("定下网页") && !others.shown.contains("记下来"))
    #expect(shared.share("甲", answers: ["3"]).status == 0)
    let console = ScriptedConsole(["1", "3", ""])
    shared.run("甲", [], console: console)
    #expect(console.shown.contains("1  定下网页在 M-2025-008 里的改动"), "\(console.shown)")
    #expect(shared.text(Self.file, of: "甲").contains("同意: 66户"))
    #expect(revisions(shared, "甲").count == 1)
  }

  @Test("without a terminal, the calls to accept or revert the edit are shown, and both work")
  func named() throws {
    let shared = try edited()
    let told = shared.share("甲")
    #expect(told.output.contains("hall 记下 M-2025-008 -m 理由"))
    #expect(told.output.contains("hall 恢复 M-2025-008 1"))
    #expect(shared.run("甲", ["restore", "M-2025-008", "1"]).status == 0)
    #expect(shared.text(Self.file, of: "甲").contains("同意: 66户"))
    try shared.edit(Self.file, of: "甲", "同意: 66户", "同意: 67户")
    #expect(shared.run("甲", ["record", "M-2025-008", "-m", "照纸票"]).status == 0)
    #expect(revisions(shared, "甲").last?.by == "网页")
  }

  @Test("the approver is told about an amendment by others until a review is done")
  func unseen() throws {
    let shared = try edited()
    #expect(shared.share("甲", answers: ["2"]).status == 0)
    #expect(shared.share("乙").status == 0)
    try shared.edit(Self.file, of: "乙", "反对: 12户", "反对: 11户")
    #expect(shared.run("乙", ["record", "-m", "复核"]).status == 0)
    #expect(shared.share("乙").status == 0)
    for _ in 1...2 {
      #expect(shared.share("甲").output.contains("您确认过的 M-2025-008 被人改了，乙 2025-12-01：复核"))
      #expect(shared.run("甲", []).output.contains("您确认过的 M-2025-008 被人改了"))
    }
    #expect(shared.run("甲", ["review", "--done"]).status == 0)
    #expect(!shared.share("甲").output.contains("您确认过的"))
    #expect(!shared.run("甲", []).output.contains("您确认过的"))
  }

  @Test("the edits of two people become two revisions, each in its author's name")
  func twoAuthors() throws {
    let shared = try edited()
    try shared.edit(Self.file, of: "网页", "反对: 12户", "反对: 11户")
    shared.git(of: "网页", "commit", "--quiet", "--all", "--author=二号 <e@x.cn>", "-m", "又改")
    shared.git(of: "网页", "push", "--quiet")
    let answer = shared.share("甲", answers: ["1", "照纸票"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(revisions(shared, "甲").map(\.by) == ["甲", "网页", "二号"])
    #expect(revisions(shared, "甲").dropFirst().allSatisfy { $0.why == "照纸票（甲认可）" })
    #expect(shared.run("甲", ["verify"]).status == 0)
  }

  @Test("progress is recorded while the edit waits, and does not accept the edit")
  func progress() throws {
    let shared = try edited()
    #expect(shared.share("乙").status == 0)
    let noted = shared.run("乙", ["task", "note", "M-2025-008-T1", "已开工"])
    #expect(noted.status == 0, "\(noted.errors)")
    #expect(revisions(shared, "乙").last?.kind == .progress)
    #expect(shared.share("乙").status == 0)
    #expect(shared.text(Self.file, of: "乙").contains("同意: 67户"))
    // Recording something else does not accept the edit.
    #expect(shared.run("乙", ["record", "-m", "别的"]).status == 0)
    #expect(revisions(shared, "乙").count == 2)
    let asked = shared.share("甲", answers: ["1", "照纸票"])
    #expect(asked.status == 0, "\(asked.errors)")
    #expect(revisions(shared, "甲").map(\.by) == ["甲", "乙", "网页"])
    #expect(shared.text(Self.file, of: "甲").contains("已开工"))
    #expect(shared.share("乙").status == 0)
    #expect(shared.run("乙", ["verify"]).status == 0 && shared.run("乙", ["check"]).status == 0)
  }

  @Test("the edit is reverted, and the progress beside it stays")
  func putBackBesideProgress() throws {
    let shared = try edited()
    #expect(shared.share("乙").status == 0)
    shared.run("乙", ["task", "note", "M-2025-008-T1", "已开工"])
    #expect(shared.share("乙").status == 0)
    #expect(shared.share("甲", answers: ["2"]).status == 0)
    let text = shared.text(Self.file, of: "甲")
    #expect(text.contains("同意: 66户") && text.contains("已开工"))
    #expect(shared.run("甲", ["verify"]).status == 0)
  }

  @Test("recording the edit without a reason says who has to settle it")
  func unanswered() throws {
    let shared = try edited()
    #expect(shared.share("乙").status == 0)
    let refused = shared.run("乙", ["record", "M-2025-008"])
    #expect(refused.status == 2 && refused.errors.contains("由确认它的甲认可或改回"), "\(refused.errors)")
    let all = shared.run("乙", ["record"])
    #expect(all.status == 0 && all.errors.contains("由确认它的甲认可或改回"))
  }

  @Test("share asks about an edit that one clone has accepted and another has reverted")
  func opposed() throws {
    for (answer, count, revisions) in [("1", "67户", 2), ("2", "66户", 3)] {
      let shared = try edited()
      #expect(shared.share("乙").status == 0)
      #expect(shared.share("甲").status == 0)
      #expect(shared.run("甲", ["record", "M-2025-008", "-m", "照纸票"]).status == 0)
      #expect(shared.share("甲").status == 0)
      #expect(shared.run("乙", ["restore", "M-2025-008", "1"]).status == 0)
      let refused = shared.share("乙")
      #expect(
        refused.status == 2 && refused.errors.contains("一边认可了，理由「照纸票（甲认可）」"), "\(refused.errors)")
      let asked = shared.share("乙", answers: [answer])
      #expect(asked.status == 0, "\(asked.errors)")
      #expect(shared.text(Self.file, of: "乙").contains("同意: " + count))
      #expect(self.revisions(shared, "乙").count == revisions)
      #expect(shared.share("甲").status == 0)
      #expect(shared.record(of: "甲") == shared.record(of: "乙"))
      #expect(shared.run("甲", ["verify"]).status == 0 && shared.run("甲", ["check"]).status == 0)
    }
  }

  @Test("at a terminal, share asks about one's own edit of approved text")
  func own() throws {
    let shared = try edited()
    #expect(shared.share("甲", answers: ["2"]).status == 0)
    try shared.edit(Self.file, of: "甲", "同意: 66户", "同意: 65户")
    #expect(shared.share("甲", answers: ["3"]).status == 2)
    let asked = shared.share("甲", answers: ["1", "数错了"])
    #expect(asked.status == 0, "\(asked.errors)")
    #expect(revisions(shared, "甲").last?.why == "数错了")
    try shared.edit(Self.file, of: "甲", "同意: 65户", "同意: 64户")
    #expect(shared.share("甲", answers: ["2"]).status == 0)
    #expect(shared.text(Self.file, of: "甲").contains("同意: 65户"))
  }
}

/// A page edit of a document that is not approved is simply recorded.
@Suite("A page edit of a document that is not approved", .needs(.git))
struct PageEditOfDraftTests {
  private static let matter = "matters/Q-2025-001.md"

  @Test("after a plain pull, the edit is recorded in its author's name, whoever writes next")
  func pulled() throws {
    let shared = try SharedHall([:], clones: ["甲", "乙", "网页"])
    shared.run("甲", ["matter", "add", "漏水"])
    #expect(shared.share("甲").status == 0)
    shared.git(of: "网页", "pull", "--quiet")
    try shared.edit(Self.matter, of: "网页", "# 漏水", "# 三号楼漏水")
    shared.git(of: "网页", "commit", "--quiet", "--all", "--author=网页 <w@x.cn>", "-m", "改")
    shared.git(of: "网页", "push", "--quiet")
    shared.git(of: "乙", "pull", "--quiet")
    let answer = shared.run("乙", ["matter", "note", "Q-2025-001", "看过"])
    #expect(answer.status == 0, "\(answer.errors)")
    let history = Ledger(
      Array(shared.text("history/Q-2025-001.md", of: "乙").utf8), of: Self.matter)
    #expect(history.revisions.map(\.by) == ["甲", "网页", "乙"])
    #expect(shared.share("甲").status == 0 && shared.share("乙").status == 0)
    #expect(shared.share("甲").status == 0)
    #expect(shared.record(of: "甲") == shared.record(of: "乙"))
  }
}
