import Testing

struct UnknownReferenceTests {
  @Test(arguments: [
    ("- 问题: Q-2025-009", ["13:7 error"]),
    ("- 问题: Q-2025-001、Q-2025-009、Q-2025-008", ["13:18 error", "13:29 error"]),
    ("#### 决议 D2: 换灯\n- 取代: M-2025-002-D7", ["14:7 error"]),
    ("#### 决议 D2: 换灯\n- 取代: M-2025-009-D1", ["14:7 error"]),
    ("#### 决议 D2: 换灯\n- 依据: 上次会议 M-2025-002#3", ["14:12 error"]),
    ("#### 决议 D2: 换灯\n- 依据: Q-2025-001-T9。", ["14:7 error"]),
  ])
  func whatIsNamedAndNotThereIsAnError(item: String, expected: [String]) {
    #expect(run(item) == expected.map { "agendas/M-2025-001.md:" + $0 })
  }

  @Test(arguments: [
    "- 问题: Q-2025-1", "- 问题：Ｑ-2025-001、Q-2025-001", "#### 决议 D2: 换灯\n- 取代: M-2025-002-D1",
    "#### 决议 D2: 换灯\n- 依据: M-2025-002#1, Q-2025-001-T1.",
    "#### 决议 D2: 换灯\n- 依据: 附 M-2025-009-图.pdf、agendas/M-2025-009.md", "张三提到 Q-2025-009。",
  ])
  func whatIsThereIsFine(item: String) {
    #expect(run(item) == [])
  }

  @Test func aMeetingInTheLogIsLookedUp() {
    #expect(found("unknown-reference", log: "- 2025-03-05 会商: M-2025-009") == ["8:18 error"])
    #expect(found("unknown-reference", log: "- 2025-03-05 转办: M-2025-009") == [])
  }

  private func run(_ item: String) -> [String] {
    found(
      "unknown-reference",
      files: [
        "agendas/M-2025-001.md": Sample.meeting(item: item),
        "agendas/M-2025-002.md":
          "---\n会议: M-2025-002\n---\n## 议程\n### 1. 灯\n#### 决议 D1: 换灯\n",
        "matters/Q-2025-001.md": Sample.matter(log: "- [ ] T1 换灯"),
      ])
  }
}
