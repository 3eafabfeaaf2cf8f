import Foundation
import HallCommands
import Synchronization
import TestSupport
import Testing

/// A call that was stopped while git was at work.
@Suite("A share that was stopped", .needs(.git))
struct StoppedSharingTests {
  private static let file = "matters/Q-2025-001.md"
  private static let text = "---\n问题: Q-2025-001\n日期: 2025-03-02\n---\n\n# 漏水\n\n"

  /// 乙 was stopped in the middle of merging what 甲 has shared.
  private func stopped(_ shared: SharedHall) throws {
    let head = shared.git(of: "乙", "rev-parse", "HEAD").text.split(separator: "\n")[0]
    shared.git(of: "乙", "fetch", "--quiet", "origin", "main")
    let theirs = shared.git(of: "乙", "rev-parse", "FETCH_HEAD").text.split(separator: "\n")[0]
    try shared.write("head \(head)\ntheirs \(theirs)\nend\n", to: ".hall/sharing", of: "乙")
    shared.git(of: "乙", "merge", "--no-commit", "--no-ff", "--quiet", String(theirs))
  }

  private func parted() throws -> SharedHall {
    let shared = try SharedHall([Self.file: Self.text])
    #expect(shared.share("乙").status == 0)
    shared.run("甲", ["matter", "note", "Q-2025-001", "甲记"])
    #expect(shared.share("甲").status == 0)
    shared.run("乙", ["matter", "note", "Q-2025-001", "乙记"])
    shared.git(of: "乙", "add", "--all")
    shared.git(of: "乙", "commit", "--quiet", "-m", "乙记")
    return shared
  }

  private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  @Test("the next share takes back the stopped merge and goes on")
  func share() throws {
    let shared = try parted()
    try stopped(shared)
    #expect(exists(shared.path("乙/.git/MERGE_HEAD")))
    let answer = shared.share("乙")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(!exists(shared.path("乙/.git/MERGE_HEAD")))
    #expect(!exists(shared.path("乙/.hall/sharing")))
    let text = shared.text(Self.file, of: "乙")
    #expect(text.contains("甲记") && text.contains("乙记"))
    #expect(shared.run("乙", ["verify"]).status == 0)
    #expect(shared.share("甲").status == 0)
    #expect(shared.record(of: "甲") == shared.record(of: "乙"))
  }

  @Test("what the stopped merge has recorded in other documents is taken back, too")
  func recordedAlone() throws {
    let other = "matters/Q-2025-002.md"
    let shared = try SharedHall([
      Self.file: Self.text, other: Self.text.replacing("2025-001", with: "2025-002"),
    ])
    #expect(shared.share("乙").status == 0)
    shared.run("甲", ["matter", "note", "Q-2025-001", "甲记"])
    #expect(shared.share("甲").status == 0)
    shared.run("乙", ["matter", "note", "Q-2025-001", "乙记"])
    shared.git(of: "乙", "add", "--all")
    shared.git(of: "乙", "commit", "--quiet", "-m", "乙记")
    // Like an unrecorded edit on the host's page that the merge records.
    shared.run("乙", ["matter", "note", "Q-2025-002", "合并时记"])
    shared.run("乙", ["matter", "note", "Q-2025-002", "合并时又记"])
    try stopped(shared)
    let answer = shared.share("乙")
    #expect(answer.status == 0, "\(answer.errors)")
    for path in [other, "history/Q-2025-002.md"] {
      #expect(!shared.text(path, of: "乙").contains("合并时"))
    }
    #expect(shared.run("乙", ["matter", "note", "Q-2025-002", "再记"]).status == 0)
    #expect(shared.run("乙", ["verify"]).status == 0)
  }

  @Test("any command that writes takes back the stopped merge, even if git has left its lock")
  func command() throws {
    let shared = try parted()
    try stopped(shared)
    try shared.write("", to: ".git/index.lock", of: "乙")
    let answer = shared.run("乙", ["matter", "note", "Q-2025-001", "再记"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(!exists(shared.path("乙/.git/index.lock")))
    #expect(!shared.text(Self.file, of: "乙").contains("<<<<"))
    #expect(shared.share("乙").status == 0)
    for word in ["甲记", "乙记", "再记"] {
      #expect(shared.text(Self.file, of: "乙").contains(word))
    }
  }

  @Test(
    "a ref lock left by a killed git does not block share",
    arguments: ["refs/remotes/origin/main.lock", "refs/heads/main.lock"])
  func refLock(path: String) throws {
    let shared = try parted()
    try shared.write("", to: ".git/" + path, of: "乙")
    let answer = shared.share("乙")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(!exists(shared.path("乙/.git/" + path)))
    #expect(shared.text(Self.file, of: "乙").contains("甲记"))
    #expect(shared.share("甲").status == 0)
    #expect(shared.record(of: "甲") == shared.record(of: "乙"))
  }

  @Test("a lock in use stays, and share says that another git is at work")
  func heldLock() throws {
    let shared = try parted()
    let path = shared.path("乙/.git/refs/remotes/origin/main.lock")
    try shared.write("", to: ".git/refs/remotes/origin/main.lock", of: "乙")
    let writer = LockWriter(path)
    let answer = shared.share("乙")
    writer.stop()
    #expect(answer.status == 2 && answer.errors.contains("别的 git 正在这个文件夹里做事"), "\(answer.errors)")
    #expect(exists(path))
  }

  @Test("an unfinished merge or rebase is named, with the command that ends it")
  func others() throws {
    let shared = try parted()
    shared.git(of: "乙", "fetch", "--quiet", "origin", "main")
    shared.git(of: "乙", "merge", "--no-commit", "--no-ff", "--quiet", "FETCH_HEAD")
    let merge = shared.share("乙")
    #expect(merge.status == 2)
    #expect(merge.errors.contains("合并（merge）") && merge.errors.contains("git merge --abort"))
    shared.git(of: "乙", "reset", "--quiet", "--hard", "HEAD")
    shared.git(of: "乙", "rebase", "--quiet", "FETCH_HEAD")
    let rebase = shared.share("乙")
    #expect(rebase.status == 2)
    #expect(rebase.errors.contains("git rebase --abort"))
  }

  @Test("a file that was edited after the stop is kept in .hall/replaced")
  func edited() throws {
    let shared = try parted()
    try stopped(shared)
    try shared.write("---\n问题: Q-2025-001\n---\n\n# 手写\n", to: Self.file, of: "乙")
    #expect(shared.share("乙").status == 0)
    let kept = try FileManager.default.contentsOfDirectory(
      atPath: shared.hallPath("乙") + "/.hall/replaced")
    #expect(kept.contains { $0.hasPrefix("Q-2025-001") })
  }

  @Test("a pre-commit hook that changes a history is reported, and the history is restored")
  func hook() throws {
    let shared = try parted()
    let hook = URL(filePath: shared.path("乙")).appending(path: ".git/hooks/pre-commit")
    try Data("#!/bin/sh\nsed -i 's/^ $//' history/*.md\nexit 1\n".utf8).write(to: hook)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: hook.path(percentEncoded: false))
    shared.run("乙", ["matter", "note", "Q-2025-001", "再记"])
    let before = shared.record(of: "乙")
    let answer = shared.share("乙")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("提交前的检查改动了历史文件「history/Q-2025-001.md」"))
    #expect(shared.record(of: "乙") == before)
    #expect(shared.run("乙", ["share", "--anyway"]).status == 0)
  }

  @Test("record --join repairs a history that another program has damaged")
  func damaged() throws {
    let shared = try parted()
    shared.run("乙", ["matter", "note", "Q-2025-001", "再记"])
    let path = "history/Q-2025-001.md"
    let bare = shared.text(path, of: "乙").split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0 == " " ? "" : $0 }.joined(separator: "\n")
    try shared.write(bare, to: path, of: "乙")
    #expect(shared.run("乙", ["verify"]).status == 1)
    let answer = shared.run("乙", ["record", "--join"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(shared.run("乙", ["verify"]).status == 0)
    // The revision still has its reason.
    #expect(shared.run("乙", ["log", "Q-2025-001"]).output.contains("备注：再记"))
    #expect(shared.share("乙").status == 0)
  }
}

/// Writes to a file as long as it exists. It has its own thread, since the tests may occupy every
/// thread that tasks run on.
private final class LockWriter: Sendable {
  private let isStopped = Atomic(false)

  init(_ path: String) {
    Thread.detachNewThread { [self] in
      while !isStopped.load(ordering: .relaxed), let file = FileHandle(forWritingAtPath: path) {
        _ = try? file.seekToEnd()
        try? file.write(contentsOf: Data("x".utf8))
        try? file.close()
        Thread.sleep(forTimeInterval: 0.02)
      }
    }
  }

  func stop() { isStopped.store(true, ordering: .relaxed) }
}
