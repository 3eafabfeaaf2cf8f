import HallCommands
import TestSupport
import Testing

/// Plain `hall` says what is recorded here and not shared yet.
@Suite("What is not shared yet", .needs(.git))
struct UnsharedTests {
  private func shared(hall: String = "") throws -> SharedHall {
    let text = "---\n问题: Q-2025-001\n日期: 2025-03-02\n---\n\n# 漏水\n\n"
    let shared = try SharedHall([SharedHall.matter: text], hall: hall)
    #expect(shared.share("乙").status == 0)
    return shared
  }

  @Test(
    "unshared revisions are listed, the newest first, until they are shared", arguments: ["", "厅"])
  func told(hall: String) throws {
    let shared = try shared(hall: hall)
    #expect(!shared.run("甲", []).output.contains("还没交给大家"))
    shared.run("甲", ["matter", "note", "Q-2025-001", "甲记"])
    shared.run("甲", ["matter", "add", "路灯", "--on", "2025-04-01"])
    let told = shared.run("甲", []).output
    #expect(
      told.contains(
        "记下了还没交给大家的  2\n  Q-2025-002  第1版 甲：新增问题：路灯\n  Q-2025-001  第2版 甲：备注：甲记\n"),
      "\(told)")
    // A commit made by hand does not share it.
    shared.git(of: "甲", "add", "--all")
    shared.git(of: "甲", "commit", "--quiet", "-m", "x")
    #expect(shared.run("甲", []).output.contains("还没交给大家的  2\n"))
    #expect(shared.share("甲").status == 0)
    #expect(!shared.run("甲", []).output.contains("还没交给大家"))
  }

  @Test("unshared revisions are listed without asking the host")
  func quiet() throws {
    let shared = try shared()
    shared.run("甲", ["matter", "note", "Q-2025-001", "甲记"])
    shared.git(of: "甲", "remote", "set-url", "origin", "/nowhere.git")
    #expect(shared.run("甲", []).output.contains("还没交给大家的  1\n"))
  }

  @Test("plain hall offers to share the unshared revisions")
  func offered() throws {
    let shared = try shared()
    shared.run("甲", ["matter", "note", "Q-2025-001", "甲记"])
    let console = ScriptedConsole(["1"])
    shared.run("甲", [], console: console)
    #expect(console.shown.contains("  1  把记下的 1 版交给大家\n"), "\(console.shown)")
    #expect(console.shown.contains("已经交给大家。"))
    #expect(shared.share("乙").status == 0)
    #expect(shared.text(SharedHall.matter, of: "乙").contains("甲记"))
  }
}
