import Foundation
import HallCommands
import HallHistory
import TestSupport
import Testing

/// Merges by git alone that take one side and drop what the other side has recorded, although git
/// counts its commits as merged.
@Suite("Merges that drop a side", .needs(.git))
struct DroppedSideTests {
  private static func note(_ text: String) -> [String] { ["matter", "note", "Q-2025-001", text] }

  /// 甲 has shared a note; 乙 has committed another one and merged with the options.
  private func dropped(
    _ options: [String], others: (SharedHall) -> Void = { _ in }
  ) throws -> SharedHall {
    let shared = try SharedHall(
      [SharedHall.matter: "---\n问题: Q-2025-001\n日期: 2025-03-02\n---\n\n# 漏水\n"],
      clones: ["甲", "乙", "丙"])
    for name in ["乙", "丙"] { #expect(shared.share(name).status == 0) }
    others(shared)
    shared.run("甲", Self.note("甲记"))
    #expect(shared.share("甲").status == 0)
    shared.run("乙", Self.note("乙记"))
    shared.git(of: "乙", "add", "--all")
    shared.git(of: "乙", "commit", "--quiet", "-m", "乙的")
    shared.git(of: "乙", "fetch", "--quiet")
    shared.git(
      ["-C", shared.path("乙"), "merge", "--quiet", "--no-edit"] + options + ["origin/main"])
    return shared
  }

  private func settle(_ shared: SharedHall, _ names: [String]) {
    for name in names + names { #expect(shared.share(name).status == 0) }
    for name in names {
      let text = shared.text(SharedHall.matter, of: name)
      for note in ["甲记", "乙记"] { #expect(text.components(separatedBy: note).count == 2, "\(text)") }
      #expect(shared.run(name, ["verify"]).status == 0 && shared.run(name, ["check"]).status == 0)
      #expect(shared.record(of: name) == shared.record(of: names[0]))
    }
  }

  static let ways = [["-s", "ours"], ["-X", "ours"], ["-X", "theirs"]]

  @Test("one's own merge that drops a side is not shared before it is repaired", arguments: ways)
  func own(_ options: [String]) throws {
    let shared = try dropped(options)
    let refused = shared.share("乙")
    #expect(refused.status == 2 && refused.errors.contains("拿掉的"), "\(refused.errors)")
    #expect(shared.run("乙", ["record", "--join"]).status == 0)
    settle(shared, ["甲", "乙", "丙"])
  }

  @Test(
    "a pushed merge that drops a side is reported with its author before it is merged",
    arguments: ways)
  func pushed(_ options: [String]) throws {
    let shared = try dropped(options) { $0.run("丙", Self.note("丙记")) }
    #expect(shared.git(of: "乙", "push", "--quiet", "origin", "HEAD:main").isDone)
    let before = shared.record(of: "丙")
    let refused = shared.share("丙")
    #expect(refused.status == 2 && refused.errors.contains("Q-2025-001 少了 1 版（某"))
    #expect(refused.errors.contains(options[1] == "theirs" ? "备注：乙记" : "备注：甲记"))
    #expect(shared.record(of: "丙") == before)
    #expect(shared.run("丙", ["record", "--join"]).status == 0)
    settle(shared, ["丙", "甲", "乙"])
    #expect(shared.text(SharedHall.matter, of: "甲").contains("丙记"))
  }

  @Test("a union made by hand keeps both texts, and the reasons of both come back")
  func union() throws {
    let shared = try dropped([])
    for path in [SharedHall.matter, "history/Q-2025-001.md"] {
      let lines = shared.text(path, of: "乙").split(
        separator: "\n", omittingEmptySubsequences: false
      ).filter { line in
        !["<<<<<<<", "=======", ">>>>>>>"].contains { line.hasPrefix($0) }
      }
      try shared.write(lines.joined(separator: "\n"), to: path, of: "乙")
    }
    shared.git(of: "乙", "add", "--all")
    shared.git(of: "乙", "commit", "--quiet", "-m", "合")
    #expect(shared.git(of: "乙", "push", "--quiet", "origin", "HEAD:main").isDone)
    #expect(shared.share("丙").status == 2)
    #expect(shared.run("丙", ["record", "--join"]).status == 0)
    settle(shared, ["丙", "甲", "乙"])
    let history = Ledger(
      Array(shared.text("history/Q-2025-001.md", of: "丙").utf8), of: SharedHall.matter)
    #expect(Set(history.revisions.map(\.why)).isSuperset(of: ["备注：甲记", "备注：乙记"]))
    #expect(shared.run("丙", ["record", "--join"]).output.contains("没有要接的历史"))
  }

  @Test("share asks about a loss that one has accepted and another has put back")
  func opposed() throws {
    for (answer, isThere) in [("1", false), ("2", true)] {
      let shared = try SharedHall.reverted()
      #expect(shared.share("乙", answers: ["1"]).status == 0)
      // 甲 has not seen that yet, but has the revert from the page.
      shared.git(of: "甲", "pull", "--quiet", "origin", "main~1")
      shared.git(of: "甲", "fetch", "--quiet", "origin")
      shared.git(of: "甲", "reset", "--quiet", "--hard", "origin/main~1")
      #expect(!shared.text(SharedHall.matter, of: "甲").contains("甲记"))
      let place = shared.git(of: "甲", "remote", "get-url", "origin").text
      shared.git(of: "甲", "config", "remote.origin.url", "/nonexistent")
      shared.run("甲", ["share", "--anyway", "-m", "记错了"])
      shared.git(of: "甲", "config", "remote.origin.url", String(place.prefix { !$0.isNewline }))
      let refused = shared.share("甲")
      #expect(refused.status == 2 && refused.errors.contains("一边认可了，理由「记错了」"), "\(refused.errors)")
      let asked = shared.share("甲", answers: [answer])
      #expect(asked.status == 0, "\(asked.errors)")
      #expect(shared.text(SharedHall.matter, of: "甲").contains("甲记") == isThere)
      #expect(shared.share("乙").status == 0)
      #expect(shared.record(of: "甲") == shared.record(of: "乙"))
      #expect(shared.run("乙", ["verify"]).status == 0 && shared.run("乙", ["check"]).status == 0)
    }
  }
}

/// A commit that was cherry-picked from another branch, with git alone.
@Suite("A cherry-picked commit", .needs(.git))
struct PickedCommitTests {
  private static let file = "agendas/M-2025-008.md"

  @Test("a cherry-picked task with a new title is still one task")
  func retitled() throws {
    let shared = try SharedHall([Self.file: ShareCommandTests.minutes])
    #expect(shared.share("乙").status == 0)
    shared.run(
      "乙",
      ["task", "add", "M-2025-008#1", "修管", "--lead", "物业/赵六", "--due", "2025-12-25"])
    shared.git(of: "乙", "add", "--all")
    shared.git(of: "乙", "commit", "--quiet", "-m", "交办")
    shared.run("甲", ["matter", "add", "漏水"])
    #expect(shared.share("甲").status == 0)
    shared.git(of: "甲", "fetch", "--quiet", "../乙", "main")
    #expect(shared.git(of: "甲", "cherry-pick", "FETCH_HEAD").isDone)
    try shared.edit(Self.file, of: "甲", "修管", "修理水管")
    shared.run("甲", ["record", "-m", "改题"])
    #expect(shared.share("甲").status == 0)
    shared.run("乙", ["task", "done", "M-2025-008-T1", "--on", "2025-10-01"])
    #expect(shared.share("乙").status == 0)
    let text = shared.text(Self.file, of: "乙")
    #expect(text.contains("- [x] T1 修理水管") && !text.contains("T2"), "\(text)")
    #expect(shared.share("甲").status == 0)
    #expect(shared.record(of: "甲") == shared.record(of: "乙"))
  }

  @Test("a cherry-pick with conflicts is joined, without anything else from its branch")
  func underWay() throws {
    let matter = "---\n问题: Q-2025-001\n日期: 2025-03-02\n---\n\n# 漏水\n"
    let shared = try SharedHall([SharedHall.matter: matter])
    #expect(shared.share("乙").status == 0)
    for note in ["枝一", "枝二", "枝三"] {
      shared.run("乙", ["matter", "note", "Q-2025-001", note])
      shared.git(of: "乙", "add", "--all")
      shared.git(of: "乙", "commit", "--quiet", "-m", note)
    }
    shared.run("甲", ["matter", "note", "Q-2025-001", "主一"])
    #expect(shared.share("甲").status == 0)
    shared.git(of: "甲", "fetch", "--quiet", "../乙", "main")
    #expect(!shared.git(of: "甲", "cherry-pick", "FETCH_HEAD~1").isDone)
    let joined = shared.run("甲", ["record", "--join"])
    #expect(joined.status == 0 && joined.output.contains("git cherry-pick --continue"), "\(joined)")
    let text = shared.text(SharedHall.matter, of: "甲")
    #expect(text.contains("主一") && text.contains("枝二") && !text.contains("枝一"), "\(text)")
    shared.git(of: "甲", "add", "--all")
    shared.git(["-C", shared.path("甲"), "-c", "core.editor=true", "cherry-pick", "--continue"])
    #expect(shared.share("甲").status == 0)
    #expect(shared.share("乙").status == 0)
    let all = shared.text(SharedHall.matter, of: "乙")
    for note in ["主一", "枝一", "枝二", "枝三"] {
      #expect(all.components(separatedBy: note).count == 2, "\(all)")
    }
    #expect(shared.run("乙", ["verify"]).status == 0 && shared.run("乙", ["check"]).status == 0)
  }
}
