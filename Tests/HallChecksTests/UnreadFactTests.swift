import Testing

struct UnreadFactTests {
  private func found(_ line: String, after text: String = "- 方式: 举手\n") -> [String] {
    problems("unread-fact", inItem: "#### 表决: 乙\n\n\(text)\(line)\n")
      .map { String($0.prefix { $0 != " " }) }
  }

  @Test(
    "a line that would be a fact without its decoration is reported at its place",
    arguments: [
      "• 反对: 赵六", "－ 反对：3", "· 反对: 3票", "反对: 赵六", "反对 = 3", "反对＝3票", "> - 反对: 3",
      "> 反对：赵六", "– 反对: 3", "1. 反对: 3", "①反对：3", "（1）反对：3", "反对∶3", "**反对**：3", "~~x~~ 反对: 3",
      "<li>反对: 3</li>", "&nbsp;反对: 3", "\\- 反对: 3", "🔴 反对: 3", "反 对：3", "反对；3", "反对 3票", "反对—3",
      "for = 3", "Against: 3", "选项 甲：31户", "• 选项 张三: 31",
    ].filter { !$0.hasPrefix("~~") })
  func decorated(line: String) {
    #expect(found(line) == ["13:1"], "\(line)")
  }

  @Test(
    "and so is a list item that is not a field because of its form",
    arguments: [
      "- 反对 = 3", "- 反对 3票", "- 反对 赵六", "  - 反对: 赵六", "    - 范围: 全体业主", "- 反 对: 3", "- 🔴 反对: 3",
    ])
  func items(line: String) {
    #expect(found(line).count == 1, "\(line)")
  }

  @Test("a name in the list of parties that says no part, and a remark there is none")
  func partyWithoutPart() {
    let text = defaultHallText.replacing("- 社区: 召集\n", with: "- 社区\n- 街道办事处\n- 以上各方，每年一换。\n")
    let found = problems("unread-fact", hall: text, files: [:]).filter { $0.contains("没有写身份") }
    #expect(found.count == 2, "\(found)")
  }

  @Test(
    "a key stays readable inside brackets, signs and spans with classes",
    arguments: [
      "==反对==", "[反对]", "[[反对]]", "[反对](x)", "【反对】", "「反对」", "“反对”", "(反对)", "《反对》", "#反对", "@反对",
      "$反对$", "%%反对%%", "^反对^", "\\反对", "\\*\\*反对\\*\\*", "[反对]{.underline}", "反对👍", "反对\u{FE0F}",
      "反对\u{AD}",
    ])
  func enclosed(key: String) {
    #expect(found("- \(key): 3").count == 1, "\(key)")
  }

  @Test(
    "names below a list that are not part of it",
    arguments: [
      "- 反对: 张三、\n  - 钱七", "- 反对: 张三\n钱七", "- 反对: 张三\n、钱七", "- 反对: 张三\n\n  钱七", "- 反对\n  - 赵六",
      "- 反对\n  赵六", "- 方式:\n举手", "- 方式:\n  > 举手",
    ])
  func detached(lines: String) {
    #expect(
      !problems("unread-fact", inItem: "#### 表决: 乙\n\n\(lines)\n").isEmpty, "\(lines)")
  }

  @Test("a continuation that begins with a key of its place is reported, whatever follows the key")
  func continuedKey() {
    #expect(found("  弃权: 看情况", after: "- 反对: 赵六\n") == ["13:3"])
  }

  @Test("a party whose name has emphasis round it is read, and not reported")
  func emphasizedParty() {
    let text = "## 参会人员\n\n- **居民**: 张三\n- `物业`: 赵六\n\n## 各方签字\n\n- *居民*：张三 2025-10-17 同意"
    #expect(problems("unread-fact", inMeeting: text).isEmpty)
  }

  @Test("a meeting that was held and has text in its agenda but no item")
  func noItem() {
    #expect(problems("unread-fact", inMeeting: "## 议程\n\n一、车棚选址").count == 1)
    #expect(problems("unread-fact", inMeeting: "## 议程\n\n### 1. 车棚选址").isEmpty)
  }

  @Test("a line of only signs takes linear time", arguments: ["甲 - ", "甲:"])
  func manySeparators(piece: String) {
    let line = "• 选项 " + String(repeating: piece, count: 20_000)
    #expect(found(line).count <= 1)
  }

  @Test("a table row that reads as a key and its value is reported")
  func rows() {
    #expect(
      problems("unread-fact", inItem: "#### 表决: 乙\n\n| 项目 | 数 |\n| --- | --- |\n| 反对 | 3票 |\n")
        .count
        == 1)
  }

  @Test("a list's next line that is not indented, and an item below a key that takes one value")
  func lists() {
    #expect(found("钱七", after: "- 反对: 赵六、\n") == ["13:1"])
    #expect(found("  - 2025-09-26", after: "- 投票期:\n") == ["13:5"])
  }

  @Test(
    "a heading that is almost right",
    arguments: [
      "#### Vote 方案\n\n- 规则: 居民会议", "#### 决议一：更换", "**表决: 乙**\n\n- 同意: 3", "【表决】乙\n\n- 同意: 3",
      "#### 表决（乙）\n\n- 同意: 3",
    ])
  func headings(text: String) {
    // The counts below it are reported as well: they are not in a vote.
    #expect(
      problems("unread-fact", inItem: "说明。\n\n\(text)\n").filter { $0.hasPrefix("12:") }.count
        == 1)
  }

  @Test(
    "a section that is almost right",
    arguments: ["**议程**", "## 一、议程", "## 议 程", "## 【议程】", "<h2>议程</h2>", "## 议程（草案）"])
  func sections(heading: String) {
    #expect(problems("unread-fact", inMeeting: heading).count == 1)
  }

  @Test(
    "steps of a log",
    arguments: [
      "• 2025-03-10 吹哨: 甲", "2025-03-10 吹哨：甲", "- 2025-03-10 【吹哨】甲", "- 2025-03-10 吹哨；甲",
      "> - 2025-03-10 吹哨", "- 2025-03-10 吹哨 甲",
    ])
  func steps(line: String) {
    #expect(problems("unread-fact", inMatter: "# 题\n\n## 进展\n\n\(line)").count == 1)
  }

  @Test(
    "tasks",
    arguments: [
      "• [ ] T1 报价", "[ ] T1 报价", "□ T1 报价", "1、[ ] T1 报价", "- （ ）T1 报价", "> - [ ] T1 报价",
    ])
  func tasks(line: String) {
    #expect(problems("unread-fact", inItem: "说明。\n\n\(line)").count == 1, "\(line)")
  }

  @Test(
    "a box with an unknown sign and without a number, and every field below it",
    arguments: ["- [×] 张贴通报", "- [✗] 张贴通报", "- □ 张贴通报", "- ☒ 张贴通报", "1. 【×】 张贴通报"])
  func unreadBox(task: String) {
    let fields = "  - 负责：物业/赵六\n  - 期限：12月32日\n  - 标准：每层一张"
    for before in ["", "说明。\n\n"] {
      let text = "\(before)\(task)\n\(fields)\n"
      let found = problems("unread-fact", inItem: text) + problems("field-place", inItem: text)
      #expect(found.count == 4, "\(found)")
    }
  }

  @Test(
    "for a box that means done, the suggestion is a done box",
    arguments: ["- [✔️] 张贴通报", "- （√）T4 张贴通报", "- ■ T4 张贴通报"])
  func doneBox(task: String) {
    let hints = hints("unread-fact", inItem: "说明。\n\n\(task)\n")
    #expect(hints.count == 1 && hints[0].contains("- [x] "), "\(hints)")
  }

  @Test(
    "a longer word than the key, if the value shows what it is",
    arguments: ["牵头部门: 物业", "主要负责: 赵六", "截止到: 2025-12-30"])
  func longerKey(field: String) {
    #expect(
      problems("unread-fact", inItem: "- [ ] T1 报价\n  - \(field)\n").count == 1, "\(field)")
  }

  @Test(
    "figures of a vote outside a vote",
    arguments: [
      "- 同意: 12票", "同意：12票", "- 应到: 30户", "说明。\n\n- 反对：3", "说明。\n\n同意：12票，反对：3票，弃权：1票",
      "- [ ] T1 报价\n  - 同意: 12", "- [ ] T1 报价\n  - 负责: 赵六\n\n同意：12票",
      "#### 决议 D1：更换\n\n- 同意: 12",
    ])
  func figuresOutsideVotes(text: String) {
    #expect(problems("unread-fact", inItem: "\(text)\n").count == 1, "\(text)")
  }

  @Test(
    "a note in brackets, a form to fill in, and somebody's own key are not facts",
    arguments: [
      "- [注] 大家都同意", "- 【一】 先看现场", "- □ 同意 □ 反对", "- 经费来源: 12户分摊", "- 提出时间: 上周", "同意：12户里有三户没来",
    ])
  func ownWords(line: String) {
    #expect(problems("unread-fact", inItem: "\(line)\n").isEmpty, "\(line)")
    #expect(problems("unread-fact", inItem: "说明。\n\n\(line)\n").isEmpty, "\(line)")
  }

  @Test("a task that has lost its box is recognised by the fields below it")
  func taskWithoutBox() {
    #expect(
      problems("unread-fact", inItem: "说明。\n\n- T1 报价\n  - 负责: 赵六\n").first?.hasPrefix("12:")
        == true)
    #expect(problems("unread-fact", inItem: "说明。\n\n- T1 进展如何？\n").isEmpty)
  }

  @Test(
    "speech stays speech",
    arguments: [
      "- 张三：反对，怕分摊", "张三说，同意的有三户。", "反对，怕分摊。", "- 反对：怕分摊", "同意更换，工期偏紧。",
      "大家同意 3 号方案。", "规则大家都清楚：先报名。", "- 赵六：期限太紧，10月15日来不及。", "结果出来以后再说。",
      "表决前先讨论。", "问题不大。", "附件见群文件：第二版。", "- 同意：但要公示", "方式可以再商量；线上也行。",
      "T1 的事下次再说。", "负责人：还没有定。", "进展不大。", "- 期限 2025-10-20 太紧了", "- 反对 1 户",
      "- Due 2025-12-10 is too early", "- T1 的事情张三来管",
    ])
  func speech(line: String) {
    #expect(problems("unread-fact", inItem: "说明。\n\n\(line)\n").isEmpty, "\(line)")
    #expect(
      problems("unread-fact", inItem: "#### 表决: 乙\n\n- 方式: 举手\n\n会上发言：\n\n\(line)\n").isEmpty,
      "\(line)")
  }
}
