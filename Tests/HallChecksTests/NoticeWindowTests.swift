import Testing

struct NoticeWindowTests {
  @Test(arguments: [
    ("3天", "2025-09-23", ["agendas/M-2025-001.md:5:5 warning"]),
    ("3天", "2025-09-22", []),
    ("15日", "2025-09-10", []),
    ("15日", "2025-09-11", ["agendas/M-2025-001.md:5:5 warning"]),
    // 2025-09-25 is a Thursday; the weekend is skipped.
    ("4个工作日", "2025-09-19", []),
    ("4个工作日", "2025-09-20", ["agendas/M-2025-001.md:5:5 warning"]),
    ("三天", "2025-09-25", []),
    ("3天", "", []),
  ])
  func theNoticeGoesOutBeforeThePeriodBegins(period: String, notice: String, expected: [String]) {
    #expect(run(period, notice) == expected)
  }

  @Test func aWorkingWeekendCountsAndADayOffDoesNot() {
    let calendar = "## 日历\n- 班: 2025-09-20\n- 休: 2025-09-23"
    #expect(run("4个工作日", "2025-09-19", calendar) == [])
    #expect(run("4个工作日", "2025-09-20", calendar) == ["agendas/M-2025-001.md:5:5 warning"])
  }

  @Test(
    "without a period in hall.md the rules of the votes ask for one",
    arguments: [
      ("业主一般事项", "2026-03-05", []), ("业主一般事项", "2026-03-06", ["agendas/M-2025-001.md:5:5 warning"]),
      ("居民会议", "2026-03-10", []), ("居民会议", "2026-03-11", ["agendas/M-2025-001.md:5:5 warning"]),
      ("委员会", "2026-03-19", []),
    ])
  func law(rule: String, notice: String, expected: [String]) {
    let text =
      "---\n会议: M-2025-001\n状态: 已通知\n时间: 2026-03-20\n通知: \(notice)\n---\n\n## 议程\n\n### 1. 甲\n\n"
      + "#### 表决: 乙\n\n- 规则: \(rule)\n"
    let hall = "---\n议事厅: 厅\n---\n"
    #expect(
      found("notice-window", hall: hall, files: ["agendas/M-2025-001.md": text]) == expected)
  }

  @Test
  func countingBackEndsWithTheFirstDayThereIs() {
    let hall = "---\n议事厅: 厅\n通知期: 5个工作日\n---\n## 日历\n- 休: 0001-01-01 至 0001-01-10"
    let text = "---\n会议: M-2025-001\n状态: 已通知\n时间: 0001-01-05\n通知: 0001-01-02\n---\n"
    #expect(
      found("notice-window", hall: hall, files: ["agendas/M-2025-001.md": text])
        == ["agendas/M-2025-001.md:5:5 warning"])
  }

  @Test(arguments: ["取消", "改期"])
  func aMeetingThatDidNotTakePlaceIsNotAsked(status: String) {
    #expect(run("3天", "2025-09-24", status: status) == [])
  }

  private func run(
    _ period: String, _ notice: String, _ calendar: String = "", status: String = "已召开"
  ) -> [String] {
    let text = "---\n会议: M-2025-001\n状态: \(status)\n时间: 2025-09-25\n通知: \(notice)\n---\n"
    let hall = "---\n议事厅: 厅\n通知期: \(period)\n---\n\(calendar)"
    return found("notice-window", hall: hall, files: ["agendas/M-2025-001.md": text])
  }
}
