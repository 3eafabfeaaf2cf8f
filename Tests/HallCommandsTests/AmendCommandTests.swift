import Foundation
import HallCommands
import TestSupport
import HallWords
import Testing

@Suite("Approved minutes change only with a reason")
struct AmendCommandTests {
  private static let path = EditCommandTests.path
  private static let draft = EditCommandTests.draft
  private static let history = EditCommandTests.history

  private func approved() throws -> TestHall {
    let hall = try EditCommandTests.hall()
    try hall.edit(Self.path, "已召开", "已确认")
    _ = hall.write("record")
    return hall
  }

  @Test("edit records progress, and keeps an amendment as a draft for amend")
  func edit() throws {
    let hall = try approved()
    let before = hall.text(Self.path)
    let progress = EditCommandTests.edit(
      hall, answers: ["4"],
      editor: EditCommandTests.editor { $0.replacing("[ ] T1", with: "[x] T1") })
    #expect(progress.answer.status == 0, "\(progress.answer.errors)")
    #expect(hall.text(Self.history).contains("* kind: progress\n"))
    let ticked = hall.text(Self.path)
    #expect(ticked != before)
    let refused = EditCommandTests.edit(
      hall, editor: EditCommandTests.editor(EditCommandTests.five))
    #expect(refused.answer.status == 2)
    #expect(refused.answer.errors.contains("「hall 修正 M-2025-008 -m 理由」"))
    #expect(refused.answer.errors.contains("草稿还在：\(Self.draft)\n"))
    #expect(hall.text(Self.path) == ticked)
    #expect(hall.text(Self.draft) == EditCommandTests.five(ticked))
    // Without a terminal, the call from the hint works.
    let amended = EditCommandTests.edit(
      hall, ["amend", "M-2025-008", "-m", "唱票复核"], isTerminal: false, editor: { _ in nil })
    #expect(amended.answer.status == 0, "\(amended.answer.errors)")
    #expect(amended.runs == 0)
    #expect(hall.text(Self.path) == EditCommandTests.five(ticked))
    #expect(hall.text(Self.history).contains("* why: 唱票复核\n* kind: amendment\n"))
  }

  @Test("amend asks for a reason, and opens the editor only when it has one")
  func editor() throws {
    let hall = try approved()
    let none = EditCommandTests.edit(
      hall, ["amend", "8"], answers: [" "], editor: EditCommandTests.editor(EditCommandTests.five))
    #expect(none.answer.status == 2)
    #expect(none.runs == 0)
    #expect(none.answer.errors.contains("修正要写理由"))
    let asked = EditCommandTests.edit(
      hall, ["修正", "8"], answers: ["唱票复核"], editor: EditCommandTests.editor(EditCommandTests.five))
    #expect(asked.answer.output.hasPrefix("已修正 M-2025-008：议题1 表决 同意 5→6\n"))
    #expect(hall.text(Self.history).contains("* why: 唱票复核\n* kind: amendment\n"))
    #expect(hall.run("verify").status == 0)
  }

  @Test("after an amendment, no call is suggested that would be refused")
  func next() throws {
    let hall = try approved()
    let answer = hall.atTerminal(
      "amend", "8", "-m", "漏记了", "decide", "8", "1", "补一项", "--kind", "协商意见")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(!answer.output.contains("hall 任务 新增"), "\(answer.output)")
    #expect(answer.output.contains("接下来可以：\n  hall 看 M-2025-008-"))
  }

  @Test("amend runs another command on the same minutes")
  func command() throws {
    let hall = try approved()
    func amend(_ words: String...) -> Answer {
      CommandTable.answer(["amend"] + words, in: hall.context(environment: ["HALL_AUTHOR": "王五"]))
    }
    let task = ["task", "add", "M-2025-008-D1", "再报价", "--lead", "物业/赵六", "--due", "2025-12-20"]
    #expect(hall.write("task", "add", "M-2025-008-D1", "再报价").errors.contains("已经确认"))
    let before = hall.text(Self.path)
    let dry = CommandTable.answer(
      ["amend", "-n", "M-2025-008", "-m", "漏了一项"] + task,
      in: hall.context(environment: ["HALL_AUTHOR": "王五"]))
    #expect(dry.output.contains("+- [ ] T2 再报价\n"), "\(dry.errors)")
    #expect(hall.text(Self.path) == before)
    let answer = CommandTable.answer(
      ["amend", "M-2025-008", "-m", "漏了一项", "--by", "张三"] + task, in: hall.context())
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(hall.text(Self.path).contains("- [ ] T2 再报价\n"))
    #expect(hall.text(Self.history).contains("* by: 张三\n* why: 漏了一项\n* kind: amendment\n"))
    // The reason may be among the command's own options, but it must be given.
    #expect(amend("M-2025-008", "task", "cancel", "M-2025-008-T2", "不用了").errors.contains("修正要写理由"))
    #expect(amend("M-2025-008", "task", "cancel", "M-2025-008-T2", "不用了", "-m", "重复").status == 0)
    #expect(hall.text(Self.history).contains("* why: 重复\n"))
  }

  @Test(
    "amend refuses a command that does not write to these minutes",
    arguments: [
      (["list", "tasks"], "「hall 列出」不能放在「hall 修正」后面"),
      (["amend", "M-2025-008"], "「hall 修正」不能放在「hall 修正」后面"),
      (["undo"], "用「hall 撤销 -m 理由」撤销"),
      (["new", "例会", "--on", "12-05"], "「hall 拟会」不能放在「hall 修正」后面"),
      (["matter", "add", "漏雨"], "「hall 问题 新增」不能放在「hall 修正」后面"), (["record"], "改的不是它"),
      (["task", "done", "M-2025-018-T1"], "改的不是它"),
      (["tusk", "done", "M-2025-008-T1"], "没有「tusk」这个命令"),
      (["task", "done", "M-2025-008-T1", "--oh"], "「hall 任务 完成」没有 --oh 这个选项"),
    ])
  func others(words: [String], message: String) throws {
    let hall = try approved()
    try hall.write(Data(meeting(18, item: "- [ ] T1 修灯").utf8), to: "agendas/M-2025-018.md")
    let before = try hall.everything()
    let answer = CommandTable.answer(
      ["amend", "M-2025-008", "-m", "复核"] + words,
      in: hall.context(environment: ["HALL_AUTHOR": "王五"]))
    #expect(answer.status == 2)
    #expect(answer.errors.contains(message), "\(answer.errors)")
    #expect(try hall.everything() == before)
  }

  @Test("an edit made with another program is recorded with the reason")
  func outside() throws {
    let hall = try approved()
    try hall.edit(Self.path, "同意: 5", "同意: 6")
    let edited = hall.text(Self.path)
    let answer = hall.write("amend", "M-2025-008", "-m", "唱票复核")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output == "已记下 M-2025-008 第 3 版（确认后的修正）  唱票复核\n")
    #expect(hall.text(Self.path) == edited)
    #expect(hall.run("verify").status == 0)
  }

  @Test("amend refuses a document that is not approved, and suggests edit")
  func notApproved() throws {
    let hall = try EditCommandTests.hall()
    for name in ["M-2025-008", "hall"] {
      let answer = hall.write("amend", name, "-m", "复核")
      #expect(answer.status == 2)
      #expect(answer.errors.contains("提示：用「hall 编辑 \(name)」直接改"), "\(answer.errors)")
    }
  }

  @Test("-h after a command shows the help of that command")
  func help() throws {
    let hall = try approved()
    #expect(
      hall.write("amend", "M-2025-008", "task", "done", "-h").output.hasPrefix("hall 任务 完成"))
    #expect(hall.write("amend", "M-2025-008", "-h").output.hasPrefix("hall 修正"))
    #expect(hall.write("help", "amend").output.contains("hall 修正 编号 [命令…]"))
  }

  @Test("a refusal shows the amend call to use, and amend shows before and after")
  func refusalShowsCall() throws {
    let hall = try approved()
    let refused = hall.write("task", "add", "M-2025-008#1", "换 灯")
    #expect(refused.status == 2)
    #expect(
      refused.errors.contains(
        "提示：确实要改：hall 修正 M-2025-008 -m 理由 task add M-2025-008#1 '换 灯'\n"),
      "\(refused.errors)")
    let amended = hall.write(
      "amend", "M-2025-008", "-m", "唱票复核", "vote", "M-2025-008", "1", "--for", "6", "--against", "2"
    )
    #expect(amended.status == 0, "\(amended.errors)")
    #expect(amended.output.contains("→ 6"), "\(amended.output)")
  }
}
