import HallCommands
import HallHistory
import HallWords
import Synchronization
import Testing

/// A whole transcript at once: consecutive notes are recorded together, in one revision.
@Suite("A whole transcript in a pipe")
struct MinutePipeTests {
  private let path = MinuteHall.path

  private func revisions(_ hall: TestHall) -> Int {
    hall.text("history/M-2025-011.md").split(separator: "\n").count { $0.hasPrefix("## ") }
  }

  private func minute(_ hall: TestHall, _ lines: [String]) -> (answer: Answer, shown: String) {
    let console = ScriptedConsole(lines, isInteractive: false)
    let answer = CommandTable.answer(
      ["minute", "M-2025-011"],
      in: hall.context(environment: ["HALL_AUTHOR": "王五"], console: console))
    return (answer, console.shown)
  }

  @Test("consecutive notes become one revision, and each note is a paragraph")
  func together() throws {
    let hall = try MinuteHall.make()
    let lines = (1...50).map { $0 % 2 == 0 ? "记 第\($0)句" : "张三：第\($0)句" }
    let (answer, shown) = minute(hall, ["议 2"] + lines)
    #expect(answer.status == 0 && answer.errors.isEmpty, "\(answer.errors)")
    // One for the agenda as it was, and one for the lines.
    #expect(revisions(hall) == 2)
    #expect(hall.text("history/M-2025-011.md").contains("why: 记：张三：第1句（共 50 段）\n"))
    #expect(shown.split(separator: "\n").count { $0 == "已记。" } == 50)
    let said = (1...50).map { $0 % 2 == 0 ? "第\($0)句" : "张三：第\($0)句" }
    #expect(hall.text(path).contains(said.joined(separator: "\n\n") + "\n"))
    #expect(hall.run("verify").status == 0)
  }

  @Test("other lines keep their place between the notes")
  func order() throws {
    let hall = try MinuteHall.make()
    let (answer, _) = minute(
      hall, ["议 1", "记 甲", "记 乙", "议 2", "记 丙", "任务 买灯 @物业/赵六 12-15", "记 丁", "记 戊"])
    #expect(answer.status == 0, "\(answer.errors)")
    let text = hall.text(path)
    #expect(text.contains("甲\n\n乙\n\n### 2. 更换楼道照明\n\n丙\n\n- [ ] T1 买灯"), "\(text)")
    #expect(text.contains("丁\n\n戊\n"), "\(text)")
  }

  @Test("undo takes back one line at a time, even of notes recorded together")
  func undo() throws {
    let hall = try MinuteHall.make()
    let (answer, shown) = minute(hall, ["议 2", "记 甲", "记 乙", "记 丙", "撤", "撤", "记 丁", "记 戊", "撤"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(hall.text(path).hasSuffix("### 2. 更换楼道照明\n\n甲\n\n丁\n"), "\(hall.text(path))")
    #expect(shown.contains("已撤：记 丙\n已撤：记 乙\n") && shown.contains("已撤：记 戊\n"), "\(shown)")
    #expect(hall.run("verify").status == 0)
  }

  @Test("a refused line is named by its number, and the lines around it are recorded")
  func refused() throws {
    let hall = try MinuteHall.make()
    let (answer, _) = minute(hall, ["议 2", "记 甲", "记 \u{FFFD}", "记 乙", "议 9", "记 丙", "议 1", "记 丁"])
    #expect(answer.errors.hasPrefix("这 3 行没有记下：\n第3行：记 \u{FFFD}\n"), "\(answer.errors)")
    #expect(answer.errors.contains("第5行：议 9") && answer.errors.contains("第6行：记 丙"))
    let text = hall.text(path)
    #expect(text.contains("甲\n\n乙") && text.contains("丁") && !text.contains("丙"))
  }

  @Test("git is asked for the author's name only once")
  func author() throws {
    let hall = try MinuteHall.make()
    let asked = Mutex(0)
    var context = hall.context(
      console: ScriptedConsole(["到 张三", "议 2", "记 甲", "议 1", "记 乙"], isInteractive: false))
    context.gitUserName = {
      asked.withLock { $0 += 1 }
      return "王五"
    }
    #expect(CommandTable.answer(["minute", "M-2025-011"], in: context).status == 0)
    #expect(asked.withLock { $0 } == 1)
    #expect(hall.text("history/M-2025-011.md").contains("* by: 王五\n"))
  }
}
