import Foundation
import HallCommands
import Testing
import HallWords

/// Colour codes are for the terminal, and are never shown as text.
@Suite("Colours never reach the screen as text")
struct ColourTests {
  private func atColouredTerminal(_ hall: TestHall, _ words: [String]) -> Answer {
    CommandTable.answer(
      words,
      in: hall.context(
        isTerminal: true, columns: 40, environment: ["HALL_AUTHOR": "王五", "TERM": "xterm"],
        console: ScriptedConsole()))
  }

  @Test("an error in a spreadsheet is shown in colour, not with escaped colour codes")
  func sheet() throws {
    let hall = try TestHall([:])
    try hall.write(Data("姓名,方\n\u{1B}[31m张三,没有这方\n".utf8), to: "名册.csv")
    let answer = atColouredTerminal(hall, ["init", "--roster", "名册.csv"])
    #expect(answer.status == 2)
    #expect(answer.errors.contains("\u{1B}[31m错误\u{1B}[0m"), "\(answer.errors)")
    #expect(!answer.errors.contains("␛[1m") && !answer.errors.contains("␛[0m"))
  }
}
