import Foundation
import HallCommands
import HallHistory
import TestSupport
import Testing

/// A loss may be accepted if text is to stay removed. Any other loss can only be put back.
@Suite("Which losses may be accepted", .needs(.git))
struct AcceptedLossTests {
  private static let file = SharedHall.matter
  private static let history = "history/Q-2025-001.md"

  /// 甲 has shared a note, and 网页 has pulled it and is about to change the files.
  private func shared(_ files: [String: String] = [:]) throws -> SharedHall {
    let matter = "---\n问题: Q-2025-001\n日期: 2025-03-02\n---\n\n# 漏水\n\n## 进展\n"
    let shared = try SharedHall(
      files.merging([Self.file: matter]) { $1 }, clones: ["甲", "乙", "网页"])
    shared.run("甲", ["matter", "note", "Q-2025-001", "甲记"])
    #expect(shared.share("甲").status == 0)
    #expect(shared.share("乙").status == 0)
    shared.git(of: "网页", "pull", "--quiet")
    return shared
  }

  private func send(_ shared: SharedHall) {
    shared.git(of: "网页", "add", "--all")
    shared.git(of: "网页", "commit", "--quiet", "-m", "整理")
    #expect(shared.git(of: "网页", "push", "--quiet").isDone)
  }

  private func isWhole(_ shared: SharedHall, _ name: String) {
    #expect(shared.run(name, ["verify"]).status == 0)
    #expect(shared.run(name, ["check"]).status == 0)
  }

  @Test("a missing history with an unchanged document can only be put back")
  func history() throws {
    let shared = try shared()
    shared.git(of: "网页", "rm", "--quiet", Self.history)
    send(shared)
    let told = shared.share("乙")
    #expect(told.status == 2)
    #expect(told.errors.contains("Q-2025-001 的历史整个不见了，共 2 版（某"))
    #expect(told.errors.contains("hall 记下 --接好") && !told.errors.contains("--anyway"))
    let refused = shared.run("乙", ["share", "--anyway", "-m", "不要历史"])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("没有可以认可的") && refused.errors.contains("正文没有变"))
    // There are only two answers, and the second one stops.
    #expect(shared.share("乙", answers: ["2"]).status == 2)
    #expect(shared.share("乙", answers: ["1"]).status == 0)
    #expect(!shared.text(Self.history, of: "乙").contains("不要历史"))
    isWhole(shared, "乙")
  }

  @Test("a history with a changed line can only be put back")
  func damaged() throws {
    let shared = try shared()
    try shared.edit(Self.history, of: "网页", "why: 备注：甲记", "why: 笔误")
    send(shared)
    let told = shared.share("乙")
    #expect(told.status == 2 && !told.errors.contains("--anyway"), "\(told.errors)")
    let refused = shared.run("乙", ["share", "--anyway", "-m", "笔误"])
    #expect(refused.status == 2 && refused.errors.contains("没有可以认可的"))
    #expect(shared.share("乙", answers: ["1"]).status == 0)
    isWhole(shared, "乙")
  }

  @Test("a deleted document can only be put back, and the message says how to close a matter")
  func deleted() throws {
    let shared = try shared()
    shared.git(of: "网页", "rm", "--quiet", Self.file, Self.history)
    send(shared)
    let refused = shared.run("乙", ["share", "--anyway", "-m", "不办了"])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("Q-2025-001 整个不见了"))
    #expect(refused.errors.contains("不办的问题用「hall 问题 结案」"))
    #expect(!refused.errors.contains("hall 取消"))
    #expect(shared.run("乙", ["record", "--join"]).status == 0)
    #expect(shared.share("乙").status == 0)
    #expect(shared.text(Self.file, of: "乙").contains("甲记"))
    isWhole(shared, "乙")
  }

  @Test("of several losses one is accepted, and the message says that the other was put back")
  func mixed() throws {
    let other = Self.file.replacing("001", with: "002")
    let shared = try shared([other: "---\n问题: Q-2025-002\n日期: 2025-03-02\n---\n\n# 路灯\n"])
    shared.git(of: "网页", "revert", "--no-edit", "HEAD")
    shared.git(of: "网页", "rm", "--quiet", other, other.replacing("matters", with: "history"))
    send(shared)
    let answer = shared.run("乙", ["share", "--anyway", "-m", "记错了"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("Q-2025-001 的删改记下了：记错了"))
    #expect(answer.output.contains("Q-2025-002 丢掉的已经补回"))
    #expect(answer.output.contains("补回的没有记理由：文件从不删除"))
    #expect(shared.text(other, of: "乙").contains("路灯"))
    isWhole(shared, "乙")
  }

  @Test("one's own missing history can only be put back")
  func own() throws {
    let shared = try shared()
    shared.git(of: "乙", "rm", "--quiet", Self.history)
    shared.git(of: "乙", "commit", "--quiet", "-m", "x")
    let told = shared.share("乙")
    #expect(told.status == 2 && !told.errors.contains("--anyway"), "\(told.errors)")
    let refused = shared.run("乙", ["share", "--anyway", "-m", "不要历史"])
    #expect(refused.status == 2 && refused.errors.contains("没有可以认可的"), "\(refused.errors)")
    #expect(shared.run("乙", ["record", "--join"]).status == 0)
    #expect(shared.share("乙").status == 0)
    isWhole(shared, "乙")
  }

  @Test("a large loss is reported in eight lines, the newest first")
  func short() throws {
    var files: [String: String] = [:]
    for number in 101...112 {
      let id = "Q-2025-\(number)"
      files["matters/\(id).md"] = "---\n问题: \(id)\n日期: 2025-03-02\n---\n\n# 路灯\n"
    }
    let shared = try shared(files)
    shared.git(of: "网页", "rm", "--quiet", "-r", "history")
    send(shared)
    let lines = shared.share("乙").errors.split(separator: "\n").filter { $0.hasPrefix("  ") }
    #expect(lines.count == 8, "\(lines)")
    #expect(lines.first?.contains("Q-2025-001 的历史整个不见了，共 2 版（某") == true)
    #expect(lines.last == "  另有 7 份也是这样，共 7 版")
  }

  @Test("the loss of one document is listed as far as there is room")
  func newest() throws {
    let shared = try shared()
    for number in 1...9 {
      shared.run("甲", ["matter", "note", "Q-2025-001", "第\(number)件"])
    }
    #expect(shared.share("甲").status == 0)
    #expect(shared.share("乙").status == 0)
    shared.git(of: "网页", "pull", "--quiet")
    shared.git(of: "网页", "rm", "--quiet", Self.history)
    send(shared)
    let lines = shared.share("乙").errors.split(separator: "\n").filter { $0.hasPrefix("  ") }
    #expect(lines.count == 8)
    #expect(lines.dropFirst().first?.contains("第 11 版 甲 2025-12-01：备注：第9件") == true)
    #expect(lines.last?.contains("第 5 版") == true)
  }
}
