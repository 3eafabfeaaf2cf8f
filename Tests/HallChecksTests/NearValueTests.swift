import Testing

/// Counts, steps, names and tasks that are almost readable.
struct NearValueTests {
  private static let vote = "## 议程\n\n### 1. 议题\n\n#### 表决: 乙\n\n"
  private static let withoutRoster = "---\n议事厅: 厅\n格式: 2\n---\n\n## 各方\n\n- 居民: 表决\n- 物业: 表决\n"

  /// The findings in a meeting of a hall that knows no names.
  private func found(_ text: String) -> [String] {
    let front = "---\n会议: M-2025-001\n状态: 已召开\n---\n\n"
    return problems(
      "unread-fact", hall: Self.withoutRoster, files: [meetingPath: front + text + "\n"])
  }

  @Test(
    "a count without its colon",
    arguments: [
      "反对，3", "反对3", "反对3票", "反对、3", "反对（3票）", "反对3户960.20㎡", "反对共3票", "反对票: 3", "for, 3",
      "反對3", "**反对**3", "反对户数：3", "同意12票，反对3票", "同意12 反对3 弃权1", "应到20，实到18",
    ])
  func counts(line: String) {
    #expect(found(Self.vote + "- 方式: 举手\n- \(line)").count == 1, "\(line)")
  }

  @Test(
    "text with more than a count is not a count",
    arguments: ["反对，3号楼也反对", "同意3号方案", "反对3号", "同意，反对的有"])
  func noCounts(line: String) {
    #expect(found(Self.vote + "- 方式: 举手\n- \(line)") == [], "\(line)")
    #expect(found(Self.vote + "发言：\n\n- \(line)\n- 反对3票") == [], "\(line)")
  }

  @Test(
    "a step with its word first, its weekday directly after the day, or its hour in full",
    arguments: [
      "结案 2025-03-21: 好", "结案 2025-03-21", "结案（2025-03-21）: 好", "2025-03-21 周五结案",
      "2025-03-21周五结案：好",
      "2025-03-21 14:30:05 结案: 好", "2025-03-21 2:30pm 结案", "2025-03-21T14:30:05+08:00 结案",
      "2025-03-21 下午2点半 结案", "2025-03-21 14:30-16:00 结案: 好", "2025-03-21 14.30 结案",
      "2025-03-21 已结案: 好",
      "2025-03-21 at 2pm: closed", "Fri 2025-03-21 closed", "2025-03-21 結案: 好",
      "2025-03-21 14:30左右 结案",
    ])
  func steps(line: String) {
    let log = "# 题\n\n## 进展\n\n- 2025-03-02 收集: 甲\n- "
    #expect(problems("unread-fact", inMatter: log + line).count == 1, "\(line)")
  }

  @Test(
    "a remark in the log stays a remark",
    arguments: [
      "2025-03-21 大家说公示的事", "公示 2025-03-21 以前的意见都算", "2025-03-21 下午 3 点 30 人到场",
      "2025-03-21 14:30 到场",
    ])
  func remarks(line: String) {
    #expect(problems("unread-fact", inMatter: "# 题\n\n## 进展\n\n- \(line)") == [], "\(line)")
  }

  @Test(
    "several people as one name, without a roster",
    arguments: [
      "- 居民: 张三<br>李四", "- 居民: 张三 李四", "- 居民: 张三　李四", "- 居民: 张三+李四", "- 居民: 张三\n  李四",
      "- 居民:\n  张三\n  李四", "- 居民: 王五、张三\n  李四", "- 居民: Ann Lee\n  Ben Carter",
      "- 缺席: 张三<br>李四", "- 居民:\n  - [x] 张三\n  - [ ] 李四", "- 居民: Ann Lee and Ben Carter",
      "- 居民: 张三<br>\n  李四", "- 居民: 1.张三 2.李四",
    ])
  func joinedNames(lines: String) {
    #expect(found("## 参会人员\n\n" + lines).count == 1, "\(lines)")
  }

  @Test(
    "one name on two lines, and names with a blank",
    arguments: [
      "- 居民: 王五、张\n  三", "- 居民: Ann Lee, Ben\n  Carter", "- 居民: 王五、\n  张三", "- 居民: 市政排水（孙八\n  代表）",
      "- 居民: 张 三、李四", "- 居民: 阿依古丽·买买提", "- 居民: 物业 赵六", "- 居民:\n  - 张三\n  - 李四",
    ])
  func names(lines: String) {
    #expect(found("## 参会人员\n\n" + lines) == [], "\(lines)")
  }

  @Test(
    "a second key in a value",
    arguments: [
      "- 同意: 张三、赵六 反对: 李四", "- 同意: 张三；反对: 李四", "- 计票: 张三 监票: 李四", "- 规则: 居民会议 方式: 举手",
      "- 范围: 2号楼 应到: 20",
    ])
  func secondKey(line: String) {
    #expect(found(Self.vote + line).count == 1, "\(line)")
  }

  @Test(
    "a key's word in a remark is not a key",
    arguments: ["- 范围: 2号楼业主（反对的也算）", "- 规则: 居民会议（同意 过半）", "- 范围: 全体业主，弃权不计"])
  func words(line: String) {
    #expect(found(Self.vote + line) == [], "\(line)")
  }

  @Test("a key in the title of a task, but not its mere word")
  func titles() {
    #expect(problems("unread-fact", inItem: "- [ ] T1 报价 负责: 赵六 期限: 2025-10-15").count == 1)
    #expect(problems("unread-fact", inItem: "- [ ] T1 报价（期限：2025-10-15）").count == 1)
    #expect(problems("unread-fact", inItem: "- [ ] T1 公示 结果 5日，负责 到底") == [])
  }

  @Test(
    "a task with a word instead of its box, or with its box elsewhere",
    arguments: [
      "- [完成] T4 甲", "- 【待办】T4 甲", "- （完成）T4 甲", "- [取消] T4 甲", "- [进行中] T4 甲", "- DONE: T4 甲",
      "- T4 甲 [x]", "- T4 ✅ 甲", "- T4 [ ] 甲", "- 「完成」T4 甲",
    ])
  func boxes(line: String) {
    #expect(problems("unread-fact", inItem: "说明。\n\n\(line)").count == 1, "\(line)")
  }

  @Test(
    "a word only stands for a box before a task's number",
    arguments: ["- [完成] 换灯", "- 完成换灯", "- [注] T 型接头", "- T4 甲（已完成）"])
  func noBoxes(line: String) {
    #expect(problems("unread-fact", inItem: "说明。\n\n\(line)") == [], "\(line)")
  }

  @Test("boxes below a list of names are not tasks", arguments: ["- 同意:\n", "- 同意\n", "- 同意:\n\n"])
  func boxesBelow(key: String) {
    #expect(found(Self.vote + key + "  - [x] 张三\n  - [ ] 李四").count == 1)
  }

  @Test("an item below a list that begins with a key is not a name, and is reported once")
  func nestedKey() {
    let text = Self.vote + "- 同意:\n  - 张三\n  - 反对: 赵六\n"
    #expect(found(text).count == 1)
    let front = "---\n会议: M-2025-001\n状态: 已召开\n---\n\n"
    for check in ["unknown-person", "unknown-party", "value"] {
      #expect(problems(check, files: [meetingPath: front + text]) == [])
    }
    #expect(problems("value", inItem: "#### 表决: 乙\n\n- 方式:\n  - 弃权: 3") == [])
  }

  @Test("one finding for each line: what another check reports is left to it")
  func oneFinding() {
    let log = "# 题\n\n## 进展\n\n- 2025-03-02 收集: 甲\n\n后来的事：\n\n- 2025-03-12 会商: 乙"
    #expect(problems("field-place", inMatter: log).count == 1)
    #expect(problems("unread-fact", inMatter: log) == [])
    let attendance = "## 参会人员\n\n- 🔴 居民: 张三"
    #expect(problems("unknown-party", inMeeting: attendance).count == 1)
    #expect(problems("unread-fact", inMeeting: attendance) == [])
    #expect(found(Self.vote + "- 同意: 12 反对: 3") == [])
  }

  @Test(
    "a signature's word that is not read",
    arguments: [
      "- 居民: 张三 2025-10-17，同意", "- 居民: 张三 2025-10-17（同意）", "- 居民: 张三 2025-10-17<br>同意",
      "- 居民: 张三 2025-10-17\n同意", "- 居民: 张三 2025-10-17\n  - 同意", "- 居民: 张三 2025-10-17 同意。",
      "- 居民: 张三 2025-10-17 拒簽",
    ])
  func signatures(lines: String) {
    #expect(problems("unread-fact", inMeeting: "## 各方签字\n\n" + lines).count == 1, "\(lines)")
  }

  @Test(
    "a signature with a remark",
    arguments: [
      "- 居民: 张三 2025-10-17\n  同意", "- 居民: 张三 2025-10-17 同意，但要公示", "- 居民: 张三 2025-10-17 公示期内补签",
      "- 居民: 张三 2025-10-17 保留意见: 同意换，不同意价钱",
    ])
  func remarksOfSignatures(lines: String) {
    #expect(problems("unread-fact", inMeeting: "## 各方签字\n\n" + lines) == [], "\(lines)")
  }
}
