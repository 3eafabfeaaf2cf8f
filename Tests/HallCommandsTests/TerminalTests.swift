import Foundation
import HallCommands
import TestSupport
import Testing
import HallWords

@Suite struct TerminalTests {

  /// Escapes, bidirectional overrides, C1 controls, zero-width characters, tags.
  private static let hostile = "事\u{1B}[31m\u{202E}\u{9B}\u{7}\u{200B}\u{E0041}\u{2066}"

  @Test(
    "hostile text never reaches a terminal raw",
    arguments: [
      ["overdue"], ["overdue", "--json"], ["list", "tasks"], ["list", "tasks", "--json"],
      ["list", "meetings"], ["show", "M-2025-008"], ["show", "M-2025-008", "--json"],
      ["show", "8-T1"],
      ["overdue", "--format", "csv"], ["list", "tasks", "--format", "csv"],
      ["tally", "--format", "csv"],
      ["check"], ["check", "--json"], ["tally"], ["tally", "--json"], [], ["status", "--json"],
      ["show", hostile], [hostile], ["list", hostile],
    ])
  func hostileText(words: [String]) throws {
    let text = meeting(
      item: """
        - 提出: \(Self.hostile)
        - 不明\(Self.hostile): \(Self.hostile)

        #### 表决: \(Self.hostile)

        - 规则: \(Self.hostile)
        - 同意: \(Self.hostile)

        - [ ] T1 \(Self.hostile)
          - 负责: \(Self.hostile)
          - 期限: 2025-10-01
        """)
    let hall = try TestHall(
      ["agendas/M-2025-008.md": text],
      charter: TestHall.charter.replacing("试厅", with: "试厅\(Self.hostile)"))
    let context = hall.context(isTerminal: true, environment: ["NO_COLOR": "1"])
    let answer = CommandTable.answer(words, in: context)
    #expect(!answer.output.isEmpty || answer.status == 2 && !answer.errors.isEmpty)
    for scalar in (answer.output + answer.errors).unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      #expect(
        !(0x200B...0x200F).contains(scalar.value) && !(0x202A...0x202E).contains(scalar.value))
      #expect(
        !(0x2066...0x2069).contains(scalar.value) && !(0xE0000...0xE007F).contains(scalar.value))
    }
  }

  @Test(
    "every command answers, whatever width the environment claims",
    arguments: [Int.min, -1, 0, 1, .max])
  func anyWidth(columns: Int) throws {
    let hall = try TestHall(["agendas/M-2025-008.md": meeting(item: "- [ ] T1 甲\n  - 期限: 明天")])
    for words in [["status"], ["check"], ["list", "tasks"], ["show", "M-2025-008"], ["overdue"]] {
      let answer = CommandTable.answer(words, in: hall.context(isTerminal: true, columns: columns))
      #expect(!answer.output.isEmpty)
    }
  }

  @Test("a text with CRLF line ends is shown line by line")
  func carriageReturns() throws {
    let text = meeting(item: "第一行。\n第二行。\n").replacingOccurrences(of: "\n", with: "\r\n")
    let hall = try TestHall(["agendas/M-2025-008.md": text])
    for words in [["show", "M-2025-008"], ["show", "M-2025-008", "--raw"]] {
      let answer = CommandTable.answer(words, in: hall.context(isTerminal: true))
      let shown = answer.bytes.map { String(decoding: $0, as: UTF8.self) } ?? answer.output
      #expect(VisibleText.lines(shown).contains("第一行。\n"))
      #expect(!VisibleText.lines(shown).contains("␍"))
    }
  }

  @Test(
    "colour is used only on terminals that want it",
    arguments: [
      (true, [:], true), (false, [:], false), (true, ["NO_COLOR": "1"], false),
      (true, ["TERM": "dumb"], false), (true, ["NO_COLOR": ""], true),
    ] as [(Bool, [String: String], Bool)])
  func colour(isTerminal: Bool, environment: [String: String], expected: Bool) throws {
    let hall = try TestHall([
      "agendas/M-2025-008.md": meeting(item: "- [ ] T1 事\n  - 期限: 2025-10-01")
    ])
    let answer = CommandTable.answer(
      ["overdue"], in: hall.context(isTerminal: isTerminal, environment: environment))
    #expect(answer.output.contains("\u{1B}[") == expected)
  }

  @Test func `a list fits the terminal`() throws {
    let title = String(repeating: "很长的标题", count: 20)
    let hall = try TestHall(["agendas/M-2025-008.md": meeting(item: "- [ ] T1 \(title)")])
    let context = hall.context(isTerminal: true, columns: 60, environment: ["NO_COLOR": "1"])
    let answer = CommandTable.answer(["list", "tasks"], in: context)
    #expect(answer.output.contains("很长的标题") && answer.output.contains("…"))
    for line in answer.output.split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= 60)
    }
    #expect(hall.run("list", "tasks").output.contains(title))
  }
}
