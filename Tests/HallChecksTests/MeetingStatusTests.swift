import Testing

struct MeetingStatusTests {
  @Test(arguments: [
    ("拟定", Sample.vote(["规则: 委员会", "同意: 2人", "结果: 通过"]), ["16:7 error"]),
    ("已通知", Sample.vote(["规则: 委员会", "同意: 2人"]), ["15:7 error"]),
    ("取消", Sample.vote(["选项 甲:", "选项 乙: 3人"]), ["15:9 error"]),
    ("改期", "#### 决议 D1: 换灯", ["13:13 error"]),
    ("草稿", Sample.vote(["结果: 通过"]) + "\n#### 决议", ["14:7 error", "15:6 error"]),
    (
      "已通知", Sample.vote(["方式: 记名"]) + "\n\n| 户 | 意见 |\n| --- | --- |\n| 2-1-301 | 同意 |",
      [
        "13:10 error"
      ]
    ),
  ])
  func whatHasNotBeenHeldHasNoResults(status: String, item: String, expected: [String]) {
    #expect(found("meeting-status", item: item, status: status) == expected)
  }

  @Test(arguments: [
    ("拟定", Sample.vote(["规则: 委员会", "应到: 5人", "同意:", "结果:"])),
    ("投票中", Sample.vote(["同意: 2人", "结果: 通过"])),
    ("已召开", Sample.vote(["同意: 2人"]) + "\n#### 决议 D1: 换灯"),
    ("", Sample.vote(["同意: 2人"])),
  ])
  func anEmptyVoteOrAMeetingUnderWayIsFine(status: String, item: String) {
    #expect(found("meeting-status", item: item, status: status) == [])
  }

  @Test(arguments: [
    ("已召开", "", ["3:5 warning"]),
    ("已确认", "- 居民:\n- 缺席: 张三", ["3:5 warning"]),
    ("已召开", "- 居民: 12人", []),
    ("拟定", "", []),
  ])
  func aMeetingThatWasHeldHadSomebodyThere(
    status: String, attendance: String, expected: [String]
  ) {
    #expect(
      found("meeting-status", item: "", status: status, attendance: attendance) == expected)
  }

  private func meetings(_ front: [String], statuses: [String] = ["已召开", "已召开", "已召开"])
    -> [String]
  {
    var files: [String: String] = [:]
    for (place, line) in front.enumerated() {
      let id = "M-2025-00\(place + 1)"
      let status = statuses[place]
      files["agendas/\(id).md"] = """
        ---
        会议: \(id)
        状态: \(status)
        时间: 2025-09-2\(place)
        \(line)
        ---
        ## 参会人员
        - 居民: 12人
        ## 议程
        ### 1. 上次会议的记录
        \(line.hasPrefix("确认") ? "- " + line : "")
        """
    }
    return problems("meeting-status", files: files).map { String($0.dropFirst("agendas/".count)) }
  }

  @Test func aMeetingGoesOnWithAnEarlierOneThatWasHeld() {
    #expect(meetings(["", "续会: M-2025-001"]) == [])
    #expect(
      meetings(["续会: M-2025-002", ""]) == [
        "M-2025-001.md:5:5 error M-2025-002 在 2025-09-21 才开，这次会议不能接着它开"
      ])
    #expect(
      meetings(["", "续会: M-2025-001"], statuses: ["拟定", "已召开"]) == [
        "M-2025-002.md:5:5 warning M-2025-001 还是「拟定」，没有开过，接不下去"
      ])
    #expect(
      meetings(["续会: M-2025-002", "续会: M-2025-001"]).last
        == "M-2025-002.md:5:5 error M-2025-001 的「续会」又接回这次会议，成了一个圈")
  }

  @Test func minutesAreApprovedOfAMeetingThatWasHeld() {
    #expect(meetings(["", "确认: M-2025-001"]) == [])
    #expect(
      meetings(["", "确认: M-2025-001"], statuses: ["已通知", "已召开"]) == [
        "M-2025-002.md:11:7 error M-2025-001 还是「已通知」，没有记录可确认"
      ])
    #expect(meetings(["", "确认: M-2025-001"], statuses: ["已通知", "拟定"]) == [])
  }

  @Test(arguments: [
    ("撤销: 2025-09-24 法院", ["14:7 error"]), ("撤销: 2025-09-25 法院", []),
    ("生效: 2025-01-01", ["14:7 warning"]), ("公示: 2025-09-24 至 2025-10-10", ["14:7 warning"]),
    ("异议: 2025-09-01 周九：吵", ["14:7 warning"]),
  ])
  func nothingOfADecisionIsBeforeItsMeeting(field: String, expected: [String]) {
    #expect(found("meeting-status", item: "#### 决议 D1: 换灯\n- \(field)") == expected)
  }
}
