import HallSyntax
import HallWords
import TestSupport
import Testing

/// What a revision says of itself where nobody gives a reason.
@Suite struct ChangeSummaryTests {
  private static let item = """
    商量了一个下午。

    #### 表决: 换泵

    - 规则: 赞成多于反对
    - 同意: 65
    - 反对: 2
    - 弃权: 3

    #### 决议 D1: 照办

    - [ ] T1 报价
      - 负责: 物业/赵六
      - 期限: 2025-10-15
    - [ ] T2 公示
      - 负责: 物业/赵六
      - 期限: 2025-10-20
    """

  private typealias Edit = (old: String, new: String)

  private func why(_ edits: [Edit], language: Language = .zh) throws -> String {
    let old = meeting(item: Self.item)
    var new = old
    for edit in edits {
      try #require(new.contains(edit.old), "\(edit.old)")
      new = new.replacing(edit.old, with: edit.new)
    }
    let document = Document(path: "agendas/M-2025-008.md", kind: .meeting, bytes: Array(new.utf8))
    return ChangeSummary.text(from: Array(old.utf8), to: document, language)
  }

  @Test(
    "one change is told in a few words",
    arguments: [
      ("同意: 65", "同意: 66", "议题1 表决 同意 65→66", "item 1 vote 同意 65→66"),
      ("- [ ] T1", "- [x] T1", "T1 完成", "T1 done"),
      ("- [ ] T1", "- [-] T1", "T1 不再做", "T1 given up"),
      ("- [ ] T1", "#### 决议 D2: 再议\n\n- [ ] T1", "新增决议 D2", "added decision D2"),
      ("状态: 已召开", "状态: 已确认", "状态 已召开→已确认", "状态 已召开→已确认"),
      ("# 协商会", "# 商量会", "标题 协商会→商量会", "title 协商会→商量会"), ("一个下午", "一个晚上", "改动文字", "prose edited"),
      ("\n## 议程", "\n\n## 议程", "只改格式或注释", "only layout or comments"),
      (
        "  - 期限: 2025-10-15", "  - 期限: 2025-10-15\n  - 延期: 2025-10-30 材料未到", "T1 延期到 2025-10-30",
        "T1 extended to 2025-10-30"
      ),
      (
        "  - 期限: 2025-10-15", "  - 期限: 2025-10-15\n  - 进展: 2025-10-09 已收两家", "T1 进展 已收两家",
        "T1 进展 已收两家"
      ),
      ("- [ ] T1", "#### 决议 D2: 再议\n\n说来话长。\n\n- [ ] T1", "新增决议 D2", "added decision D2"),
      ("- 反对: 2\n", "", "议题1 表决 去掉反对", "item 1 vote removed 反对"),
      (
        "## 议程", "## 参会人员\n\n- 居民: 张三\n\n## 议程", "新增 参会人员", "added 参会人员"
      ),
    ])
  func one(old: String, new: String, zh: String, en: String) throws {
    #expect(try why([(old, new)]) == zh)
    #expect(try why([(old, new)], language: .en) == en)
  }

  @Test func `a task that is done is one change, with all that says so`() throws {
    #expect(
      try why([
        ("- [ ] T1", "- [x] T1"),
        ("  - 期限: 2025-10-15", "  - 期限: 2025-10-15\n  - 完成: 2025-10-10\n  - 佐证: 报价单三份"),
      ]) == "T1 完成")
    #expect(try why([("- [ ]", "- [x]")]) == "T1、T2 完成")
  }

  @Test func `the weightiest two stand first, and the rest is a number`() throws {
    let edits: [Edit] = [
      ("时间: 2025-09-25 14:30", "时间: 2025-09-25 15:00"), ("- [ ] T1", "- [x] T1"),
      ("同意: 65", "同意: 66"), ("状态: 已召开", "状态: 已确认"), ("一个下午", "一个晚上"),
    ]
    #expect(try why(edits) == "状态 已召开→已确认；T1 完成，等5处")
    #expect(try why(edits, language: .en) == "状态 已召开→已确认; T1 done, and 3 more")
    #expect(
      try why([("- [ ] T1", "- [x] T1"), ("一个下午", "一个晚上")]) == "T1 完成；改动文字")
  }

  @Test func `no reason is wider than 40 columns, or more than a line`() throws {
    let long = String(repeating: "很长的理由", count: 30)
    for edit: Edit in [
      ("负责: 物业/赵六", "负责: 物业/" + long), ("# 协商会", "# " + long), ("换泵", long),
      ("- [ ] T1", "#### 表决: \(long)\n\n- 同意: 3\n\n- [ ] T1"),
      ("  - 期限: 2025-10-15", "  - 期限: 2025-10-15\n  - 进展: 2025-10-09 " + long),
    ] {
      let why = try why([edit, ("同意: 65", "同意: 66"), ("反对: 2", "反对: 1")])
      #expect(DisplayWidth.of(why) <= 40, "\(why)")
      #expect(!why.isEmpty)
    }
  }
}
