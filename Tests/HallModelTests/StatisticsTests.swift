import HallModel
import HallSyntax
import Testing

@Suite struct StatisticsTests {
  private func day(_ text: String) throws -> Day { try Day(reading: Slice(text)) }

  private func figures(
    _ files: [String: String], on today: String = "2025-12-01"
  ) throws -> HallStatistics {
    HallStatistics(makeHall(files), today: try day(today))
  }

  /// `1/3`, and how many are left out, if any.
  private func text(
    _ statistic: Statistic, _ files: [String: String], on today: String = "2025-12-01",
    in period: Period? = nil
  ) throws -> String {
    let share = try figures(files, on: today).shares(in: period)[statistic] ?? Share()
    return "\(share.part)/\(share.whole)" + (share.leftOut > 0 ? " -\(share.leftOut)" : "")
  }

  private func period(_ start: String, _ end: String) throws -> Period {
    Period(start: try day(start), end: try day(end))
  }

  @Test(
    "a percentage is rounded half up to one decimal; zero has none",
    arguments: [
      (Int128(1), Int128(3), "33.3"), (2, 3, "66.7"), (1, 2000, "0.1"), (1, 2001, "0.0"),
      (999, 1000, "99.9"), (1999, 2000, "100.0"), (0, 7, "0.0"), (7, 7, "100.0"), (1, 8, "12.5"),
      (1, 16, "6.3"), (3, 2, "150.0"),
    ])
  func percent(part: Int128, whole: Int128, expected: String) {
    #expect(Share(part: part, whole: whole).percent == expected)
    #expect(Share(part: 0, whole: 0).percent == nil)
  }

  private func task(_ due: String, _ rest: String = "", box: String = "x") -> [String: String] {
    ["matters/Q-2025-001.md": matter("- [\(box)] T1 办\n  - 负责: 物业/赵六\n  - 期限: \(due)\n\(rest)")]
  }

  @Test(
    "on time is judged by the first due day and by the last, once each is past",
    arguments: [
      ("2025-10-15", "  - 完成: 2025-10-15", "x", "1/1", "1/1"),
      ("2025-10-15", "  - 完成: 2025-10-16", "x", "0/1", "0/1"),
      ("2025-10-15", "  - 延期: 2025-10-20 料未到\n  - 完成: 2025-10-18", "x", "0/1", "1/1"),
      ("2025-10-15", "  - 延期: 2025-12-05 料未到", " ", "0/1", "0/0"),
      ("2025-12-01", "", " ", "0/0", "0/0"),
      ("2025-12-05", "  - 完成: 2025-11-01", "x", "0/0", "0/0"),
      ("2025-10-15", "", "-", "0/0", "0/0"),
      ("2025-10-15", "", "x", "0/0 -1", "0/0 -1"),
      ("长期", "", " ", "0/0", "0/0"),
      ("2025-02-30", "", " ", "0/0 -1", "0/0 -1"),
    ])
  func onTime(due: String, rest: String, box: String, first: String, extended: String) throws {
    let files = task(due, rest, box: box)
    #expect(try text(.onTimeFirst, files) == first)
    #expect(try text(.onTimeExtended, files) == extended)
  }

  @Test func `a due day is of the period it stands in, each of its own`() throws {
    let files = task("2025-10-15", "  - 延期: 2025-11-20 料未到\n  - 完成: 2025-11-18")
    let october = try period("2025-10-01", "2025-10-31")
    let november = try period("2025-11-01", "2025-11-30")
    #expect(try text(.onTimeFirst, files, in: october) == "0/1")
    #expect(try text(.onTimeFirst, files, in: november) == "0/0")
    #expect(try text(.onTimeExtended, files, in: october) == "0/0")
    #expect(try text(.onTimeExtended, files, in: november) == "1/1")
  }

  @Test func `overdue counts the open tasks past due, of those with a due day`() throws {
    #expect(try text(.overdue, task("2025-11-30", box: " ")) == "1/1")
    #expect(try text(.overdue, task("2025-12-01", box: " ")) == "0/1")
    #expect(try text(.overdue, task("长期", box: " ")) == "0/0")
    #expect(try text(.overdue, task("2025-11-30", box: "x")) == "0/0")
  }

  @Test func `an answer to a whistle stands right below it, led by a unit it names`() throws {
    func answered(_ log: String) throws -> String {
      try text(.answered, ["matters/Q-2025-001.md": matter(log)])
    }
    let task = "- [x] T1 到场\n  - 负责: 职能部门/市政\n  - 期限: 2025-03-13\n  - 完成: 2025-03-12\n"
    #expect(try answered("- 2025-03-10 吹哨: 职能部门/园林、职能部门/市政\n" + task) == "1/1")
    #expect(try answered("- 2025-03-10 吹哨: 职能部门/园林\n" + task) == "0/0")
    #expect(
      try answered("- 2025-03-10 吹哨: 职能部门/市政\n- 2025-03-11 报到: 来了\n" + task) == "0/0")
    let late = task.replacing("完成: 2025-03-12", with: "完成: 2025-03-14")
    #expect(try answered("- 2025-03-10 吹哨: 职能部门/市政\n" + late) == "0/1")
  }

  @Test func `satisfaction is of the revisits with an answer`() throws {
    let log = """
      - 2025-03-01 回访: 基本满意，再看看
      - 2025-03-02 回访: 大家都说好
      - [x] T1 回访
        - 完成: 2025-03-03
        - 结果: 满意
      - [x] T2 回访
        - 完成: 2025-03-04
        - 结果: 不满意
      - [ ] T3 回访
        - 结果: 满意
      """
    let files = ["matters/Q-2025-001.md": matter(log)]
    #expect(try text(.satisfied, files) == "2/3 -1")
    #expect(try text(.fullySatisfied, files) == "1/3 -1")
  }

  @Test func `a matter is resolved on the books of its month, and closed in that of its closing`()
    throws
  {
    let log = "- 2025-01-06 收集: 走访\n- 2025-03-15 结案: 好了"
    let files = ["matters/Q-2025-001.md": matter(log, front: "日期: 2025-01-06")]
    let january = try period("2025-01-01", "2025-01-31")
    let march = try period("2025-03-01", "2025-03-31")
    let april = try period("2025-04-01", "2025-04-30")
    #expect(try text(.resolved, files, in: january) == "1/1")
    #expect(try text(.resolved, files, in: march) == "0/0")
    #expect(try text(.closed, files, in: january) == "0/1")
    #expect(try text(.closed, files, in: march) == "1/1")
    #expect(try text(.closed, files, in: april) == "0/0")
    #expect(try text(.stageClosed, files) == "1/1")
    let reopened = ["matters/Q-2025-001.md": matter(log + "\n- 2025-04-01 重开: 又反")]
    #expect(try text(.resolved, reopened) == "0/1")
    #expect(try text(.closed, reopened) == "0/1")
  }

  @Test func `a closing without a readable day is in no period`() throws {
    let log = "- 2025-01-06 收集: 走访\n- 2025-13-15 结案: 好了"
    let files = ["matters/Q-2025-001.md": matter(log, front: "日期: 2025-01-06")]
    #expect(try text(.closed, files) == "1/1")
    #expect(try text(.closed, files, in: try period("2025-03-01", "2025-03-31")) == "0/0 -1")
  }

  @Test func `meetings whose day has come, and who came to those held`() throws {
    let attendance = "- 居民: 张三、钱七等12人\n- 物业: 赵六\n- 缺席: 周九\n- 请假: 物业/蒋伟\n- 列席: 陈晨"
    let held = minutes("- 规则: 各方一致", attendance: attendance)
    let files = [
      "agendas/M-2025-001.md": held,
      "agendas/M-2025-002.md": minutes("", status: "取消"),
    ]
    #expect(try text(.held, files) == "1/2")
    #expect(try text(.held, files, on: "2025-09-24") == "1/1")
    #expect(try text(.attended, files) == "13/15")
    let parties = try figures(files).byParty().map { group in
      let share = group.statistics.shares(in: nil)[.attended] ?? Share()
      return "\(group.party ?? "-") \(share.part)/\(share.whole)"
    }
    // 周九 is not in the roster: his party is not known.
    #expect(parties == ["居民 12/12", "物业 1/2", "- 0/1"])
  }

  @Test func `turnout leaves out silent ballots, and votes that cannot be counted`() throws {
    let vote = """
      - 规则: 业主一般事项
      - 应到: 120户 9860.50㎡
      - 送达: 117户 9612.30㎡
      - 收回: 92户 7402.80㎡
      - 同意: 70户 5610.30㎡
      - 反对: 12户 960.20㎡
      - 弃权: 10户 832.30㎡
      """
    let files = [
      "agendas/M-2025-001.md": minutes(vote), "agendas/M-2025-002.md": minutes("- 规则: 业主一般事项"),
      "agendas/M-2025-003.md": minutes(vote, status: "拟定"),
      "agendas/M-2025-004.md": minutes("- 规则: 各方一致\n- 同意: 居民 12"),
      "agendas/M-2025-005.md": minutes("- 规则: 居民会议\n- 应到: 240人\n- 实到: 131人\n- 同意: 118人"),
    ]
    #expect(try text(.turnoutOfOwners, files) == "92/120 -1")
    #expect(try text(.turnoutByArea, files) == "74028000/98605000 -1")
    #expect(try text(.turnoutOfMembers, files) == "118/240")
  }

  @Test func `turnout of approved minutes is not reckoned from today's roster`() throws {
    func files(_ more: String = "", status: String) -> [String: String] {
      let vote = "- 规则: 居民会议\n\(more)- 同意: 2\n- 反对: 1\n- 结果: 通过"
      let roster = "## 名册\n| 姓名 | 方 |\n| - | - |\n" + "一二三四".map { "| 人\($0) | 居民 |\n" }.joined()
      return ["hall.md": roster, "agendas/M-2025-001.md": minutes(vote, status: status)]
    }
    #expect(try text(.turnoutOfMembers, files(status: "已召开")) == "3/4")
    #expect(try text(.turnoutOfMembers, files(status: "已确认")) == "0/0 -1")
    #expect(try text(.turnoutOfMembers, files("- 应到: 5人\n", status: "已确认")) == "3/5")
  }

  @Test func `what is of a person is their own, and votes are nobody's`() throws {
    let files = task("2025-10-15", "  - 完成: 2025-10-15").merging([
      "agendas/M-2025-001.md": minutes("- 规则: 居民会议\n- 应到: 9人\n- 同意: 6人", attendance: "- 物业: 赵六")
    ]) { $1 }
    let all = try figures(files)
    for person in ["赵六", "物业/赵六"] {
      let shares = all.narrowed(party: nil, person: person).shares(in: nil)
      #expect(shares[.onTimeFirst] == Share(part: 1, whole: 1))
      #expect(shares[.attended] == Share(part: 1, whole: 1))
      #expect(shares[.turnoutOfMembers] == nil)
    }
    #expect(all.narrowed(party: "居民", person: "赵六").shares(in: nil).isEmpty)
    #expect(all.byPerson().map(\.person.text) == ["物业/赵六"])
  }

  @Test func `months go from the first there is anything of to today`() throws {
    let months = try figures(task("2025-10-15")).months(in: nil, until: try day("2025-12-01"))
    #expect(months.map(\.start.iso) == ["2025-10-15", "2025-11-01", "2025-12-01"])
    #expect(months.map(\.end.iso) == ["2025-10-31", "2025-11-30", "2025-12-01"])
    let period = try period("2025-01-10", "2025-02-05")
    let asked = try figures(task("2025-10-15")).months(in: period, until: try day("2025-12-01"))
    #expect(asked.map(\.end.iso) == ["2025-01-31", "2025-02-05"])
  }
}
