import Foundation
import HallCommands
import HallHistory
import TestSupport
import Testing

/// What a git host's web merge, or a clone without the merge driver, may do to a hall: all of it is
/// found, and can be repaired.
@Suite("Merged without the merge driver", .needs(.git))
struct WebMergeTests {
  private static let file = "agendas/M-2025-008.md"
  private static let history = "history/M-2025-008.md"

  /// 甲 has shared something, and 乙 has committed something that is not shared yet.
  private func parted(
    _ one: (SharedHall) throws -> Void, _ other: (SharedHall) throws -> Void
  ) throws -> SharedHall {
    let shared = try SharedHall([Self.file: ShareCommandTests.minutes])
    #expect(shared.share("乙").status == 0)
    try one(shared)
    #expect(shared.share("甲").status == 0)
    try other(shared)
    shared.run("乙", ["record"])
    shared.git(of: "乙", "add", "--all")
    shared.git(of: "乙", "commit", "--quiet", "-m", "乙的")
    shared.git(of: "乙", "fetch", "--quiet")
    return shared
  }

  private func task(_ name: String, _ title: String, _ item: Int, _ shared: SharedHall) {
    shared.run(
      name,
      ["task", "add", "M-2025-008#\(item)", title, "--lead", "居民/张三", "--due", "2025-12-25"])
  }

  private func parted() throws -> SharedHall {
    try parted({ task("甲", "报价", 1, $0) }, { task("乙", "量地", 2, $0) })
  }

  /// Merges with git alone, and then with what a person makes of the result.
  private func merge(
    _ shared: SharedHall, _ options: [String] = [], _ mend: (SharedHall) throws -> Void = { _ in }
  ) throws {
    shared.git(
      ["-C", shared.path("乙"), "merge", "--quiet", "--no-edit"] + options + ["origin/main"])
    try mend(shared)
    shared.git(of: "乙", "add", "--all")
    shared.git(of: "乙", "commit", "--quiet", "-m", "合并")
  }

  /// What `check` and `verify` find, as identifiers and verdicts.
  private func found(_ shared: SharedHall) -> Set<String> {
    struct Checked: Decodable {
      struct Problem: Decodable { let id: String }
      let problems: [Problem]
    }
    struct Verified: Decodable {
      struct History: Decodable { let verdict: String }
      struct Lost: Decodable { let why: String }
      let histories: [History]
      let lost: [Lost]
    }
    func decode<Value: Decodable>(_ type: Value.Type, _ words: [String]) -> Value? {
      try? JSONDecoder().decode(type, from: Data(shared.run("乙", words).output.utf8))
    }
    let checked = decode(Checked.self, ["check", "--json"])
    let verified = decode(Verified.self, ["verify", "--json"])
    #expect(checked != nil && verified != nil)
    return Set(checked?.problems.map(\.id) ?? [])
      .union((verified?.histories.map(\.verdict) ?? []).filter { $0 != "whole" })
      .union((verified?.lost ?? []).map { _ in "lost" })
  }

  /// Repairs the hall, and expects the facts of both sides and a valid chain.
  private func mend(_ shared: SharedHall, _ words: [String] = []) {
    let answer = shared.run("乙", ["record", "--join"] + words)
    #expect(answer.status == 0, "\(answer.errors)")
    let text = shared.text(Self.file, of: "乙")
    #expect(text.contains("报价") && text.contains("量地"), "\(text)")
    #expect(!text.contains("<<<<<<<"))
    #expect(shared.run("乙", ["verify"]).status == 0, "\(shared.run("乙", ["verify"]).output)")
    #expect(shared.run("乙", ["check"]).status == 0)
  }

  @Test("conflict markers in a history are found and repaired")
  func markersInHistory() throws {
    let shared = try parted()
    try merge(shared) { shared in
      shared.git(of: "乙", "checkout", "--ours", "--", Self.file)
      shared.git(of: "乙", "checkout", "--merge", "--", Self.history)
    }
    #expect(shared.text(Self.history, of: "乙").contains("<<<<<<<"))
    #expect(found(shared).contains("chain"))
    mend(shared)
  }

  @Test("conflict markers in a document are found and repaired")
  func markersInDocument() throws {
    let shared = try parted(
      { try $0.edit(Self.file, of: "甲", "66户", "67户") },
      { try $0.edit(Self.file, of: "乙", "66户", "68户") })
    try merge(shared)
    #expect(shared.text(Self.file, of: "乙").contains("<<<<<<<"))
    #expect(found(shared).isSuperset(of: ["conflict-marker", "chain"]))
    #expect(shared.run("乙", ["record", "--join"]).errors.contains("67户"))
    let answer = shared.run("乙", ["record", "--join"], answers: ["1"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(shared.run("乙", ["verify"]).status == 0)
    #expect(shared.run("乙", ["check"]).status == 0)
  }

  @Test("a union of two histories is found and repaired")
  func union() throws {
    let shared = try parted()
    try shared.write("history/*.md merge=union\n", to: ".gitattributes", of: "乙")
    shared.git(of: "乙", "add", "--all")
    shared.git(of: "乙", "commit", "--quiet", "-m", "属性")
    try merge(shared)
    #expect(!shared.text(Self.history, of: "乙").contains("<<<<<<<"))
    #expect(found(shared).contains("chain"))
    mend(shared)
  }

  @Test("one history appended to the other is found and repaired")
  func concatenated() throws {
    let shared = try parted()
    let theirs = shared.git(of: "乙", "show", "origin/main:" + Self.history).text
    let ours = shared.text(Self.history, of: "乙")
    try merge(shared, ["-X", "ours"]) { shared in
      try shared.write(ours + theirs.split(separator: "\n## 2\n")[1], to: Self.history, of: "乙")
    }
    #expect(found(shared).contains("chain"))
    mend(shared)
  }

  @Test("our history with the document of both sides is found and repaired")
  func ourHistory() throws {
    let shared = try parted()
    try merge(shared) { shared in
      shared.git(of: "乙", "checkout", "--ours", "--", Self.history)
    }
    #expect(found(shared).isSuperset(of: ["lost"]))
    mend(shared)
  }

  @Test("their history with our document is found and repaired")
  func theirHistory() throws {
    let shared = try parted()
    try merge(shared) { shared in
      shared.git(of: "乙", "checkout", "--theirs", "--", Self.history)
      shared.git(of: "乙", "checkout", "HEAD", "--", Self.file)
    }
    #expect(found(shared).isSuperset(of: ["unrecorded", "lost"]))
    mend(shared)
  }

  @Test("a merge that keeps only our side is found and repaired")
  func ours() throws {
    let shared = try parted()
    try merge(shared, ["--strategy", "ours"])
    #expect(found(shared) == ["lost"])
    let refused = shared.share("乙")
    #expect(refused.status == 2 && refused.errors.contains("记下 --接好"), "\(refused.errors)")
    mend(shared)
    #expect(shared.share("乙").status == 0)
  }

  @Test("one number for two tasks is found and repaired")
  func numbers() throws {
    let shared = try parted()
    try merge(shared) { shared in
      let text = shared.text(Self.file, of: "乙")
      #expect(text.contains("T1 报价") && text.contains("T1 量地"))
    }
    #expect(found(shared).contains("duplicate-id"))
    mend(shared)
  }

  @Test("two counts for one side of a vote are found")
  func results() throws {
    let shared = try parted(
      { try $0.edit(Self.file, of: "甲", "- 同意: 66户\n", "- 同意: 67户\n") },
      { try $0.edit(Self.file, of: "乙", "- 同意: 66户\n", "- 同意: 68户\n") })
    try merge(shared) { shared in
      let text = shared.text(Self.file, of: "乙")
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
        !["<<<<<<<", "=======", ">>>>>>>"].contains { line.hasPrefix($0) }
      }
      try shared.write(lines.joined(separator: "\n"), to: Self.file, of: "乙")
    }
    #expect(found(shared).contains("duplicate-key"))
  }

  @Test("a hunk lost from the document is found and repaired")
  func hunk() throws {
    let shared = try parted()
    try merge(shared) { shared in
      shared.git(of: "乙", "checkout", "--theirs", "--", Self.history)
      try shared.edit(Self.file, of: "乙", "- [ ] T1 量地\n  - 负责: 居民/张三\n  - 期限: 2025-12-25\n", "")
    }
    #expect(found(shared).contains("lost"))
    mend(shared)
  }

  @Test("two documents with the same number are found")
  func documents() throws {
    let shared = try parted(
      { $0.run("甲", ["matter", "add", "漏水"]) },
      { shared in
        shared.run("乙", ["matter", "add", "停车"])
        shared.git(of: "乙", "mv", "matters/Q-2025-001.md", "matters/Q-2025-001-停车.md")
        try FileManager.default.moveItem(
          atPath: shared.path("乙") + "/matters/Q-2025-001.md",
          toPath: shared.path("乙") + "/matters/Q-2025-001-停车.md")
      })
    try merge(shared)
    #expect(found(shared).contains("duplicate-id"))
  }

  @Test("approved minutes merged with an edit from before the approval are found and repaired")
  func sealed() throws {
    let shared = try parted(
      { shared in
        shared.run("甲", ["outcome", "M-2025-008#2", "下次再议"])
        shared.run("甲", ["approve", "M-2025-008"])
      }, { task("乙", "量地", 1, $0) })
    try merge(shared) { shared in
      shared.git(of: "乙", "checkout", "--theirs", "--", Self.history)
    }
    #expect(found(shared).contains("sealed"))
    let answer = shared.run("乙", ["record", "--join"])
    #expect(answer.status == 0, "\(answer.errors)")
    let ledger = Ledger(Array(shared.text(Self.history, of: "乙").utf8), of: Self.file)
    #expect(ledger.revisions.last?.kind == .amendment)
    #expect(shared.run("乙", ["verify"]).status == 0)
  }

  @Test("revisions cut off a history are found, even after the commit")
  func shortened() throws {
    let shared = try parted()
    shared.git(of: "乙", "reset", "--hard", "--quiet", "origin/main")
    let history = shared.text(Self.history, of: "乙")
    try shared.write(String(history.split(separator: "\n## 2\n")[0]), to: Self.history, of: "乙")
    #expect(found(shared).contains("lost"))
    shared.git(of: "乙", "commit", "--quiet", "--all", "-m", "截短")
    #expect(found(shared).contains("lost"))
  }

  @Test("an unfinished merge is repaired in place")
  func underWay() throws {
    let shared = try parted()
    shared.git(of: "乙", "merge", "--quiet", "--no-edit", "origin/main")
    #expect(shared.git(of: "乙", "rev-parse", "--quiet", "--verify", "MERGE_HEAD").isDone)
    mend(shared)
    shared.git(of: "乙", "add", "--all")
    #expect(shared.git(of: "乙", "commit", "--quiet", "-m", "合并").isDone)
    #expect(shared.share("乙").status == 0)
    #expect(shared.share("甲").status == 0)
    #expect(shared.record(of: "甲") == shared.record(of: "乙"))
  }

  @Test("an approval dropped by a merge is found")
  func lostApproval() throws {
    let shared = try parted(
      { shared in
        shared.run("甲", ["outcome", "M-2025-008#2", "下次再议"])
        shared.run("甲", ["approve", "M-2025-008"])
      }, { task("乙", "量地", 1, $0) })
    try merge(shared, ["--strategy", "ours"])
    #expect(found(shared).contains("lost"))
  }

  @Test("a removal dropped by a merge is found")
  func lostRemoval() throws {
    let shared = try parted(
      { try $0.edit(Self.file, of: "甲", "- 反对: 12户\n", "") }, { task("乙", "量地", 2, $0) })
    try merge(shared, ["--strategy", "ours"])
    #expect(found(shared).contains("lost"))
  }

  @Test("a contradiction settled by hand in a merge stays, and a dry run writes nothing")
  func byHand() throws {
    let shared = try parted(
      { try $0.edit(Self.file, of: "甲", "66户", "67户") },
      { try $0.edit(Self.file, of: "乙", "66户", "68户") })
    shared.git(of: "乙", "merge", "--quiet", "--no-edit", "origin/main")
    try shared.write(
      ShareCommandTests.minutes.replacing("66户", with: "69户"), to: Self.file, of: "乙")
    let before = shared.record(of: "乙")
    #expect(shared.run("乙", ["record", "--join", "--dry-run"]).status == 0)
    #expect(shared.record(of: "乙") == before)
    let answer = shared.run("乙", ["record", "--join", "-m", "点过票"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(shared.text(Self.file, of: "乙").contains("69户"))
    let ledger = Ledger(Array(shared.text(Self.history, of: "乙").utf8), of: Self.file)
    #expect(ledger.revisions.last?.why == "点过票")
    #expect(shared.run("乙", ["verify"]).status == 0)
  }

  @Test("two matters with the same number are never merged into one")
  func twoThings() throws {
    let shared = try parted(
      { $0.run("甲", ["matter", "add", "漏水"]) }, { $0.run("乙", ["matter", "add", "停车"]) })
    shared.git(of: "乙", "merge", "--quiet", "--no-edit", "origin/main")
    let answer = shared.run("乙", ["record", "--join"])
    #expect(answer.status == 2 && answer.errors.contains("git merge --abort"), "\(answer.errors)")
    shared.git(of: "乙", "merge", "--abort")
    #expect(shared.share("乙").status == 0)
    #expect(shared.text("matters/Q-2025-002.md", of: "乙").contains("停车"))
  }
}
