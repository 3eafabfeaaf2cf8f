import Foundation
import HallCommands
import TestSupport
import Testing

@Suite("Names in a vote with a private roster")
struct PrivateNamesTests {
  private func hall() throws -> TestHall {
    let roster = """
      | 姓名 | 方 | 户 | 面积 | 业主 |
      | --- | --- | --- | --- | --- |
      | 张三 | 居民 | 1-101 | 80 | 张三 |
      | 钱七 | 居民 | 1-102 | 90 | 钱七 |
      | 周九 | 居民 | 1-103 | 70 | 周九 |

      """
    return try TestHall(["private/roster.md": roster, "agendas/M-2025-008.md": meeting(item: "水")])
  }

  private func vote(_ hall: TestHall, rule: String) throws -> String {
    let answer = CommandTable.answer(
      [
        "vote", "M-2025-008", "1", "换管", "--rule", rule, "--for", "张三、钱七", "--against", "周九",
        "--no-input",
      ], in: hall.context(environment: ["HALL_AUTHOR": "王五"]))
    #expect(answer.status == 0, "\(answer.errors)")
    return try String(
      contentsOf: hall.folder.appending(path: "agendas/M-2025-008.md"), encoding: .utf8)
  }

  @Test("with a rule by area, names go to a ballot book and the minutes get only counts")
  func area() throws {
    let hall = try hall()
    let text = try vote(hall, rule: "业主一般事项")
    #expect(!text.contains("张三"))
    #expect(text.contains("- 应到: 3户 240.00㎡\n"))
    #expect(text.contains("- 同意: 2户 170.00㎡\n- 反对: 1户 70.00㎡\n"))
    #expect(text.contains("- 票册: private/M-2025-008-1.md sha256:"))
    #expect(text.contains("- 结果: 通过\n"))
    let ballots = try String(
      contentsOf: hall.folder.appending(path: "private/M-2025-008-1.md"), encoding: .utf8)
    #expect(ballots.contains("| 张三 | 同意 |") && ballots.contains("| 周九 | 反对 |"))
  }

  @Test("with a rule by heads, the names stay in the minutes")
  func heads() throws {
    #expect(try vote(try hall(), rule: "赞成多于反对").contains("- 同意: 张三、钱七、共 2人\n"))
  }
}
