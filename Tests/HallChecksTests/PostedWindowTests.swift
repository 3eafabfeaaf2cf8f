import Testing

struct PostedWindowTests {
  @Test(arguments: [
    ("2025-09-26 至 2025-10-10", ["14:7 warning"]),
    ("2025-09-26", ["14:7 warning"]),
    ("2025-09-26 至 2025-10-11", []),
    ("2025-09-26 ~ 2025-10-31", []),
    ("村口", []),
    ("", []),
  ])
  func aDecisionIsPostedForFifteenDays(period: String, expected: [String]) {
    #expect(found("posted-window", item: "#### 决议 D1: 换灯\n- 公示: \(period)") == expected)
  }

  @Test func aMeetingIsAskedToo() {
    let text = "---\n会议: M-2025-001\n公示: 2025-09-26 至 2025-10-01\n---\n"
    #expect(
      found("posted-window", files: ["agendas/M-2025-001.md": text]) == [
        "agendas/M-2025-001.md:3:5 warning"
      ])
  }

  @Test func anEmptyFileIsReadAndNothingIsFound() {
    #expect(found("posted-window", files: ["agendas/M-2025-001.md": ""]) == [])
  }
}
