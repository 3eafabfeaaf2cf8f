import Foundation
import HallCommands
import HallHistory
import HallModel
import TestSupport
import Testing

@Suite("A number that is already shared stays, whoever merges", .needs(.git))
struct SharedNumbersTests {
  private static let files = ["agendas/M-2025-008.md", "history/M-2025-008.md"]

  /// 甲 and 乙 have each committed a task T1, without the driver.
  private func parted() throws -> SharedHall {
    let shared = try SharedHall([Self.files[0]: ShareCommandTests.minutes])
    #expect(shared.share("乙").status == 0)
    for name in ["甲", "乙"] {
      shared.run(
        name,
        [
          "task", "add", "M-2025-008#1", name + "的事", "--lead", "居民/张三", "--due", "2025-12-25",
        ])
      shared.git(of: name, "commit", "--quiet", "--all", "-m", name)
    }
    return shared
  }

  /// Merges both sides' documents and histories with the driver, and returns who keeps T1.
  private func keeper(
    _ shared: SharedHall, ours: String, theirs: String, of name: String = "甲"
  ) throws -> Set<String> {
    let base = shared.git(of: name, "merge-base", ours, theirs).text
    let commit = String(base.prefix { $0.isHexDigit })
    var keepers: Set<String> = []
    for file in Self.files {
      for (version, state) in [("o", commit), ("a", ours), ("b", theirs)] {
        let text = shared.git(of: name, "show", state + ":" + file).text
        try shared.write(text, to: ".hall/" + version, of: name)
      }
      let answer = shared.run(name, ["merge-file", ".hall/o", ".hall/a", ".hall/b", "7", file])
      #expect(answer.status == 0, "\(answer.errors)")
      var text = shared.text(".hall/a", of: name)
      if file == Self.files[1] {
        let ledger = Ledger(Array(text.utf8), of: Self.files[0])
        text = String(decoding: try ledger.verify(), as: UTF8.self)
      }
      for keeper in ["甲", "乙"] where text.contains("T1 \(keeper)的事") { keepers.insert(keeper) }
      #expect(text.contains("T2 "))
    }
    return keepers
  }

  private func publish(_ shared: SharedHall, _ name: String, _ place: String) {
    let pushed = shared.git(of: name, "push", "--quiet", "origin", "HEAD:" + place)
    #expect(pushed.isDone, "\(pushed.errorText)")
    for name in ["甲", "乙"] { shared.git(of: name, "fetch", "--quiet", "--all") }
  }

  @Test("the shared side keeps its number in a merge and in a rebase, even without an upstream")
  func noUpstream() throws {
    let shared = try parted()
    publish(shared, "乙", "main")
    shared.git(of: "甲", "branch", "--unset-upstream")
    #expect(try keeper(shared, ours: "main", theirs: "origin/main") == ["乙"])
    #expect(try keeper(shared, ours: "origin/main", theirs: "main") == ["乙"])
  }

  @Test("our number stays if ours is shared on another branch and theirs is not shared")
  func topic() throws {
    let shared = try parted()
    publish(shared, "甲", "topic")
    shared.git(of: "甲", "fetch", "--quiet", shared.path("乙"), "main:others")
    #expect(try keeper(shared, ours: "main", theirs: "others") == ["甲"])
    #expect(try keeper(shared, ours: "others", theirs: "main") == ["甲"])
  }

  @Test("if both sides are shared, the default branch keeps its number")
  func both() throws {
    let shared = try parted()
    publish(shared, "甲", "topic")
    publish(shared, "乙", "main")
    shared.git(of: "甲", "remote", "set-head", "origin", "main")
    #expect(try keeper(shared, ours: "main", theirs: "origin/main") == ["乙"])
    #expect(try keeper(shared, ours: "origin/main", theirs: "main") == ["乙"])
  }

  @Test("numbers on another remote or on a renamed one count as shared, too")
  func remotes() throws {
    let shared = try parted()
    shared.git(of: "甲", "remote", "rename", "origin", "共用")
    publish(shared, "乙", "main")
    #expect(try keeper(shared, ours: "main", theirs: "共用/main") == ["乙"])
    shared.git(of: "甲", "remote", "add", "fork", shared.path("乙"))
    shared.git(of: "甲", "remote", "remove", "共用")
    shared.git(of: "甲", "fetch", "--quiet", "fork")
    #expect(try keeper(shared, ours: "main", theirs: "fork/main") == ["乙"])
  }

  @Test("record --join looks at the remotes, too")
  func join() throws {
    let shared = try parted()
    publish(shared, "乙", "main")
    shared.git(of: "甲", "merge", "--quiet", "--no-edit", "--strategy", "ours", "origin/main")
    let answer = shared.run("甲", ["record", "--join"])
    #expect(answer.status == 0, "\(answer.errors)")
    let text = shared.text(Self.files[0], of: "甲")
    #expect(text.contains("T1 乙的事") && text.contains("T2 甲的事"), "\(text)")
    #expect(shared.run("甲", ["verify"]).status == 0)
  }
}
