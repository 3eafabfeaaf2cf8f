import Foundation
import HallCommands
import TestSupport
import Testing

/// Commands that read never write.
@Suite struct ReadingTests {
  static let path = "agendas/M-2025-008.md"

  static let item = """
    #### 表决: 换泵

    - 规则: 赞成多于反对
    - 同意: 5
    - 反对: 2

    #### 决议 D1: 照办

    - [ ] T1 报价
      - 负责: 物业/赵六
      - 期限: 2025-10-15
    """

  static let calls: [[String]] = [
    [], ["status"], ["list", "tasks"], ["list", "decisions", "--json"], ["show", "8"],
    ["show", "8", "--revision", "1"], ["show", "8-T1", "--raw"], ["overdue"], ["urge"],
    ["urge", "物业", "--json"], ["tally"],
    ["tally", "8", "--json"], ["check"], ["check", "--json"], ["log", "8"], ["diff", "8"],
    ["diff", "8", "1", "2"], ["diff", "8", "1", "--text"], ["verify"], ["verify", "8", "--json"],
    ["help"], ["help", "record"], ["doctor"], ["doctor", "--json"], ["man"],
    ["completions", "zsh"], ["__complete", "zsh", "80", "show", ""],
    ["__complete", "bash", "80", "hall task done ", "", "63"],
    ["record", "--dry-run", "--by", "王五"],
    ["restore", "8", "1", "-n", "--by", "王五"], ["undo", "-n", "--by", "王五"],
  ]

  static func hall() throws -> TestHall {
    let hall = try TestHall([
      path: meeting(item: item), "matters/Q-2025-001.md": "---\n问题: Q-2025-001\n---\n\n# 反水\n",
    ])
    _ = hall.write("record")
    try hall.edit(path, "同意: 5", "同意: 6")
    _ = hall.write("record")
    return hall
  }

  @Test("a call that reads or is a dry run changes nothing", arguments: calls)
  func changesNothing(words: [String]) throws {
    let hall = try Self.hall()
    if !words.contains("undo") { try hall.edit(Self.path, "同意: 6", "同意: 7") }
    let before = try hall.everything()
    #expect(before.keys.contains("history/M-2025-008.md"))
    let answer = CommandTable.answer(words, in: hall.context())
    #expect(answer.status < 2, "\(answer.errors)")
    #expect(try hall.everything() == before)
  }

  @Test("no command that reads creates the folder .hall")
  func untouched() throws {
    let hall = try TestHall([Self.path: meeting(item: Self.item)])
    let before = try hall.everything()
    for words in Self.calls { _ = CommandTable.answer(words, in: hall.context()) }
    #expect(try hall.everything() == before)
  }
}
