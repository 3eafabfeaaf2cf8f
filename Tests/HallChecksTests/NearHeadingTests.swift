import Testing

struct NearHeadingTests {
  private func found(_ text: String) -> [String] {
    problems("unread-fact", inItem: "讨论。\n\n" + text).map { String($0.prefix { $0 != ":" }) }
  }

  @Test(
    "an item that continues the numbers of the agenda in another form",
    arguments: [
      "**2. 推选楼长**", "#### 2. 推选楼长", "## 2. 推选楼长", "##### 2、推选楼长", "**议题二：推选楼长**",
      "<h3>2. 推选楼长</h3>", "> ### 2. 推选楼长", "2. **推选楼长**", "**二、推选楼长**", "__（二）推选楼长__",
      "**第二项 推选楼长**", "**Item 2: Choose**", "【2、推选楼长】", "#### 议题二 推选楼长",
    ])
  func items(heading: String) {
    #expect(found("\(heading)\n\n说明。") == ["12"], "\(heading)")
  }

  @Test("and the item after it")
  func several() {
    #expect(found("**2. 推选楼长**\n\n说明。\n\n**3. 修门**\n\n说明。") == ["12", "16"])
    #expect(found("#### 2. 推选楼长\n\n## 3. 修门\n\n说明。") == ["12", "14"])
  }

  @Test(
    "parts of an item have separate numbers",
    arguments: [
      "**1. 现状**\n\n说。\n\n**2. 方案**\n\n说。", "#### 1. 现状\n\n#### 2. 方案", "**要点**", "**2025 年的事**",
      "2. 推选楼长", "**3. 修门**", "2. 推选楼长的事下次再说。", "**2.** 张三说好。", "## 附录 2. 表",
      "1. **甲**\n2. **乙**", "**2. 张三**\n说他不同意。",
    ])
  func parts(text: String) {
    #expect(found(text) == [], "\(text)")
  }

  @Test(
    "votes and decisions in other characters, quoted, or after a number",
    arguments: [
      "#### 表決: 換燈", "#### 決議 D1: 換", "> #### 决议 D1: 换灯", "**表決：換燈**", "#### 一、表决：乙",
      "#### 表 决: 乙", "#### 决议（D1）: 乙", "#### Vote — plan", "**#### 决议 D1: 换**", "#### 【表决】乙",
    ])
  func blocks(heading: String) {
    #expect(found(heading) == ["12"], "\(heading)")
  }

  @Test(
    "sections after a number, in other characters, or quoted",
    arguments: [
      "## 第一部分 各方签字", "## Part 1: Signatures", "## IV. Signatures", "## 壹、各方签字", "## 各方簽字",
      "## 五 各方签字", "## ① 各方签字", "> ## 各方签字", "## 各方签字栏\n\n- 居民: 张三 2025-10-17 同意",
      "## Signatures of the parties\n\n- 居民: 张三 2025-10-17 同意",
    ])
  func sections(heading: String) {
    #expect(found(heading) == ["12"], "\(heading)")
  }

  @Test(
    "a longer heading is a section's if its list follows", arguments: ["## 参会人员名单", "## 本次參會人員"])
  func long(heading: String) {
    #expect(problems("unread-fact", inMeeting: "\(heading)\n\n- 居民: 张三").count == 1)
    #expect(problems("unread-fact", inMeeting: "\(heading)\n\n说明。").isEmpty)
  }

  @Test("and the agenda's if an item follows", arguments: ["## 会议议程", "## 會議議程"])
  func agenda(heading: String) {
    #expect(problems("unread-fact", inMeeting: "\(heading)\n\n### 1. 换灯").count == 1)
    #expect(problems("unread-fact", inMeeting: "## 会议议程说明\n\n说明。").isEmpty)
  }
}
