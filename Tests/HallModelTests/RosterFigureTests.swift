import HallModel
import HallSyntax
import Testing

@Suite("What the roster does not say is not zero")
struct RosterFigureTests {
  private func roster(_ rows: [String]) -> String {
    "| 姓名 | 户 | 面积 | 份额 | 业主 |\n| --- | --- | --- | --- | --- |\n"
      + rows.map { "| \($0) |" }.joined(separator: "\n") + "\n"
  }

  private static let rules = """
    ## 表决规则
    ### 份额
    - 表决人: 业主
    - 通过: 份额 > 1/2 占 应到
    ### 面积
    - 表决人: 业主
    - 通过: 面积 > 1/2
    """

  @Test("an owner whose area or share is not written")
  func blankCells() throws {
    let areas = roster(["甲 | 1-1 | 50 | 1 | ", "乙 | 1-2 |  | 1 | ", "丙 | 1-3 |  | 1 | "])
    for (vote, result) in [
      ("规则: 业主一般事项\n- 同意: 甲、乙\n- 反对: 丙", "area_unknown"),
      ("规则: 面积\n- 同意: 甲\n- 反对: 乙、丙", "area_unknown"),
      ("规则: 份额\n- 同意: 甲、乙\n- 反对: 丙", "carried"),
    ] {
      #expect(try outcome("- " + vote, hall: Self.rules, roster: areas) == result)
    }
    // A unit of an owner of several.
    let several = roster(["甲 | 1-1 | 50 | 1 | 甲", "甲 | 1-2 |  | 1 | 甲", "乙 | 1-3 | 40 | 1 | 乙"])
    let vote = "- 规则: 面积\n- 同意: 甲\n- 反对: 乙"
    #expect(try outcome(vote, hall: Self.rules, roster: several) == "area_unknown")
    // Of one unit, any of its rows may say it; who owns nothing has nothing.
    let twoRows = roster(
      ["甲 | 1-1 |  | 1 | ", "小甲 | 1-1 | 50 |  | ", "乙 | 1-3 | 40 | 1 | ", "丁 |  |  |  | "])
    #expect(try outcome(vote, hall: Self.rules, roster: twoRows) == "carried")
    // Shares of a whole need no roster that says all of them.
    let shares = roster(["甲 | 1-1 | 9 | 30% | ", "乙 | 1-2 | 9 | 30% | ", "丙 | 1-3 | 9 |  | "])
    let found = try tally("- 规则: 份额\n- 同意: 甲、乙\n- 反对: 丙", hall: Self.rules, roster: shares)
    #expect(found.legs.first?.of == .known(100_000_000))
  }

  @Test("shares in two units are parts of one whole, and add up to it or say nothing of all")
  func wholes() throws {
    let vote = "- 规则: 份额\n- 同意: 甲"
    for (rest, result) in [
      ("25%", "carried"), ("15%", "shares_not_whole"), ("35%", "shares_not_whole"),
      ("25", "share_units"),
    ] {
      let rows = roster([
        "甲 | 1-1 |  | 30% | 甲", "甲 | 1-2 |  | 20.1% | 甲", "乙 | 1-3 |  | 249‰ | ",
        "丙 | 1-4 |  | \(rest) | ",
      ])
      #expect(try outcome(vote, hall: Self.rules, roster: rows) == result, "\(rest)")
    }
  }

  @Test("a number of heads beyond what a count may be is none")
  func hugeAttendance() {
    for (line, heads) in [("Ann and 999999999999999999 others", 1), ("Ann and 40 others", 41)] {
      let hall = makeHall(["agendas/M-2025-001.md": minutes("", attendance: "- 居民: " + line)])
      #expect(hall.meetings.first?.attendance?.partyLines.map(\.heads) == [heads])
    }
  }
}
