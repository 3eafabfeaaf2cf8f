import Testing

struct FrontMatterTests {
  @Test(arguments: [
    ("---\n会议: M-2025-001\n状态: 拟定\n# 会", "1:1 error 开头的「---」没有配对的结束行"),
    ("\u{FEFF}---\r\n会议: M-2025-001\r\n状态: 拟定\r\n", "1:1 error 开头的「---」没有配对的结束行"),
    (
      "---\n会议: M-2025-001\n状态: 拟定\n地点 二楼\n---\n", "4:1 error 「地点 二楼」里没有冒号，不知道是哪一项"
    ),
    ("---\n会议: M-2025-001\n状态: 拟定\n：二楼\n---\n", "4:1 error 「：二楼」的冒号前面没有项目名"),
    ("---\n状态: 拟定\n---\n", "1:1 error 开头的信息里没有「会议」"),
    ("---\n状态: 拟定\n会议:\n---\n", "3:1 error 「会议」没有填编号"),
    ("---\n会议: M-2025-001\n---\n", "1:1 warning 会议没有写「状态」，不知道开过没有"),
    ("---\n会议: M-2025-001\n状态:\n---\n", "3:1 warning 会议没有写「状态」，不知道开过没有"),
    ("# 协商会\n\n会议: M-2025-001\n", "1:1 error 文件开头没有「---」之间的信息，不知道「会议」是哪一个"),
    ("", "1:1 error 文件开头没有「---」之间的信息，不知道「会议」是哪一个"),
  ])
  func aMeetingSaysWhatItIs(text: String, expected: String) {
    #expect(problems("front-matter", files: [meetingPath: text]) == [meetingPath + ":" + expected])
  }

  @Test func aMatterAndAHallSayWhatTheyAre() {
    #expect(
      problems(
        "front-matter", hall: "---\n语言: zh\n---\n", files: [matterPath: "---\n来源: 网格\n---\n"])
        == [
          "hall.md:1:1 error 开头的信息里没有「议事厅」", "matters/Q-2025-001.md:1:1 error 开头的信息里没有「问题」",
        ])
  }

  @Test(arguments: [
    "---\n会议：M-2025-001\n\n# 注\n状态：拟定\n---\n", "---\nmeeting: M-2025-001\nStatus: draft\n---",
  ])
  func aWholeFrontMatterIsFine(text: String) {
    #expect(problems("front-matter", files: [meetingPath: text]) == [])
  }

  @Test func aHallWithoutItsNameFilledInAndARosterWithoutFrontMatterAreFine() {
    #expect(
      problems(
        "front-matter", hall: "---\n议事厅:\n---\n", files: ["private/roster.md": "| 姓名 |\n| --- |\n"])
        == [])
  }
}
