import Testing

/// What a vote or a rule says that cannot be so.
@Suite("Votes and rules that contradict themselves")
struct CharterVoteTests {
  private func vote(_ lines: String) -> String { "#### 表决: 换灯\n\n- 规则: 赞成多于反对\n" + lines }

  @Test(
    "a casting vote needs a tie",
    arguments: [
      ("- 同意: 3\n- 反对: 3\n- 决定票: 张三 同意", true), ("- 同意: 4\n- 反对: 3\n- 决定票: 张三 同意", false),
      ("- 同意: 3\n- 反对: 3\n- 回避: 张三\n- 决定票: 张三 同意", false),
      ("- 同意: 3\n- 反对: 3\n- 决定票: 李四 同意", true),
      ("- 同意: 一致\n- 决定票: 张三 同意", false), ("- 反对: 无\n- 决定票: 张三 同意", false),
      ("- 决定票: 张三 同意", true), ("- 选项 甲: 3\n- 选项 乙: 3\n- 决定票: 张三 同意", false),
    ])
  func casting(lines: String, isFine: Bool) {
    let attendance = "- 居民: 张三、钱七、周九、吴桂兰、郑国强、王芳\n- 物业: 赵六"
    #expect(
      found("vote-count", item: vote(lines), attendance: attendance).isEmpty == isFine)
  }

  @Test(
    "unanimity leaves no votes for another side, and all present needs their number",
    arguments: [
      ("- 同意: 一致", true), ("- 同意: 一致\n- 反对: 无", true), ("- 同意: 一致\n- 反对: 2", false),
      ("- 同意: 全体", false), ("- 同意: 全体\n- 实到: 3", true),
    ])
  func unanimous(lines: String, isFine: Bool) {
    #expect(found("vote-count", item: vote(lines)).isEmpty == isFine)
  }

  @Test(
    "a rule that could carry and reject at once, and a quorum of something else than all",
    arguments: [
      ("- 通过: 人数 ≥ 1/3\n- 否决: 人数 ≥ 1/2", ["hall.md:7:7 error"]),
      ("- 通过: 人数 > 1/2\n- 否决: 人数 ≥ 1/2", []), ("- 否决: 人数 > 1/2 占 应到", []),
      ("- 法定人数: 人数 ≥ 1/2 占 实到", ["hall.md:6:9 error"]), ("- 法定人数: 人数 ≥ 1/2 占 应到", []),
      ("- 通过: 人数 ≥ 1/2 占 天空", ["hall.md:6:7 error"]),
      ("- 法定人数: 人数 ≥ 1/2\n- 基数: 应到", ["hall.md:7:7 error"]),
      ("- 基数: 实到\n- 通过:", ["hall.md:6:7 error"]),
      ("- 基数: 同意加反对", []), ("- 基数: 应到\n- 通过: 人数 > 1/2", []),
    ])
  func rules(lines: String, expected: [String]) {
    #expect(found("value", hall: "---\n议事厅: 厅\n---\n## 表决规则\n### 章程\n\(lines)\n") == expected)
  }

  @Test(
    "nobody was against, and nobody was left to be for it",
    arguments: [
      ("- 反对: 无\n- 弃权: 张三、钱七、赵六", 1), ("- 同意: 一致\n- 实到: 0", 1), ("- 反对: 无\n- 弃权: 张三、钱七", 0),
      ("- 反对: 无\n- 同意: 0\n- 弃权: 张三、钱七、赵六", 0),
    ])
  func nobodyLeft(lines: String, errors: Int) {
    let item = "#### 表决: 换灯\n- 规则: 赞成多于反对\n" + lines
    #expect(found("vote-count", item: item).count == errors)
  }

  @Test("under a rule with nothing but a veto each option needs its own sides")
  func optionSides() {
    let hall = "---\n议事厅: 厅\n---\n## 表决规则\n### 默许\n- 否决: 人数 > 1/2\n"
    func found(_ option: String) -> [String] {
      let vote = "#### 表决: 选址\n- 规则: 默许\n- 收回: 9\n- 选项 甲: \(option)"
      return problems(
        "vote-count", hall: hall, files: ["agendas/M-2025-001.md": Sample.meeting(item: vote)])
    }
    #expect(found("同意 5、反对 4") == [])
    #expect(found("5").count == 1)
  }

  @Test("shares of a whole add up to it")
  func shares() {
    func hall(_ last: String) -> String {
      "---\n议事厅: 厅\n---\n## 名册\n\n| 姓名 | 方 | 户 | 份额 |\n| - | - | - | - |\n"
        + "| 甲 | 居民 | A1 | 600/1000 |\n| 乙 | 居民 | A2 | \(last) |\n"
    }
    #expect(found("owner-area", hall: hall("400/1000")) == [])
    #expect(found("owner-area", hall: hall("300/1000")) == ["hall.md:8:1 warning"])
    // Shares that are plain numbers have no whole, and cannot be added to parts of one.
    #expect(found("owner-area", hall: hall("30")) == ["hall.md:9:1 warning"])
  }

  @Test("a decision under a motion that is written as procedural rests on nothing")
  func procedural() {
    let lines = "- 动议性质: 程序\n- 同意: 3\n- 反对: 0\n\n#### 决议 D1: 换灯\n"
    #expect(found("decision-basis", item: vote(lines)) == ["20:13 error"])
    let main = "- 同意: 3\n- 反对: 0\n\n#### 表决: 复议\n- 规则: 赞成多于反对\n- 同意: 1\n- 反对: 3\n\n#### 决议 D1: 换灯\n"
    #expect(found("decision-basis", item: vote(main)) == [])
  }

  @Test("who left because of an interest does not vote")
  func interest() {
    let item = "- 利害关系: 张三（邻居，退场）、钱七（业主）\n\n" + vote("- 同意: 张三\n- 反对: 钱七")
    #expect(found("vote-entitled", item: item).count == 1)
    let withParty = item.replacing("利害关系: 张三（", with: "利害关系: 居民/张三（")
    #expect(found("vote-entitled", item: withParty).count == 1)
  }

  @Test("nobody holds more proxies than the rule allows")
  func proxies() {
    let hall = Sample.hall + "\n## 表决规则\n### 章程\n- 通过: 人数 > 1/2\n- 代理上限: 1\n"
    let item = "#### 表决: 换灯\n- 规则: 章程\n- 同意: 2\n- 反对: 0\n"
    let attendance = "- 居民: 张三\n- 委托: 钱七 → 张三\n- 委托: 周九 → 张三"
    #expect(found("vote-proxy", item: item, attendance: attendance, hall: hall).count == 1)
    #expect(
      found("vote-proxy", item: item, attendance: "- 居民: 张三\n- 委托: 钱七 → 张三", hall: hall) == [])
  }

  @Test(
    "an answer names its objection where several are open",
    arguments: [
      ("- 异议: 2025-09-28 周九：吵\n- 答复: 2025-10-05 不成立", true),
      ("- 异议: 2025-09-28 周九：吵\n- 异议: 2025-09-30 吴桂兰：贵\n- 答复: 2025-10-05 不成立", false),
      ("- 异议: 2025-09-28 周九：吵\n- 异议: 2025-09-30 吴桂兰：贵\n- 答复: 2025-10-05 成立 吴桂兰说得对", true),
      ("- 答复: 2025-10-05 成立", false),
    ])
  func objections(lines: String, isFine: Bool) {
    let item = "#### 决议 D1: 换灯\n\n- 依据: 协商一致\n" + lines
    #expect(found("objection-answer", item: item).isEmpty == isFine)
  }

  @Test("a meeting goes on with one that there is")
  func adjournedFromNothing() {
    let text = "---\n会议: M-2025-001\n状态: 拟定\n续会: M-2025-009\n---\n"
    #expect(
      found("unknown-reference", files: ["agendas/M-2025-001.md": text]) == [
        "agendas/M-2025-001.md:4:5 error"
      ])
  }

  @Test("a meeting does not go on with itself")
  func adjourned() {
    let text = "---\n会议: M-2025-001\n状态: 拟定\n续会: M-2025-001\n---\n"
    #expect(
      found("meeting-status", files: ["agendas/M-2025-001.md": text]) == [
        "agendas/M-2025-001.md:4:5 error"
      ])
  }
}
