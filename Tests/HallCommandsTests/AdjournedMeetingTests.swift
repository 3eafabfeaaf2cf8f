import Foundation
import HallCommands
import HallWords
import TestSupport
import Testing

/// A meeting without a quorum, from the minutes to the notice of the meeting that goes on.
@Suite("A meeting that breaks up")
struct AdjournedMeetingTests {
  private func hall() throws -> TestHall {
    let text = """
      ---
      会议: M-2025-011
      状态: 已召开
      时间: 2025-11-30 14:30
      地点: 活动室
      主持: 社区/王五
      流会: 15:10 人数不足
      ---

      # 协商会

      ## 参会人员

      - 居民: 张三

      ## 议程

      ### 1. 车棚

      - 提出: 居民/张三
      - 时长: 20分钟

      ### 2. 照明

      - 结论: 达成一致

      """
    return try TestHall(["agendas/M-2025-011.md": text])
  }

  @Test("it is on the list, in the status and in the menu until a meeting goes on with it")
  func waiting() throws {
    let hall = try hall()
    #expect(hall.run("list", "meetings").output.contains("M-2025-011  流会  2025-11-30  协商会"))
    let status = hall.run("status").output
    #expect(
      status.contains("没有开完、等着续会的  1\n  M-2025-011  2025-11-30  协商会（15:10 人数不足）\n"), "\(status)")
    #expect(
      hall.run("status", "--json").output.contains("\"adjourned\" : [\n        \"M-2025-011\""))
    let console = ScriptedConsole(["1", "12-11", "", "", "", ""])
    let answer = CommandTable.answer(
      [],
      in: hall.context(
        isTerminal: true, environment: ["NO_COLOR": "1", "HALL_AUTHOR": "王五"], console: console))
    #expect(console.shown.contains("  1  拟 M-2025-011 的续会：协商会\n"), "\(console.shown)")
    #expect(answer.status == 0, "\(answer.errors)")
    let next = hall.text("agendas/M-2025-012.md")
    #expect(next.contains("续会: M-2025-011\n") && next.contains("# 协商会（续会）\n"), "\(next)")
    #expect(!hall.run("status").output.contains("等着续会"))
  }

  @Test("it is no meeting that took place, unless it settled something")
  func statistics() throws {
    let hall = try hall()
    func held() -> String {
      hall.run("stats").output.split(separator: "\n").first { $0.contains("开成的会议") }
        .map(String.init) ?? ""
    }
    #expect(held().contains("1/1"), "\(held())")
    let text = hall.text("agendas/M-2025-011.md").replacing("- 结论: 达成一致\n", with: "")
    try hall.write(Data(text.utf8), to: "agendas/M-2025-011.md")
    #expect(held().contains("0/1"), "\(held())")
  }

  @Test("the meeting that goes on has its place, chair and items, and the notice says which it was")
  func goesOn() throws {
    let hall = try hall()
    let drafted = CommandTable.answer(
      ["new", "协商会续会", "--on", "12-11", "--adjourned-from", "M-2025-011"],
      in: hall.context(environment: ["HALL_AUTHOR": "王五"]))
    #expect(drafted.status == 0, "\(drafted.errors)")
    let next = hall.text("agendas/M-2025-012.md")
    #expect(next.contains("地点: 活动室\n主持: 社区/王五\n"), "\(next)")
    #expect(next.contains("### 1. 车棚\n\n- 提出: 居民/张三\n- 时长: 20分钟\n"), "\(next)")
    #expect(!next.contains("照明"))
    #expect(
      hall.run("notice", "M-2025-012").output.contains("\n续会：接2025年11月30日没有开完的协商会\n"))
  }
}
