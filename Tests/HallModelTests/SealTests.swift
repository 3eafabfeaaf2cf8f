import HallModel
import HallSyntax
import Testing

/// What an approval seals, line by line.
@Suite struct SealTests {
  static let minutes = """
    ---
    会议: M-2025-001
    状态: 已确认
    时间: 2025-09-25 14:30
    公示: 2025-09-26 至 2025-10-03 南门公告栏
    ---

    # 协商会

    ## 参会人员

    - 居民: 张三、李四

    ## 议程

    ### 1. 排水

    讨论了很久。

    还有一段。

    #### 表决: 更换

    - 规则: 赞成多于反对
    - 同意: 70户
    - 反对: 3户
    - 结果: 通过

    | 户 | 意见 |
    | - | - |
    | 2-1-301 | 同意 |
    | 2-1-302 | 反对 |

    #### 决议 D1: 照办

    - 公示: 2025-09-26 至 2025-10-03
    - 异议: 无

    - [ ] T1 报价
      - 负责: 物业/赵六
      - 期限: 2025-10-15
      - 延期: 2025-10-30 材料未到
      - 进展: 2025-10-01 问了两家
      - 佐证: 报价单
      - 完成: 2025-10-20
      - 结果: 选了第一家
      - 验收: 王五

    ## 各方签字

    - 居民: 张三 2025-09-27
    """

  static func covered(_ text: String) -> [UInt8] {
    Seal.covered(document(text))
  }

  static func document(_ text: String) -> Document {
    Document(path: "agendas/M-2025-001.md", kind: .meeting, bytes: Array(text.utf8))
  }

  @Test(
    "what may change after an approval is not sealed",
    arguments: [
      ("- [ ] T1", "- [x] T1"), ("- [ ] T1", "- [-] T1"), ("- [ ] T1", "- [X] T1"),
      ("2025-10-30 材料未到", "2025-11-30 再等等"), ("2025-10-01 问了两家", "2025-10-02 问了三家"),
      ("佐证: 报价单", "佐证: 合同"), ("完成: 2025-10-20", "完成: 2025-10-21"),
      ("选了第一家", "选了第二家"), ("验收: 王五", "验收: 李四"),
      ("2025-10-03 南门公告栏", "2025-10-05 北门"), ("- 公示: 2025-09-26", "- 公示: 2025-09-27"),
      ("- 异议: 无", "- 异议: 1 件"), ("张三 2025-09-27", "张三 2025-09-28"),
      ("- 居民: 张三 2025-09-27", "- 居民: 张三 2025-09-27\n- 物业: 赵六\n\n一并签了。"),
      ("  - 验收: 王五\n", ""), ("  - 进展: 2025-10-01", "  - 进展: 2025-09-30 开工\n  - 进展: 2025-10-01"),
      ("- 异议: 无\n", ""), ("公示: 2025-09-26 至 2025-10-03 南门公告栏\n", ""),
      ("讨论了很久。\n\n", "讨论了很久。\n\n\n\n"), ("讨论了很久。\n\n还", "讨论了很久。\n还"),
      ("# 协商会\n\n", "# 协商会\n"), ("张三 2025-09-27", "张三 2025-09-27\n\n"),
    ])
  func open(old: String, new: String) {
    let text = Self.minutes.replacing(old, with: new)
    #expect(text != Self.minutes)
    #expect(Self.covered(text) == Self.covered(Self.minutes))
  }

  @Test(
    "everything else is sealed",
    arguments: [
      ("状态: 已确认", "状态: 已召开"), ("时间: 2025-09-25", "时间: 2025-09-24"),
      ("# 协商会", "# 商量会"), ("张三、李四", "张三"), ("### 1. 排水", "### 2. 排水"),
      ("讨论了很久", "讨论了一会"), ("表决: 更换", "表决: 更新"), ("赞成多于反对", "三分之二"),
      ("70户", "71户"), ("反对: 3户\n", ""), ("- 结果: 通过", "- 结果: 未通过"),
      ("2-1-301 | 同意", "2-1-301 | 反对"), ("决议 D1", "决议 D2"), ("D1: 照办", "D1: 不办"),
      ("T1 报价", "T1 询价"), ("T1 报价", "T2 报价"), ("物业/赵六", "物业/钱七"),
      ("期限: 2025-10-15", "期限: 2025-10-16"), ("  - 负责", "- 负责"), ("- [ ] T1", "- T1"),
      ("## 各方签字", "## 签到"), ("排水\n", "排水 \n"),
    ])
  func sealed(old: String, new: String) {
    let text = Self.minutes.replacing(old, with: new)
    #expect(text != Self.minutes)
    #expect(Self.covered(text) != Self.covered(Self.minutes))
  }

  @Test(
    "the same words with another meaning are a change",
    arguments: [
      // A row after a blank line is not in a table.
      ("| 同意 |\n", "| 同意 |\n\n"),
      // Brackets with nothing between them are not a box.
      ("- [ ] T1", "- [] T1"), ("- [ ] T1", "- ( ) T1"),
      // Fields of a task in another place, and of another thing.
      ("- 规则: 赞成多于反对\n", "- 规则: 赞成多于反对\n- 进展: 无\n"),
    ])
  func disguised(old: String, new: String) {
    let text = Self.minutes.replacing(old, with: new)
    #expect(text != Self.minutes)
    #expect(Self.covered(text) != Self.covered(Self.minutes))
  }

  @Test(
    "only a meeting with that status is approved",
    arguments: [
      ("状态: 已确认", true), ("状态: 已召开", false), ("状态: approved", true), ("状态: ", false),
    ])
  func approved(status: String, expected: Bool) {
    let text = Self.minutes.replacing("状态: 已确认", with: status)
    #expect(Seal.isApproved(Self.document(text)) == expected)
    let matter = Document(path: "matters/Q-2025-001.md", kind: .matter, bytes: Array(text.utf8))
    #expect(!Seal.isApproved(matter))
  }
}
