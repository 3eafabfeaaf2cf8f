import HallModel
import HallSyntax
import Testing

@Suite("The calendar")
struct WorkCalendarTests {
  /// The days off and the working weekends of 2025 and 2026.
  static let calendar = """
    ## 日历
    - 休: 2025-01-01
    - 休: 2025-01-28 至 2025-02-04
    - 休: 2025-04-04 至 2025-04-06
    - 休: 2025-05-01 至 2025-05-05
    - 休: 2025-05-31 至 2025-06-02
    - 休: 2025-10-01 至 2025-10-08
    - 班: 2025-01-26
    - 班: 2025-02-08
    - 班: 2025-04-27
    - off: 2026-01-01 to 2026-01-03
    - 班: 2025-09-28
    - working: 2025-10-11
    """

  private func charter(_ text: String) -> Charter {
    makeHall(["hall.md": text]).charter
  }

  private func end(_ length: String, _ start: String, _ hall: String) throws -> String {
    let length = try Length(reading: Slice(length))
    return charter(hall).end(of: length, from: try Day(reading: Slice(start))).iso
  }

  @Test(
    "a length does not count its first day, counts working days, and never ends on a day off",
    arguments: [
      ("2025-04-03", "3个工作日", "2025-04-09"), ("2025-04-03", "7天", "2025-04-10"),
      ("2025-04-30", "5天", "2025-05-06"), ("2025-04-30", "1天", "2025-05-06"),
      ("2025-04-03", "1天", "2025-04-07"), ("2025-09-26", "1个工作日", "2025-09-28"),
      ("2025-09-26", "2天", "2025-09-28"), ("2025-09-26", "1天", "2025-09-28"),
      ("2025-09-30", "1个工作日", "2025-10-09"), ("2025-10-09", "2个工作日", "2025-10-11"),
      ("2025-04-05", "0天", "2025-04-05"), ("2025-04-05", "0个工作日", "2025-04-05"),
      ("2025-12-31", "2个工作日", "2026-01-06"), ("2025-04-24", "2个工作日", "2025-04-27"),
    ])
  func ends(_ start: String, length: String, end expected: String) throws {
    #expect(try end(length, start, Self.calendar) == expected)
  }

  @Test(
    "without a calendar weekends are not working days, and no end is moved",
    arguments: [
      ("2025-04-03", "3个工作日", "2025-04-08"), ("2025-04-30", "5天", "2025-05-05"),
      ("2025-04-04", "1天", "2025-04-05"),
    ])
  func withoutCalendar(_ start: String, length: String, end expected: String) throws {
    #expect(try end(length, start, "") == expected)
  }

  @Test("an empty calendar is a calendar: weekends are off")
  func emptyCalendar() throws {
    #expect(try end("1天", "2025-04-04", "## 日历\n") == "2025-04-07")
  }

  @Test("a period that is a slip of the pen is ignored")
  func longPeriods() throws {
    #expect(try end("1天", "2025-04-01", "## 日历\n- 休: 2025-04-02 至 2052-04-02\n") == "2025-04-02")
    #expect(try end("1天", "2025-04-01", "## 日历\n- 休: 四月二日\n- 休: 2025-04-02\n") == "2025-04-03")
  }

  @Test("counting stops at the last possible day")
  func lastDay() throws {
    let hall = "## 日历\n- 休: 9999-12-01 至 9999-12-31\n"
    #expect(try end("5个工作日", "9999-12-30", hall) == "9999-12-31")
    #expect(try end("5天", "9999-12-30", hall) == "9999-12-31")
  }

  @Test("the charter's other lines: name, language, time zone, lengths")
  func charterLines() throws {
    let zh = charter("---\n议事厅: 兴连心\n语言: EN\n时区: +08:00\n通知期: 3天\n回访期: 十五天\n---\n# 别名\n")
    #expect(zh.name == "兴连心")
    #expect(zh.language == .en)
    #expect(zh.timeZoneOffset == 28_800)
    #expect(zh.length(.noticePeriod) == Length(days: 3))
    #expect(zh.length(.revisitPeriod) == nil)
    #expect(charter("# 别名\n").name == "别名")
    #expect(charter("---\nhall: X\n---\n").language == .en)
    #expect(charter("---\n议事厅: X\n---\n").language == .zh)
    #expect(charter("").timeZoneOffset == nil)
  }

  @Test("a hall without parties has five, two of which do not vote")
  func standardParties() {
    let parties = charter("").parties
    #expect(parties.parties.map(\.name) == ["居民", "物业", "驻区单位", "职能部门", "社区"])
    #expect(parties.voting.map(\.name) == ["居民", "物业", "驻区单位"])
    let own = charter("## 各方\n- 居民: 表决\n- 骑手: 观察\n- 居民: 列席\n").parties
    #expect(own.parties.map(\.name) == ["居民", "骑手"])
    #expect(own.parties.map(\.part) == [.observes, .noVote])
  }
}
