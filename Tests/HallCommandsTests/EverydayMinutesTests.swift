import Foundation
import HallCommands
import HallWords
import TestSupport
import Testing

/// Lines as somebody says them who has forgotten the words of the help.
@Suite("Minutes in everyday words")
struct EverydayMinutesTests {
  private func minute(_ lines: [String]) throws -> (text: String, shown: String, errors: String) {
    let hall = try MinuteHall.make()
    let console = ScriptedConsole(["到 张三、钱七、周九"] + lines, isInteractive: false)
    let answer = CommandTable.answer(
      ["minute", "M-2025-011"],
      in: hall.context(environment: ["HALL_AUTHOR": "王五"], console: console))
    return (hall.text(MinuteHall.path), console.shown, answer.errors)
  }

  @Test(
    "facts said after a decision are its facts, and never its title",
    arguments: [
      (
        "决议 换灯；公示15天；经费 3.2万元，从维修资金出；12月20日起执行",
        "#### 决议 D1: 换灯\n\n- 依据: 协商一致\n- 经费: 3.2万元，从维修资金出\n- 公示: 2025-12-01 至 2025-12-16\n- 生效: 2025-12-20\n"
      ),
      (
        "决议 修门，公示7天，即日起生效，费用2000元从公共收益支出",
        "#### 决议 D1: 修门\n\n- 依据: 协商一致\n- 经费: 2000元从公共收益支出\n- 公示: 2025-12-01 至 2025-12-08\n- 生效: 2025-12-01\n"
      ),
      (
        "决议 换成太阳能灯 公示7天 即日起生效",
        "#### 决议 D1: 换成太阳能灯\n\n- 依据: 协商一致\n- 公示: 2025-12-01 至 2025-12-08\n- 生效: 2025-12-01\n"
      ),
      ("决议 换灯 公示 15天", "#### 决议 D1: 换灯\n\n- 依据: 协商一致\n- 公示: 2025-12-01 至 2025-12-16\n"),
      ("决议 关于 公示7天 的决定", "#### 决议 D1: 关于 公示7天 的决定\n"),
      ("决议 修门。公示15天。自12月31日起施行", "- 公示: 2025-12-01 至 2025-12-16\n- 生效: 2025-12-31\n"),
    ])
  func decision(line: String, lines: String) throws {
    let (text, _, errors) = try minute(["议 2", line + "；依据 协商一致"])
    #expect(errors.isEmpty, "\(errors)")
    #expect(text.contains(lines), "\(text)")
  }

  @Test("what is said of the last decision or task, of the chair, and corrections of votes")
  func lines() throws {
    let (text, shown, errors) = try minute([
      "议 2", "张三主持", "表决 装灯 居民会议", "应到 6", "实到 4", "同意 2 反对 2", "主持 决定票：赞成", "决定票 无",
      "更正：赞成3票，反对1票", "决议 装灯", "公示期7天", "经费3.2万元", "从12月10日起执行", "任务 钱七负责张贴公示 12月5日前",
      "任务 T1 由周九负责",
    ])
    #expect(errors.isEmpty, "\(errors)")
    #expect(shown.contains("票数相同；主持人要投决定票，写「主持人决定票 同意」\n"))
    #expect(shown.contains("决定票 张三 赞成 → "), "\(shown)")
    #expect(text.contains("主持: 居民/张三\n"), "\(text)")
    #expect(text.contains("- 同意: 3票\n- 反对: 1票\n") && !text.contains("决定票"), "\(text)")
    #expect(text.contains("- 公示: 2025-12-01 至 2025-12-08\n- 经费: 3.2万元\n- 生效: 2025-12-10\n"))
    #expect(text.contains("- [ ] T1 张贴公示\n  - 负责: 周九\n  - 期限: 2025-12-05\n"), "\(text)")
  }

  @Test("the next number of the agenda and a title are a new item; a number that is there is not")
  func nextItem() throws {
    let (text, _, errors) = try minute(["议 3、充电桩", "记 装在北门", "议 4 二次供水", "议 二次供水"])
    #expect(errors.isEmpty, "\(errors)")
    #expect(text.contains("### 3. 充电桩\n\n装在北门\n"), "\(text)")
    #expect(text.contains("### 4. 二次供水\n") && !text.contains("### 5."), "\(text)")
    let (same, _, refused) = try minute(["议 1 别的题目", "议 7 跳着写"])
    #expect(refused.contains("没有议题「1 别的题目」") && refused.contains("没有议题「7 跳着写」"))
    #expect(!same.contains("别的题目"))
  }

  @Test("a line that became a text is taken out again, and nothing else")
  func strike() throws {
    let (text, shown, errors) = try minute([
      "议 2", "张三：电费太贵", "公示十五天吧", "任务 买灯 @物业/赵六 12-15", "钱七：同意", "删 公示十五天",
    ])
    #expect(errors.isEmpty, "\(errors)")
    #expect(shown.contains("已删去：公示十五天吧\n"), "\(shown)")
    #expect(text.contains("### 2. 更换楼道照明\n\n张三：电费太贵\n\n- [ ] T1 买灯"), "\(text)")
    #expect(text.contains("钱七：同意\n"), "\(text)")
  }

  @Test("whoever is named for another side changes sides, and it is told")
  func changedSides() throws {
    let (text, shown, errors) = try minute([
      "议 2", "表决 装灯 居民会议", "应到 6", "同意 张三", "钱七同意", "反对 周九", "反对 钱七", "弃权 周九", "同意 张三",
    ])
    #expect(errors.isEmpty, "\(errors)")
    #expect(shown.contains("注意：「钱七」从同意改到反对\n"), "\(shown)")
    #expect(shown.contains("注意：「周九」从反对改到弃权\n"), "\(shown)")
    #expect(text.contains("- 同意: 张三、共 1人\n- 反对: 钱七、共 1人\n- 弃权: 周九、共 1人\n"), "\(text)")
  }

  @Test("parts that were recorded wrongly are corrected and taken out, without an editor")
  func corrections() throws {
    let (text, shown, errors) = try minute([
      "议 2", "钱七：电费太贵", "表决 装灯 居民会议", "应到 3", "同意 张三、钱七、周九", "删 同意 周九", "反对 0", "决议 装灯；公示完了再说",
      "改 D1 标题 装灯", "改 电费太贵 → 电费偏高", "改 地点 活动室", "任务 买灯 @赵六 12-15", "改 T1 期限 12-31", "决议 装灯",
      "删 D2",
      "改 议 1 标题 车棚", "利害关系 周九 邻居 退场", "删 利害关系 周九", "改日再议",
    ])
    #expect(errors.isEmpty, "\(errors)")
    #expect(shown.contains("注意：「公示完了再说」没有看懂，留在标题里了"), "\(shown)")
    #expect(text.contains("#### 决议 D1: 装灯\n") && !text.contains("D2"), "\(text)")
    #expect(text.contains("钱七：电费偏高\n") && text.contains("地点: 活动室\n"), "\(text)")
    #expect(text.contains("  - 期限: 2025-12-31\n") && text.contains("### 1. 车棚\n"), "\(text)")
    #expect(text.contains("- 同意: 张三、钱七、共 2人\n") && !text.contains("利害关系"), "\(text)")
    #expect(text.contains("改日再议\n"))
  }

  @Test("a tie for the last seat is written with those who are level, and settled by lot")
  func lots() throws {
    let lines = ["议 2", "选举 楼组长 得票最多", "名额 2", "张三 2票，钱七 1票，周九 1票"]
    let tied = try minute(lines)
    #expect(tied.text.contains("- 结果: 当选 张三；平票 钱七、周九\n"), "\(tied.text)")
    let settled = try minute(lines + ["结果 当选 张三、周九"])
    #expect(settled.errors.isEmpty && settled.text.contains("- 结果: 当选 张三、周九\n"), "\(settled)")
    let wrong = try minute(lines + ["结果 当选 钱七、周九"])
    #expect(wrong.errors.contains("按票数结果是「当选 张三；平票 钱七、周九」"), "\(wrong.errors)")
  }

  @Test("a meeting that settled something is adjourned, one that did not has failed")
  func adjournments() throws {
    let settled = try minute(["议 1", "结论 达成一致", "休会 到 12-11"])
    #expect(settled.text.contains("\n休会: 2025-12-11 续会\n"), "\(settled.text)")
    let first = try minute(["议 1", "休会 到 12-11"])
    #expect(first.text.contains("\n休会: 2025-12-11 续会\n"), "\(first.text)")
    let failed = try minute(["流会 不足法定人数"])
    #expect(failed.text.contains("\n流会: 不足法定人数\n"), "\(failed.text)")
  }

  @Test("a posting of so many days in words is a length, and the effective day may follow it")
  func postings() throws {
    for (said, end) in [("三天", "12-04"), ("一周", "12-08"), ("两周", "12-15"), ("半个月", "12-16")] {
      let (text, _, errors) = try minute(["议 2", "决议 换灯；依据 协商一致；公示 \(said)；生效 公示期满"])
      #expect(errors.isEmpty && text.contains("- 公示: 2025-12-01 至 2025-\(end)\n"), "\(text)")
    }
    let (text, _, errors) = try minute(["议 2", "决议 换灯；依据协商一致", "公示三天", "公示期满生效"])
    #expect(errors.isEmpty && text.contains("- 生效: 2025-12-05\n"), "\(text) \(errors)")
    let none = try minute(["议 2", "决议 换灯；依据协商一致", "公示期满生效"])
    #expect(none.errors.contains("没有写公示"), "\(none.errors)")
  }

  @Test("figures and names do not replace each other unsaid, and a casting vote goes with its tie")
  func replaced() throws {
    let (text, shown, errors) = try minute([
      "议 2", "表决 装灯 赞成多于反对", "同意 2", "张三同意", "反对 钱七", "主持人决定票 同意", "钱七改投同意", "删 同意 张三",
    ])
    #expect(errors.isEmpty, "\(errors)")
    #expect(shown.contains("注意：同意原来写的是「2」，现在是「张三」；不对就「撤」\n"), "\(shown)")
    #expect(shown.contains("注意：票数变了，决定票去掉了"), "\(shown)")
    #expect(text.contains("- 同意: 钱七、共 1人\n") && !text.contains("决定票"), "\(text)")
  }

  @Test("what goes with a decision that is struck is named")
  func struckTogether() throws {
    let (text, shown, errors) = try minute([
      "议 2", "决议 换灯；依据 协商一致", "任务 报价 @赵六 12-10", "删 D1",
    ])
    #expect(errors.isEmpty && !text.contains("报价"), "\(errors)")
    #expect(shown.contains("注意：它下面的也一起删了：任务「报价」"), "\(shown)")
  }

  @Test("who left is back when they come again")
  func comingBack() throws {
    let (text, shown, errors) = try minute(["早退 钱七 15:10", "钱七 15:40 回来了", "议 1", "钱七回来了"])
    #expect(errors.isEmpty && shown.contains("（现在到会 3 人）"), "\(shown) \(errors)")
    // Without an hour nobody knows when: it stays a text, and the form is named.
    #expect(shown.contains("想写的是「张三 20:10 回来了」"), "\(shown)")
    #expect(text.contains("- 早退: 钱七 15:10\n") && text.contains("- 迟到: 钱七 15:40\n"), "\(text)")
  }

  @Test(
    "a line in other words is told the form that is meant",
    arguments: [
      ("钱七 迟到了好一会儿", "照「迟到 张三 19:20」这样写"), ("人不够开不成", "照「休会 到 12-11」这样写"),
      ("公示就十五天吧", "照「公示 15天」这样写"), ("今天天气好", "先打「议 1」"),
    ])
  func meantForm(line: String, advice: String) throws {
    let before = try minute([line])
    #expect(before.errors.contains(advice), "\(before.errors)")
    guard advice.hasPrefix("照") else { return }
    let form = advice.dropFirst(2).prefix { $0 != "」" }
    let (text, shown, errors) = try minute(["议 2", line])
    #expect(errors.isEmpty && text.contains(line), "\(errors)")
    #expect(shown.contains("想写的是「\(form)」，就先打「撤」再写"), "\(shown)")
  }

  @Test("下一项 goes on, and a text that is not there strikes nothing")
  func goingOn() throws {
    let (text, _, errors) = try minute(["下一项", "下一项", "好的", "删 没有说过的话", "下一项"])
    #expect(errors.contains("后面没有议题了"), "\(errors)")
    #expect(errors.contains("没有找到要删的「没有说过的话」"), "\(errors)")
    #expect(text.contains("### 2. 更换楼道照明\n\n好的\n"), "\(text)")
  }

  @Test("without a number it is the meeting of today; none, or two, are told")
  func today() throws {
    func minute(_ hall: TestHall) -> Answer {
      CommandTable.answer(
        ["minute"],
        in: hall.context(
          environment: ["HALL_AUTHOR": "王五"],
          console: ScriptedConsole(["议 2", "记 好"], isInteractive: false)))
    }
    let hall = try MinuteHall.make()
    #expect(minute(hall).status == 0)
    #expect(hall.text(MinuteHall.path).contains("好\n"))
    let other = hall.text(MinuteHall.path).replacing("M-2025-011", with: "M-2025-012")
    try hall.write(Data(other.utf8), to: "agendas/M-2025-012.md")
    let two = minute(hall)
    #expect(two.status == 2 && two.errors.contains("今天有 2 次会"), "\(two.errors)")
    #expect(two.errors.contains("写上是哪一次：M-2025-011、M-2025-012"), "\(two.errors)")
    let none = minute(try MinuteHall.make(day: "2025-12-11"))
    #expect(none.status == 2 && none.errors.contains("今天没有会"), "\(none.errors)")
  }

  @Test("an election: who is elected and who is level; a corrected count; an item that is agreed")
  func election() throws {
    let (text, shown, errors) = try minute([
      "议 2", "选举 楼组长 得票最多", "名额 2 候补 1", "张三 2票，钱七 1票，周九 1票", "周九 应该是0票", "议 1", "结论 通过",
    ])
    #expect(errors.isEmpty, "\(errors)")
    #expect(shown.contains(" → 当选 张三；平票 钱七、周九\n"), "\(shown)")
    #expect(text.contains("#### 表决: 选举 楼组长\n"), "\(text)")
    #expect(text.contains("- 选项 周九: 0票\n") && !text.contains("应该"), "\(text)")
    #expect(text.contains("- 结果: 当选 张三、钱七\n"), "\(text)")
    #expect(text.contains("- 结论: 达成一致\n"))
  }
}
