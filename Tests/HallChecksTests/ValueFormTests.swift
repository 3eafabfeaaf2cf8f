import Testing

struct ValueFormTests {
  @Test func anAttendanceHasNoMorePeopleThanACountMayHave() {
    for line in ["张三等9999999999人", "9999999999人", "Ann and 999999999999999999 others"] {
      #expect(found("value", item: "", attendance: "- 居民: " + line) == ["9:7 error"])
    }
    #expect(found("value", item: "", attendance: "- 居民: 张三等12人") == [])
  }

  @Test(arguments: [
    ("时间: 2025-02-30 14:30", "「时间」写的是「2025-02-30 14:30」，日历上没有这一天"),
    ("时间: 2025-02-03 16:00-14:30", "「时间」写的是「2025-02-03 16:00-14:30」，结束早于开始"),
    ("时间: 周四下午", "「时间」写的是「周四下午」，读不出日期和时间"),
    ("通知: 2025-09-05 张贴", "「通知」写的是「2025-09-05 张贴」，日期后面还有别的字"),
    ("通知: 9月5日", "「通知」写的是「9月5日」，读不出日期"),
    ("公示: 2025-09-26 起", "「公示」写的是「2025-09-26 起」，读不出起止日期"),
    ("公开: 公开", "「公开」写的是「公开」，不是这一项可以填的词"),
    ("状态: 已开", "「状态」写的是「已开」，不是这一项可以填的词"), ("流会: 25:99 人不够", "「流会」写的是「25:99 人不够」，读不懂"),
  ])
  func theFrontMatterOfAMeetingIsReadable(line: String, expected: String) {
    let text = "---\n会议: M-2025-001\n\(line)\n---\n"
    #expect(
      problems("value", files: [meetingPath: text]) == ["\(meetingPath):3:5 error " + expected])
  }

  @Test(arguments: [
    ("时长: 二十来分", 5, "「时长」写的是「二十来分」，读不出时长"),
    ("时长: -5分钟", 5, "「时长」写的是「-5分钟」，数目不能是负数"),
    ("问题: Q-2025-014、M-2025-001", 5, "「问题」写的是「Q-2025-014、M-2025-001」，不是问题的编号"),
    ("结论: 下次再议吧", 5, "「结论」写的是「下次再议吧」，不是这一项可以填的词"),
  ])
  func theFieldsOfAnItemAreReadable(line: String, column: Int, expected: String) {
    #expect(problems("value", inItem: "- " + line) == ["10:\(column + 2) error " + expected])
  }

  @Test(arguments: [
    ("收回: 5,210.30㎡", "7 error 「收回」写的是「5,210.30㎡」，数字中间有逗号，分不清是一个数还是两个数"),
    ("同意: -3户", "7 error 「同意」写的是「-3户」，数目不能是负数"),
    ("同意: 3户 10.12345㎡", "7 error 「同意」写的是「3户 10.12345㎡」，面积最多写四位小数"),
    ("同意: 2000000000户", "7 error 「同意」写的是「2000000000户」，数目太大，不像是真的"),
    ("同意: 十二票", "7 error 「同意」写的是「十二票」，读不出票数，也不像姓名"),
    ("反对: 大多数", "7 error 「反对」写的是「大多数」，读不出票数，也不像姓名"),
    ("名额: 0", "7 error 「名额」写的是「0」，读不出数目"),
    ("同意: 3个", "7 error 「同意」写的是「3个」，读不出票数，也不像姓名"),
    ("送达: 全部", "7 error 「送达」写的是「全部」，读不出户数或面积"),
    ("名额: 3㎡", "7 error 「名额」写的是「3㎡」，读不出数目"),
    ("方式: 书面、喊声", "7 error 「方式」写的是「书面、喊声」，不是这一项可以填的词"),
    ("结果: 一致通过", "7 error 「结果」写的是「一致通过」，不是表决的结果"),
    ("票册: ../a.md", "7 error 「票册」写的是「../a.md」，读不出票册文件"),
    ("投票期: 2025-09-20 至 2025-09-06", "8 error 「投票期」写的是「2025-09-20 至 2025-09-06」，结束早于开始"),
  ])
  func theFieldsOfAVoteAreReadable(line: String, expected: String) {
    #expect(problems("value", inItem: "#### 表决: 换灯\n\n- " + line) == ["12:" + expected])
  }

  @Test(arguments: [
    ("期限: 2025-10-15 至 2025-12-31", "12:9 error 「期限」写的是「2025-10-15 至 2025-12-31」，读不出日期"),
    ("期限: 下周", "12:9 error 「期限」写的是「下周」，读不出日期"),
    ("延期: 等材料", "12:9 error 「延期」写的是「等材料」，开头读不出日期"),
    ("进展: 2025-13-01 到货", "12:9 error 「进展」写的是「2025-13-01 到货」，日历上没有这一天"),
    ("完成: 2025-10-32", "12:9 error 「完成」写的是「2025-10-32」，日历上没有这一天"),
  ])
  func theFieldsOfATaskAreReadable(line: String, expected: String) {
    #expect(problems("value", inItem: "#### 决议 D1: 换灯\n- [ ] T1 换灯\n  - \(line)") == [expected])
  }

  @Test(arguments: [
    ("#### 决议 D1: 换灯\n- 取代: M-2025-008", "11:7 error 「取代」写的是「M-2025-008」，不是决议的编号"),
    ("#### 决议 D1: 换灯\n- 取代: M-2025-008-T1", "11:7 error 「取代」写的是「M-2025-008-T1」，不是决议的编号"),
    ("#### 决议 D1: 换灯\n- 性质: 决定", "11:7 error 「性质」写的是「决定」，不是这一项可以填的词"),
  ])
  func theFieldsOfADecisionAreReadable(text: String, expected: String) {
    #expect(problems("value", inItem: text) == [expected])
  }

  @Test(arguments: [
    ("## 参会人员\n- 委托: 周九", "7:7 error 「委托」写的是「周九」，读不出谁委托了谁"),
    ("## 参会人员\n- 迟到: 赵六", "7:7 error 「迟到」写的是「赵六」，读不出是谁、几点"),
    ("## 各方\n- 酒店: 旁听", "7:7 error 「酒店」写的是「旁听」，不是这一项可以填的词"),
    ("## 各方签字\n- 居民: 张三 2025-09-31 同意", "7:10 error 「居民」写的是「2025-09-31」，日历上没有这一天"),
    ("## 各方签字\n- 居民: D1 张三 9月27日 同意", "7:13 error 「居民」写的是「9月27日」，读不出日期"),
    ("## 各方签字\n- 居民: 张三 同意", "7:10 error 「居民」签了「同意」，但没有写日期"),
  ])
  func attendanceAndSignaturesAreReadable(text: String, expected: String) {
    #expect(problems("value", inMeeting: text) == [expected])
  }

  @Test(arguments: [
    ("- 3月2日 收集: 报告", "7:3 error 「进展」写的是「3月2日」，读不出日期"),
    ("- 2025-02-29 收集: 报告", "7:3 error 「进展」写的是「2025-02-29」，日历上没有这一天"),
    ("- 吹哨: 市政排水", "7:3 error 「吹哨」前面没有日期，这一步不会算数"),
  ])
  func aStepOfTheLogHasItsDay(line: String, expected: String) {
    #expect(problems("value", inMatter: "## 进展\n\n" + line) == [expected])
  }

  @Test(arguments: [
    ("语言: cn", "3:5 error 「语言」写的是「cn」，不是能用的语言"),
    ("时区: 北京", "3:5 error 「时区」写的是「北京」，读不出时区"),
    ("格式: 一", "3:5 error 「格式」写的是「一」，读不出数目"),
    ("通知期: 3", "3:6 error 「通知期」写的是「3」，读不出天数"),
  ])
  func theFrontMatterOfTheHallIsReadable(line: String, expected: String) {
    #expect(
      problems("value", hall: "---\n议事厅: 厅\n\(line)\n---\n", files: [:]) == ["hall.md:" + expected])
  }

  @Test(arguments: [
    (
      "## 日历\n- 休: 2025-01-01 至 2026-01-02",
      "2:6 error 「休」写的是「2025-01-01 至 2026-01-02」，长达 367 天，超过一年"
    ),
    ("## 各方\n- 居民: 投票", "2:7 error 「居民」写的是「投票」，不是这一项可以填的词"),
    ("## 表决规则\n### 换届\n- 通过: 人数 > 3/2", "3:7 error 「通过」写的是「人数 > 3/2」，比例不可能是这样：分母不能是零，也不能超过全体"),
    ("## 表决规则\n### 换届\n- 最低参与: 过半", "3:9 error 「最低参与」写的是「过半」，读不出比例"),
    (
      "## 表决规则\n### 换届\n- 通过: 人数 ≥ 66.6666666667%",
      "3:7 error 「通过」写的是「人数 ≥ 66.6666666667%」，百分数最多写九位小数"
    ),
    ("## 表决规则\n### 换届\n- 未表态: 平分", "3:8 error 「未表态」写的是「平分」，不是这一项可以填的词"),
    ("## 名册\n| 姓名 | 面积 |\n| --- | --- |\n| 张三 | 约86 |", "4:8 error 「面积」写的是「约86」，读不出面积"),
    ("## 名册\n| 户 | 面积 |\n| --- | --- |\n| 1-1 | 约86 |", "4:9 error 「面积」写的是「约86」，读不出面积"),
    (
      "## 名册\n| 姓名 | 面积 |\n| --- | --- |\n| 张三 | 1,086.00 |",
      "4:8 error 「面积」写的是「1,086.00」，数字中间有逗号，分不清是一个数还是两个数"
    ),
  ])
  func theSectionsOfTheHallAreReadable(text: String, expected: String) {
    #expect(problems("value", hall: text, files: [:]) == ["hall.md:" + expected])
  }

  @Test func thePrivateRosterIsReadToo() {
    let roster = "| 姓名 | 面积 |\n| --- | --- |\n| 张三 | |\n| 钱七 | 八十 |\n"
    #expect(
      problems("value", files: ["private/roster.md": roster]) == [
        "private/roster.md:4:8 error 「面积」写的是「八十」，读不出面积"
      ])
  }

  @Test func aBallotSaysWhatTheVoteAsks() {
    let table =
      "| 户 | 意见 |\n| --- | --- |\n| 2-1-301 | 甲 |\n| 2-1-302 | 丙 |\n| 2-1-303 | |\n| 2-1-304 | 弃权 |"
    #expect(
      problems("value", inItem: "#### 表决: 选址\n\n- 选项 甲:\n- 选项 乙:\n\n" + table) == [
        "18:13 error 「2-1-302」的意见写的是「丙」，不知道算哪一种"
      ])
    let path = "private/M-2025-001-1.md"
    let meeting = "## 议程\n### 1. 选址\n#### 表决: 换灯\n- 票册: \(path)\n"
    #expect(
      problems(
        "value", files: [meetingPath: meeting, path: "| 姓名 | 意见 |\n| --- | --- |\n| 张三 | 同義 |\n"])
        == ["\(path):3:8 error 「张三」的意见写的是「同義」，不知道算哪一种"])
  }

  @Test(arguments: [
    "- 时长:\n- 结论:\n- 问题:", "- 提出: 谁都行\n- 问题: Q-2025-1、q-2025-014\n- 时长: 1h30m",
    "#### 表决: 换灯\n- 方式: 书面、线上\n- 同意: 居民 3、物业 1\n- 反对: 张三、2-1-302\n- 弃权: 无\n- 结果: 当选 甲、乙",
    "- [ ] T1 换灯\n  - 期限: 长期\n  - 延期: 2025年10月30日材料未到\n  - 进展: 2025-10-09\n  - 佐证: 随便",
    "张三说：\n\n- 时长: 很长",
  ])
  func whatIsReadableEmptyOrProseIsFine(text: String) {
    #expect(problems("value", inItem: text) == [])
  }

  @Test(arguments: [
    "## 各方签字\n- 居民:\n- 物业: 赵六\n- 社区: D1 王五 2025-09-27 见证", "## 各方\n- 酒店: 不表决\n- 商户:",
    "## 参会人员\n- 居民: 12人\n- 缺席: 周九\n- 迟到: 赵六 15:10\n- 委托: 周九 -> 钱七（委托书）",
  ])
  func attendanceAndSignaturesNotFilledInAreFine(text: String) {
    #expect(problems("value", inMeeting: text) == [])
  }

  @Test(arguments: [
    ("- 结论: 下次在议", "是不是要写「下次再议」？"),
    ("- 结论: 挺好", "可以填：达成一致、部分达成一致、未达成一致、下次再议、撤回、已通报"),
    ("- 时长: 半天", "写成「20分钟」这样"), ("- [ ] T1 灯\n  - 完成: 2025-10-01 完工", "这里只写日期「2025-10-01」"),
  ])
  func theHintSaysHowToWriteIt(text: String, expected: String) {
    #expect(hints("value", inItem: text) == [expected])
  }

  @Test func aRemarkInTheLogNeedsNoKnownWordAndAnEmptyLineNoDay() {
    #expect(problems("value", inMatter: "## 进展\n- 2025-03-02 某事: 甲\n- 某事: 乙\n- 收集:") == [])
  }
}
