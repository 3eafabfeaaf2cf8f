import HallMerge
import HallSyntax
import Testing

@Suite("Two versions of a document")
struct DocumentMergeTests {
  @Test("changes in different items are both kept, and no other byte changes")
  func differentItems() {
    let vote = "\n#### 表决: 东侧空地\n\n- 同意: 5户\n- 反对: 1户\n"
    let merged = merge(
      replacing("  - 期限: 2025-10-20\n", "  - 期限: 2025-10-20\n- [ ] T3 复核\n"),
      appending(vote))
    #expect(merged.isClean)
    #expect(
      merged.text
        == meetingText.replacing("2025-10-20\n", with: "2025-10-20\n- [ ] T3 复核\n") + vote)
  }

  @Test("names that each side added to one line are both there")
  func attendance() {
    let merged = merge(
      replacing("张三、钱七", "张三、钱七、孙八"), replacing("张三、钱七", "李四、张三、钱七"))
    #expect(merged.isClean)
    #expect(merged.text.contains("- 居民: 张三、钱七、孙八、李四\n"))
  }

  @Test("a name that one side removes is gone, and the other's stays")
  func attendanceRemoved() {
    let merged = merge(replacing("张三、钱七", "钱七"), replacing("张三、钱七", "张三、钱七、孙八"))
    #expect(merged.isClean)
    #expect(merged.text.contains("- 居民: 钱七、孙八\n"))
    let turned = merge(replacing("张三、钱七", "张三、钱七、孙八"), replacing("张三、钱七", "钱七"))
    #expect(turned.text.contains("- 居民: 钱七、孙八\n"))
  }

  @Test("a number used twice becomes the next free one, with its references and a note")
  func renumbered() {
    let merged = merge(
      replacing("  - 期限: 2025-10-20\n", "  - 期限: 2025-10-20\n- [ ] T3 复核\n"),
      {
        appending(
          "\n- [ ] T3 量地\n  - 负责: 居民/张三\n- [ ] T4 画图\n\n见 M-2025-008-T3 和 M-2025-008-T1。\n")($0)
      })
    #expect(merged.isClean)
    #expect(
      merged.text.hasSuffix(
        "- [ ] T4 量地\n  - 负责: 居民/张三\n  - 曾用: T3\n- [ ] T5 画图\n  - 曾用: T4\n\n"
          + "见 M-2025-008-T4 和 M-2025-008-T1。\n"), "\(merged.text)")
    #expect(merged.text.contains("- [ ] T3 复核\n"))
    #expect(merged.renumbered.map { [$0.from, $0.to] } == [[3, 4], [4, 5]])
  }

  @Test("a task that both have is one task, though one side added a vote before it")
  func taskAfterVote() {
    let task = "\n- [ ] T3 复核\n  - 负责: 赵六\n"
    let vote = "\n#### 表决: 东侧空地\n\n- 同意: 5户\n- 反对: 1户\n"
    let merged = merge(appending(task), appending(vote + task + "  - 进展: 2025-10-02 已去看过\n"))
    #expect(merged.isClean)
    #expect(merged.text.ranges(of: "T3 复核").count == 1, "\(merged.text)")
    #expect(merged.text.contains("已去看过"))
  }

  @Test(
    "a task of an item stays above the decision that the other side added",
    arguments: [true, false])
  func taskAboveDecision(isFirst: Bool) {
    let vote = "\n#### 表决: 东侧空地\n\n- 同意: 5户\n- 反对: 1户\n"
    let task = appending(vote + "\n- [ ] T3 复核\n  - 负责: 赵六\n")
    let decision = appending(vote + "\n#### 决议 D9: 东侧建车棚\n\n- 性质: 协商意见\n")
    let merged = isFirst ? merge(task, decision) : merge(decision, task)
    #expect(merged.isClean)
    let (there, made) = (merged.text.firstRange(of: "T3"), merged.text.firstRange(of: "D9"))
    #expect(
      (there?.lowerBound ?? "".endIndex) < (made?.lowerBound ?? "".startIndex), "\(merged.text)")
  }

  @Test("a task that each side renumbered separately is one task")
  func renumberedTwice() {
    let former = "  - 负责: 赵六\n  - 曾用: T3\n"
    let merged = merge(
      appending("\n- [ ] T3 量地\n- [ ] T4 复核\n" + former),
      appending("\n- [ ] T3 画图\n- [ ] T4 报价\n- [ ] T5 复核\n" + former))
    #expect(merged.isClean)
    #expect(merged.text.ranges(of: "复核").count == 1, "\(merged.text)")
    #expect(merged.text.ranges(of: "曾用: T3\n").count >= 1)
  }

  @Test("an item whose number one side changed is the same item, with its content")
  func movedItem() {
    let text = "---\n会议: M-2025-001\n---\n\n# 会\n\n## 议程\n\n### 1. 换管\n\n"
    let base = text + "### 2. 甲\n\n- [ ] T1 办甲\n  - 负责: 物业/赵六\n"
    let moved =
      text + "### 2. 乙\n\n- [ ] T1 办乙\n  - 负责: 物业/赵六\n\n"
      + "### 3. 甲\n\n- [ ] T2 办甲\n  - 负责: 物业/赵六\n  - 曾用: T1\n"
    let grown = base + "  - 进展: 2025-03-20 来过\n"
    for (first, second) in [(moved, grown), (grown, moved)] {
      let merged = merge(base, { _ in first }, { _ in second })
      #expect(merged.isClean, "\(merged.open)")
      #expect(merged.text.ranges(of: "办甲").count == 1, "\(merged.text)")
      #expect(merged.text.ranges(of: "办乙").count == 1)
      #expect(merged.text.contains("来过"))
    }
  }

  @Test("a task already renumbered by the other side is not referred to by its old number")
  func renumberedInBase() {
    let task = "  - 期限: 2025-10-20\n"
    let base = meetingText.replacing(task, with: task + "- [ ] T3 复核\n")
    let first = meetingText.replacing(task, with: task + "- [ ] T3 量地\n- [ ] T4 复核\n  - 曾用: T3\n")
    let merge = DocumentMerge(
      base: Array(base.utf8), first: Array(first.utf8),
      second: Array(base.replacing("T3 复核\n", with: "T3 复核\n  - 进展: 2025-10-02 已复核\n").utf8),
      path: "agendas/M-2025-008.md", kind: .meeting, markers: .none)
    let text = String(decoding: merge.bytes, as: UTF8.self)
    #expect(merge.isClean)
    #expect(text.contains("T4 复核\n  - 进展: 2025-10-02 已复核\n  - 曾用: T3\n"), "\(text)")
    #expect(text.ranges(of: "复核\n").count == 2)
  }

  @Test("a task that both have, and one side extended, is not asked about")
  func extendedTwin() {
    let task = "\n- [ ] T3 复核\n  - 期限: 2025-11-01\n"
    let merged = merge(appending(task), appending(task + "  - 延期: 2025-12-01 等审批\n"))
    #expect(merged.isClean)
    #expect(merged.text.hasSuffix(task + "  - 延期: 2025-12-01 等审批\n"), "\(merged.text)")
    #expect(!merge(appending(task), appending(task.replacing("11-01", with: "11-02"))).isClean)
  }

  @Test("the same part entered twice is one part")
  func same() {
    let task = replacing("  - 期限: 2025-10-20\n", "  - 期限: 2025-10-20\n- [ ] T3 复核\n  - 负责: 赵六\n")
    let more = { (text: String) in
      task(text).replacing("- 负责: 赵六\n", with: "- 负责: 赵六\n  - 期限: 2025-11-01\n")
    }
    let merged = merge(task, more)
    #expect(merged.isClean)
    #expect(merged.text == more(meetingText))
    #expect(merged.renumbered.isEmpty)
  }

  @Test("one vote with two counts is a contradiction that names the vote")
  func counts() {
    let merged = merge(replacing("66户", "67户"), replacing("66户", "68户"))
    #expect(merged.open.count == 1)
    let conflict = merged.open.first
    #expect(conflict?.titles.last == "整体更换主管")
    #expect(conflict?.first == "同意: 67户")
    #expect(conflict?.second == "同意: 68户")
    #expect(conflict?.base == "同意: 66户")
    #expect(
      merged.text.contains("<<<<<<< 甲\n- 同意: 67户\n=======\n- 同意: 68户\n>>>>>>> 乙\n- 反对: 12户\n"))
  }

  @Test("two recounts of a vote are not mixed into a third")
  func recounts() {
    let merged = merge(replacing("66户", "67户"), replacing("12户", "13户"))
    #expect(merged.open.count == 1)
    #expect(merged.open.first?.first == "同意: 67户；反对: 12户")
    #expect(merged.open.first?.second == "同意: 66户；反对: 13户")
  }

  @Test("attendance and outcome may come from different sides; parts of the outcome may not")
  func sharedWork() {
    let base = meetingText.replacing("- 实到: 100户\n- 同意: 66户\n- 反对: 12户\n", with: "").replacing(
      "- 结果: 通过\n", with: "")
    let merged = merge(
      base, replacing("- 规则: 赞成多于反对\n", "- 规则: 赞成多于反对\n- 实到: 100户\n"),
      replacing("- 规则: 赞成多于反对\n", "- 规则: 赞成多于反对\n- 同意: 66户\n- 反对: 12户\n"))
    #expect(merged.isClean)
    #expect(merged.text.contains("- 实到: 100户\n- 同意: 66户\n- 反对: 12户\n"))
    let parts = merge(
      base, replacing("- 规则: 赞成多于反对\n", "- 规则: 赞成多于反对\n- 同意: 70户\n"),
      replacing("- 规则: 赞成多于反对\n", "- 规则: 赞成多于反对\n- 反对: 66户\n- 结果: 未通过\n"))
    #expect(parts.open.map(\.second) == ["反对: 66户；结果: 未通过"])
  }

  @Test("one task with two due days is a contradiction, in whichever form each is written")
  func dueDays() {
    let extended = replacing(
      "  - 期限: 2025-10-15\n", "  - 期限: 2025-10-15\n  - 延期: 2025-10-30 材料未到\n")
    let other = replacing("  - 期限: 2025-10-15\n", "  - 期限: 2025-10-15\n  - 延期: 2025-11-15 下雨\n")
    let merged = merge(extended, other)
    #expect(merged.open.map(\.first) == ["延期: 2025-10-30 材料未到"])
    #expect(merged.open.map(\.second) == ["延期: 2025-11-15 下雨"])
    #expect(merged.open.first?.subjects.last?.name == "T1")
    #expect(!merge(extended, replacing("10-15\n", "10-18\n")).isClean)
    #expect(merge(extended, extended).isClean)
  }

  @Test("a task that one side completes and the other edits gets both changes")
  func boxes() {
    let merged = merge(
      replacing("- [ ] T1 取得三家报价", "- [x] T1 取得三家报价"),
      replacing("- [ ] T1 取得三家报价", "- [ ] T1 取得四家报价"))
    #expect(merged.isClean)
    #expect(merged.text.contains("- [x] T1 取得四家报价\n"))
    #expect(!merge(replacing("[ ] T1", "[x] T1"), replacing("[ ] T1", "[-] T1")).isClean)
  }

  @Test("a decision stays below the vote that it rests on")
  func basis() {
    let merged = merge(
      replacing("#### 决议 D1", "#### 表决: 分两期\n\n- 同意: 3户\n\n#### 决议 D1"),
      replacing("#### 决议 D1", "#### 决议 D2: 先报价\n\n- 性质: 协商意见\n\n#### 决议 D1"))
    #expect(merged.isClean)
    let places = ["整体更换主管", "决议 D2", "分两期", "决议 D1"].compactMap {
      merged.text.firstRange(of: $0)?.lowerBound
    }
    #expect(places.count == 4)
    #expect(places == places.sorted())
  }

  @Test("entries of a log are in the order of their days")
  func log() {
    let merged = merge(
      matterText, appending("- 2025-03-20 会商: 两案\n"),
      appending("- 2025-03-12 报到: 到场\n- 2025-03-25 落实\n"),
      path: "matters/Q-2025-014.md", kind: .matter)
    #expect(merged.isClean)
    #expect(
      merged.text
        == matterText + "- 2025-03-12 报到: 到场\n- 2025-03-25 落实\n- 2025-03-20 会商: 两案\n"
        || merged.text.hasSuffix("- 2025-03-12 报到: 到场\n- 2025-03-20 会商: 两案\n- 2025-03-25 落实\n"),
      "\(merged.text)")
  }

  @Test("a part that one side removes and the other changes is a contradiction")
  func removed() {
    let task = "- [ ] T2 公示\n  - 负责: 物业/赵六\n  - 期限: 2025-10-20\n"
    let merged = merge(replacing(task, ""), replacing("10-20", "10-21"))
    #expect(merged.open.map(\.kind) == [.removed])
    #expect(merge(replacing(task, ""), replacing("66户", "67户")).text.contains("T2") == false)
  }

  @Test("paragraphs that both add are both kept; one rewritten by both is a contradiction")
  func prose() {
    let merged = merge(
      replacing("先看两处地方。\n", "先看两处地方。\n\n东侧近。\n"), replacing("先看两处地方。\n", "先看两处地方。\n\n西侧大。\n"))
    #expect(merged.isClean)
    #expect(merged.text.hasSuffix("先看两处地方。\n\n东侧近。\n\n西侧大。\n"), "\(merged.text)")
    let clash = merge(replacing("先看两处", "先看三处"), replacing("先看两处", "先看四处"))
    #expect(clash.open.map(\.kind) == [.text])
  }

  @Test("a choice settles a contradiction, and is reported")
  func chosen() {
    let merged = merge(replacing("66户", "67户"), replacing("66户", "68户")) { _ in .second }
    #expect(merged.isClean)
    #expect(merged.chosen.count == 1)
    #expect(merged.text == meetingText.replacing("66户", with: "68户"))
  }

  @Test("two results of one vote are a contradiction")
  func results() {
    let base = meetingText.replacing("- 结果: 通过\n", with: "")
    let merged = merge(
      base, replacing("12户\n", "12户\n- 结果: 通过\n"), replacing("12户\n", "12户\n- 结果: 未通过\n"))
    #expect(merged.open.first?.first == "结果: 通过")
  }

  @Test("line ends and a missing last newline stay as they are")
  func lineEnds() {
    func crlf(_ text: String) -> String { text.replacing("\n", with: "\r\n") }
    let base = crlf(meetingText)
    let merged = merge(base, replacing("66户", "67户"), replacing("状态: 已召开", "状态: 已确认"))
    #expect(
      merged.text == crlf(meetingText.replacing("66户", with: "67户").replacing("已召开", with: "已确认")))
    let cut = String(meetingText.dropLast())
    let both = merge(cut, appending("\n\n又一段。"), replacing("66户", "67户"))
    #expect(both.text == cut.replacing("66户", with: "67户") + "\n\n又一段。")
  }

  @Test("a text that cannot be split into parts is merged by lines, and loses nothing")
  func unclosed() {
    let merged = merge(
      replacing("讨论摘要。", "讨论摘要。\n```"), appending("\n### 3. 另一件\n\n- 结论: 撤回\n"))
    #expect(merged.text.contains("```") && merged.text.contains("### 3. 另一件"))
  }

  @Test("if only one side changed, the result is that side, to the byte, for every removed line")
  func oneSide() {
    let lines = meetingText.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    for index in lines.indices {
      var rest = lines
      rest.remove(at: index)
      let text = rest.joined(separator: "\n")
      #expect(merge(meetingText, { _ in text }, { $0 }).text == text)
      #expect(merge(meetingText, { $0 }, { _ in text }).text == text)
    }
  }

  @Test(
    "people, rules and days off that both add to hall.md are kept; a row rewritten by both is not")
  func charter() {
    let base = """
      ---
      议事厅: 试厅
      ---

      # 试厅

      ## 名册

      | 姓名 | 方 | 户 | 面积 |
      | --- | --- | --- | --- |
      | 张三 | 居民 | 2-1-301 | 86.40 |
      | 张三 | 居民 | 3-1-101 | 60 |

      ## 表决规则

      ### 换届

      - 依据: 第12条
      - 通过: 人数 > 1/2

      ## 日历

      - 休: 2025-10-01 至 2025-10-08

      """
    func merged(_ first: (String) -> String, _ second: (String) -> String) -> DocumentMerge {
      merge(base, first, second, path: "hall.md", kind: .hall)
    }
    let both = merged(
      { replacing("| 60 |\n", "| 60 |\n| 李四 | 物业 |  |  |\n")(appending("- 休: 2026-01-01\n")($0)) },
      {
        replacing("| 86.40 |", "| 86.50 |")(
          replacing("| 60 |\n", "| 60 |\n| 王五 | 社区 |  |  |\n")(
            replacing("## 日历\n", "### 大修\n\n- 通过: 面积 ≥ 3/4\n\n## 日历\n")($0)))
      })
    #expect(both.isClean, "\(both.open)")
    for line in ["李四", "王五", "86.50", "| 张三 | 居民 | 3-1-101 | 60 |", "### 大修", "2026-01-01"] {
      #expect(both.text.contains(line), "\(line)")
    }
    let clash = merged(replacing("86.40", "86.50"), replacing("86.40", "87"))
    #expect(clash.open.count == 1)
    #expect(!merged(replacing("> 1/2", "> 2/3"), replacing("> 1/2", "≥ 3/4")).isClean)
  }

  @Test("a person counted for by one side and against by the other is a contradiction")
  func turncoats() {
    let base = meetingText.replacing("同意: 66户", with: "同意: 张三").replacing(
      "反对: 12户", with: "反对: 赵六")
    let clash = merge(
      base, replacing("同意: 张三", "同意: 张三、钱七"), replacing("反对: 赵六", "反对: 赵六、钱七"))
    #expect(clash.open.map(\.first) == ["同意: 张三、钱七；反对: 赵六"])
    let both = merge(
      base, replacing("同意: 张三", "同意: 张三、钱七"), replacing("反对: 赵六", "反对: 赵六、孙八"))
    #expect(both.isClean)
    // A result follows from the other names.
    #expect(
      !merge(base, replacing("同意: 张三", "同意: 张三、钱七"), replacing("结果: 通过", "结果: 未通过")).isClean)
  }

  @Test("equal counts of two sides of a vote are not one person in both", arguments: 2...9)
  func equalCounts(count: Int) {
    let added: (String) -> String = {
      $0 + "\n#### 表决: 再议\n\n- 规则: 居民会议\n- 应到: 20\n- 实到: 15\n- 同意: \(count)\n"
        + "- 反对: \(count)\n- 弃权: \(count)\n- 结果: 未通过\n"
    }
    let both = merge(meetingText, added, added)
    #expect(both.isClean, "\(both.open)")
  }

  @Test("a person's proxy, hour or signature given twice is a contradiction; two people's are two")
  func people() {
    let base =
      meetingText.replacing(
        "- 物业: 赵六\n", with: "- 物业: 赵六\n- 委托: 周九 → 钱七\n") + "\n## 各方签字\n\n- 居民: 张三 2025-09-27 同意\n"
    func adding(_ lines: String) -> (String) -> String {
      replacing("- 委托: 周九 → 钱七\n", "- 委托: 周九 → 钱七\n" + lines)
    }
    #expect(merge(base, adding("- 迟到: 赵六 15:10\n"), adding("- 迟到: 张三 15:20\n")).isClean)
    #expect(!merge(base, adding("- 迟到: 赵六 15:10\n"), adding("- 迟到: 赵六 15:20\n")).isClean)
    #expect(!merge(base, adding("- 委托: 吴十 → 张三\n"), adding("- 委托: 吴十 → 钱七\n")).isClean)
    #expect(!merge(base, replacing("→ 钱七", "→ 张三"), replacing("→ 钱七", "→ 赵六")).isClean)
    let signed = merge(
      base, appending("- 物业: 赵六 2025-09-27 保留意见: 工期偏紧\n"),
      appending("- 居民: 钱七 2025-09-28 同意\n"))
    #expect(signed.isClean)
    #expect(
      !merge(
        base, appending("- 物业: 赵六 2025-09-27 同意\n"), appending("- 物业: 赵六 2025-09-27 拒绝签字\n")
      ).isClean)
  }

  @Test("one name replaced by two, or one remark rewritten twice, is a contradiction")
  func replaced() {
    #expect(!merge(replacing("张三、钱七", "张三、孙八"), replacing("张三、钱七", "张三、周九")).isClean)
    #expect(merge(replacing("张三、钱七", "张三、孙八"), replacing("张三、钱七", "张三、孙八")).isClean)
    #expect(!merge(replacing("钱七", "钱七（迟到）"), replacing("、钱七", "")).isClean)
    #expect(!merge(replacing("钱七", "钱七（迟到）"), replacing("钱七", "钱七（早退）")).isClean)
    #expect(
      !merge(replacing("Q-2025-014", "Q-2025-013"), replacing("Q-2025-014", "Q-2025-012")).isClean)
    #expect(
      merge(replacing("钱七", "钱七（迟到）"), replacing("张三", "张三、李四")).text
        .contains("- 居民: 张三、钱七（迟到）、李四\n"))
    let gone = replacing("、钱七", "")
    #expect(
      !merge(
        { gone($0).replacing("- 物业: 赵六\n", with: "- 物业: 赵六\n- 缺席: 钱七\n") },
        { gone($0).replacing("- 物业: 赵六\n", with: "- 物业: 赵六\n- 请假: 钱七\n") }
      ).isClean)
  }

  @Test("the same title in two items is two tasks")
  func sameTitles() {
    let merged = merge(
      replacing("  - 期限: 2025-10-20\n", "  - 期限: 2025-10-20\n- [ ] T3 现场踏勘\n"),
      appending("\n- [ ] T3 现场踏勘\n"))
    #expect(merged.isClean)
    #expect(merged.text.contains("- [ ] T4 现场踏勘\n  - 曾用: T3\n"))
  }

  @Test("a log entry rewritten by both is a contradiction, whatever else each adds")
  func logEntry() {
    let merged = merge(
      matterText,
      { replacing("2025-03-10 吹哨", "2025-03-11 吹哨")($0) + "- 2025-03-20 会商\n" },
      { replacing("2025-03-10 吹哨", "2025-03-12 吹哨")($0) + "- 2025-03-21 落实\n" },
      path: "matters/Q-2025-014.md", kind: .matter)
    #expect(merged.open.count == 1)
  }
}
