import HallModel
import HallSyntax
import Testing

@Suite("Choices and elections")
struct ChoiceTests {
  private static let hall = """
    ## 表决规则
    ### 选举
    - 表决人: 成员
    - 通过: 人数 > 1/2
    - 基数: 参与
    ### 只数有效票
    - 表决人: 成员
    - 通过: 人数 > 1/2
    - 基数: 参与
    - 无效: 不计
    """

  @Test(
    "the first by heads, then by area, are elected; a tie for the last seat is tied",
    arguments: [
      ("- 选项 甲: 4\n- 选项 乙: 3", "elected 甲"), ("- 选项 甲: 3\n- 选项 乙: 3", "tied "),
      ("- 选项 甲: 3户 10㎡\n- 选项 乙: 3户 11㎡", "elected 乙"), ("- 选项 甲: 3户 10㎡\n- 选项 乙: 3户 10㎡", "tied "),
      ("- 选项 甲: 3户 10㎡\n- 选项 乙: 3户", "tied "),
      ("- 名额: 2\n- 选项 甲: 5\n- 选项 乙: 4\n- 选项 丙: 3", "elected 甲,乙"),
      ("- 名额: 2\n- 选项 丙: 3\n- 选项 乙: 5\n- 选项 甲: 5", "elected 乙,甲"),
      ("- 名额: 2\n- 选项 甲: 5\n- 选项 乙: 4\n- 选项 丙: 4", "tied 甲"),
      ("- 名额: 3\n- 选项 甲: 5\n- 选项 乙: 4", "elected 甲,乙"),
      ("- 名额: 2\n- 选项 甲: 5\n- 选项 乙: 0", "elected 甲"),
      ("- 选项 甲: 0\n- 选项 乙: 0", "lost"), ("- 选项 甲:\n- 选项 乙: 3", "empty_count"),
      ("- 名额: 五\n- 选项 甲: 3", "unreadable_count"),
      ("- 名额: 2", "no_counts"), ("- 名额: 2人\n- 选项 甲: 张三、李四\n- 选项 乙: 王五", "elected 甲,乙"),
    ])
  func plurality(_ lines: String, result: String) throws {
    #expect(try outcome("- 规则: 得票最多\n" + lines) == result)
  }

  @Test(
    "an option with sides of its own is a motion by itself",
    arguments: [
      ("得票最多", "- 选项 甲: 同意 3、反对 40\n- 选项 乙: 同意 2、反对 40", "lost"),
      ("得票最多", "- 选项 甲: 同意 3、反对 4\n- 选项 乙: 同意 2、反对 1", "elected 乙"),
      ("默许", "- 收回: 6\n- 选项 甲: 同意 1、反对 5", "lost"),
      ("默许", "- 收回: 6\n- 选项 甲: 同意 4、反对 5\n- 选项 乙: 同意 3、反对 2", "elected 乙"),
      ("默许", "- 收回: 6\n- 选项 甲: 4\n- 选项 乙: 2", "option_sides"),
      ("通过又否决", "- 选项 甲: 4\n- 选项 乙: 2", "elected 甲"),
      ("随多", "- 送达: 100\n- 收回: 40\n- 选项 甲: 同意 10、反对 30\n- 选项 乙: 同意 5、反对 35", "lost"),
      ("随多", "- 送达: 100\n- 收回: 40\n- 选项 甲: 同意 10、反对 30\n- 选项 乙: 同意 25、反对 15", "elected 乙"),
      ("随多", "- 送达: 100\n- 收回: 40\n- 选项 甲: 同意 20、反对 20", "lost"),
    ])
  func ownMotions(rule: String, lines: String, result: String) throws {
    let hall = """
      ## 表决规则
      ### 默许
      - 否决: 人数 > 1/2 占 同意加反对
      ### 通过又否决
      - 通过: 人数 > 1/4
      - 否决: 人数 ≥ 3/4
      ### 随多
      - 依据: 章程
      - 通过: 人数 > 1/2
      - 未表态: 随多数
      """
    let vote = "- 规则: \(rule)\n- 名额: 1\n" + lines
    #expect(try outcome(vote, hall: hall) == result)
  }

  @Test("many options and many ballots take time in proportion to their number")
  func manyOptions() throws {
    let counted = (1...1500).map { "- 选项 方案\($0): \($0)" }.joined(separator: "\n")
    let labels = (1...300).map { "- 选项 方案\($0):" }.joined(separator: "\n")
    let rows = (1...600).map { "| 住户\($0) | 方案\($0 % 300 + 1)、方案300 |" }
    let ballots = "\n\n| 姓名 | 意见 |\n| --- | --- |\n" + rows.joined(separator: "\n")
    let start = ContinuousClock.now
    #expect(try outcome("- 规则: 得票最多\n" + counted) == "elected 方案1500")
    let rule = "- 规则: 得票最多\n- 名额: 2\n"
    #expect(try outcome(rule + labels + ballots) == "tied 方案300")
    let time = ContinuousClock.now - start
    #expect(time < .seconds(6), "\(time)")
  }

  private static let owners = """
    ## 表决规则
    ### 业主选
    - 表决人: 业主
    - 基数: 参与
    ### 业主按面积选
    - 表决人: 业主
    - 通过: 面积 > 1/9
    - 基数: 应到
    """

  @Test(
    "areas break a tie if all of them are known; with one missing it is not a tie",
    arguments: [
      ("业主选", "- 选项 甲: 3户 10㎡\n- 选项 乙: 3户 11㎡\n- 选项 丙: 1户", "elected 乙"),
      ("业主选", "- 选项 甲: 3户\n- 选项 乙: 3户 11㎡", "area_unknown"),
      ("业主选", "- 选项 甲: 3户\n- 选项 乙: 3户", "tied "),
      ("业主选", "- 选项 丙: 4户\n- 选项 甲: 3户 10㎡\n- 选项 乙: 3户", "elected 丙"),
      ("业主选", "- 名额: 2\n- 选项 丙: 4户\n- 选项 甲: 3户 10㎡\n- 选项 乙: 3户 10㎡", "tied 丙"),
      ("业主选", "- 名额: 2\n- 选项 甲: 3户\n- 选项 乙: 3户 11㎡", "elected 甲,乙"),
      ("业主按面积选", "- 应到: 9户 90㎡\n- 选项 甲: 3户\n- 选项 乙: 3户", "area_unknown"),
      ("业主按面积选", "- 应到: 9户 90㎡\n- 选项 甲: 3户 30㎡\n- 选项 乙: 3户 30㎡", "tied "),
    ])
  func areas(_ rule: String, _ lines: String, result: String) throws {
    #expect(try outcome("- 规则: \(rule)\n" + lines, hall: Self.owners) == result)
  }

  @Test(
    "words for sides, invalid ballots and silence are never elected",
    arguments: [
      ("- 选项 反对: 9\n- 选项 甲: 3", "elected 甲"), ("- 选项 废票: 9\n- 选项 甲: 3", "elected 甲"),
      ("- 选项 赞成（全部）: 9\n- 选项 甲: 3", "elected 甲"), ("- 选项 空白票: 9\n- 选项 甲: 3", "elected 甲"),
      ("- 选项 不 同意: 9\n- 选项 甲: 3", "elected 甲"), ("- option Spoilt: 9\n- option A: 3", "elected A"),
      ("- 选项 未投票: 9\n- 选项 甲: 3", "elected 甲"),
      ("- option In favour: 9\n- option A: 3", "elected A"),
      ("- 选项 同意: 9\n- 选项 反对: 3", "no_options"), ("- 选项 弃权: 9", "no_options"),
      // A label that only begins with such a word is an option.
      ("- 选项 同意甲方案: 9\n- 选项 反对派代表: 3", "elected 同意甲方案"), ("- 选项 白票子: 9\n- 选项 甲: 3", "elected 白票子"),
    ])
  func strayWords(_ lines: String, result: String) throws {
    #expect(try outcome("- 规则: 得票最多\n" + lines) == result)
  }

  @Test("an invalid ballot written as an option takes part, like one on its own line")
  func spoilt() throws {
    for line in ["- 选项 废票: 2", "- 无效: 2"] {
      #expect(try outcome("- 规则: 选举\n- 选项 甲: 6\n- 选项 乙: 4\n" + line, hall: Self.hall) == "lost")
    }
  }

  @Test(
    "an option must meet every pass leg of its rule",
    arguments: [
      ("- 选项 甲: 6\n- 选项 乙: 5", "elected 甲"), ("- 选项 甲: 5\n- 选项 乙: 5", "lost"),
      ("- 选项 甲: 6\n- 选项 乙: 4\n- 弃权: 2", "lost"), ("- 选项 甲: 6\n- 选项 乙: 5\n- 参与: 12", "lost"),
      // With several seats one voter is in several lines: without 参与 there is no base.
      ("- 名额: 2\n- 选项 甲: 6\n- 选项 乙: 5", "participating_unknown"),
      ("- 名额: 2\n- 选项 甲: 7\n- 选项 乙: 6\n- 选项 丙: 5\n- 参与: 11", "elected 甲,乙"),
      ("- 名额: 2\n- 选项 甲: 7\n- 选项 乙: 5\n- 选项 丙: 5\n- 参与: 11", "elected 甲"),
    ])
  func passLegs(_ lines: String, result: String) throws {
    #expect(try outcome("- 规则: 选举\n" + lines, hall: Self.hall) == result)
  }

  @Test("a choice below quorum elects nobody")
  func quorum() throws {
    let vote = "- 规则: 业主一般事项\n- 应到: 9户 9㎡\n- 选项 甲: 4户 4㎡\n- 选项 乙: 1户 1㎡"
    #expect(try outcome(vote) == "no_quorum")
    #expect(try outcome(vote + "\n- 弃权: 1户 1㎡\n") == "elected 甲")
  }

  @Test("ballots choose options by their names")
  func ballots() throws {
    let vote = """
      - 规则: 得票最多
      - 名额: 2
      - 选项 甲:
      - 选项 乙:
      - 选项 丙:

      | 姓名 | 意见 |
      | - | - |
      | 张三 | 甲、乙 |
      | 李四 | 乙 |
      | 王五 | 弃权 |
      | 赵六 | 丙、乙 |
      | 钱七 | 甲 |
      """
    #expect(try outcome(vote) == "elected 乙,甲")
  }

  @Test(
    "with several seats, invalid ballots take part unless the rule ignores them",
    arguments: [("选举", "lost"), ("只数有效票", "elected 甲")])
  func invalidBallots(_ rule: String, result: String) throws {
    let vote = """
      - 规则: \(rule)
      - 名额: 2
      - 选项 甲:
      - 选项 乙:

      | 姓名 | 意见 |
      | - | - |
      | 张三 | 甲 |
      | 李四 | 甲 |
      | 王五 | 无效 |
      | 赵六 | 无效 |
      """
    #expect(try outcome(vote, hall: Self.hall) == result)
  }

  @Test(
    "the computed winners are compared with the written names, in any order",
    arguments: [
      ("当选 甲、乙", false), ("当选：乙，甲", false), ("当选 甲", true), ("当选", false), ("通过", true),
      ("平票", true),
      ("elected 甲, 乙", false),
    ])
  func written(_ result: String, contradicts: Bool) throws {
    let vote = "- 规则: 得票最多\n- 名额: 2\n- 选项 甲: 5\n- 选项 乙: 4\n- 选项 丙: 3\n- 结果: \(result)"
    #expect(try tally(vote).contradictsWritten == contradicts)
  }
}
