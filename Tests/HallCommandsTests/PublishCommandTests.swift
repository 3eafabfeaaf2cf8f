import Foundation
import HallCommands
import HallWords
import TestSupport
import Testing

@Suite("A hall published again and again")
struct PublishCommandTests {
  private let place: TestFolder

  init() throws {
    place = try TestFolder([
      "厅/hall.md":
        "---\n议事厅: 一厅\n语言: zh\n---\n\n# 一厅\n\n## 名册\n\n名册在 private/roster.md，不公开。\n",
      "厅/agendas/M-2025-001.md": """
      ---
      会议: M-2025-001
      状态: 已召开
      时间: 2025-08-01 19:00
      ---

      # 协商会

      ## 参会人员

      - 居民: 12人

      ## 议程

      ### 1. 灯

      劝何晓东再等几天。

      """,
    ])
  }

  private func publish(_ words: String...) -> Answer {
    let context = CommandContext(
      environment: ["LANG": "zh_CN.UTF-8"], workingDirectory: place.path, now: 0, machineOffset: 0,
      isTerminal: false, columns: 80)
    return CommandTable.answer(
      ["--hall", "厅", "publish", "页", "--as-of", "2025-12-01"] + words, in: context)
  }

  private func page(_ name: String) -> String? {
    try? String(contentsOfFile: place.path + "/页/" + name, encoding: .utf8)
  }

  @Test("what is as it was is not made again, and the notes are said all the same")
  func again() throws {
    let first = publish()
    #expect(first.status == 0 && first.output.hasPrefix("写好了 "), "\(first)")
    #expect(first.errors.contains("名册是私密的"))
    let second = publish()
    #expect(second.output.hasPrefix("没有变化，"), "\(second)")
    #expect(second.errors.contains("名册是私密的"))
  }

  @Test("a changed record, another day, a page that somebody changed: each is made again")
  func changed() throws {
    _ = publish()
    try place.write("改了", to: "页/index.html")
    #expect(publish().output.hasPrefix("写好了 1 个文件"))
    #expect(page("index.html")?.contains("一厅") ?? false)
    let minutes = try String(
      contentsOfFile: place.path + "/厅/agendas/M-2025-001.md", encoding: .utf8)
    try place.write(
      minutes.replacing("### 1. 灯", with: "### 1. 路灯"), to: "厅/agendas/M-2025-001.md")
    #expect(publish().output.hasPrefix("写好了 "))
    #expect(page("m/M-2025-001.html")?.contains("路灯") ?? false)
    #expect(publish().output.hasPrefix("没有变化，"))
    #expect(publish("--full", "--yes").output.hasPrefix("写好了 "))
  }
}
