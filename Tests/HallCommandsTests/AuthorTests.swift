import Foundation
import HallCommands
import HallWords
import TestSupport
import Testing

@Suite("Who records")
struct AuthorTests {
  private func answer(
    _ hall: TestHall, _ words: [String], typing lines: [String] = [], isTerminal: Bool = true,
    author: String = ""
  ) -> (shown: String, answer: Answer) {
    let console = ScriptedConsole(lines, isInteractive: isTerminal)
    let answer = CommandTable.answer(
      words,
      in: hall.context(
        isTerminal: isTerminal, environment: ["NO_COLOR": "1", "HALL_AUTHOR": author],
        console: console))
    return (console.shown, answer)
  }

  @Test("an unknown author is asked on a terminal, and kept for the next call")
  func asked() throws {
    let hall = try TestHall([:])
    let first = answer(hall, ["matter", "add", "路灯不亮"], typing: ["王五", "", ""])
    #expect(first.answer.status == 0, "\(first.answer.errors)")
    #expect(first.shown.contains("您的姓名（改动记在谁名下）："), "\(first.shown)")
    #expect(first.shown.contains("改动以后都记在「王五」名下"), "\(first.shown)")
    #expect(hall.text("history/Q-2025-001.md").contains("* by: 王五\n"))
    let second = answer(hall, ["matter", "add", "楼道漏水"], typing: ["", ""])
    #expect(second.answer.status == 0 && !second.shown.contains("您的姓名"), "\(second.shown)")
    #expect(hall.text("history/Q-2025-002.md").contains("* by: 王五\n"))
    // A script of the same user records under that name as well; --by goes before it.
    let third = answer(hall, ["matter", "add", "门禁坏了", "--by", "李四"], isTerminal: false)
    #expect(third.answer.status == 0, "\(third.answer.errors)")
    #expect(hall.text("history/Q-2025-003.md").contains("* by: 李四\n"))
  }

  @Test("a name that was typed wrongly is replaced by the next that is given")
  func replaced() throws {
    let hall = try TestHall([:])
    _ = answer(hall, ["matter", "add", "路灯不亮"], typing: ["王武", "", ""])
    let shown = answer(hall, ["matter", "add", "楼道漏水", "--by", "王五"], typing: ["", ""]).shown
    #expect(shown.contains("都记在「王五」名下"), "\(shown)")
    _ = answer(hall, ["matter", "add", "门禁坏了"], typing: ["", ""])
    #expect(hall.text("history/Q-2025-003.md").contains("* by: 王五\n"))
  }

  @Test("the environment goes before the name that was typed")
  func environment() throws {
    let hall = try TestHall([:])
    _ = answer(hall, ["matter", "add", "路灯不亮"], typing: ["王五", "", ""])
    _ = answer(hall, ["matter", "add", "楼道漏水"], typing: ["", ""], author: "赵六")
    #expect(hall.text("history/Q-2025-002.md").contains("* by: 赵六\n"))
  }

  @Test("without a name nothing is written, and nothing is kept", arguments: [[], ["  "]])
  func unsaid(lines: [String]) throws {
    let hall = try TestHall([:])
    let (_, refused) = answer(hall, ["matter", "add", "路灯不亮"], typing: lines)
    #expect(refused.status == 2 && refused.errors.contains("不知道是谁在改"), "\(refused.errors)")
    #expect(!exists("matters/Q-2025-001.md", in: hall) && !exists(".hall", in: hall))
  }

  @Test("a dry run keeps nothing, and nobody is asked without a terminal")
  func unkept() throws {
    let hall = try TestHall([:])
    _ = answer(hall, ["matter", "add", "路灯不亮", "-n"], typing: ["王五", "", ""])
    #expect(!exists(".hall", in: hall))
    let (shown, refused) = answer(
      hall, ["matter", "add", "路灯不亮"], typing: ["王五"], isTerminal: false)
    #expect(refused.status == 2 && shown.isEmpty, "\(shown)")
  }

  @Test("who founds a hall is asked before anything is made, and kept in it")
  func founder() throws {
    let hall = try TestHall([:])
    let (shown, made) = answer(hall, ["init", "新厅"], typing: ["新议事厅", "王五"])
    #expect(made.status == 0, "\(made.errors)")
    #expect(shown.hasPrefix("议事厅叫什么名字？（回车就叫「新厅」）您的姓名"), "\(shown)")
    #expect(hall.text("新厅/history/hall.md").contains("* by: 王五\n"))
    let (asked, next) = answer(hall, ["--hall", "新厅", "matter", "add", "路灯不亮"], typing: ["", ""])
    #expect(next.status == 0 && !asked.contains("您的姓名"), "\(asked)")
    let (_, refused) = answer(hall, ["init", "又一个"], typing: ["又一个", ""])
    #expect(refused.status == 2 && !exists("又一个", in: hall), "\(refused.errors)")
  }

  @Test("who leaves a question has answered nothing, and nothing is written")
  func leaving() throws {
    let hall = try TestHall([:])
    let (_, refused) = answer(hall, ["matter", "add", "路灯不亮"], author: "王五")
    #expect(refused.status == 2 && refused.errors.contains("没有做完，什么也没有写"), "\(refused.errors)")
    #expect(!exists("matters/Q-2025-001.md", in: hall))
  }

  private func exists(_ path: String, in hall: TestHall) -> Bool {
    FileManager.default.fileExists(atPath: hall.folder.path(percentEncoded: false) + path)
  }
}
