import Testing

struct UnclosedBlockTests {
  @Test(arguments: [
    ("```\n报价", "6:1 error 代码块从这里开始，一直没有结束，后面的内容都读不到"),
    ("  ~~~~\n报价\n~~~", "6:3 error 代码块从这里开始，一直没有结束，后面的内容都读不到"),
    ("<!-- 待补\n## 议程", "6:1 error 注释从这里开始，一直没有结束，后面的内容都读不到"),
  ])
  func aBlockThatNeverClosesIsReportedWhereItOpens(text: String, expected: String) {
    #expect(problems("unclosed", inMeeting: text) == [expected])
  }

  @Test(arguments: ["```\n报价\n```", "<!-- 待补\n完 -->", "<!-- 一行 -->", "文字 <!-- 不在行首"])
  func whatClosesIsFine(text: String) {
    #expect(problems("unclosed", inMeeting: text) == [])
  }
}
