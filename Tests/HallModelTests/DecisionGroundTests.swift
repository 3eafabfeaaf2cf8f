import HallModel
import HallSyntax
import Testing

@Suite("Which vote a decision rests on, and what it may be")
struct DecisionGroundTests {
  private func standing(_ item: String) throws -> DecisionStanding {
    let text =
      "---\n会议: M-2025-001\n状态: 已召开\n时间: 2025-09-25\n---\n## 议程\n### 1. 甲\n" + item + "\n"
    let hall = makeHall(["agendas/M-2025-001.md": text])
    let meeting = try #require(hall.meetings.first)
    return hall.standing(of: try #require(meeting.decisions.first), in: meeting)
  }

  private static func vote(_ title: String, _ ayes: Int = 2, _ lines: String = "") -> String {
    "#### 表决: \(title)\n- 规则: 赞成多于反对\n- 同意: \(ayes)\n- 反对: 1\n\(lines)\n"
  }

  @Test(
    "a basis that names a vote means that vote, and nothing else",
    arguments: [
      ("表决 买灯", DecisionStanding.notCarried), ("表决: 刷墙", .inForce), ("刷墙", .inForce),
      ("表决「刷墙」", .inForce), ("vote 刷墙", .inForce), ("表决", .inForce),
      // Words that name no vote leave the vote above it; the title of a vote that is not there does not.
      ("街道会议纪要", .inForce), ("表决结果", .inForce), ("表决 买登", .undetermined),
      ("vote 买登", .undetermined), ("表决「买登」", .undetermined), ("表决: 种树", .undetermined),
    ])
  func named(basis: String, expected: DecisionStanding) throws {
    let item = Self.vote("买灯", 0) + Self.vote("刷墙") + "#### 决议 D1: 乙\n- 依据: \(basis)\n"
    #expect(try standing(item + Self.vote("种树")) == expected)
  }

  @Test("a basis that is a vote, where no vote stands above, is unknown")
  func noVote() throws {
    let decision = "#### 决议 D1: 乙\n"
    #expect(try standing(decision + "- 依据: 表决\n" + Self.vote("买灯")) == .undetermined)
    #expect(try standing(decision + "- 依据: 街道批复\n") == .inForce)
  }

  @Test(
    "a procedural motion decides nothing of the matter",
    arguments: [
      (vote("休会"), "", DecisionStanding.undetermined), (vote("休会", 0), "", .notCarried),
      (vote("甲", 2, "- 动议性质: 程序"), "", .undetermined),
      (vote("甲", 2, "- 动议性质: 修正案"), "", .undetermined),
      (vote("休会", 2, "- 动议性质: 主动议"), "", .inForce), (vote("买灯") + vote("休会"), "", .inForce),
      (vote("买灯") + vote("休会"), "- 依据: 表决 休会", .undetermined),
      (vote("休会"), "- 依据: 协商一致", .inForce),
    ])
  func procedural(votes: String, basis: String, expected: DecisionStanding) throws {
    #expect(try standing(votes + "#### 决议 D1: 乙\n" + basis) == expected)
  }
}
