import Foundation
import HallCommands
import TestSupport
import Testing

/// A clone that pulled a loss or damage with plain git, which others have repaired since.
@Suite("What others have repaired", .needs(.git))
struct MendedElsewhereTests {
  private static let history = "history/Q-2025-001.md"

  private func isOne(_ shared: SharedHall) {
    #expect(shared.record(of: "丙") == shared.record(of: "乙"))
    #expect(shared.text(SharedHall.matter, of: "丙").contains("甲记"))
    #expect(shared.run("丙", ["verify"]).status == 0)
    #expect(shared.run("丙", ["check"]).status == 0)
  }

  @Test(
    "a loss that others have repaired is not repaired again", arguments: [false, true],
    [["share"], ["record", "--join"]])
  func lost(force: Bool, call: [String]) throws {
    let shared = try SharedHall.reverted(force: force, clones: ["甲", "乙", "丙", "网页"])
    shared.git(of: "丙", "fetch", "--quiet")
    shared.git(of: "丙", "reset", "--quiet", "--hard", "origin/main")
    #expect(shared.run("丙", ["verify"]).status == (force ? 0 : 1))
    #expect(shared.share("乙").status == 2)
    #expect(shared.run("乙", ["record", "--join"]).status == 0)
    #expect(shared.share("乙").status == 0)
    let answer = shared.run("丙", call)
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(shared.share("丙").status == 0)
    isOne(shared)
  }

  @Test("a damaged history that others have repaired is not repaired again")
  func damaged() throws {
    let shared = try SharedHall([:], clones: ["甲", "乙", "丙", "网页"])
    shared.run("甲", ["matter", "add", "甲记", "--raised-by", "居民/张三"])
    #expect(shared.share("甲").status == 0)
    for name in ["乙", "丙"] { #expect(shared.share(name).status == 0) }
    shared.git(of: "网页", "pull", "--quiet")
    try shared.edit(Self.history, of: "网页", "* by: 甲", "* by: 乙")
    shared.git(of: "网页", "commit", "--quiet", "--all", "-m", "整理")
    #expect(shared.git(of: "网页", "push", "--quiet").isDone)
    #expect(shared.git(of: "丙", "pull", "--quiet").isDone)
    #expect(shared.share("丙").status == 2)
    #expect(shared.run("乙", ["share"]).status == 2)
    #expect(shared.run("乙", ["record", "--join"]).status == 0)
    #expect(shared.share("乙").status == 0)
    #expect(shared.share("丙").status == 0)
    isOne(shared)
  }

  @Test("a history missing only from the folder does not count as repaired by others")
  func ownLoss() throws {
    let shared = try SharedHall.reverted(clones: ["甲", "乙", "丙", "网页"])
    let history = URL(filePath: shared.path("甲")).appending(path: Self.history)
    try FileManager.default.removeItem(at: history)
    let answer = shared.run("甲", ["matter", "note", "Q-2025-001", "再记"])
    #expect(answer.status == 2)
    #expect(answer.errors.contains("Q-2025-001 的历史不见了，最后一次提交里还有"))
    #expect(shared.text(Self.history, of: "甲").isEmpty)
    #expect(shared.share("甲").status == 2)
  }

  @Test("a sparse checkout never starts a missing history anew")
  func sparse() throws {
    let shared = try SharedHall.reverted(clones: ["甲", "乙", "丙", "网页"])
    shared.git(of: "乙", "sparse-checkout", "set", "--no-cone", "/*", "!/history/")
    #expect(shared.text(Self.history, of: "乙").isEmpty)
    #expect(shared.run("乙", ["verify"]).output.contains("少了 甲"))
    for call in [["matter", "note", "Q-2025-001", "再记"], ["share"], ["record", "--join"]] {
      let answer = shared.run("乙", call)
      #expect(answer.status == 2)
      #expect(answer.errors.contains("git sparse-checkout disable"), "\(call) \(answer.errors)")
    }
    #expect(shared.text(Self.history, of: "乙").isEmpty)
    shared.git(of: "乙", "sparse-checkout", "disable")
    #expect(shared.run("乙", ["verify"]).status == 0)
  }

  @Test("a Git LFS pointer in place of a history is named")
  func pointer() throws {
    let shared = try SharedHall.reverted(clones: ["甲", "乙", "丙", "网页"])
    try shared.write(
      "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n", to: Self.history,
      of: "乙")
    #expect(shared.run("乙", ["verify"]).output.contains("Git LFS 的指针"))
    #expect(shared.run("乙", ["check"]).output.contains("git lfs pull"))
  }
}
