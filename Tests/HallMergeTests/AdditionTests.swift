import HallMerge
import HallModel
import HallSyntax
import Testing

@Suite("Additions of both sides to one line are kept")
struct AdditionTests {
  /// The merge of both sides' lines after `- 居民: 张三、钱七`.
  private func added(_ one: String, _ other: String, to place: String = "## 参会人员\n\n")
    -> DocumentMerge
  {
    merge(replacing(place, place + one + "\n"), replacing(place, place + other + "\n"))
  }

  @Test(
    "a list that both sides started contains both sides' names",
    arguments: [
      ("- 社区: 李四", "- 社区: 王五", "- 社区: 李四、王五"),
      ("- 缺席: 李四", "- 缺席: 王五、周九", "- 缺席: 李四、王五、周九"),
      ("- 邀请: 李四", "- 邀请: 李四(委托)、王五", "- 邀请: 李四(委托)、王五"),
      ("- 社区: 李四(书记)", "- 社区: 李四", "- 社区: 李四(书记)"),
      ("- 社区: Ann Li, Bob Wu", "- 社区: Cem Oz", "- 社区: Ann Li, Bob Wu, Cem Oz"),
      ("- 请假: 2-1-301", "- 请假: 2-1-302", "- 请假: 2-1-301、2-1-302"),
      ("- 社区电话: 138", "- 社区电话: 139", "- 社区电话: 138、139"),
    ])
  func begun(_ one: String, _ other: String, _ both: String) {
    let merged = added(one, other)
    #expect(merged.isClean, "\(merged.open)")
    #expect(merged.text.contains(both + "\n"), "\(merged.text)")
  }

  @Test(
    "contradictions are asked about: a count and names, two counts, two remarks, two hours",
    arguments: [
      ("- 社区: 12人", "- 社区: 李四"), ("- 社区: 12人", "- 社区: 13人"),
      ("- 社区: 李四等19人", "- 社区: 王五"), ("- 社区: 李四等十九人", "- 社区: 王五"),
      ("- 社区: 十二人", "- 社区: 王五"), ("- 社区: 李四、周九 共2户", "- 社区: 王五"),
      ("- 社区: 李四(委托)", "- 社区: 李四(线上)"), ("- 缺席: 李四", "- 请假: 李四"),
      ("- 委托: 李四 → 王五", "- 委托: 李四 → 周九"), ("- 迟到: 李四 15:10", "- 迟到: 李四 15:20"),
    ])
  func contradicting(_ one: String, _ other: String) {
    let merged = added(one, other)
    #expect(merged.open.count == 1, "\(merged.text)")
  }

  @Test("two proxies, two who came late, are two lines")
  func repeated() {
    let merged = added("- 委托: 李四 → 王五", "- 委托: 周九 → 王五")
    #expect(merged.isClean)
    #expect(merged.text.contains("李四 → 王五") && merged.text.contains("周九 → 王五"))
  }

  @Test("votes by name that both sides started to write are one count")
  func votes() {
    let place = "#### 表决: 整体更换主管\n\n- 规则: 赞成多于反对\n- 实到: 100户\n"
    let bare = meetingText.replacing("- 同意: 66户\n- 反对: 12户\n- 结果: 通过\n", with: "")
    let merged = merge(
      bare, replacing(place, place + "- 同意: 张三\n"),
      replacing(place, place + "- 同意: 钱七\n- 反对: 赵六\n"))
    #expect(merged.isClean, "\(merged.open)")
    #expect(merged.text.contains("- 同意: 张三、钱七\n"), "\(merged.text)")
    let turned = merge(
      bare, replacing(place, place + "- 同意: 张三\n"), replacing(place, place + "- 反对: 张三\n"))
    #expect(turned.open.count == 1)
  }

  @Test("a row where each side fills another cell, and two telephone numbers")
  func cells() {
    let hall = """
      # 议事厅

      ## 名册

      | 姓名 | 方 | 身份 | 电话 |
      | --- | --- | --- | --- |
      | 张三 | 居民 | | 138 |
      | 钱七 | 居民 | | |

      ## 日历

      - 休: 2025-10-01

      """
    func merged(_ one: (String, String), _ other: (String, String)) -> DocumentMerge {
      merge(
        hall, replacing(one.0, one.1), replacing(other.0, other.1), path: "hall.md", kind: .hall)
    }
    let row = "| 张三 | 居民 | | 138 |"
    let both = merged((row, "| 张三 | 居民 | 楼长 | 138 |"), (row, "| 张三 | 居民 | | 138、139 |"))
    #expect(both.isClean, "\(both.open)")
    #expect(both.text.contains("| 张三 | 居民 | 楼长 | 138、139 |"), "\(both.text)")
    let numbers = merged((row, "| 张三 | 居民 | | 138、136 |"), (row, "| 张三 | 居民 | | 138、139 |"))
    #expect(numbers.text.contains("| 138、136、139 |"), "\(numbers.text)")
    let roles = merged((row, "| 张三 | 居民 | 楼长 | 138 |"), (row, "| 张三 | 居民 | 书记 | 138 |"))
    #expect(roles.open.count == 1)
    let days = merged(
      ("- 休: 2025-10-01\n", "- 休: 2025-10-01\n- 休: 2025-10-02\n"),
      ("- 休: 2025-10-01\n", "- 休: 2025-10-01\n- 休: 2025-10-03\n"))
    #expect(days.isClean)
    #expect(days.text.contains("10-02") && days.text.contains("10-03"))
  }
}
