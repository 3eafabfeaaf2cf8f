import Testing

struct NearTableTests {
  private static func table(_ rows: String...) -> String {
    let columns = rows[0].filter { $0 == "|" }.count + 1
    let lines = rows.map { "| \($0) |" }
    let dashes = "|" + String(repeating: " --- |", count: columns)
    return ([lines[0], dashes] + lines[1...]).joined(separator: "\n")
  }

  private static let vote = "#### 表决: 乙\n\n"

  private func lines(_ text: String) -> [String] {
    problems("unread-fact", inItem: text).map { String($0.prefix { $0 != ":" }) }
  }

  @Test(
    "the counts of a vote",
    arguments: [
      table("同意 | 反对 | 弃权", "12 | 3 | 1"), table(" | 同意 | 反对", "票数 | 12票 | 3票"),
      table("选项 | 票数", "甲 | 31"), table("应到 | 实到 | 同意", "20 | 18 | 12"),
      table("姓名 | 同意 | 反对", "张三 | √ | "), table("项目 | 户数 | 面积", "同意 | 70户 | 5610.30㎡"),
      table("项目 | 票数 | 占比", "反对 | 3 | 25%"), "同意 | 反对\n--- | ---\n12 | 3",
    ])
  func counts(table: String) {
    #expect(lines(Self.vote + table) == ["14"], "\(table)")
    #expect(lines(Self.vote + "说明。\n\n" + table).count <= 1)
  }

  @Test("a table that repeats the list of a vote is ignored")
  func shown() {
    let table = Self.table("同意 | 反对", "12 | 3")
    #expect(lines(Self.vote + "- 同意: 12\n- 反对: 3\n\n" + table) == [])
  }

  @Test(
    "other tables are data",
    arguments: [
      table("楼 | 同意 | 反对", "1号楼 | 12 | 3", "2号楼 | 3 | 4"),
      table("户 | 姓名 | 意见", "1-1-101 | 张三 | 同意"),
      table("方案 | 标准 | 经费", "甲 | 高 | 5万"), table("方案 | 期限 | 费用", "甲 | 30天 | 5万"),
      table("姓名 | 电话", "张三 | 123"),
    ])
  func data(table: String) {
    #expect(lines(Self.vote + table) == [], "\(table)")
    #expect(lines("说明。\n\n" + table) == [], "\(table)")
  }

  @Test(
    "tasks, one in each row",
    arguments: [
      table("任务 | 负责 | 期限", "换灯 | 赵六 | 2025-10-15"), table("序号 | 事项 | 责任人", "1 | 换灯 | 赵六"),
      table("負責 | 任務 | 期限", "赵六 | 换灯 | 2025-10-15"),
      table("Task | Lead | Due", "lamps | Ann | soon"),
    ])
  func tasks(table: String) {
    #expect(lines("说明。\n\n" + table) == ["14"], "\(table)")
    #expect(problems("unread-fact", inMatter: "# 题\n\n" + table).count == 1)
  }

  @Test(
    "a roll call",
    arguments: [
      table("姓名 | 到 | 未到", "张三 | √ | ", "钱七 |  | √"), table("序号 | 姓名 | 单位", "1 | 张三 | 居民"),
      table("姓名 | 签到", "无名 | 是"),
    ])
  func rollCall(table: String) {
    #expect(problems("unread-fact", inMeeting: "## 参会人员\n\n" + table).count == 1, "\(table)")
  }

  @Test("a roll call below a list is reported if it has further names")
  func below() {
    let list = "## 参会人员\n\n- 居民: 张三\n\n"
    #expect(problems("unread-fact", inMeeting: list + Self.table("姓名 | 到", "赵六 | √")).count == 1)
    #expect(problems("unread-fact", inMeeting: list + Self.table("姓名 | 到", "张三 | √")).isEmpty)
    #expect(problems("unread-fact", inMeeting: list + Self.table("姓名 | 电话", "赵六 | 123")).isEmpty)
  }

  @Test("signatures and steps")
  func others() {
    let signatures = Self.table("方 | 姓名 | 日期 | 意见", "居民 | 张三 | 2025-10-17 | 同意")
    #expect(problems("unread-fact", inMeeting: "## 各方签字\n\n" + signatures).count == 1)
    let steps = Self.table("日期 | 步骤 | 说明", "2025-03-10 | 吹哨 | 市政")
    #expect(problems("unread-fact", inMatter: "# 题\n\n## 进展\n\n" + steps).count == 1)
  }
}
