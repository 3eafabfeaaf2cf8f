import HallModel
import HallSyntax
import Testing

@Suite("When a decision takes effect, and when it ends")
struct DecisionStandingTests {
  private func standing(_ lines: String, rule: String = "", on day: String) throws -> String {
    let hall = makeHall([
      "hall.md": "## 表决规则\n### 章程\n- 通过: 人数 > 1/2\n\(rule)\n",
      "agendas/M-2025-001.md": minutes(
        "- 规则: 章程\n- 同意: 3\n- 反对: 0\n\n#### 决议 D1: 换\n\n\(lines)\n"),
    ])
    let meeting = try #require(hall.meetings.first)
    let decision = try #require(meeting.decisions.first)
    return hall.standing(of: decision, in: meeting, on: try Day(reading: Slice(day))).rawValue
  }

  @Test(
    "from its day on, until it is set aside",
    arguments: [
      ("", "2025-09-25", "in_force"), ("- 生效: 2025-10-12", "2025-10-11", "pending"),
      ("- 生效: 2025-10-12", "2025-10-12", "in_force"),
      ("- 撤销: 2025-12-01 法院", "2025-11-30", "in_force"),
      ("- 撤销: 2025-12-01 法院", "2025-12-01", "set_aside"),
      ("- 公示: 2025-09-26 至 2025-10-11", "2025-09-30", "in_force"),
      ("- 性质: 调解协议", "2025-09-30", "settlement"),
      // Before the day of its meeting it is not in force, whatever the status says.
      ("", "2025-09-24", "pending"),
      // A line that is there and cannot be read is unknown.
      ("- 生效: 公示期满", "2025-09-30", "undetermined"),
      ("- 撤销: 法院，2025-12-01", "2025-09-30", "undetermined"),
      ("- 撤销: 2025-12-011", "2025-12-02", "undetermined"),
      ("- 性质: 业主的决定", "2025-09-30", "undetermined"),
      ("- 生效:\n- 撤销:\n- 性质:", "2025-09-30", "in_force"),
    ])
  func days(lines: String, day: String, standing: String) throws {
    #expect(try self.standing(lines, on: day) == standing)
  }

  @Test(
    "under a rule that waits, after its posting and an answer to each objection",
    arguments: [
      ("- 公示: 2025-09-26 至 2025-10-11", "2025-10-11", "pending"),
      ("- 公示: 2025-09-26 至 2025-10-11", "2025-10-12", "in_force"), ("", "2026-01-01", "pending"),
      ("- 公示: 2025-09-26 至 2025-10-11\n- 异议: 2025-10-01 周九：吵", "2025-10-12", "pending"),
      (
        "- 公示: 2025-09-26 至 2025-10-11\n- 异议: 2025-10-01 周九：吵\n- 答复: 2025-10-03 不成立",
        "2025-10-12", "in_force"
      ),
      (
        "- 公示: 2025-09-26 至 2025-10-11\n- 异议: 2025-10-01 周九：吵\n- 答复: 2025-10-03 成立",
        "2025-10-12", "pending"
      ),
      ("- 公示: 下周起", "2025-10-12", "undetermined"),
      (
        "- 公示: 2025-09-26 至 2025-10-11\n- 异议: 2025-10-01 周九：吵\n- 答复: 2025-10-03 不成立\n- 答复: 后来说成立",
        "2025-10-12", "undetermined"
      ),
    ])
  func posting(lines: String, day: String, standing: String) throws {
    #expect(try self.standing(lines, rule: "- 生效: 公示后", on: day) == standing)
  }
}
