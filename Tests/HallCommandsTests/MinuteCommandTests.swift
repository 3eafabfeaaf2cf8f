import HallCommands
import Synchronization
import Testing
import HallWords

/// A meeting of today with two items, already notified.
enum MinuteHall {
  static let path = "agendas/M-2025-011.md"

  static func make(_ status: String = "已通知", day: String = "2025-12-01") throws -> TestHall {
    let text = """
      ---
      会议: M-2025-011
      状态: \(status)
      时间: \(day) 14:30
      ---

      # 协商会

      ## 议程

      ### 1. 充电车棚选址

      - 时长: 20分钟

      ### 2. 更换楼道照明

      """
    let charter =
      TestHall.charter + """
        ## 名册

        | 姓名 | 方 |
        | --- | --- |
        | 张三 | 居民 |
        | 钱七 | 居民 |
        | 周九 | 居民 |
        | 赵六 | 物业 |

        """
    return try TestHall([path: text], charter: charter)
  }
}

extension TestHall {
  /// Takes minutes from a pipe.
  func minute(_ lines: String...) -> (answer: Answer, shown: String) {
    let console = ScriptedConsole(lines, isInteractive: false)
    let answer = CommandTable.answer(
      ["minute", "M-2025-011"], in: context(environment: ["HALL_AUTHOR": "王五"], console: console))
    return (answer, console.shown)
  }

  /// Takes minutes at a terminal.
  func minuteAtTable(_ lines: String...) -> (answer: Answer, shown: String) {
    let console = ScriptedConsole(lines)
    let answer = CommandTable.answer(
      ["记录", "11"],
      in: context(
        isTerminal: true, environment: ["HALL_AUTHOR": "王五", "NO_COLOR": "1"], console: console))
    return (answer, console.shown)
  }
}

@Suite("Minutes are taken live")
struct MinuteCommandTests {
  private let path = MinuteHall.path

  @Test("a transcript from a pipe becomes the minutes, with one revision per line")
  func transcript() throws {
    let hall = try MinuteHall.make()
    let (answer, shown) = hall.minute(
      "\u{FEFF}# 会前", "", "到 张三、钱七 赵六", "缺 周九", "议１", "张三：东门宽敞。", "结论 下次再议", "议 照明",
      "表决 更换照明 居民会议", "同意 2 反对 1", "决议 更换照明；依据 表决", "任务 取得报价 @物业/赵六 12-15",
      "议 新 楼道堆物", "记 下次再说", "完", "记 完了以后的不算")
    #expect(answer.errors == "")
    #expect(answer.status == 0)
    #expect(shown.contains("更换照明：实到 3人、同意 2、反对 1 → 通过\n"))
    #expect(answer.output == "还没有记完：\n  议题 3 楼道堆物：没有结论\n")
    let text = hall.text(path)
    #expect(text.contains("状态: 已召开\n"))
    #expect(text.contains("- 居民: 张三、钱七\n- 物业: 赵六\n- 缺席: 周九\n"))
    #expect(text.contains("- 时长: 20分钟\n- 结论: 下次再议\n\n张三：东门宽敞。\n"))
    #expect(text.contains("- 应到: 4人\n- 实到: 3人\n- 同意: 2\n- 反对: 1\n- 结果: 通过\n"))
    #expect(text.contains("- [ ] T1 取得报价\n  - 负责: 物业/赵六\n  - 期限: 2025-12-15\n"))
    #expect(text.hasSuffix("### 3. 楼道堆物\n\n下次再说\n"))
    #expect(hall.run("verify").status == 0)
    #expect(hall.run("check").status == 0)
    // The agenda as it was, and one revision for each of the ten lines with a fact.
    #expect(
      hall.text("history/M-2025-011.md").split(separator: "\n").count { $0.hasPrefix("## ") } == 11)
  }

  @Test("an English transcript works as well")
  func english() throws {
    let hall = try MinuteHall.make()
    let (answer, _) = hall.minute(
      "present 张三, 钱七, 赵六", "item 2", "note Ann: it is dark.", "vote Replace the lamps assembly",
      "for 3 against 0", "decision Replace the lamps; basis vote", "task Get offers @物业/赵六 +10d",
      "item 1", "outcome deferred", "done")
    #expect(answer.errors == "")
    #expect(answer.output == "")
    #expect(hall.text(path).contains("- 规则: 居民会议\n- 应到: 4人\n- 实到: 3人\n- 同意: 3\n- 反对: 0\n"))
    #expect(hall.text(path).contains("  - 期限: 2025-12-11\n"))
    #expect(hall.run("check").status == 0)
  }

  @Test("refused lines are named with their numbers, and the rest is recorded")
  func refusals() throws {
    let hall = try MinuteHall.make()
    let (answer, _) = hall.minute(
      "记 早了", "到 张三", "议 9", "议 2", "同意 5", "记 \u{FFFD}", "记 后面的还在")
    #expect(answer.status == 1)
    #expect(answer.errors.hasPrefix("这 4 行没有记下：\n第1行：记 早了\n  还没有选议题"))
    #expect(answer.errors.contains("第3行：议 9\n  没有议题「9」；有：1 充电车棚选址；2 更换楼道照明\n"))
    #expect(answer.errors.contains("第5行：同意 5\n  这个议题还没有表决"))
    #expect(answer.errors.contains("第6行：记 \u{FFFD}\n  有读不出的字，文件要存成 UTF-8\n"))
    #expect(hall.text(path).contains("后面的还在\n"))
  }

  @Test("a line that would make the minutes wrong is refused, with the reason and a hint")
  func wouldBeWrong() throws {
    let hall = try MinuteHall.make()
    let (answer, _) = hall.minute("到 张三", "议 2", "表决 换灯 居民会议", "实到 3", "同意 66")
    #expect(
      answer.errors == """
        这 1 行没有记下：
        第5行：同意 66
          投票人数共 66，多于实到人数 3
          提示：核对这次表决的各项数字，改正写错的一项

        """)
    #expect(!hall.text(path).contains("66"))
  }

  @Test("a line without a known word is kept as text, and a note says so")
  func asText() throws {
    let hall = try MinuteHall.make()
    let (_, shown) = hall.minute("议 2", "# 不是标题", "大家都说好", "同意见：- [x] 好", "撤", "赵六：我去问")
    #expect(shown.contains("没看懂，照原话记下了；不要就打「撤」\n"))
    #expect(shown.contains("已撤：同意见：- [x] 好\n"))
    #expect(hall.text(path).hasSuffix("### 2. 更换楼道照明\n\n大家都说好\n\n赵六：我去问\n"))
  }

  @Test("votes that are said party by party are counted, and what only looks like votes is told")
  func saidByParty() throws {
    let hall = try MinuteHall.make()
    let (_, shown) = hall.minute(
      "到 居民 13人、物业 1人", "议 2", "表决 换灯 各方过半", "居民同意12人 反对1人，物业同意1票", "居民同意了，大概12票")
    let text = hall.text(path)
    #expect(text.contains("- 同意: 居民 12、物业 1\n"), "\(shown)\(text)")
    #expect(text.contains("- 反对: 居民 1\n"))
    #expect(shown.contains("像是票数，没有算进去"), "\(shown)")
  }

  @Test("a typed line never becomes structure")
  func structure() throws {
    let hall = try MinuteHall.make()
    _ = hall.minute(
      "到 张三", "议 2", "记 ## 议程", "记 - [x] T9 做完了", "记 ```", "记 <!--", "记 ---", "记 - 结论: 达成一致",
      "议 新 ## 表决: 假的", "记 完好")
    let text = hall.text(path)
    #expect(
      text.contains("\\## 议程\n\n\\- [x] T9 做完了\n\n\\```\n\n\\<!--\n\n\\---\n\n\\- 结论: 达成一致\n"))
    #expect(text.hasSuffix("### 3. ## 表决: 假的\n\n完好\n"))
    #expect(hall.run("list", "tasks").output.contains("T9") == false)
    #expect(hall.run("check").status == 0)
  }

  @Test("undo takes back only the lines of this session")
  func undo() throws {
    let hall = try MinuteHall.make()
    _ = hall.minute("到 张三")
    let before = hall.text(path)
    let (answer, shown) = hall.minute("议 2", "记 一句", "表决 换灯 居民会议", "撤", "撤", "撤")
    #expect(shown.contains("已撤：表决 换灯 居民会议\n已撤：记 一句\n"))
    #expect(answer.errors.contains("第6行：撤\n  这次记的都撤完了"))
    #expect(hall.text(path) == before)
  }

  @Test("undo after a refused line does nothing at first, then takes back the line before it")
  func undoOfRefused() throws {
    let hall = try MinuteHall.make()
    let (_, shown) = hall.minuteAtTable(
      "到 张三", "议 2", "记 一句", "记 又一句", "同意 5", "议 9", "撤", "撤", "完")
    #expect(shown.contains("上一行没有记，不用撤\n"))
    #expect(shown.contains("已撤：记 又一句\n"))
    #expect(!shown.contains("已撤：记 一句\n"))
    // After another accepted line, undo means that line.
    let (_, later) = hall.minuteAtTable("议 2", "记 三句", "同意 5", "记 四句", "撤", "完")
    #expect(later.contains("已撤：记 四句\n"))
    #expect(hall.text(path).hasSuffix("\n\n一句\n\n三句\n"))
  }

  @Test("in a script, every undo belongs to one line, refused or not")
  func undoOfRefusedInScript() throws {
    let hall = try MinuteHall.make()
    let (_, shown) = hall.minute(
      "到 张三", "议 2", "记 一句", "同意 5", "反对 6", "撤", "撤", "记 又一句", "撤")
    #expect(shown.contains("上一行没有记，不用撤\n上一行没有记，不用撤\n已记。\n已撤：记 又一句\n"))
    #expect(hall.text(path).hasSuffix("\n\n一句\n"))
  }

  @Test("attendance, votes and the end may be typed as people say it, absences with a reason")
  func spoken() throws {
    let hall = try MinuteHall.make()
    let (answer, shown) = hall.minute(
      "张三、赵六到了。", "刘书记到了", "缺 周九 出差", "议 2", "水来了", "表决 换灯 居民会议", "表决 换线 居民会议", "同意 2", "表决",
      "同意 1 反对 1", "散会。", "记 完了以后的不算")
    #expect(answer.errors.hasPrefix("这 1 行没有记下：\n第2行：刘书记到了\n  「刘书记」不在名册里"))
    #expect(shown.contains("换灯：规则 居民会议，还没有票数\n换灯：实到 2人、同意 1、反对 1"))
    #expect(hall.text(path).contains("- 居民: 张三\n- 物业: 赵六\n- 缺席: 周九（出差）\n"))
    #expect(hall.text(path).contains("### 2. 更换楼道照明\n\n水来了\n"))
    #expect(!hall.text(path).contains("以后"))
  }

  @Test("a name before a task's due day leads to a question, and from a pipe to a refusal")
  func leadUnclear() throws {
    let hall = try MinuteHall.make()
    let (_, shown) = hall.minuteAtTable(
      "到 张三", "议 2", "任务 张贴告示 赵六 12-15", "是", "任务 告诉 钱七 12-15", "不是", "任务 去问 张三 12-15", "", "完")
    #expect(shown.contains("赵六 是负责人吗？（是/否）"))
    #expect(shown.contains("没有说「张三」是不是负责人，任务没有加"))
    let text = hall.text(path)
    #expect(text.contains("T1 张贴告示\n  - 负责: 赵六\n  - 期限: 2025-12-15\n"))
    #expect(text.contains("T2 告诉 钱七\n  - 期限: 2025-12-15\n"))
    #expect(!text.contains("去问"))
    let (answer, _) = hall.minute("议 2", "任务 换灯 赵六 12-15")
    #expect(answer.errors.contains("是就在前面写 @：「@赵六」"))
    #expect(!hall.text(path).contains("换灯 赵六"))
  }

  @Test("part of a unit's name is enough for the lead, and a note says so")
  func body() throws {
    let hall = try MinuteHall.make()
    try hall.edit("hall.md", "| 赵六 | 物业 |", "| 赵六 | 物业 |\n| 区排水所 | 物业 |")
    let (answer, shown) = hall.minute("到 张三", "议 2", "任务 清管 @排水所 12-15")
    #expect(answer.errors == "")
    #expect(shown.contains("写成了「物业/区排水所」；不对就「撤」\n"))
    #expect(hall.text(path).contains("  - 负责: 物业/区排水所\n"))
  }

  @Test("a spoken result counts as unanimous, until counts are given")
  func unanimous() throws {
    let hall = try MinuteHall.make()
    let (answer, shown) = hall.minute("到 张三、钱七、赵六", "议 2", "表决 换灯 居民会议", "全票通过")
    #expect(answer.errors == "")
    #expect(shown.contains("换灯：实到 3人、同意 一致 → 通过"), "\(shown)")
    #expect(hall.text(path).contains("- 同意: 一致\n"))
    let (_, counted) = hall.minute("议 2", "举手 同意 3票 反对 0", "看")
    #expect(counted.ranges(of: "换灯：实到 3人、同意 3").count == 2, "\(counted)")
    #expect(hall.text(path).contains("- 方式: 举手\n"))
  }

  @Test("the outcome of an item may be said alone")
  func outcomeAlone() throws {
    let hall = try MinuteHall.make()
    let (answer, _) = hall.minute("到 张三、钱七、赵六", "议 1", "暂缓")
    #expect(answer.errors == "")
    #expect(hall.text(path).contains("- 结论: 下次再议\n"))
  }

  @Test("movers, an interest, a tie and an adjournment are taken as people say them")
  func charter() throws {
    let hall = try MinuteHall.make()
    let (answer, shown) = hall.minute(
      "到 张三、钱七、赵六", "议 2", "赵六 利害关系 退场", "表决 换灯 赞成多于反对", "动议 张三 附议 钱七", "同意1反对1",
      "主持人决定票 同意", "休会 到 2025-12-11")
    #expect(answer.errors == "", "\(answer.errors)")
    let text = hall.text(path)
    for line in [
      "- 利害关系: 赵六（退场）\n", "- 动议: 张三\n", "- 附议: 钱七\n", "- 同意: 1\n", "- 决定票: 同意\n", "- 结果: 通过\n",
      "休会: 2025-12-11 续会\n",
    ] {
      #expect(text.contains(line), "\(line)\n\(text)\n\(shown)")
    }
  }

  @Test("a time without morning or afternoon fits the meeting, and a note says so")
  func afternoon() throws {
    let hall = try MinuteHall.make()
    let (answer, shown) = hall.minute("迟到 赵六 3点10分", "早退 张三 下午4点半、钱七 15点10")
    #expect(answer.errors == "")
    #expect(shown.contains("按下午算：15:10；不对就「撤」"))
    #expect(hall.text(path).contains("- 迟到: 赵六 15:10\n- 早退: 张三 16:30\n- 早退: 钱七 15:10\n"))
  }

  @Test("undo is refused after somebody else has recorded something")
  func undoOfAnother() throws {
    let hall = try MinuteHall.make()
    let other = hall.context(environment: ["HALL_AUTHOR": "李四"])
    let console = InterruptedConsole(["到 张三", "议 2", "记 一句", "撤"]) { line in
      guard line == "撤" else { return }
      _ = CommandTable.answer(["task", "add", "M-2025-011#1", "量一量"], in: other)
    }
    let answer = CommandTable.answer(
      ["minute", "M-2025-011"],
      in: hall.context(environment: ["HALL_AUTHOR": "王五"], console: console))
    #expect(answer.errors.contains("第4行：撤\n  那一行之后别处又记过，撤不了"))
    #expect(hall.text(path).contains("量一量"))
    #expect(hall.text(path).contains("一句"))
  }

  @Test("any first fact marks the meeting as held, and undo takes that back")
  func begins() throws {
    let hall = try MinuteHall.make()
    _ = hall.minute("议 2", "表决 换灯 居民会议")
    #expect(hall.text(path).contains("状态: 已召开\n"))
    let other = try MinuteHall.make("拟定")
    let before = other.text(path)
    _ = other.minute("议 2", "表决 换灯 居民会议", "撤")
    #expect(other.text(path) == before)
  }

  @Test(
    "minute refuses a meeting that is approved, cancelled, postponed or still to come",
    arguments: [
      ("已确认", "2025-12-01", "已经确认"), ("取消", "2025-12-01", "没有会可记"),
      ("改期", "2025-12-01", "没有会可记"), ("已通知", "2025-12-02", "还没有到"),
    ])
  func unfit(status: String, day: String, why: String) throws {
    let hall = try MinuteHall.make(status, day: day)
    let (answer, _) = hall.minute("到 张三")
    #expect(answer.status == 2)
    #expect(answer.errors.contains(why))
  }

  @Test("without a terminal, minute needs a full identifier")
  func fullIdentifier() throws {
    let hall = try MinuteHall.make()
    #expect(hall.write("minute", "11").errors.contains("完整的编号"))
  }

  @Test("at a terminal, a vote without a rule leads to a question for the rule")
  func rule() throws {
    let hall = try MinuteHall.make()
    let (_, shown) = hall.minuteAtTable("到 张三", "议 2", "表决 换灯", "99", "3", "表决 再换", "", "完")
    #expect(shown.contains("「换灯」按什么规则？\n   1  业主一般事项\n"))
    #expect(shown.contains("没有「99」这个规则\n"))
    #expect(shown.contains("换灯：规则 居民会议，还没有票数\n"))
    #expect(shown.contains("没有记：没有写规则，表决没有加"))
    #expect(!hall.text(path).contains("再换"))
    let (answer, _) = hall.minute("议 2", "表决 三换")
    #expect(answer.errors.contains("没有写规则，表决没有加；写在题目后面，如「表决 三换 居民会议」"))
  }

  @Test("lines after a refused vote or item are not added to another one")
  func astray() throws {
    let hall = try MinuteHall.make()
    let (answer, _) = hall.minute(
      "到 张三、钱七、赵六", "议 2", "表决 换灯 居民会议", "同意 2", "决议 换灯", "表决 换线", "同意 1", "决议 换线",
      "任务 买线", "记 说了线的事", "议 9", "记 说了别的", "大家说好", "结论 达成一致", "议 1", "记 又说车棚")
    #expect(
      answer.errors == """
        这 8 行没有记下：
        第6行：表决 换线
          没有写规则，表决没有加；写在题目后面，如「表决 换线 居民会议」
        第7行：同意 1
          它上面的表决没有记下，不知道该记在哪里
        第8行：决议 换线
          它上面的表决没有记下，不知道该记在哪里
        第9行：任务 买线
          它上面的表决没有记下，不知道该记在哪里
        第11行：议 9
          没有议题「9」；有：1 充电车棚选址；2 更换楼道照明
        第12行：记 说了别的
          它上面的议题没有记下，不知道该记在哪里
        第13行：大家说好
          它上面的议题没有记下，不知道该记在哪里
        第14行：结论 达成一致
          它上面的议题没有记下，不知道该记在哪里

        """)
    let text = hall.text(path)
    #expect(text.contains("- 同意: 2\n") && text.contains("说了线的事\n"))
    #expect(text.contains("- 时长: 20分钟\n\n又说车棚\n"))
  }

  @Test("a task after a refused decision is not added to another decision")
  func astrayTask() throws {
    let hall = try MinuteHall.make()
    let (answer, _) = hall.minute(
      "到 张三", "议 2", "决议 换灯；依据 协商一致", "决议 换线；性质 随便", "任务 买线", "议 1", "任务 量车棚")
    #expect(answer.errors.contains("第5行：任务 买线\n  它上面的决议没有记下，不知道该记在哪里\n"))
    #expect(hall.text(path).contains("量车棚"))
    #expect(!hall.text(path).contains("买线"))
  }

  @Test("an earlier vote can be chosen by its title")
  func voteByTitle() throws {
    let hall = try MinuteHall.make()
    let (answer, shown) = hall.minute(
      "到 张三、钱七、赵六", "议 2", "表决 换灯 居民会议", "表决 换线 居民会议", "表决 换灯", "同意 1 反对 2")
    #expect(answer.errors == "")
    #expect(shown.contains("换灯：实到 3人、同意 1、反对 2 → 未通过"))
  }

  @Test("after a lost terminal the minutes go on at the item and the vote they were at")
  func goesOn() throws {
    let hall = try MinuteHall.make()
    // The terminal is gone: no 完.
    _ = hall.minuteAtTable("到 张三", "议 2", "表决 换灯 居民会议", "表决 换牌 居民会议", "表决 1")
    let next = hall.minuteAtTable("同意 1", "完")
    #expect(next.shown.contains("接着上次的议题：2  更换楼道照明"), "\(next.shown)")
    #expect(next.shown.contains("换灯：实到 1人、同意 1"), "\(next.shown)")
    // Once it is done, nothing is left to go on with.
    #expect(!hall.minuteAtTable("完").shown.contains("接着上次"))
  }

  @Test("a line typed at the question for the rule is not lost")
  func lineForTheRule() throws {
    let hall = try MinuteHall.make()
    let console = ScriptedConsole(["到 张三", "议 2", "表决 换灯", "同意 1", "居民会议", "完"])
    _ = CommandTable.answer(
      ["记录", "11"],
      in: hall.context(
        isTerminal: true, environment: ["HALL_AUTHOR": "王五", "NO_COLOR": "1"], console: console))
    #expect(console.shown.contains("先写「换灯」按什么规则；「同意 1」还没有记，按 ↑ 找回\n"))
    #expect(console.history.suffix(2) == ["表决 换灯", "同意 1"])
    #expect(!hall.text(path).contains("同意"))
  }

  @Test("the prompt shows the item, its time used and its time over")
  func prompt() throws {
    let hall = try MinuteHall.make()
    let console = ScriptedConsole(["议 1", "记 甲", "记 乙", "记 丙"])
    var context = hall.context(
      isTerminal: true, environment: ["HALL_AUTHOR": "王五", "NO_COLOR": "1"], console: console)
    let start = context.now
    // Every shown line takes seven minutes.
    context.clock = { start + console.shown.split(separator: "\n").count * 420 }
    _ = CommandTable.answer(["minute", "11"], in: context)
    #expect(console.shown.contains("M-2025-011> "))
    #expect(console.shown.contains("议1 充电车棚选址 7/20分> "))
    #expect(console.shown.contains("议1 充电车棚选址 21/20分 超1分> "))
    // Each revision has the time of its own line.
    let times = hall.text("history/M-2025-011.md").split(separator: "\n").filter {
      $0.hasPrefix("* at: ")
    }
    // The agenda as it was is recorded together with the first line.
    #expect(times.count == 4)
    #expect(Set(times).count == 3)
  }

  @Test("messages fit the terminal")
  func fits() throws {
    let hall = try MinuteHall.make()
    let (_, shown) = hall.minuteAtTable(
      "到 张三", "议 2", "表决 修灯 居民会议", "同意 这件事大家都觉得应该早点办，拖了好几年了", "帮", "看", "表决 换灯", "", "说了一句很长的话", "完"
    )
    #expect(shown.contains("没有记："))
    // On a real terminal, the message after a prompt starts on a new line.
    for line in shown.replacing("> ", with: "\n").split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) < 80, "\(line)")
    }
  }

  @Test("done lists what is still open and the next commands")
  func done() throws {
    let hall = try MinuteHall.make()
    let (answer, shown) = hall.minuteAtTable(
      "到 张三", "议 1", "结论 下次再议", "议 2", "表决 换灯 居民会议", "任务 换", "帮", "完")
    #expect(shown.contains("议题 1") == false)
    #expect(shown.contains("记 张三：冬天反水三次"))
    #expect(
      answer.output == """
        还没有记完：
          议题 2 更换楼道照明：表决「换灯」没有票数
          T1 换：没有人负责（写「任务 负责 T1 谁」）
          T1 换：没有期限
        接下来可以：
          hall 看 M-2025-011
          hall 记录 M-2025-011
          hall 确认 M-2025-011

        """)
  }

  @Test("votes that overturn a decision above them are taken, and the decision is named")
  func overturned() throws {
    let hall = try MinuteHall.make()
    let (answer, shown) = hall.minute(
      "到 居民 张三、钱七、周九", "到 物业 赵六", "议 2", "表决 换灯 各方过半", "同意 张三、赵六", "决议 换灯",
      "反对 钱七、周九")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect((answer.output + shown).contains("决议 D1 不能成立；去掉它就写「删 D1」"), "\(shown)")
    let text = hall.text(MinuteHall.path)
    #expect(text.contains("- 反对: 钱七、周九") && text.contains("- 结果: 未通过"), "\(text)")
    #expect(hall.run("check").output.contains("[decision-basis]"))
  }
}

/// A pipe whose lines arrive while somebody else is at work.
private final class InterruptedConsole: Console {
  private let lines: Mutex<[String]>
  private let before: @Sendable (String) -> Void

  /// - Parameter before: what happens before each line arrives.
  init(_ lines: [String], before: @escaping @Sendable (String) -> Void) {
    self.lines = Mutex(lines)
    self.before = before
  }

  var isInteractive: Bool { false }
  func show(_ text: String) {}
  func rest() -> [UInt8] { [] }
  func run(_ words: [String]) -> Int32? { nil }

  func line(_ prompt: Prompt) -> String? {
    let line = lines.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    if let line { before(line) }
    return line
  }
}
