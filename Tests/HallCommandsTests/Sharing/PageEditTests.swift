import Foundation
import HallCommands
import HallHistory
import Testing

/// Approved minutes that somebody has changed on a git host's page.
@Suite("A page edit of approved minutes")
struct PageEditTests {
  private static let file = "agendas/M-2025-008.md"

  /// 甲 has approved; 网页 has changed a count on the page.
  private func edited() throws -> SharedHall {
    let minutes = ShareCommandTests.minutes.replacing("状态: 已召开", with: "状态: 已确认")
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

  @Test("nobody else is asked for a reason, and everything else is shared")
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

  @Test("whoever approved accepts it, and it stands in the name of whoever made it")
  func accepted() throws {
    let shared = try edited()
    #expect(shared.share("乙").status == 0)
    let answer = shared.share("甲", answers: ["1", "照纸票更正"])
    #expect(answer.status == 0, "\(answer.errors)")
    let last = try #require(revisions(shared, "甲").last)
    #expect(last.by == "网页" && last.why == "照纸票更正" && last.kind == .amendment)
    #expect(shared.share("乙").status == 0)
    #expect(shared.run("乙", ["verify"]).status == 0)
  }

  @Test("or puts it back, and nothing is left of it")
  func putBack() throws {
    let shared = try edited()
    let answer = shared.share("甲", answers: ["2"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(shared.text(Self.file, of: "甲").contains("同意: 66户"))
    #expect(shared.share("乙").status == 0)
    #expect(shared.text(Self.file, of: "乙").contains("同意: 66户"))
    #expect(shared.run("乙", ["verify"]).status == 0)
  }

  @Test("off a terminal both ways are named, and both work")
  func named() throws {
    let shared = try edited()
    let told = shared.share("甲")
    #expect(told.output.contains("hall record M-2025-008 -m 理由"))
    #expect(told.output.contains("hall restore M-2025-008 1"))
    #expect(shared.run("甲", ["restore", "M-2025-008", "1"]).status == 0)
    #expect(shared.text(Self.file, of: "甲").contains("同意: 66户"))
    try shared.edit(Self.file, of: "甲", "同意: 66户", "同意: 67户")
    #expect(shared.run("甲", ["record", "M-2025-008", "-m", "照纸票"]).status == 0)
    #expect(revisions(shared, "甲").last?.by == "网页")
  }

  @Test("an amendment that others have made is told until it is seen")
  func unseen() throws {
    let shared = try edited()
    #expect(shared.share("甲", answers: ["2"]).status == 0)
    #expect(shared.share("乙").status == 0)
    try shared.edit(Self.file, of: "乙", "反对: 12户", "反对: 11户")
    #expect(shared.run("乙", ["record", "-m", "复核"]).status == 0)
    #expect(shared.share("乙").status == 0)
    for _ in 1...2 {
      #expect(shared.share("甲").output.contains("你确认过的 M-2025-008 被人改了，乙 2025-12-01：复核"))
      #expect(shared.run("甲", []).output.contains("你确认过的 M-2025-008 被人改了"))
    }
    #expect(shared.run("甲", ["review", "--done"]).status == 0)
    #expect(!shared.share("甲").output.contains("你确认过的"))
    #expect(!shared.run("甲", []).output.contains("你确认过的"))
  }
}
