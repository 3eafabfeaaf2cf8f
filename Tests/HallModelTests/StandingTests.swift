import HallModel
import HallSyntax
import Testing

@Suite("Standing of decisions")
struct StandingTests {
  private func standing(_ number: Int = 1, _ meetings: [String: String]) throws -> DecisionStanding
  {
    let hall = makeHall(meetings)
    let meeting = try #require(hall.meetings.first)
    let decision = try #require(meeting.decisions.first { $0.number == number })
    return hall.standing(of: decision, in: meeting)
  }

  private func meeting(_ id: String, _ text: String, status: String = "已召开") -> String {
    "---\n会议: \(id)\n状态: \(status)\n时间: 2025-09-25\n---\n## 议程\n### 1. 甲\n\(text)\n"
  }

  @Test(
    "whether a decision binds depends on its meeting, its vote and its kind",
    arguments: [
      ("#### 决议 D1: 乙", "已召开", DecisionStanding.inForce), ("#### 决议 D1: 乙", "已确认", .inForce),
      ("#### 决议 D1: 乙", "已通知", .pending), ("#### 决议 D1: 乙", "投票中", .pending),
      ("#### 决议 D1: 乙", "", .pending),
      ("#### 协商意见 D1: 乙", "已召开", .consultation), ("#### 协商意见 D1", "已召开", .consultation),
      ("#### 决议 D1: 乙\n- 性质: 协商意见", "已召开", .consultation),
      ("#### Decision D1: b\n- kind: consultation", "held", .consultation),
      ("#### 协商意见 D1: 乙\n- 性质: 业主共同决定", "已召开", .inForce),
      ("#### 表决\n- 规则: 赞成多于反对\n- 同意: 2\n- 反对: 1\n#### 决议 D1: 乙", "已召开", .inForce),
      ("#### 表决\n- 规则: 赞成多于反对\n- 同意: 1\n- 反对: 2\n#### 决议 D1: 乙", "已召开", .notCarried),
      ("#### 表决\n- 规则: 赞成多于反对\n- 同意: 1\n- 反对: 2\n#### 决议 D1: 乙\n- 依据: 协商一致", "已召开", .inForce),
      ("#### 表决\n- 规则: 不明\n- 结果: 通过\n#### 决议 D1: 乙", "已召开", .undetermined),
      // A written and approved result is final.
      ("#### 表决\n- 规则: 不明\n- 结果: 通过\n#### 决议 D1: 乙", "已确认", .inForce),
      ("#### 表决\n- 规则: 不明\n#### 决议 D1: 乙", "已召开", .undetermined),
      // The computed result takes precedence over the written one.
      ("#### 表决\n- 规则: 赞成多于反对\n- 同意: 1\n- 反对: 2\n- 结果: 通过\n#### 决议 D1: 乙", "已召开", .notCarried),
      // A vote of another item, or below the decision, does not count.
      ("#### 决议 D1: 乙\n### 2. 丙\n#### 表决\n- 规则: 赞成多于反对\n- 反对: 2", "已召开", .inForce),
      ("#### 表决\n- 规则: 赞成多于反对\n- 反对: 2\n### 2. 丙\n#### 决议 D1: 乙", "已召开", .inForce),
      // With two votes, the one above it.
      (
        "#### 表决\n- 规则: 赞成多于反对\n- 反对: 2\n#### 表决\n- 规则: 赞成多于反对\n- 同意: 2\n#### 决议 D1: 乙", "已召开",
        .inForce
      ),
      ("#### 表决\n- 规则: 得票最多\n- 选项 甲: 2\n- 选项 乙: 1\n#### 决议 D1: 乙", "已召开", .inForce),
      ("#### 表决\n- 规则: 得票最多\n- 选项 甲: 2\n- 选项 乙: 2\n#### 决议 D1: 乙", "已召开", .notCarried),
    ])
  func standings(_ text: String, status: String, expected: DecisionStanding) throws {
    let found = try standing(["agendas/M-2025-001.md": meeting("M-2025-001", text, status: status)])
    #expect(found == expected)
  }

  @Test("approved minutes without a result are not judged by today's charter")
  func unknownPast() throws {
    let vote = "#### 表决\n- 规则: 赞成多于反对\n- 同意: 2\n- 反对: 1\n"
    let decided = vote + "#### 决议 D1: 丙\n- 取代: M-2025-001-D1"
    let files = [
      "agendas/M-2025-001.md": meeting("M-2025-001", "#### 决议 D1: 乙"),
      "agendas/M-2025-002.md": meeting("M-2025-002", decided, status: "已确认"),
    ]
    let hall = makeHall(files)
    let later = try #require(hall.meetings.last)
    let decision = try #require(later.decisions.first)
    #expect(hall.standing(of: decision, in: later) == .undetermined)
    #expect(try standing(files) == .inForce)
    let tally = hall.tally(try #require(later.votes.first), in: later)
    #expect(tally.outcome.result == nil && tally.outcome.reason == .pastUnknown)
  }

  private func standing(_ meetings: [String: String]) throws -> DecisionStanding {
    try standing(1, meetings)
  }

  @Test(
    "a later decision supersedes one once its meeting is held and its vote carried",
    arguments: [
      ("#### 决议 D1: 丙\n- 取代: M-2025-001-D1", "已召开", DecisionStanding.superseded),
      ("#### 决议 D1: 丙\n- 取代: m-2025-1-d1", "已确认", .superseded),
      ("#### 决议 D1: 丙\n- 取代: M-2025-001-D1", "已通知", .inForce),
      ("#### 协商意见 D1: 丙\n- 取代: M-2025-001-D1", "已召开", .inForce),
      ("#### 决议 D1: 丙\n- 取代: M-2025-001-D2", "已召开", .inForce),
      ("#### 决议 D1: 丙\n- 取代: 上次的决议", "已召开", .inForce),
      ("#### 表决\n- 规则: 赞成多于反对\n- 反对: 2\n#### 决议 D1: 丙\n- 取代: M-2025-001-D1", "已召开", .inForce),
      ("#### 表决\n- 规则: 赞成多于反对\n- 同意: 2\n#### 决议 D1: 丙\n- 取代: M-2025-001-D1", "已召开", .superseded),
    ])
  func superseded(_ later: String, status: String, expected: DecisionStanding) throws {
    let found = try standing([
      "agendas/M-2025-001.md": meeting("M-2025-001", "#### 决议 D1: 乙"),
      "agendas/M-2025-002.md": meeting("M-2025-002", later, status: status),
    ])
    #expect(found == expected)
  }

  @Test("a decision may supersede another of the same meeting")
  func sameMeeting() throws {
    let text = "#### 决议 D1: 乙\n#### 决议 D2: 丙\n- 取代: M-2025-001-D1"
    let files = ["agendas/M-2025-001.md": meeting("M-2025-001", text)]
    #expect(try standing(1, files) == .superseded)
    #expect(try standing(2, files) == .inForce)
  }
}
