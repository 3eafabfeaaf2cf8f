import Testing

struct Utf8EncodingTests {
  @Test func aByteThatIsNotUTF8IsNamedWhereItStands() {
    let bytes = Array("---\n会议: M-2025-001\n---\n地点 ".utf8) + [0xD6, 0xD0]
    #expect(
      problems("utf8", bytes: [meetingPath: bytes]) == [
        "agendas/M-2025-001.md:4:4 error 这里有读不出的字（0xD6 不是 UTF-8 编码），整个文件都没有读"
      ])
  }

  @Test func aNULByteIsASeparateProblem() {
    #expect(
      problems("utf8", files: [matterPath: "---\n问题\u{0}"]) == [
        "matters/Q-2025-001.md:2:3 error 这里有一个空字符（NUL），文字里不会有它"
      ])
  }

  @Test func linesThatEndWithALoneCarriageReturnAreNotLines() {
    #expect(
      problems("utf8", files: [matterPath: "---\r问题: Q-2025-001\r---\r"]) == [
        "matters/Q-2025-001.md:1:4 error 换行只用了回车符（CR），整个文件成了一行，没有读"
      ])
    #expect(problems("utf8", files: [matterPath: "---\r\n问题: Q-2025-001\r\n---\r"]) == [])
    #expect(problems("utf8", files: [matterPath: "甲\r"]) == [])
  }

  @Test(arguments: ["private/roster.md", "private/M-2025-001-1.md"])
  func rosterAndBallotFilesAreLookedAtToo(path: String) {
    #expect(
      problems("utf8", bytes: [path: [0xFF]]) == [
        "\(path):1:1 error 这里有读不出的字（0xFF 不是 UTF-8 编码），整个文件都没有读"
      ])
  }

  @Test func textOfAnyScriptIsFine() {
    #expect(problems("utf8", files: [meetingPath: "\u{FEFF}---\r\n会议: M-2025-001 é 👍\r\n"]) == [])
  }

  @Test(arguments: [
    "conflict-marker", "control-character", "front-matter", "identifier", "keyword-place", "value",
    "duplicate-id",
  ])
  func aFileThatIsNoTextHasNoOtherProblem(id: String) {
    let bytes = Array("<<<<<<< a\n\u{1B}## 表决\n".utf8).map { $0 == 0x3C ? 0xFF : $0 }
    #expect(problems(id, bytes: [meetingPath: bytes, "agendas/M-2025-001-b.md": bytes]) == [])
  }
}
