import HallModel
import Testing

struct FormatVersionTests {
  private func hall(_ format: String?) -> String {
    "---\n议事厅: 试厅\n" + (format.map { "格式: \($0)\n" } ?? "") + "---\n"
  }

  private func told(_ format: String?, vote: String = "- 同意: 2人") -> [String] {
    let item = "#### 表决: 换灯\n\n- 规则: 委员会\n" + vote
    return problems(
      "format-version", hall: hall(format), files: [meetingPath: Sample.meeting(item: item)]
    ).map { String($0.prefix { $0 != "「" }) }
  }

  @Test func aFormatNewerThanTheProgramIsReportedAtItsLine() {
    let newer = String(HallFormat.newest + 1)
    #expect(
      told(newer) == ["hall.md:3:5 warning 格式 \(newer) 比这个程序认得的新（到 \(HallFormat.newest)），有的地方可能读错"])
  }

  @Test(arguments: ["1", "2", "２", nil, "", "零", "-3"])
  func aFormatThatIsKnownOrSaysNothingIsFine(format: String?) {
    #expect(told(format) == [])
  }

  @Test(arguments: [
    "- 同意:\n  - 张三\n  - 钱七", "- 同意:\n\n  - 张三", "- 同意:\n  张三",
    "- 同意：\n\t- 张三", "- 同意: 张三、\n  钱七", "- 结果: 通过\n  三分之二以上",
  ])
  func whatGoesOnFromFormat2OnIsToldInAHallOfTheFirst(vote: String) {
    let expected = ["agendas/M-2025-001.md:16:3 warning "]
    #expect(told("1", vote: vote) == expected)
    #expect(told(nil, vote: vote) == expected)
    #expect(told("2", vote: vote) == [])
  }

  @Test(arguments: [
    "- 同意: 张三\n- 反对: 钱七", "- 同意:\n- [ ] T1 换灯\n  - 负责: 物业", "- 同意: 张三\n  - 钱七",
    "- 同意: 张三\n一段话",
  ])
  func aLineOfUnchangedMeaningIsNotReported(vote: String) {
    #expect(told("1", vote: vote) == [])
  }

  @Test func aRuleOfTheHallIsLookedAtAndATaskIsNot() {
    let rule = "\n## 表决规则\n\n### 楼道\n\n- 通过: 人数 > 1/2,\n  面积 > 1/2\n"
    let task = "- [ ] T1 换灯\n  - 措施: 先问价\n    再换"
    let found = problems(
      "format-version", hall: hall("1") + rule,
      files: [meetingPath: Sample.meeting(item: task)])
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.hasPrefix("hall.md:10:3 warning ") })
  }

  @Test func theLineToWriteInsteadIsGiven() {
    #expect(
      hints("format-version", inItem: "#### 表决: 换灯\n- 同意:\n  - 张三\n  - 钱七") == ["写成一行「- 同意: 张三、钱七」"]
    )
    #expect(
      hints("format-version", inItem: "#### 表决: 换灯\n- 同意: 张三、\n  钱七") == ["写成一行「- 同意: 张三、钱七」"])
  }
}
