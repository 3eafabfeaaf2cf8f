import Testing

@Suite("How long a posting lasts")
struct PostedWindowTests {
  private static let hall = "---\n议事厅: 厅\n公示期: 15天\n---\n"

  @Test(
    "the posting period of hall.md holds for every decision",
    arguments: [
      ("2025-09-26 至 2025-10-10", ["14:7 warning"]),
      ("2025-09-26", ["14:7 warning"]),
      ("2025-09-26 至 2025-10-11", []),
      ("2025-09-26 ~ 2025-10-31", []),
      ("村口", []),
      ("", []),
    ])
  func hallPeriod(period: String, expected: [String]) {
    let item = "#### 决议 D1: 换灯\n- 公示: \(period)"
    #expect(found("posted-window", item: item, hall: Self.hall) == expected)
    // Without it, nothing asks for a posting of what was agreed.
    #expect(found("posted-window", item: item) == [])
  }

  @Test(
    "what an assembly decided is posted for 15 days from 2026 on, by law",
    arguments: [
      ("居民会议", "2026-01-05 至 2026-01-12", true), ("居民代表会议", "2026-01-05 至 2026-01-12", true),
      ("居民会议", "2026-01-05 至 2026-01-20", false), ("居民会议", "2025-12-05 至 2025-12-12", false),
      ("业主一般事项", "2026-01-05 至 2026-01-12", false), ("赞成多于反对", "2026-01-05 至 2026-01-08", false),
    ])
  func law(rule: String, period: String, isShort: Bool) {
    let item = "#### 表决: 换灯\n- 规则: \(rule)\n\n#### 决议 D1: 换灯\n- 公示: \(period)"
    #expect(found("posted-window", item: item).isEmpty == !isShort)
  }

  @Test(
    "a rule's own period comes first, in whatever days it counts",
    arguments: [
      ("5天", "2026-03-02 至 2026-03-07", false), ("5天", "2026-03-02 至 2026-03-06", true),
      ("5整日", "2026-03-02 至 2026-03-07", true), ("5整日", "2026-03-02 至 2026-03-08", false),
      ("5个工作日", "2026-03-02 至 2026-03-09", false), ("5个工作日", "2026-03-02 至 2026-03-08", true),
    ])
  func ownPeriod(length: String, period: String, isShort: Bool) {
    let hall = Self.hall + "## 表决规则\n### 章程\n- 通过: 人数 > 1/2\n- 公示期: \(length)\n"
    let item = "#### 表决: 换灯\n- 规则: 章程\n\n#### 决议 D1: 换灯\n- 公示: \(period)"
    #expect(found("posted-window", item: item, hall: hall).isEmpty == !isShort)
  }

  @Test func `a meeting is asked too`() {
    let text = "---\n会议: M-2025-001\n公示: 2025-09-26 至 2025-10-01\n---\n"
    #expect(
      found("posted-window", hall: Self.hall, files: ["agendas/M-2025-001.md": text]) == [
        "agendas/M-2025-001.md:3:5 warning"
      ])
  }

  @Test func `an empty file is read and nothing is found`() {
    #expect(found("posted-window", files: ["agendas/M-2025-001.md": ""]) == [])
  }
}
