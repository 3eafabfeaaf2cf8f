import Foundation
import HallCommands
import HallModel
import TestSupport
import Testing

/// A hall whose format is newer than the program is read, but never written to.
struct NewerFormatTests {
  private static let charter =
    "---\n议事厅: 试厅\n语言: zh\n格式: \(HallFormat.newest + 1)\n---\n\n# 试厅\n"

  private func hall() throws -> TestHall {
    try TestHall(
      ["agendas/M-2025-008.md": meeting(8, item: "- [ ] T1 换灯\n")], charter: Self.charter)
  }

  @Test(arguments: [
    ["record"], ["task", "done", "M-2025-008-T1"], ["new", "例会", "--on", "2025-12-20"],
    ["matter", "add", "路灯不亮"], ["undo"], ["approve", "M-2025-008"],
  ])
  func aCommandThatWritesIsRefused(words: [String]) throws {
    let hall = try hall()
    let before = try FileManager.default.subpathsOfDirectory(atPath: hall.folder.path()).sorted()
    let answer = CommandTable.answer(
      words, in: hall.context(environment: ["HALL_AUTHOR": "王五"]))
    #expect(answer.status == 2)
    #expect(answer.errors.contains("只认到 \(HallFormat.newest)"))
    #expect(answer.errors.contains("换用新版的 hall"))
    let after = try FileManager.default.subpathsOfDirectory(atPath: hall.folder.path()).sorted()
    #expect(after.filter { !$0.hasPrefix(".hall") } == before.filter { !$0.hasPrefix(".hall") })
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

  @Test func readingStillWorks() throws {
    let hall = try hall()
    let listed = hall.run("list", "tasks")
    #expect(listed.status == 0)
    #expect(listed.output.contains("换灯"))
    #expect(hall.run("check").output.contains("[format-version]"))
  }
}
