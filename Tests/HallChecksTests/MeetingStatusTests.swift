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
}
