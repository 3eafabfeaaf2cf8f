import HallModel
import HallSyntax
import Testing

@Suite("Which decision takes the place of another")
struct ReplacedDecisionTests {
  private func meeting(_ number: Int, _ day: String, _ decisions: String) -> String {
    "---\n会议: M-2025-00\(number)\n状态: 已召开\n时间: \(day)\n---\n## 议程\n### 1. 甲\n\(decisions)\n"
  }

  /// The standing of D1 of the first meeting, in a hall of two.
  private func standing(
    _ first: String = "", _ second: String, on day: String,
    days: (String, String) = ("2025-09-25", "2025-10-09")
  ) throws -> String {
    let hall = makeHall([
      "agendas/M-2025-001.md": meeting(1, days.0, "#### 决议 D1: 乙\n" + first),
      "agendas/M-2025-002.md": meeting(2, days.1, "#### 决议 D1: 丙\n" + second),
    ])
    let older = try #require(hall.meetings.first)
    return hall.standing(
      of: try #require(older.decisions.first), in: older, on: try Day(reading: Slice(day))
    ).rawValue
  }

  private static let takes = "- 取代: M-2025-001-D1\n"

  @Test(
    "only while the later one has taken effect, and was not set aside",
    arguments: [
      ("", "2025-10-09", "superseded"), ("", "2025-10-08", "in_force"),
      ("- 生效: 2025-12-01", "2025-11-30", "in_force"),
      ("- 生效: 2025-12-01", "2025-12-01", "superseded"),
      ("- 撤销: 2025-12-01 法院", "2025-11-30", "superseded"),
      ("- 撤销: 2025-12-01 法院", "2025-12-01", "in_force"),
      ("- 生效: 以后", "2025-12-01", "in_force"), ("- 依据: 表决 无此", "2025-12-01", "in_force"),
    ])
  func effect(lines: String, day: String, expected: String) throws {
    #expect(try standing("", Self.takes + lines, on: day) == expected)
  }

  @Test(
    "only a later one, by the day and then by the number",
    arguments: [
      ("2025-10-10", "2025-10-09", "in_force"), ("2025-10-09", "2025-10-09", "superseded"),
      ("2025-10-08", "2025-10-09", "superseded"),
    ])
  func later(first: String, second: String, expected: String) throws {
    #expect(try standing("", Self.takes, on: "2025-12-01", days: (first, second)) == expected)
  }

  @Test("two that name each other: the later one is in force")
  func ring() throws {
    let text =
      "#### 决议 D1: 乙\n- 取代: D2\n#### 决议 D2: 丙\n- 取代: D1\n#### 决议 D3: 丁\n- 取代: D3\n"
    let hall = makeHall(["agendas/M-2025-001.md": meeting(1, "2025-09-25", text)])
    let held = try #require(hall.meetings.first)
    #expect(
      held.decisions.map { hall.standing(of: $0, in: held) } == [.superseded, .inForce, .inForce])
    #expect(
      held.decisions.map { hall.faultOfReplacing($0, in: held) } == [.notLater, nil, .itself])
  }

  @Test("one that was superseded in its turn keeps the place it took")
  func chain() throws {
    let text = "#### 决议 D1: 乙\n#### 决议 D2: 丙\n- 取代: D1\n#### 决议 D3: 丁\n- 取代: D2\n"
    let hall = makeHall(["agendas/M-2025-001.md": meeting(1, "2025-09-25", text)])
    let held = try #require(hall.meetings.first)
    #expect(
      held.decisions.map { hall.standing(of: $0, in: held) } == [
        .superseded, .superseded, .inForce,
      ])
  }

  @Test(
    "a settlement binds those who signed it, and ends nothing that more people decided",
    arguments: [
      ("- 性质: 业主共同决定", "in_force"), ("", "in_force"), ("- 性质: 调解协议", "superseded"),
      ("- 性质: 协商意见", "superseded"),
    ])
  func settlement(older: String, expected: String) throws {
    let newer = Self.takes + "- 性质: 调解协议\n- 依据: 协商一致"
    #expect(try standing(older, newer, on: "2025-12-01") == expected)
  }
}
