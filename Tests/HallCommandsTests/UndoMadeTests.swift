import Foundation
@testable import HallCommands
@testable import HallGit
import TestSupport
import Testing

/// `undo` of a command that made a document: the document is removed, and a copy is kept.
@Suite struct UndoMadeTests {
  private let matter = "matters/Q-2025-001.md"

  private func files(_ hall: TestHall) throws -> [String] {
    try hall.everything().keys.filter {
      $0.hasSuffix(".md") && !$0.hasPrefix(".hall")
    }.sorted()
  }

  private func matters(_ hall: TestHall) throws -> [String] {
    try files(hall).filter { $0.hasPrefix("matters/") }
  }

  @Test func `a matter just added is removed, a copy is kept, and its number is free again`() throws
  {
    let hall = try ReadingTests.hall()
    let before = try files(hall)
    #expect(hall.write("matter", "add", "楼道灯不亮").status == 0)
    let name = try #require(try matters(hall).last)
    let text = hall.text(name)
    let dry = hall.write("undo", "--dry-run")
    #expect(dry.output.contains("会撤销：") && hall.text(name) == text)
    let answer = hall.write("undo")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("已撤销：") && answer.output.contains(".hall/undone/Q-2025-"))
    #expect(try files(hall) == before)
    let id = try #require(answer.output.firstMatch(of: /Q-2025-\d+/)).output
    #expect(hall.text(".hall/undone/\(id).md") == text)
    #expect(hall.text(".hall/undone/\(id).history.md").contains("* by: 王五"))
    #expect(hall.run("verify").status == 0)
    // A second one with the same number is kept beside the first.
    #expect(hall.write("matter", "add", "楼道灯又不亮").status == 0)
    #expect(hall.write("undo").output.contains(".hall/undone/\(id).2.md"))
    #expect(hall.text(".hall/undone/\(id).md") == text)
    #expect(try files(hall) == before)
  }

  @Test func `a document that others refer to stays, and the step before it can be taken back`()
    throws
  {
    let hall = try ReadingTests.hall()
    #expect(hall.write("record").status == 0)
    try hall.edit(ReadingTests.path, "同意: 6", "同意: 7")
    #expect(hall.write("record").status == 0)
    #expect(hall.write("matter", "add", "楼道灯不亮").status == 0)
    let name = try #require(try matters(hall).last)
    let id = try #require(name.firstMatch(of: /Q-2025-\d+/)).output
    try hall.edit("hall.md", "# 试厅", "# 试厅\n\n见 \(id)#1。")
    let before = try files(hall)
    let answer = hall.write("undo")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("hall 提到了「\(id)」"))
    #expect(answer.errors.contains("hall 问题 结案 \(id)"))
    let call = try #require(answer.errors.firstMatch(of: /hall (恢复 M-2025-008 \d)/)).output.1
    #expect(try files(hall) == before)
    #expect(
      CommandTable.answer(
        call.split(separator: " ").map(String.init),
        in: hall.context(environment: ["HALL_AUTHOR": "王五"])
      ).status == 0)
    #expect(hall.text(ReadingTests.path).contains("同意: 6"))
  }

  @Test func `a document that was changed since or that git knows is not removed`() throws {
    let hall = try ReadingTests.hall()
    #expect(hall.write("matter", "add", "楼道灯不亮").status == 0)
    let name = try #require(try matters(hall).last)
    var context = hall.context(environment: ["HALL_AUTHOR": "王五"])
    for part in ["matters/", "history/"] {
      context.gitKnows = { path, _ in path.hasPrefix(part) }
      let answer = CommandTable.answer(["undo"], in: context)
      #expect(answer.status == 2 && answer.errors.contains("已经进了 git"))
    }
    try hall.edit(name, "楼道灯不亮", "楼道灯坏了")
    #expect(hall.write("undo").errors.contains("后来又改过"))
    #expect(hall.write("record").status == 0)
    #expect(hall.write("undo").status == 0)
    // It has three revisions by now.
    #expect(hall.write("undo").errors.contains("新建以后又记过"))
    #expect(try matters(hall).last == name)
  }
}
