import Testing

struct ConflictMarkerTests {
  @Test func aConflictIsOneProblemWhereItBegins() {
    let text = "<<<<<<< HEAD\n周一\n=======\n周二\n>>>>>>> 王五\n"
    #expect(
      problems("conflict-marker", inMeeting: "前文\n" + text) == [
        "7:1 error 合并没有完成：从这里到第11行，两边的写法都留着"
      ])
  }

  @Test(arguments: [
    ("<<<<<<< HEAD\n周一", "6:1 error 合并留下的标记行「<<<<<<< HEAD」"),
    ("周二\n>>>>>>> 王五\r\n周三", "7:1 error 合并留下的标记行「>>>>>>> 王五」"),
    ("<!--\n<<<<<<<\n-->", "7:1 error 合并留下的标记行「<<<<<<<」"),
  ])
  func aMarkerLeftAloneIsAProblem(text: String, expected: String) {
    #expect(problems("conflict-marker", inMeeting: text) == [expected])
  }

  @Test func aMarkerInTheFrontMatterIsFoundToo() {
    #expect(
      problems("conflict-marker", files: [matterPath: "---\n<<<<<<< a\n>>>>>>> b\n---\n"]) == [
        "matters/Q-2025-001.md:2:1 error 合并没有完成：从这里到第3行，两边的写法都留着"
      ])
  }

  @Test(arguments: [
    "```\n<<<<<<< HEAD\n>>>>>>> b\n```", "标题\n=======", "<<<<<< six", "<<<<<<<< eight",
    " <<<<<<< indented", "<<<<<<<x", ">>>>> 引文",
  ])
  func whatOnlyLooksLikeAMarkerIsFine(text: String) {
    #expect(problems("conflict-marker", inMeeting: text) == [])
  }
}
