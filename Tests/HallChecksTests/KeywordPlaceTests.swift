import Testing

struct KeywordPlaceTests {
  @Test(arguments: [
    ("# 参会人员", "6:1 warning 「参会人员」这一节要用两个 # 号，现在只算正文"),
    ("### 各方签字：", "6:1 warning 「各方签字：」这一节要用两个 # 号，现在只算正文"),
    ("#### 议程", "6:1 warning 「议程」这一节要用两个 # 号，现在只算正文"),
    ("## 进展", "6:1 warning 「进展」这一节在这种文件里不起作用，只算正文"),
    ("## 表决", "6:1 warning 「表决」要用四个 # 号，写在议题里面，现在不会被读取"),
    ("#### 表决: 换灯", "6:1 warning 「表决: 换灯」写在议题外面，不会被读取"),
    ("#### Decision D1: lights", "6:1 warning 「Decision D1: lights」写在议题外面，不会被读取"),
    ("## 议程\n### 表决: 换灯", "7:1 warning 「表决: 换灯」要用四个 # 号，写在议题里面，现在不会被读取"),
    ("## 议程\n### 1. 灯\n##### 决议 D1: 换", "8:1 warning 「决议 D1: 换」要用四个 # 号，写在议题里面，现在不会被读取"),
    ("正文\n##议程", "7:1 warning 「##议程」不是标题：要用半角 # 号，后面空一格"),
    ("＃＃ 议程", "6:1 warning 「＃＃ 议程」不是标题：要用半角 # 号，后面空一格"),
    ("####表决：换灯", "6:1 warning 「####表决：换灯」不是标题：要用半角 # 号，后面空一格"),
    ("## 议程\n###2 楼道堆物", "7:1 warning 「###2 楼道堆物」不是标题：要用半角 # 号，后面空一格"),
    ("## 议程\n###1. 换灯", "7:1 warning 「###1. 换灯」不是标题：要用半角 # 号，后面空一格"),
    ("- [ ] T1 换灯", "6:3 warning 任务「T1」写在议题外面，不会被读取"),
    ("## 参会人员\n- [x] T2 换灯: 物业", "7:3 warning 任务「T2」写在议题外面，不会被读取"),
    ("## 议程\n\n- [-] T3 换灯", "8:3 warning 任务「T3」写在议题外面，不会被读取"),
  ])
  func aKeywordWhereItMeansNothingIsProse(text: String, expected: String) {
    #expect(problems("keyword-place", inMeeting: text) == [expected])
  }

  @Test(arguments: [
    ("# 进展", "5:1 warning 「进展」这一节要用两个 # 号，现在只算正文"),
    ("## 议程", "5:1 warning 「议程」这一节在这种文件里不起作用，只算正文"),
    ("##进展", "5:1 warning 「##进展」不是标题：要用半角 # 号，后面空一格"),
  ])
  func aMatterHasItsOwnSections(text: String, expected: String) {
    #expect(problems("keyword-place", inMatter: text) == [expected])
  }

  @Test func aHallHasItsOwnSections() {
    #expect(
      problems("keyword-place", hall: "### 名册\n", files: [:]) == [
        "hall.md:1:1 warning 「名册」这一节要用两个 # 号，现在只算正文"
      ])
  }

  @Test(arguments: [
    "# 协商会\n## 议程\n### 1. 灯\n#### 表决: 换\n#### 决议 D1: 换\n- [ ] T1 换", "## 表决结果",
    "### Vote of thanks",
    "#话题 ##", "    ##议程", "```\n##议程\n## 表决\n```", "## 议程\n### 1. 表决: 换灯", "## 附录\n### 说明",
    "- [ ] 换灯", "第1行 ##议程", "####### 议程", "###1. 换灯",
  ])
  func keywordsInTheirPlaceAndLongerHeadingsAreFine(text: String) {
    #expect(problems("keyword-place", inMeeting: text) == [])
  }

  @Test func aListOfThingsToDoInTheHallIsProse() {
    #expect(problems("keyword-place", hall: "# 厅\n\n- [ ] T1 换灯\n", files: [:]) == [])
  }

  @Test(arguments: ["## 决议", "- [ ] T1 换灯", "## 进展\n- [ ] T1 换灯"])
  func aMatterMaySayWhatAMeetingDecided(text: String) {
    #expect(problems("keyword-place", inMatter: text) == [])
  }

  @Test(arguments: [
    ("- [] T1 换灯", "8:1 warning 「- [] T1 换灯」不算任务：要写半角方框 [ ] 或 [x]，前后各空一格"),
    ("- 【 】T1 换灯", "8:1 warning 「- 【 】T1 换灯」不算任务：要写半角方框 [ ] 或 [x]，前后各空一格"),
    ("- [√]换灯", "8:1 warning 「- [√]换灯」不算任务：要写半角方框 [ ] 或 [x]，前后各空一格"),
    ("- [x]T1 换灯", "8:1 warning 「- [x]T1 换灯」不算任务：要写半角方框 [ ] 或 [x]，前后各空一格"),
    ("-[ ] T1 换灯", "8:1 warning 「-[ ] T1 换灯」不算任务：要写半角方框 [ ] 或 [x]，前后各空一格"),
    ("-问题：Q-2025-001", "8:1 warning 「-问题：Q-2025-001」没有读取：减号后面要空一格"),
    ("- [ ] T1 换灯\n  -负责: 张三", "9:3 warning 「-负责: 张三」没有读取：减号后面要空一格"),
  ])
  func aMissingBlankOrAFullWidthBracketIsReported(text: String, expected: String) {
    #expect(problems("keyword-place", inMeeting: "## 议程\n### 1. 灯\n" + text) == [expected])
  }

  @Test func aPartyOrAStepWithoutABlankIsReported() {
    #expect(
      problems("keyword-place", inMeeting: "## 参会人员\n-居民：张三") == [
        "7:1 warning 「-居民：张三」没有读取：减号后面要空一格"
      ])
    #expect(
      problems("keyword-place", inMatter: "## 进展\n- 2025-03-02 收集\n-2025-03-05 方案") == [
        "7:1 warning 「-2025-03-05 方案」没有读取：减号后面要空一格"
      ])
  }

  @Test(arguments: [
    "- [x](灯.jpg)", "- [灯](灯.jpg)", "- [灯] 见附件", "-张三：灯不亮", "---", "-5度那天", "- [x] T1 换灯", "- []",
    "正文 [] 一格",
  ])
  func linksSpeechAndBracketsAreNoSlips(text: String) {
    #expect(problems("keyword-place", inMeeting: "## 议程\n### 1. 灯\n" + text) == [])
  }
}
