import Foundation
import HallCommands
import TestSupport
import Testing

/// `check` compares the files in the folder with the histories.
@Suite struct HistoryCheckTests {
  private let path = "agendas/M-2025-008.md"
  private let history = "history/M-2025-008.md"

  private func text(_ status: String) -> String {
    meeting(item: "灯坏了半年。\n\n- 结论: 达成一致\n\n- [ ] T1 换灯\n  - 期限: 2025-10-15")
      .replacing("已召开", with: status)
  }

  /// A hall whose meeting was recorded when it was held and when it was approved.
  private func recordedHall() throws -> TestHall {
    let hall = try TestHall([path: text("已召开"), "agendas/M-2025-009.md": meeting(9, item: "不记")])
    for status in ["已召开", "已确认"] {
      try hall.write(Data(text(status).utf8), to: path)
      let answer = hall.run("record", "M-2025-008", "--by", "王五")
      #expect(answer.status == 0, "\(answer.errors)")
    }
    return hall
  }

  /// The first line of each finding about histories, and the line of the file that it shows.
  private func findings(_ hall: TestHall, _ words: String...) -> [String] {
    let answer = CommandTable.answer(
      ["check", "--lang", "en"] + words, in: hall.context(environment: ["NO_COLOR": "1"]))
    let ids = ["[content]", "[chain]", "[sealed]", "[missing]", "[unrecorded]"]
    return answer.output.components(separatedBy: "\n\n")
      .filter { block in ids.contains { block.contains($0) } }
      .flatMap { $0.split(separator: "\n").prefix(2).map(String.init) }
  }

  @Test func `a meeting without a history is not reported`() throws {
    #expect(findings(try recordedHall()) == [])
  }

  @Test func `a change of sealed text is reported at its line`() throws {
    let hall = try recordedHall()
    let changed = text("已确认").replacing("[ ]", with: "[x]").replacing("半年", with: "一年")
    try hall.write(Data(changed.utf8), to: path)
    #expect(
      findings(hall) == [
        "agendas/M-2025-008.md:13:1: error: approved text differs from revision 2,"
          + " and the change is not recorded [sealed]", "13 | 灯坏了一年。",
      ])
    #expect(findings(hall, "M-2025-008").count == 2)
    #expect(findings(hall, "M-2025-009") == [])
  }

  @Test func `a sealed change is shown, not the progress before it`() throws {
    let hall = try recordedHall()
    let changed = text("已确认").replacing("[ ]", with: "[x]")
      .replacing("2025-10-15", with: "2025-10-16")
    try hall.write(Data(changed.utf8), to: path)
    #expect(findings(hall).last?.hasSuffix("  - 期限: 2025-10-16") == true)
  }

  @Test func `ticking off a task in approved minutes is only unrecorded`() throws {
    let hall = try recordedHall()
    try hall.write(Data(text("已确认").replacing("[ ]", with: "[x]").utf8), to: path)
    #expect(findings(hall).first?.hasSuffix("[unrecorded]") == true)
    #expect(findings(hall).last?.hasSuffix("- [x] T1 换灯") == true)
  }

  @Test func `a document is missing once its file is gone, but not if it was renamed`()
    throws
  {
    let hall = try recordedHall()
    let file = hall.folder.appending(path: path)
    let renamed = hall.folder.appending(path: "agendas/M-2025-008-灯.md")
    try FileManager.default.moveItem(at: file, to: renamed)
    #expect(findings(hall) == [])
    try FileManager.default.removeItem(at: renamed)
    #expect(
      findings(hall) == [
        "history/M-2025-008.md:1:1: error: M-2025-008 has a history, but its document is gone"
          + " [missing]", "1 | # M-2025-008",
      ])
    #expect(findings(hall, "M-2025-008").count == 2)
  }

  @Test(arguments: [
    ("* by: 王五", "* by: 李四", "[chain]"), ("\n## 2\n", "\n## 3\n", "[chain]"),
    ("# M-2025-008", "# M-2025-009", "[chain]"), ("+状态: 已召开", "+状态: 已通知", "[chain]"),
    ("\n* why: ", "\n\n* why: ", "[chain]"), ("--- /dev/null", "--- /dev/nul", "[chain]"),
  ])
  func `a changed history is reported with its line`(old: String, new: String, id: String) throws {
    let hall = try recordedHall()
    let bytes = try Data(contentsOf: hall.folder.appending(path: history))
    let changed = String(decoding: bytes, as: UTF8.self).replacing(
      old, with: new, maxReplacements: 1)
    try hall.write(Data(changed.utf8), to: history)
    let found = findings(hall, "M-2025-008")
    #expect(found.count == 2, "\(found)")
    #expect(found.first?.hasPrefix(history + ":") == true)
    #expect(found.first?.hasSuffix(id) == true)
  }

  @Test func `a history that is cut off anywhere is reported`() throws {
    let hall = try recordedHall()
    let bytes = try Data(contentsOf: hall.folder.appending(path: history))
    for length in stride(from: 1, to: bytes.count, by: 7) {
      try hall.write(bytes.prefix(length), to: history)
      #expect(findings(hall).count >= 1, "cut off at \(length)")
    }
  }
}
