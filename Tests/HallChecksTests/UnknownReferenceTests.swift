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

  @Test(arguments: [
    ("#### 决议 D1: 甲\n- 取代: D1", ["14:7 error 「取代」写的就是这项决议自己"]),
    (
      "#### 决议 D1: 甲\n- 取代: D2\n#### 决议 D2: 乙\n- 取代: D1",
      ["14:7 error M-2025-001-D2 不比这项决议早，取代不了"]
    ),
    (
      "#### 决议 D1: 甲\n#### 决议 D2: 乙\n- 取代: D1\n- 性质: 调解协议",
      ["15:7 warning 调解协议取代不了 M-2025-001-D1：那项决议约束的人更多"]
    ),
    ("#### 协商意见 D1: 甲\n#### 协商意见 D2: 乙\n- 取代: D1", []),
  ])
  func whosePlaceCannotBeTakenIsNamed(item: String, expected: [String]) {
    #expect(messages("unknown-reference", item: item) == expected)
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
