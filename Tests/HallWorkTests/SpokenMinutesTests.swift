import HallModel
import HallSyntax
import HallWork
import Testing

extension MinuteLineTests {
  private func spelt(_ line: String, _ translation: MinuteTranslation) throws -> [String]? {
    var deed = try MinuteLine(line).map { try translation.deed($0) } ?? translation.spoken(line)
    if case .noted(let inner, _) = deed { deed = inner }
    return deed?.spelt
  }

  @Test(
    "several facts of a vote in one line, as people say them",
    arguments: [
      ("名额 5 候补 2", ["vote", "--seats", "5", "--alternates", "2"]),
      ("名额 五名", ["vote", "--seats", "5名"]), ("应选5名", ["vote", "--seats", "5名"]),
      ("同意四票", ["vote", "--for", "4票"]), ("同意四票，反对一票", ["vote", "--for", "4票", "--against", "1票"]),
      ("收回331张", ["vote", "--returned", "331张"]), ("发出 402户", ["vote", "--delivered", "402户"]),
      ("废票 5", ["vote", "--invalid", "5"]), ("监票人 方雨", ["vote", "--scrutineer", "方雨"]),
      ("同意 一致", ["vote", "--for", "一致"]), ("for all present", ["vote", "--for", "all present"]),
      ("4票同意，0票反对", ["vote", "--for", "4", "--against", "0"]),
      ("4人同意 0人反对", ["vote", "--for", "4", "--against", "0"]),
      ("3 for, 1 against", ["vote", "--for", "3", "--against", "1"]),
      (
        "3 for, 1 against, 2 abstentions",
        ["vote", "--for", "3", "--against", "1", "--abstain", "2"]
      ),
      ("张三、李四同意，赵六反对", ["vote", "--for", "张三、李四", "--against", "赵六"]),
      ("周九弃权", ["vote", "--abstain", "周九"]), ("大家都同意", ["vote", "--for", "一致"]),
      ("无人反对", ["vote", "--for", "一致"]), ("all in favour", ["vote", "--for", "unanimous"]),
      ("张三动议 李四附议", ["vote", "--moved-by", "张三", "--seconded-by", "李四"]),
      ("张三提议，李四附议", ["vote", "--moved-by", "张三", "--seconded-by", "李四"]),
      (
        "moved Ann Lee seconded Ben", ["vote", "--moved-by", "Ann Lee", "--seconded-by", "Ben"]
      ),
      (
        "Proposed by Ann Lee seconded Ben",
        ["vote", "--moved-by", "Ann Lee", "--seconded-by", "Ben"]
      ),
      ("举手", ["vote", "--method", "举手"]), ("无记名投票", ["vote", "--method", "无记名"]),
      ("通过", ["vote", "--result", "通过"]), ("carried", ["vote", "--result", "carried"]),
      ("motion procedural", ["vote", "--motion", "procedural"]),
      ("修正案", ["vote", "--motion", "修正案"]),
      ("李四投决定票 反对", ["vote", "--casting-vote", "李四 反对"]),
    ] as [(String, [String])])
  func votesAsSaid(line: String, words: [String]) throws {
    #expect(try spelt(line, translation()) == words)
  }

  @Test(
    "options with sides of their own, and several in a line",
    arguments: [
      ("选项 乔木: 同意 40户 4000㎡、反对 3户 300㎡", ["乔木: 同意 40户 4000㎡、反对 3户 300㎡"]),
      ("选项 乔木 同意 288户 27510.40㎡ 反对 20户 2000.00㎡", ["乔木: 同意 288户 27510.40㎡、反对 20户 2000.00㎡"]),
      ("选项 乔木：同意40户，反对3户", ["乔木: 同意 40户、反对 3户"]), ("选项 乔木 同意40 反对3", ["乔木: 同意 40、反对 3"]),
      ("选项 乔木 同意 40、反对 3、弃权 2", ["乔木: 同意 40、反对 3、弃权 2"]),
      ("选项 乔木 40票，石婷 38票", ["乔木: 40票", "石婷: 38票"]), ("选项 乔木 40票 石婷 38票", ["乔木: 40票", "石婷: 38票"]),
      ("钱七：4票 周九：1票", ["钱七: 4票", "周九: 1票"]), ("选项 乔木40票", ["乔木: 40票"]), ("乔木 40票", ["乔木: 40票"]),
      ("乔木40票，石婷38票", ["乔木: 40票", "石婷: 38票"]),
      ("选项 乙物业（住宅1.4元） 60", ["乙物业（住宅1.4元）: 60"]), ("option Bill Brook 5", ["Bill Brook: 5"]),
      ("选项 2号楼 40", ["2号楼: 40"]), ("选项 弃权 5", ["弃权: 5"]),
    ] as [(String, [String])])
  func options(line: String, options: [String]) throws {
    let words = try spelt(line, translation(options: ["乔木", "石婷"]))
    #expect(words == ["vote"] + options.flatMap { ["--option", $0] })
  }

  @Test(
    "a new vote takes what is said of it in the same line",
    arguments: [
      ("表决 换灯 居民会议 书面、线上", ["vote", "换灯", "--rule", "居民会议", "--method", "书面、线上"]),
      ("表决 换灯 居民会议 应到 51", ["vote", "换灯", "--rule", "居民会议", "--entitled", "51"]),
      ("表决 换灯；规则 居民会议", ["vote", "换灯", "--rule", "居民会议"]),
      (
        "vote Buy a bench assembly; moved Ann Lee seconded Ben",
        [
          "vote", "Buy a bench", "--rule", "assembly", "--moved-by", "Ann Lee", "--seconded-by",
          "Ben",
        ]
      ),
    ] as [(String, [String])])
  func newVotes(line: String, words: [String]) throws {
    #expect(try spelt(line, translation()) == words)
  }

  @Test(
    "facts of the item, the decision and the meeting by the words of the files",
    arguments: [
      ("附件 报价单", ["attachment", "报价单", "item"]), ("提出：物业 赵六", ["raised by", "物业/赵六", "item"]),
      ("主持 李四", ["chair", "李四", "item"]), ("确认 M-2025-010", ["approves", "M-2025-010", "item"]),
      ("时长 20分钟", ["duration", "20分钟", "item"]),
      ("会前研究 12-01 党委会同意", ["prepared by", "12-01 党委会同意", "meeting"]),
      ("生效 10-15", ["M-2025-011-D1", "--effective", "10-15"]),
      ("公示 9月26日", ["M-2025-011-D1", "--posted", "9月26日"]),
      ("经费：八万元", ["M-2025-011-D1", "--funds", "八万元"]),
      ("chair: Ann Lee", ["chair", "Ann Lee", "item"]), ("chair Ann Lee", nil),
      // What the chair says is no name.
      ("主持人：张三说地下室渗水三年了", ["note(\"主持人：张三说地下室渗水三年了\")"]),
    ] as [(String, [String]?)])
  func fields(line: String, words: [String]?) throws {
    #expect(try spelt(line, translation(decision: "M-2025-011-D1")) == words)
  }

  @Test("before the first vote, who is recused is of the whole item")
  func recused() throws {
    #expect(try spelt("回避 张三", translation(votes: 0)) == ["recused", "张三", "item"])
    #expect(try spelt("张三申请回避", translation(votes: 0)) == ["recused", "张三", "item"])
    #expect(try spelt("回避 张三", translation()) == ["vote", "--recused", "张三"])
  }

  @Test(
    "people come and go as people say it",
    arguments: [
      ("到 张三、李四 15:10", ["attend", "--late", "张三 15:10", "--late", "李四 15:10"]),
      ("早退 张三 三点半", ["attend", "--left", "张三 15:30"]),
      ("张三 三点半走了", ["attend", "--left", "张三 15:30"]),
      ("late Ben 7:10pm", ["attend", "--late", "Ben 19:10"]),
      ("late Ben 7.10pm", ["attend", "--late", "Ben 19:10"]),
      ("Ann Lee arrived 7:10pm", ["attend", "--late", "Ann Lee 19:10"]),
      ("居民 12 人到会", ["attend", "--count", "居民 12 人"]), ("张三、李四 到齐", ["attend", "张三、李四"]),
      ("请假 张三：开会", ["attend", "--excused", "张三（开会）"]),
      ("请假：张三，回老家了", ["attend", "--excused", "张三（回老家了）"]),
      ("请假 张三、李四，出差", ["attend", "--excused", "张三、李四（出差）"]),
      ("张三委托李四", ["attend", "--proxy", "张三 → 李四"]),
      ("委托 张三委托李四", ["attend", "--proxy", "张三 → 李四"]),
      ("proxy Ann Lee to Ben", ["attend", "--proxy", "Ann Lee → Ben"]),
      ("apologies from Ann Lee and Ben", ["attend", "--excused", "Ann Lee、Ben"]),
      ("excused Ann Lee, Ben (work)", ["attend", "--excused", "Ann Lee、Ben (work)"]),
      ("散会 16:20", ["end", "16:20"]), ("休会到 12-11", ["adjourn", "到 12-11"]),
    ] as [(String, [String])])
  func people(line: String, words: [String]) throws {
    #expect(try spelt(line, translation(hours: 840...960)) == words)
  }

  @Test(
    "tasks and decisions as people say them",
    arguments: [
      ("任务 清理楼道，张三负责，10-15前完成", ["task", "add", "D", "清理楼道", "--lead", "张三", "--due", "10-15"]),
      ("任务 清理楼道 负责 张三 期限 10-15", ["task", "add", "D", "清理楼道", "--lead", "张三", "--due", "10-15"]),
      ("任务 清理楼道 @物业 赵六 10-15", ["task", "add", "D", "清理楼道", "--lead", "物业/赵六", "--due", "10-15"]),
      (
        "action Ann Lee to write to the county by fri",
        ["task", "add", "D", "write to the county", "--lead", "Ann Lee", "--due", "fri"]
      ),
      (
        "task Sweep @Ann Lee by fri",
        ["task", "add", "D", "Sweep", "--lead", "Ann Lee", "--due", "fri"]
      ),
      ("任务：报价，负责 赵六，10-15前", ["task", "add", "D", "报价", "--lead", "赵六", "--due", "10-15"]),
      ("任务 由赵六出报价单，10-15前", ["task", "add", "D", "出报价单", "--lead", "赵六", "--due", "10-15"]),
      ("任务 装沙箱（物业）10-15前", ["task", "add", "D", "装沙箱", "--lead", "物业", "--due", "10-15"]),
      ("任务 贴通知 @赵六，10-15", ["task", "add", "D", "贴通知", "--lead", "赵六", "--due", "10-15"]),
      ("任务 交给 T3 赵六 10-15", ["task", "assign", "M-2025-011-T3", "赵六", "--due", "10-15"]),
      ("任务 交给 T3 @赵六，10-15", ["task", "assign", "M-2025-011-T3", "赵六", "--due", "10-15"]),
      ("任务 装沙箱（三处）", ["task", "add", "D", "装沙箱（三处）"]),
      (
        "任务 买沙箱 张三、赵六 10-15",
        ["task", "add", "D", "买沙箱", "--lead", "张三", "--with", "赵六", "--due", "10-15"]
      ),
      ("任务 通知 负责：李四 期限：10-15前", ["task", "add", "D", "通知", "--lead", "李四", "--due", "10-15前"]),
      (
        "决议：重做，公示 12月1日起7天，10-15生效，经费 3万元",
        ["decide", "重做", "--funds", "3万元", "--posted", "12月1日起7天", "--effective", "10-15"]
      ),
      ("调解协议 车位留给住户", ["decide", "车位留给住户", "--kind", "调解协议"]),
      ("resolved Buy a bench", ["decide", "Buy a bench"]),
      ("决议 换灯；依据协商一致；公示半个月", ["decide", "换灯", "--basis", "协商一致", "--posted", "半个月"]),
      (
        "决议 换灯，协商一致，性质协商意见，经费4.6万元，公示期满生效",
        [
          "decide", "换灯", "--kind", "协商意见", "--basis", "协商一致", "--funds", "4.6万元", "--effective",
          "公示期满",
        ]
      ),
      ("决议 换灯；公示到12月10号", ["decide", "换灯", "--posted", "今天至12月10号"]),
      ("决议 换灯；公示完了再说", ["decide", "换灯；公示完了再说"]),
      ("决议 换灯；生效 10-15", ["decide", "换灯", "--effective", "10-15"]), ("已通报", ["outcome", "已通报"]),
    ] as [(String, [String])])
  func work(line: String, words: [String]) throws {
    let said = try spelt(line, translation()).map { $0.map { $0 == "M-2025-011-D1" ? "D" : $0 } }
    #expect(said == words)
  }

  @Test(
    "a line typed without a blank, where known people follow the word",
    arguments: [
      ("缺张三 生病", ["attend", "--absent", "张三（生病）"]), ("到张三李四", ["attend", "张三、李四"]),
      ("委托周九李四", ["attend", "--proxy", "周九 → 李四"]), ("弃权张三", ["vote", "--abstain", "张三"]),
      ("同意张三、李四", ["vote", "--for", "张三、李四"]), ("方式举手", ["vote", "--method", "举手"]),
      ("同意张三的意见", nil), ("到会商过", nil), ("缺人", nil),
    ] as [(String, [String]?)])
  func glued(line: String, words: [String]?) throws {
    #expect(try spelt(line, translation()) == words)
  }

  @Test(
    "whom an answer answers, and its verdict, wherever they stand",
    arguments: [
      ("答复 D2 周九 不成立 已比价", "周九", Keyword.dismissed, "已比价"),
      ("答复 D2 不成立：已比价", nil, .dismissed, "已比价"), ("答复 已比价，不成立", nil, .dismissed, "已比价"),
      ("答复 成立", nil, nil, "成立"), ("答复 张三说得对", nil, nil, "张三说得对"),
      ("答复 2025-11-30 居民/周九 成立 重算", "2025-11-30 居民/周九", .upheld, "重算"),
    ] as [(String, String?, Keyword?, String)])
  func answers(line: String, who: String?, verdict: Keyword?, text: String) throws {
    let read = try #require(MinuteLine(line))
    guard
      case .answer(_, let to, let found, let said) = try translation(decision: "M-2025-011-D1")
        .deed(read)
    else {
      Issue.record("no answer")
      return
    }
    #expect(to == who && found == verdict && said == text, "\(to ?? "-") \(said)")
  }

  @Test("an objection of somebody on no list is told how to name them")
  func strangersObjection() throws {
    for line in ["异议 D1 李红：太贵", "异议 李红 太贵"] {
      let read = try #require(MinuteLine(line))
      let fault = #expect(throws: MinuteFault.self) {
        _ = try translation(decision: "M-2025-011-D1").deed(read)
      }
      #expect(fault?.reason.zh.contains("如「异议 居民/李红：…」") == true)
    }
  }

  @Test("a field that a line cannot take is refused and never joined to the title")
  func strayField() throws {
    let read = try #require(MinuteLine("决议 换灯；异议 张三"))
    #expect(throws: Never.self) { _ = try translation().deed(read) }
    let other = try #require(MinuteLine("任务 换灯；延期 12-01"))
    #expect(throws: Never.self) { _ = try translation().deed(other) }
    let stray = try #require(MinuteLine("决议 换灯；答复 不成立"))
    #expect(throws: MinuteFault.self) { _ = try translation().deed(stray) }
    let task = try #require(MinuteLine("任务 T2 标准 三家"))
    #expect(throws: MinuteFault.self) { _ = try translation().deed(task) }
  }
}
