import Testing

struct DuplicateIdTests {
  @Test func theSecondFileOfAnIdentifierNamesTheFirst() {
    let text = "---\n会议: M-2025-001\n---\n"
    #expect(
      problems("duplicate-id", files: [meetingPath: text, "agendas/M-2025-1-b.md": text]) == [
        "agendas/M-2025-1-b.md:2:5 error 编号「M-2025-001」已经用在文件「agendas/M-2025-001.md」里"
      ])
  }

  @Test func anIdentifierOnlyInTheFileNameCountsToo() {
    #expect(
      problems("duplicate-id", files: [matterPath: "# 漏水\n", "matters/Q-2025-1.md": "# 漏水\n"]) == [
        "matters/Q-2025-1.md:1:1 error 编号「Q-2025-001」已经用在文件「matters/Q-2025-001.md」里"
      ])
  }

  @Test(arguments: [
    ("### 一、换线", "10:5 error 议题编号「一」在第8行已经用过（议题）"),
    ("- [ ] T3 换灯\n- [x] T3 换线", "11:7 error 任务编号「T3」在第10行已经用过（换灯）"),
    ("#### 决议 D1: 换灯\n#### 决议 1: 换线", "11:9 error 决议编号「1」在第10行已经用过（换灯）"),
  ])
  func aNumberIsUsedOnceInAFile(text: String, expected: String) {
    #expect(problems("duplicate-id", inItem: text) == [expected])
  }

  @Test func differentKindsAndDifferentFilesMayShareANumber() {
    let text = "## 议程\n### 1. 灯\n#### 决议 D1: 灯\n- [ ] T1 灯\n- [ ] 线\n- [ ] 管\n"
    #expect(
      problems(
        "duplicate-id", files: [meetingPath: text, "agendas/M-2025-002.md": text, matterPath: text])
        == [])
  }
}
