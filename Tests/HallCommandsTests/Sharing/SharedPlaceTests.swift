import Foundation
import HallCommands
import TestSupport
import Testing

/// On which branch a hall is shared, and what share says about it.
@Suite("The shared branch", .needs(.git))
struct SharedPlaceTests {
  private static let file = "matters/Q-2025-001.md"
  private static let text = "---\n问题: Q-2025-001\n日期: 2025-03-02\n---\n\n# 漏水\n\n"

  private func shared() throws -> SharedHall {
    let shared = try SharedHall([Self.file: Self.text])
    #expect(shared.share("乙").status == 0)
    return shared
  }

  private func heads(_ shared: SharedHall) -> String {
    shared.git(["-C", shared.path("shared.git"), "for-each-ref", "--format=%(refname)"]).text
  }

  @Test("share follows a branch that was renamed on the host")
  func renamed() throws {
    let shared = try shared()
    shared.git(["-C", shared.path("shared.git"), "branch", "-m", "main", "trunk"])
    shared.git(["-C", shared.path("shared.git"), "symbolic-ref", "HEAD", "refs/heads/trunk"])
    shared.run("乙", ["matter", "note", "Q-2025-001", "乙记"])
    let answer = shared.share("乙")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("「main」改名叫「trunk」"))
    #expect(heads(shared) == "refs/heads/trunk\n")
    #expect(shared.share("甲").status == 0)
    #expect(shared.text(Self.file, of: "甲").contains("乙记"))
  }

  @Test("a branch that exists only on this machine is never the shared one")
  func local() throws {
    let shared = try shared()
    shared.git(of: "乙", "switch", "--quiet", "--create", "topic", "--track", "main")
    shared.run("乙", ["matter", "note", "Q-2025-001", "乙记"])
    let answer = shared.share("乙")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("现在在分支「topic」上，大家用的是「main」，没有交"))
    // The suggested command works.
    #expect(shared.git(of: "乙", "push", "--quiet", "-u", "origin", "topic").isDone)
    shared.run("乙", ["matter", "note", "Q-2025-001", "再记"])
    #expect(shared.share("乙").output.contains("已经交到分支「topic」"))
  }

  @Test("the first share sets the upstream of the branch")
  func upstream() throws {
    let shared = try shared()
    let name = shared.git(of: "甲", "rev-parse", "--abbrev-ref", "@{upstream}").text
    #expect(name == "origin/main\n")
  }

  @Test("files that git would ignore are named, and still shared")
  func ignored() throws {
    let shared = try shared()
    let rules = URL(filePath: shared.path("乙")).appending(path: ".git/info/exclude")
    try Data("*-002*\n".utf8).write(to: rules)
    shared.run("乙", ["matter", "add", "路灯", "--on", "2025-04-01"])
    let answer = shared.share("乙")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("第1行「*-002*」让 git 漏掉议事厅的 2 个文件"))
    #expect(shared.share("甲").status == 0)
    #expect(shared.text("matters/Q-2025-002.md", of: "甲").contains("路灯"))
  }

  @Test("a push that the host refuses is reported with the next step, and nothing is lost")
  func refused() throws {
    let shared = try shared()
    let hook = URL(filePath: shared.path("shared.git")).appending(path: "hooks/pre-receive")
    try Data("#!/bin/sh\necho 'protected branch' >&2\nexit 1\n".utf8).write(to: hook)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: hook.path(percentEncoded: false))
    shared.run("乙", ["matter", "note", "Q-2025-001", "乙记"])
    let answer = shared.share("乙")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("要先给别人看过才收"))
    #expect(answer.errors.contains("git push origin HEAD:refs/heads/main-乙"))
    #expect(shared.text(Self.file, of: "乙").contains("乙记"))
  }

  @Test("a push that does not arrive on the host is not reported as a success")
  func unseen() throws {
    let shared = try shared()
    // Like a host that holds back what is pushed for a review.
    let hook = URL(filePath: shared.path("shared.git")).appending(path: "hooks/post-receive")
    try Data("#!/bin/sh\nread old new ref\ngit update-ref $ref $old\n".utf8).write(to: hook)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: hook.path(percentEncoded: false))
    shared.run("乙", ["matter", "note", "Q-2025-001", "乙记"])
    let answer = shared.share("乙")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("看不到它"))
    #expect(!answer.output.contains("已经交给大家"))
  }

  @Test("a branch with a shorter history has lost nothing, and undo works on it")
  func switched() throws {
    let shared = try shared()
    shared.git(of: "乙", "switch", "--quiet", "--create", "topic")
    shared.run("乙", ["matter", "note", "Q-2025-001", "支线"])
    shared.git(of: "乙", "add", "--all")
    shared.git(of: "乙", "commit", "--quiet", "-m", "topic")
    shared.git(of: "乙", "switch", "--quiet", "main")
    let answer = shared.run("乙", ["matter", "note", "Q-2025-001", "主线"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(shared.run("乙", ["undo"]).status == 0)
    #expect(!shared.text(Self.file, of: "乙").contains("主线"))
    // On the longer branch, the shorter history is a loss.
    shared.git(of: "乙", "checkout", "--quiet", "--force", "topic")
    try shared.write(
      shared.git(of: "乙", "show", "main:history/Q-2025-001.md").text,
      to: "history/Q-2025-001.md", of: "乙")
    #expect(shared.run("乙", ["matter", "note", "Q-2025-001", "再"]).status == 2)
  }
}
