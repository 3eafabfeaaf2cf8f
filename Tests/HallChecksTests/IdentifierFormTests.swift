import Testing

struct IdentifierFormTests {
  @Test(arguments: [
    ("M-25-1", "2:5 error 「M-25-1」不是会议的编号"),
    ("Q-2025-001", "2:5 error 「Q-2025-001」不是会议的编号"),
    ("M-2025-001 二次", "2:5 error 「M-2025-001 二次」不是会议的编号"),
    ("M-2025-002", "2:5 error 编号是「M-2025-002」，文件名「M-2025-001.md」却不以它开头"),
  ])
  func theIdentifierIsReadableAndBeginsTheFilesName(written: String, expected: String) {
    #expect(
      problems("identifier", files: [meetingPath: "---\n会议: \(written)\n---\n"])
        == [meetingPath + ":" + expected])
  }

  @Test func aFileNameWithoutAnIdentifierIsQuotedInTheMessage() {
    #expect(
      problems("identifier", files: ["matters/Q-漏水.md": "---\n问题: Q-2025-001\n---\n"]) == [
        "matters/Q-漏水.md:2:5 error 编号是「Q-2025-001」，文件名「Q-漏水.md」却不以它开头"
      ])
  }

  @Test(arguments: [
    ("### 楼道灯", "10:5 warning 议题没有编号"),
    ("#### 决议: 换灯", "10:10 warning 决议没有编号"),
    ("#### 决议", "10:6 warning 决议没有编号"),
    ("- [ ] 换灯", "10:7 warning 任务没有编号"),
    ("- [x]", "10:1 warning 任务没有编号"),
  ])
  func anItemADecisionAndATaskHaveNumbers(text: String, expected: String) {
    #expect(problems("identifier", inItem: text) == [expected])
  }

  @Test(arguments: [
    "### 二、楼道灯", "#### 决议 D1: 换灯", "#### 决议 1: 换灯", "- [ ] T1 换灯", "#### 表决: 换灯", "### 表决: 换灯",
  ])
  func whatHasANumberOrNeedsNoneIsFine(text: String) {
    #expect(problems("identifier", inItem: text) == [])
  }

  @Test(arguments: ["agendas/M-2025-001-楼道灯.md", "agendas/M-2025-1.md", "agendas/m-2025-001.md"])
  func whatFollowsTheIdentifierInAFilesNameIsFree(path: String) {
    #expect(problems("identifier", files: [path: "---\n会议：Ｍ-2025-001\n---\n"]) == [])
  }
}
