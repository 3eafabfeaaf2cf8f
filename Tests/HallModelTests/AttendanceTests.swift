import HallModel
import HallSyntax
import Testing

@Suite("Attendance, people and signatures")
struct AttendanceTests {
  private func meeting(_ text: String, hall: String = "") throws -> Meeting {
    try #require(makeHall(["hall.md": hall, "agendas/M-2025-001.md": text]).meetings.first)
  }

  @Test(
    "a party's line names people, counts them, or both",
    arguments: [
      ("张三、钱七", ["张三", "钱七"], 2), ("12人", [], 12), ("12", [], 12), ("12 people", [], 12),
      ("张三等12人", ["张三"], 12),
      ("张三、李四等12人", ["张三", "李四"], 12), ("张三、李四 等 12 人", ["张三", "李四"], 12), ("张三等1人", ["张三"], 1),
      ("市政排水（孙八代表）", ["市政排水"], 1), ("", [], 0), ("等12人", [], 12), ("（暂无）", [], 0),
      ("12人（含代表3人）", [], 12),
      ("张三（等3人）", ["张三"], 1), ("１２人", [], 12), ("张三等", ["张三等"], 1),
    ])
  func partyLines(_ value: String, names: [String], heads: Int) throws {
    let attendance = try #require(try meeting("## 参会人员\n- 居民: \(value)\n").attendance)
    let line = try #require(attendance.partyLines.first)
    #expect(line.party == "居民")
    #expect(line.names.map(\.name.string) == names)
    #expect(line.heads == heads)
  }

  @Test("who is absent, who is whose proxy, and who is present")
  func others() throws {
    let attendance = try #require(
      try meeting(
        """
        ## 参会人员
        - 居民: 张三、钱七
        - 物业: 赵六
        - 缺席: 周九
        - 请假: 吴十（病假）
        - 列席: 记者
        - 委托: 周九 → 钱七（委托书 2025-09-20）
        - 委托: 吴十 -> 没来的人
        - 委托: 不成话
        - 迟到: 赵六 15:10
        """
      ).attendance)
    #expect(attendance.partyLines.map(\.party) == ["居民", "物业"])
    #expect(attendance.names(.absent) == ["周九"])
    #expect(attendance.names(.excused) == ["吴十"])
    #expect(attendance.proxies.map(\.principal) == ["周九", "吴十"])
    #expect(attendance.presentNames == ["张三", "钱七", "赵六"])
    #expect(attendance.representedNames == ["张三", "钱七", "赵六", "周九"])
  }

  @Test(
    "a person is written with a party, or the roster gives it if only one is possible",
    arguments: [
      ("物业/赵六", "物业", "赵六", true), ("物业 赵六", "物业", "赵六", true), ("物业／赵六", "物业", "赵六", true),
      ("物业　赵六（经理）", "物业", "赵六", true), ("赵六", "物业", "赵六", false), ("张三", nil, "张三", false),
      ("物业", "物业", nil, true), ("陌生人", nil, "陌生人", false), ("供电局/孙八", "供电局", "孙八", true),
      ("Li Si", nil, "Li Si", false), ("物业/", "物业", nil, true), ("/赵六", nil, "赵六", true),
    ] as [(String, String?, String?, Bool)])
  func people(_ text: String, party: String?, name: String?, isWritten: Bool) {
    let roster = "## 名册\n| 姓名 | 方 |\n| - | - |\n| 赵六 | 物业 |\n| 张三 | 居民 |\n| 张三 | 物业 |\n"
    let charter = makeHall(["hall.md": roster]).charter
    #expect(
      charter.person(Slice(text)) == Person(party: party, name: name, hasWrittenParty: isWritten))
  }

  @Test(
    "a roster may have its columns in any order, and short rows",
    arguments: [
      "| 户 | 姓名 | 面积 |\n| - | - | - |\n| 2-1-301 | 张三 | 86.40㎡ |\n",
      "| NAME | unit | Area |\n| - | - | - |\n| 张三 | 2-1-301 | 86.4 |\n",
      "姓名 | 房号 | 面积\n- | - | -\n张三 | 2-1-301 | ８６．４０\n",
    ])
  func rosterColumns(_ table: String) throws {
    let roster = makeHall(["private/roster.md": table]).charter.roster
    let row = try #require(roster.rows.first)
    #expect(row.name == "张三")
    #expect(row.unit == "2-1-301")
    #expect(row.area?.text == "86.40")
    #expect(row.party == "")
  }

  @Test("only the table under 名册 is the roster of hall.md")
  func rosterSection() {
    let table = "| 姓名 |\n| - |\n| 甲 |\n"
    let hall = makeHall(["hall.md": "## 附录\n\(table)\n## 名册\n文字\n\(table)\n### 二组\n\(table)"])
    #expect(hall.charter.roster.rows.count == 2)
    #expect(hall.charter.roster.rows(named: "甲").count == 2)
  }

  @Test(
    "different spellings of a unit are one unit",
    arguments: [
      ("2-1-301", "2号楼1单元301"), ("2-1-301", "2号楼1单元301室"), ("2-1-301", "２－１－３０１"),
      ("2-1-301", "2 号楼 1 单元 301"),
      ("2-301", "2栋301"), ("B-1201", "B座1201"), ("2-1-301", "#2-1-301"),
    ])
  func units(_ one: String, other: String) {
    #expect(Roster.unitKey(one) == Roster.unitKey(other))
  }

  @Test("different units are not confused")
  func unitsApart() {
    let units = ["2-1-301", "21-301", "2-13-01", "2-1-3010", "3-1-301", "2-1-0301"]
    #expect(Set(units.map(Roster.unitKey)).count == units.count)
  }

  @Test(
    "a signature is a person, a day, a stance and a remark",
    arguments: [
      ("张三 2025-09-27 同意", nil, "张三", "2025-09-27", .agrees, ""),
      ("赵六 2025-09-27 保留意见: 工期偏紧", nil, "赵六", "2025-09-27", .reserves, "工期偏紧"),
      ("赵六 2025年9月27日 保留意见：工期偏紧", nil, "赵六", "2025-09-27", .reserves, "工期偏紧"),
      ("D1 张三 2025-09-27 拒签", "D1", "张三", "2025-09-27", .refuses, ""),
      ("t3　张三　2025-09-27　见证", "T3", "张三", "2025-09-27", .witnesses, ""),
      ("张三 2025-09-27 看过", nil, "张三", "2025-09-27", nil, "看过"),
      ("张三 2025-09-27", nil, "张三", "2025-09-27", nil, ""),
      ("张三 同意", nil, "张三", nil, .agrees, ""), ("张三 保留意见: 工期", nil, "张三", nil, .reserves, "工期"),
      ("张三", nil, "张三", nil, nil, ""),
      ("张三 2025-09-27 同意（口头）", nil, "张三", "2025-09-27", .agrees, "（口头）"),
      ("张三 2025-09-27 同意，请尽快", nil, "张三", "2025-09-27", .agrees, "请尽快"),
      ("2-1-301 张三 2025-09-27 同意", nil, "2-1-301 张三", "2025-09-27", .agrees, ""),
      ("张三 2025-02-30 同意", nil, "张三", nil, nil, "2025-02-30 同意"),
    ] as [(String, String?, String, String?, Keyword?, String)])
  func signOffs(
    _ value: String, part: String?, person: String, day: String?, stance: Keyword?, remark: String
  ) throws {
    let signOff = try #require(try meeting("## 各方签字\n- 居民: \(value)\n").signOffs.first)
    #expect(signOff.party == "居民")
    #expect(signOff.part == part)
    #expect(signOff.person == person)
    #expect(signOff.day?.iso == day)
    #expect(signOff.stance == stance)
    #expect(signOff.remark == remark)
  }

  @Test("an item without vote, decision or outcome is unfinished")
  func items() throws {
    let meeting = try meeting(
      "## 议程\n### 一、甲\n- 问题: Q-2025-1、Q-2025-002\n- 时长: 1h30m\n### 2. 乙\n- 结论: 暂缓\n### 3. 丙\n#### 决议 D1: 丁\n"
    )
    #expect(meeting.items.map(\.number) == [1, 2, 3])
    #expect(meeting.items.map(\.isUnfinished) == [true, false, false])
    #expect(meeting.items.first?.matters.map(\.text) == ["Q-2025-001", "Q-2025-002"])
    #expect(meeting.items.first?.duration?.count == 90)
    #expect(meeting.items.map(\.outcome) == [nil, .deferred, nil])
  }
}
