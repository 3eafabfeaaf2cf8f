import Foundation
import HallCommands
import HallHistory
import HallModel
import HallStore
import Testing

/// How every command that reads histories treats figures added to approved minutes.
@Suite("Figures added to approved minutes")
struct FiguresCommandTests {
  private func clean(
    _ hall: FiguresHall, _ name: String, _ location: SourceLocation = #_sourceLocation
  ) {
    for words in [["verify"], ["check", "--lang", "zh"]] {
      let answer = hall.shared.run(name, words)
      #expect(answer.status == 0, "\(answer.output)", sourceLocation: location)
      #expect(!answer.output.contains("[sealed]"), "\(answer.output)", sourceLocation: location)
    }
  }

  @Test("log names added figures, and verify, check, share and review accept them")
  func right() throws {
    let hall = try FiguresHall()
    #expect(try hall.addFigures("甲").map(\.kind) == [.figures])
    clean(hall, "甲")
    #expect(hall.shared.run("甲", ["verify"]).errors == "")
    #expect(hall.shared.run("甲", ["log", "M-2025-008"]).output.contains("补记的票数"))
    #expect(
      hall.shared.run("甲", ["log", "M-2025-008", "--json"]).output.contains("\"figures\""))
    #expect(hall.shared.share("甲").status == 0)
    let review = hall.shared.run("甲", ["review", "HEAD~1"]).output
    #expect(!review.contains("要当心"), "\(review)")
    #expect(!review.contains("已确认的会议记录被修正"), "\(review)")
    #expect(review.contains("应到"), "\(review)")
    // The other clone takes them in and computes the same.
    #expect(hall.shared.share("乙").status == 0)
    clean(hall, "乙")
    // A roster that changes later does not matter.
    try hall.shared.edit("hall.md", of: "乙", "| 钱七", "| 孙八 | 居民 | 1-104 | 80 |\n| 钱七")
    #expect(hall.shared.run("乙", ["record", "hall"]).status == 0)
    clean(hall, "乙")
  }

  @Test("added figures that cannot be recomputed are rejected")
  func noReckoning() throws {
    let hall = try FiguresHall()
    try hall.addFigures("甲")
    hall.shared.reckoning = nil
    let answer = hall.shared.run("甲", ["verify"])
    #expect(answer.status == 1)
    #expect(answer.output.contains("没有人算得出它"))
  }

  @Test(
    "every command reports a revision that wrongly claims to add only figures",
    arguments: [
      ("- 同意: 张三、李四", "- 同意: 张三、李四、孙八", "还添了、改了或删了别的"),
      ("钱七\n\n", "钱七\n- 结果: 未通过\n\n", "「结果」补的是「未通过」，算出来是「通过」"),
      ("- 同意", "- 应到: 9户\n- 同意", "「应到」补的是「9户」，算出来是「3户」"),
    ])
  func forged(_ old: String, _ new: String, _ words: String) throws {
    let hall = try FiguresHall()
    try hall.forge("甲", old, new)
    let check = hall.shared.run("甲", ["check"])
    #expect(check.status == 1)
    #expect(check.output.contains("[sealed]"), "\(check.output)")
    #expect(check.output.contains("第 2 版说只补票数，却改了已确认的内容：" + words), "\(check.output)")
    let verify = hall.shared.run("甲", ["verify"])
    #expect(verify.status == 1)
    #expect(verify.output.contains("第 2 版说只补票数，却不是：" + words), "\(verify.output)")
    #expect(hall.shared.run("甲", ["verify", "--json"]).output.contains("\"sealed\""))
    let share = hall.shared.run("甲", ["share", "--anyway"])
    #expect(share.status == 2)
    #expect(share.errors.contains(words), "\(share.errors)")
    // The same for somebody else, after a push with plain git.
    hall.shared.git(of: "甲", "commit", "-qam", "x")
    #expect(hall.shared.git(of: "甲", "push", "-q", "origin", "main").isDone)
    let review = hall.shared.run("甲", ["review", "HEAD~1"]).output
    #expect(review.contains("要当心（1）"), "\(review)")
    #expect(review.contains(words), "\(review)")
    let before = hall.shared.record(of: "乙")
    let taken = hall.shared.share("乙")
    #expect(taken.status == 2)
    #expect(taken.errors.contains(words), "\(taken.errors)")
    #expect(hall.shared.record(of: "乙") == before)
  }

  @Test("undo removes added figures without a new reason")
  func undone() throws {
    let hall = try FiguresHall()
    let before = hall.shared.text(FiguresHall.path, of: "甲")
    try hall.addFigures("甲")
    let answer = hall.shared.run("甲", ["undo"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(hall.shared.text(FiguresHall.path, of: "甲") == before)
    #expect(hall.kinds(of: "甲") == ["-", "figures", "amendment"])
    clean(hall, "甲")
    // Undoing an amendment still needs one.
    let amended = hall.shared.run(
      "甲", ["amend", "M-2025-008", "-m", "写错", "decide", "M-2025-008#1", "再修"])
    #expect(amended.status == 0, "\(amended.errors)")
    #expect(hall.shared.run("甲", ["undo"]).status == 2)
  }

  @Test("a joined history still knows the figures that one of two clones added")
  func joined() throws {
    for isFirst in [true, false] {
      let hall = try FiguresHall()
      try hall.addFigures("甲")
      #expect(
        hall.shared.run("乙", ["task", "done", "M-2025-008-T1", "--on", "2025-12-01"]).status == 0)
      for name in isFirst ? ["甲", "乙", "甲"] : ["乙", "甲", "乙"] {
        let answer = hall.shared.share(name)
        #expect(answer.status == 0, "\(answer.errors)")
      }
      #expect(hall.kinds(of: "甲").sorted() == ["-", "figures", "progress"])
      #expect(hall.kinds(of: "乙") == hall.kinds(of: "甲"))
      for name in ["甲", "乙"] {
        #expect(hall.shared.text(FiguresHall.path, of: name).contains("- 应到: 3户"))
        #expect(hall.shared.text(FiguresHall.path, of: name).contains("[x] T1"))
        clean(hall, name)
      }
    }
  }

  @Test("two clones may add the same figures, or half of them each")
  func bothAdded() throws {
    let same = try FiguresHall()
    try same.addFigures("甲")
    try same.addFigures("乙")
    let half = try FiguresHall()
    try half.addFigures("甲", entitled: nil)
    try half.addFigures("乙", result: nil)
    for hall in [same, half] {
      for name in ["甲", "乙", "甲"] {
        let answer = hall.shared.run(name, ["share"])
        #expect(answer.status == 0, "\(answer.errors)")
      }
      for name in ["甲", "乙"] {
        let text = hall.shared.text(FiguresHall.path, of: name)
        #expect(text.contains("- 应到: 3户"))
        #expect(text.contains("- 结果: 通过"))
        clean(hall, name)
      }
    }
    // The second of two equal additions is kept as a joined revision and changes nothing.
    #expect(same.kinds(of: "乙") == ["-", "figures", "joined"])
    #expect(half.kinds(of: "乙") == ["-", "figures", "figures"])
  }

  @Test("figures for minutes that were amended meanwhile are an amendment and need a reason")
  func amendedMeanwhile() throws {
    let hall = try FiguresHall()
    let amended = hall.shared.run(
      "乙", ["amend", "M-2025-008", "-m", "漏了", "decide", "M-2025-008#1", "再修"])
    #expect(amended.status == 0, "\(amended.errors)")
    #expect(hall.shared.share("乙").status == 0)
    try hall.addFigures("甲")
    #expect(hall.shared.share("甲").status == 2)
    #expect(hall.shared.run("甲", ["share", "-m", "一并补上"]).status == 0)
    #expect(hall.kinds(of: "甲") == ["-", "amendment", "amendment"])
    clean(hall, "甲")
  }

  @Test("figures from a private roster need a reason, and verify says so once")
  func privateRoster() throws {
    let hall = try FiguresHall(charter: TestHall.charter)
    #expect(throws: HallWriter.Failure.self) { try hall.addFigures("甲", entitled: "66户") }
    try hall.addFigures("甲", entitled: "66户", reason: "照九月的名册")
    clean(hall, "甲")
    let note = hall.shared.run("甲", ["verify"]).errors
    #expect(note.contains("凭的是写下的理由：M-2025-008 第 2 版"), "\(note)")
    #expect(note.split(separator: "\n").count == 1)
    #expect(hall.shared.run("甲", ["verify", "--lang", "en"]).errors.hasPrefix("note: "))
    #expect(hall.shared.share("甲").status == 0)
    #expect(hall.shared.share("乙").status == 0)
    clean(hall, "乙")
  }

  @Test("figures that are right in one clone stay right after both have changed hall.md")
  func joinedCharter() throws {
    let hall = try FiguresHall()
    try hall.shared.edit("hall.md", of: "乙", "| 钱七", "| 孙八 | 居民 | 1-104 | 80 |\n| 钱七")
    #expect(hall.shared.run("乙", ["record", "hall"]).status == 0)
    try hall.shared.edit(FiguresHall.path, of: "乙", "已确认", "已召开")
    #expect(hall.shared.run("乙", ["record", "-m", "再看"]).status == 0)
    // Approved by hand: `approve` would ask for the figures first.
    try hall.shared.edit(FiguresHall.path, of: "乙", "已召开", "已确认")
    #expect(hall.shared.run("乙", ["record", "-m", "确认"]).status == 0)
    #expect(try hall.addFigures("乙", entitled: "4户").map(\.kind) == [.figures])
    // 甲 writes this later, but the joined history has it first.
    try hall.shared.edit("hall.md", of: "甲", "# 试厅", "# 试厅一")
    #expect(hall.shared.share("甲").status == 0)
    for name in ["乙", "甲"] {
      let answer = hall.shared.share(name)
      #expect(answer.status == 0, "\(answer.errors)")
    }
    for name in ["甲", "乙"] { clean(hall, name) }
  }
}
