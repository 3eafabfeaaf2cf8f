import HallModel
import HallSyntax
import Testing

@Suite("Items to be taken up again")
struct UnfinishedItemTests {
  private static let carried = "#### 表决: 买灯\n- 规则: 赞成多于反对\n- 同意: 2\n- 反对: 1\n"
  private static let procedural = "#### 表决: 休会\n- 规则: 赞成多于反对\n- 同意: 2\n- 反对: 1\n"

  @Test(
    "an item whose vote was prepared and not taken is unfinished",
    arguments: [
      ("#### 表决: 买灯\n- 规则: 赞成多于反对\n- 方式: 举手", true),
      ("#### 表决: 买灯\n- 规则: 赞成多于反对\n- 同意:\n- 反对:", true),
      (procedural + "#### 表决: 买灯\n- 规则: 赞成多于反对", true),
      ("#### 表决: 买灯\n- 规则: 赞成多于反对\n- 结果: 通过", false), (carried, false),
      ("- 结论: 撤回\n#### 表决: 买灯\n- 规则: 赞成多于反对", false),
      ("#### 表决: 买灯\n- 规则: 赞成多于反对\n#### 决议 D1: 乙", false), ("", true),
    ])
  func unfinished(item: String, expected: Bool) throws {
    let text =
      "---\n会议: M-2025-001\n状态: 已召开\n时间: 2025-09-25\n---\n## 议程\n### 1. 甲\n" + item + "\n"
    let hall = makeHall(["agendas/M-2025-001.md": text])
    #expect((hall.openItems.count == 1) == expected)
  }
}
