import Foundation
@testable import HallCommands
@testable import HallGit
import Synchronization
import TestSupport
import Testing

/// A host that does not answer, is empty or was replaced, and a branch that the others do not use.
@Suite("Trouble with the shared place", .needs(.git))
struct HostTests {
  private static let file = SharedHall.matter
  private static let text = "---\n问题: Q-2025-001\n日期: 2025-03-02\n---\n\n# 漏水\n\n"

  private func shared() throws -> SharedHall {
    let shared = try SharedHall([Self.file: Self.text])
    #expect(shared.share("乙").status == 0)
    return shared
  }

  private func remote(_ shared: SharedHall, _ words: String...) -> String {
    shared.git(["-C", shared.path("shared.git")] + words).text
  }

  /// Programs with a host that accepts every call and never answers.
  private final class SilentHost: Programs {
    let asked = Mutex<[ProgramCall]>([])
    func run(_ call: ProgramCall) -> ProgramResult? {
      guard call.words.contains("ls-remote") else { return HermeticPrograms().run(call) }
      asked.withLock { $0.append(call) }
      return ProgramResult(status: 143, isOverdue: true)
    }
  }

  @Test(
    "a host that never answers is given up after a minute",
    arguments: [["share"], ["record", "--join"]])
  func silent(words: [String]) throws {
    let shared = try shared()
    // A loss, for which `record --join` asks the host.
    if words != ["share"] { shared.git(of: "乙", "rm", "--quiet", "history/Q-2025-001.md") }
    let host = SilentHost()
    shared.programs = host
    let answer = shared.run("乙", words)
    let call = try #require(host.asked.withLock { $0.first })
    #expect(call.limit == 60 && call.asksAtTerminal && call.waiting?.seconds == 2)
    // What works without the host is done.
    #expect(answer.status == (words == ["share"] ? 2 : 0), "\(answer.errors)")
    #expect(shared.share("乙").errors.contains("（origin）等了 1 分钟没有回音"))
  }

  @Test("a program that exceeds its time limit is ended with all its child processes")
  func tree() throws {
    let folder = try TestHall.empty()
    let mark = folder.folder.appending(path: "mark").path(percentEncoded: false)
    var call = ProgramCall(["/bin/sh", "-c", "(sleep 3; echo late >'\(mark)') & wait"])
    (call.limit, call.asksAtTerminal) = (1, true)
    let result = try #require(SystemPrograms().run(call))
    #expect(result.isOverdue)
    Thread.sleep(forTimeInterval: 3.5)
    #expect(!FileManager.default.fileExists(atPath: mark))
    var quick = ProgramCall(["/bin/sh", "-c", "echo yes; exit 3"])
    (quick.limit, quick.asksAtTerminal) = (20, true)
    let other = try #require(SystemPrograms().run(quick))
    #expect((other.text, other.status, other.isOverdue) == ("yes\n", 3, false))
  }

  @Test("the message about waiting is shown once per call")
  func once() {
    let said = Mutex(0)
    let word = WaitingWord()
    for _ in 1...3 { word.once { said.withLock { $0 += 1 } } }
    #expect(said.withLock { $0 } == 1)
  }

  @Test(
    "on another branch than the others, share asks which branch to share on", arguments: ["1", "2"])
  func branch(_ choice: String) throws {
    let shared = try shared()
    shared.git(of: "乙", "switch", "--quiet", "--create", "topic")
    shared.run("乙", ["matter", "note", "Q-2025-001", "乙记"])
    shared.run("甲", ["matter", "note", "Q-2025-001", "甲记"])
    #expect(shared.share("甲").status == 0)
    #expect(shared.share("乙", answers: ["3"]).status == 2)
    let answer = shared.share("乙", answers: [choice])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(
      answer.output.contains(choice == "1" ? "已经交给大家。" : "已经交到分支「topic」"), "\(answer.output)")
    // The question is not asked again.
    shared.run("乙", ["matter", "note", "Q-2025-001", "再记"])
    #expect(shared.share("乙").status == 0)
    #expect(shared.share("甲").status == 0)
    #expect(shared.text(Self.file, of: "甲").contains("再记") == (choice == "1"))
  }

  @Test(
    "a branch that was squash-merged and deleted is not reported as renamed or rewritten"
  )
  func merged() throws {
    let shared = try shared()
    shared.git(of: "乙", "switch", "--quiet", "--create", "topic")
    shared.run("乙", ["matter", "note", "Q-2025-001", "乙记"])
    #expect(shared.share("乙", answers: ["2"]).status == 0)
    shared.git(of: "甲", "fetch", "--quiet")
    shared.git(of: "甲", "merge", "--quiet", "--squash", "origin/topic")
    shared.git(of: "甲", "commit", "--quiet", "-m", "合并 topic")
    #expect(shared.git(of: "甲", "push", "--quiet", "origin", "main", ":topic").isDone)
    let answer = shared.share("乙")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("没有分支「topic」了，以后交到「main」"), "\(answer.output)")
    #expect(!answer.output.contains("改写") && !answer.output.contains("改名"))
    #expect(shared.run("乙", ["verify"]).status == 0)
  }

  @Test("without a terminal, the command that follows the shared branch is shown, and it works")
  func upstream() throws {
    let shared = try shared()
    shared.git(of: "乙", "switch", "--quiet", "--create", "topic")
    shared.run("乙", ["matter", "note", "Q-2025-001", "乙记"])
    #expect(shared.share("乙").errors.contains("交到大家那条：git branch -u origin/main"))
    #expect(shared.git(of: "乙", "branch", "--quiet", "-u", "origin/main").isDone)
    #expect(shared.share("乙").output.contains("已经交给大家。"))
    #expect(shared.share("甲").status == 0)
    #expect(shared.text(Self.file, of: "甲").contains("乙记"))
  }

  @Test("with a detached HEAD, share says which branch to go back to")
  func past() throws {
    let shared = try shared()
    shared.git(of: "乙", "checkout", "--quiet", "--detach")
    #expect(shared.share("乙").errors.contains("git switch main，再打 hall 分享"))
  }

  @Test("an emptied shared place is filled again only after a question")
  func emptied() throws {
    let shared = try shared()
    _ = remote(shared, "update-ref", "-d", "refs/heads/main")
    let answer = shared.share("乙")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("大家共用的地方（origin）空了，上一次在那里的 1 次改动都不见了"))
    #expect(shared.share("乙", answers: ["2"]).status == 2)
    #expect(remote(shared, "for-each-ref") == "")
    #expect(shared.share("乙", answers: ["1"]).status == 0)
    #expect(shared.share("甲").status == 0)
  }

  @Test("a replaced shared place is reported, and no dangerous advice is given")
  func replaced() throws {
    let shared = try shared()
    let tree = remote(shared, "rev-parse", "main^{tree}").prefix { $0 != "\n" }
    let commit = remote(shared, "commit-tree", "-m", "别的", String(tree)).prefix { $0 != "\n" }
    _ = remote(shared, "update-ref", "refs/heads/main", String(commit))
    let answer = shared.share("乙")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("换成了另一份记录：上一次在那里的 1 次改动都不见了"), "\(answer.errors)")
    #expect(!answer.errors.contains("git clone"))
  }
}
