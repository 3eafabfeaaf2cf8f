import Foundation
import HallCommands
import HallHistory
import TestSupport
import Testing

/// Shared changes that would lose something recorded. They are reported before anything is merged.
@Suite("Losses that others have shared", .needs(.git))
struct LossTests {
  private static let file = SharedHall.matter

  private func reverted(force: Bool = false) throws -> SharedHall {
    try SharedHall.reverted(force: force)
  }

  private func isWhole(_ shared: SharedHall, _ name: String) {
    #expect(shared.run(name, ["verify"]).status == 0)
    #expect(shared.run(name, ["check"]).status == 0)
  }

  @Test("a revert on the host is reported with who and what, and is not merged")
  func told() throws {
    let shared = try reverted()
    let before = shared.record(of: "乙")
    let answer = shared.share("乙")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("Q-2025-001 少了 1 版（某"))
    #expect(answer.errors.contains("第 2 版 甲 2025-12-01：备注：甲记"))
    #expect(answer.errors.contains("hall 记下 --接好"))
    #expect(shared.record(of: "乙") == before)
  }

  @Test("the suggested record --join puts the loss back for everybody")
  func putBack() throws {
    let shared = try reverted()
    #expect(shared.share("乙").status == 2)
    let answer = shared.run("乙", ["record", "--join"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(shared.share("乙").status == 0)
    #expect(shared.share("甲").status == 0)
    for name in ["甲", "乙"] {
      #expect(shared.text(Self.file, of: name).contains("甲记"))
      isWhole(shared, name)
    }
    #expect(shared.record(of: "甲") == shared.record(of: "乙"))
  }

  @Test("at a terminal, the loss can be put back at once, or share can be stopped")
  func asked() throws {
    let shared = try reverted()
    #expect(shared.share("乙", answers: ["3"]).status == 2)
    let answer = shared.share("乙", answers: ["1"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("已经补回"))
    #expect(shared.text(Self.file, of: "乙").contains("甲记"))
    isWhole(shared, "乙")
  }

  @Test("a loss accepted with a reason becomes a revision in the name of its author")
  func taken() throws {
    let shared = try reverted()
    let answer = shared.share("乙", answers: ["2", "记错了"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(!shared.text(Self.file, of: "乙").contains("甲记"))
    let ledger = Ledger(Array(shared.text("history/Q-2025-001.md", of: "乙").utf8), of: Self.file)
    #expect(ledger.revisions.map(\.why) == ["初次记录", "备注：甲记", "记错了"])
    #expect(ledger.revisions.last?.by == "某")
    #expect(shared.share("甲").status == 0)
    isWhole(shared, "甲")
    isWhole(shared, "乙")
  }

  @Test("one's own work is kept, whether the loss is put back or accepted", arguments: ["1", "2"])
  func own(_ choice: String) throws {
    let shared = try reverted()
    shared.run("乙", ["matter", "note", "Q-2025-001", "乙记"])
    let answer = shared.share("乙", answers: [choice, "记错了"])
    #expect(answer.status == 0, "\(answer.errors)")
    let text = shared.text(Self.file, of: "乙")
    #expect(text.contains("乙记"))
    #expect(text.contains("甲记") == (choice == "1"))
    isWhole(shared, "乙")
  }

  @Test("a force-pushed branch is reported every time until somebody decides")
  func forced() throws {
    let shared = try reverted(force: true)
    for _ in 1...2 {
      let answer = shared.share("乙")
      #expect(answer.status == 2)
      #expect(answer.errors.contains("被人改写过，原来在那里的 1 次改动不见了"))
      #expect(answer.errors.contains("备注：甲记"))
    }
    #expect(shared.share("乙", answers: ["1"]).status == 0)
    #expect(shared.share("甲").status == 0)
    #expect(shared.text(Self.file, of: "甲").contains("甲记"))
    isWhole(shared, "甲")
  }

  @Test("a forced loss that was accepted stays removed")
  func forcedAndTaken() throws {
    let shared = try reverted(force: true)
    let answer = shared.share("乙", answers: ["2", "记错了"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(!shared.text(Self.file, of: "乙").contains("甲记"))
    #expect(shared.text("history/Q-2025-001.md", of: "乙").contains("why: 记错了"))
    isWhole(shared, "乙")
  }

  @Test("one's own loss is accepted with a reason, and the history keeps what was removed")
  func ownTaken() throws {
    let shared = try SharedHall.noted()
    shared.git(of: "甲", "revert", "--no-edit", "HEAD")
    #expect(shared.share("甲").status == 2)
    let answer = shared.run("甲", ["share", "--anyway", "-m", "记错了"])
    #expect(answer.status == 0, "\(answer.errors)")
    let ledger = Ledger(Array(shared.text("history/Q-2025-001.md", of: "甲").utf8), of: Self.file)
    #expect(ledger.revisions.map(\.why) == ["初次记录", "备注：甲记", "记错了"])
    #expect(!shared.text(Self.file, of: "甲").contains("甲记"))
    isWhole(shared, "甲")
  }

  @Test("a branch that was reset on the host is restored only after a question")
  func setBack() throws {
    let shared = try reverted(force: false)
    shared.git(of: "网页", "reset", "--quiet", "--hard", "HEAD~2")
    #expect(shared.git(of: "网页", "push", "--quiet", "--force").isDone)
    let answer = shared.share("乙")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("被人退回到从前"))
    #expect(shared.share("乙", answers: ["1"]).status == 0)
    #expect(shared.share("甲").status == 0)
    #expect(shared.text(Self.file, of: "甲").contains("甲记"))
  }

  @Test("a loss that git has already merged is found by verify, check and share, and put back")
  func pulled() throws {
    let shared = try reverted()
    #expect(shared.git(of: "乙", "pull", "--quiet").isDone)
    let verified = shared.run("乙", ["verify"])
    #expect(verified.status == 1)
    #expect(verified.output.contains("少了 甲 2025-12-01 记的第 2 版"))
    let checked = shared.run("乙", ["check"])
    #expect(checked.status == 1)
    #expect(checked.output.contains("[lost]"))
    #expect(shared.share("乙").status == 2)
    let answer = shared.run("乙", ["record", "--join"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(shared.text(Self.file, of: "乙").contains("甲记"))
    #expect(shared.share("乙").status == 0)
    isWhole(shared, "乙")
  }

  @Test("a revision that claims to replace another with different text does not count")
  func forged() throws {
    let shared = try reverted(force: true)
    shared.git(of: "网页", "pull", "--quiet", "--rebase")
    let path = "history/Q-2025-001.md"
    let had = Ledger(Array(shared.text(path, of: "乙").utf8), of: Self.file)
    // It has the same author, time and reason, but another note.
    let last = try #require(had.revisions.last)
    let base = Array(had.bytes[..<last.range.lowerBound])
    let old = try had.text(after: 1)
    let new = String(decoding: try had.text(after: 2), as: UTF8.self).replacing("甲记", with: "假")
    let forged =
      base
      + LedgerWriter.revision(
        after: base, number: 2,
        note: LedgerWriter.Note(
          at: last.at, by: last.by, why: last.why, was: ["2 sha256:\(last.chain)"]), from: old,
        to: Array(new.utf8), path: Self.file)
    try shared.write(String(decoding: forged, as: UTF8.self), to: path, of: "网页")
    try shared.write(new, to: Self.file, of: "网页")
    #expect(shared.run("网页", ["verify"]).output.contains("Q-2025-001  完好"))
    shared.run("网页", ["matter", "note", "Q-2025-001", "后记"])
    shared.git(of: "网页", "commit", "--quiet", "--all", "-m", "整理")
    #expect(shared.git(of: "网页", "push", "--quiet", "--force").isDone)
    let answer = shared.share("乙")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("少了 1 版"))
    #expect(shared.share("乙", answers: ["1"]).status == 0)
    #expect(shared.text(Self.file, of: "乙").contains("甲记"))
    // Later work, done in good faith, stays.
    #expect(shared.text(Self.file, of: "乙").contains("后记"))
    #expect(!shared.text(Self.file, of: "乙").contains("假"))
    isWhole(shared, "乙")
  }

  @Test("a staged loss is refused by check --staged")
  func staged() throws {
    let shared = try reverted()
    let history = "history/Q-2025-001.md"
    let shorter = shared.git(of: "乙", "show", "HEAD~1:\(history)").text
    let older = shared.git(of: "乙", "show", "HEAD~1:\(Self.file)").text
    try shared.write(shorter, to: history, of: "乙")
    try shared.write(older, to: Self.file, of: "乙")
    shared.git(of: "乙", "add", "--all")
    let answer = shared.run("乙", ["check", "--staged"])
    #expect(answer.status == 1)
    #expect(answer.output.contains("的历史少了第 2 版"))
  }
}

extension SharedHall {
  static let matter = "matters/Q-2025-001.md"
  private static let matterText =
    "---\n问题: Q-2025-001\n日期: 2025-03-02\n---\n\n# 漏水\n\n## 进展\n\n- 2025-03-02 收集: 一楼\n"

  /// 甲 has shared a note, and 乙 has it.
  static func noted(clones: [String] = ["甲", "乙", "网页"]) throws -> SharedHall {
    let shared = try SharedHall([matter: matterText], clones: clones)
    #expect(shared.share("乙").status == 0)
    shared.run("甲", ["matter", "note", "Q-2025-001", "甲记"])
    #expect(shared.share("甲").status == 0)
    #expect(shared.share("乙").status == 0)
    return shared
  }

  /// The same, and somebody has reverted it on the host.
  static func reverted(
    force: Bool = false, clones: [String] = ["甲", "乙", "网页"]
  ) throws -> SharedHall {
    let shared = try noted(clones: clones)
    shared.git(of: "网页", "pull", "--quiet")
    if force {
      shared.git(of: "网页", "reset", "--quiet", "--hard", "HEAD~1")
      try shared.write("x", to: "别的.txt", of: "网页")
      shared.git(of: "网页", "add", "别的.txt")
      shared.git(of: "网页", "commit", "--quiet", "-m", "别的")
      #expect(shared.git(of: "网页", "push", "--quiet", "--force").isDone)
    } else {
      #expect(shared.git(of: "网页", "revert", "--no-edit", "HEAD").isDone)
      #expect(shared.git(of: "网页", "push", "--quiet").isDone)
    }
    return shared
  }
}
