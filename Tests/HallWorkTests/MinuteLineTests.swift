import HallModel
import HallSyntax
import HallWork
import Testing

@Suite("The meaning of a line of live minutes")
struct MinuteLineTests {
  private static let names: Set<String> = ["张三", "李四", "赵六", "周九", "钱七", "Ann Lee", "Ben"]
  private static let rules: Set<String> = ["居民会议", "业主一般事项", "assembly", "each-party", "夜间 规则"]
  private static let days: Set<String> = ["10-15", "下周五", "fri", "长期"]

  func translation(
    item: Int? = 2, vote: Int? = nil, votes: Int = 1, time: String? = nil,
    hours: ClosedRange<Int>? = nil, waiting: [Int] = [1], decision: String? = nil,
    options: [String]? = nil
  ) -> MinuteTranslation {
    var place = MinutePlace(
      meeting: "M-2025-011", item: item, vote: vote, votes: votes, taskOwner: "M-2025-011-D1",
      time: time, hours: hours)
    place.waiting = waiting
    (place.decision, place.options, place.chair) = (decision, options, "周九")
    return MinuteTranslation(
      place: place,
      parties: ["居民", "物业", "residents"],
      isName: { Self.names.contains($0.split(separator: "/").last.map(String.init) ?? $0) },
      isRule: { Self.rules.contains($0) }, isDay: { Self.days.contains($0) })
  }

  private func deed(_ line: String, _ translation: MinuteTranslation) throws -> MinuteDeed {
    try translation.deed(try #require(MinuteLine(line)))
  }

  @Test(
    "attendance lines",
    arguments: [
      ("到 张三、李四", ["张三、李四"]),
      ("到　张三，李四；周九", ["张三、李四、周九"]),
      ("到：张三 李四", ["张三、李四"]),
      ("到 物业 赵六", ["物业/赵六"]),
      ("到会 物业/赵六 张三", ["物业/赵六、张三"]),
      ("到 张三、钱七 物业/赵六", ["张三、钱七、物业/赵六"]),
      ("到 张三 物业／赵六", ["张三、物业／赵六"]),
      ("present Ann Lee Ben property/New One", ["Ann Lee、Ben、property/New One"]),
      ("到 居民 12、赵六", ["--count", "居民 12", "赵六"]),
      ("到 居民１２人", ["--count", "居民 12人"]),
      ("到 市政排水（孙八代表）、张三", ["市政排水（孙八代表）、张三"]),
      ("present Ann Lee, Ben", ["Ann Lee、Ben"]),
      ("Present: New Person", ["New Person"]),
      ("present residents 12", ["--count", "residents 12"]),
      ("缺 周九", ["--absent", "周九"]), ("absent Ben", ["--absent", "Ben"]),
      ("请假 周九、张三", ["--excused", "周九、张三"]), ("excused Ben", ["--excused", "Ben"]),
      ("列席 孙八", ["--observing", "孙八"]), ("observing Ben", ["--observing", "Ben"]),
      ("邀请 孙八", ["--invited", "孙八"]), ("invited Ben", ["--invited", "Ben"]),
      ("迟到 赵六 15：10", ["--late", "赵六 15:10"]), ("late Ben 15:10", ["--late", "Ben 15:10"]),
      ("早退 赵六 15:50、张三 16:00", ["--left", "赵六 15:50", "--left", "张三 16:00"]),
      ("left Ben 15:50", ["--left", "Ben 15:50"]),
      ("来 张三", ["张三"]), ("到场 张三", ["张三"]),
      ("缺 周九 出差", ["--absent", "周九（出差）"]), ("请假 周九 回老家、张三", ["--excused", "周九（回老家）、张三"]),
      ("缺 周九 孙八", ["--absent", "周九、孙八"]), ("缺 周九 张三", ["--absent", "周九、张三"]),
      ("absent Ann Lee ill", ["--absent", "Ann Lee (ill)"]),
      ("委托 周九 钱七", ["--proxy", "周九 → 钱七"]),
      ("委托 周九 → 钱七（委托书）", ["--proxy", "周九 → 钱七（委托书）"]),
      ("proxy Ann Lee -> Ben", ["--proxy", "Ann Lee -> Ben"]),
    ] as [(String, [String])])
  func attendance(line: String, words: [String]) throws {
    #expect(try deed(line, translation()).spelt == ["attend"] + words)
  }

  @Test("latecomers without a time get the current time")
  func lateNow() throws {
    let now = translation(time: "15:12")
    #expect(
      try deed("迟到 赵六", now).spelt == ["attend", "--late", "赵六 15:12"])
    #expect(
      try deed("迟到 赵六", translation()).spelt == ["attend", "--late", "赵六"])
  }

  @Test(
    "an hour is read as afternoon if the meeting is in the afternoon",
    arguments: [
      ("3点10分", 870...960, "15:10"), ("下午3点10分", nil, "15:10"), ("15点10", 870...960, "15:10"),
      ("3:10", nil, "03:10"), ("2点20", 870...960, "14:20"), ("8:50", 540...660, "08:50"),
      ("上午3点", 870...960, "03:00"), ("3点半", 870...960, "15:30"),
      ("下午三点半", nil, "15:30"), ("晚上七点", nil, "19:00"), ("三点半", 870...960, "15:30"),
      ("中午12点", 660...750, "12:00"), ("中午1点", 660...750, "13:00"),
    ] as [(String, ClosedRange<Int>?, String)])
  func hours(hour: String, meeting: ClosedRange<Int>?, time: String) throws {
    var deed = try deed("迟到 赵六 " + hour, translation(hours: meeting))
    if case .noted(let call, _) = deed { deed = call }
    #expect(deed.spelt == ["attend", "--late", "赵六 " + time])
  }

  @Test(
    "lines with the figures of a vote",
    arguments: [
      ("同意 66 5210.30", ["--for", "66 5210.30"]),
      ("同意６６户", ["--for", "66户"]), ("赞成：66户 5210.30㎡", ["--for", "66户 5210.30㎡"]),
      ("for 66", ["--for", "66"]), ("反对 12", ["--against", "12"]),
      ("against 12", ["--against", "12"]),
      ("弃权 无", ["--abstain", "无"]), ("abstain 10", ["--abstain", "10"]),
      ("同意 66 反对 12 弃权 10", ["--for", "66", "--against", "12", "--abstain", "10"]),
      ("同意66，反对12，弃权10", ["--for", "66", "--against", "12", "--abstain", "10"]),
      ("同意：66、反对：12", ["--for", "66", "--against", "12"]),
      ("for 66 against 12", ["--for", "66", "--against", "12"]),
      ("同意 张三、李四", ["--for", "张三、李四"]), ("同意 居民 12、物业 1", ["--for", "居民 12、物业 1"]),
      ("应到 120户 9860.50㎡", ["--entitled", "120户 9860.50㎡"]), ("实到 92", ["--present", "92"]),
      ("present 92", ["--present", "92"]), ("到会 92", ["--present", "92"]),
      ("送达 117 收回 92", ["--delivered", "117", "--returned", "92"]),
      ("方式 举手", ["--method", "举手"]), ("method online", ["--method", "online"]),
      ("规则 居民会议", ["--rule", "居民会议"]), ("rule assembly", ["--rule", "assembly"]),
      ("投票期 9月6日至9月20日", ["--voting-period", "9月6日至9月20日"]),
      ("voting period 2025-09-06 to 2025-09-20", ["--voting-period", "2025-09-06 to 2025-09-20"]),
      // Blanks separate parties and names like commas.
      ("同意 居民 12 物业 1", ["--for", "居民 12、物业 1"]),
      ("for residents 12 物业 1", ["--for", "residents 12、物业 1"]),
      ("同意 居民 12 户 物业 1", ["--for", "居民 12 户、物业 1"]),
      ("同意 居民12 物业1 反对 0", ["--for", "居民12、物业1", "--against", "0"]),
      ("同意 张三 李四", ["--for", "张三、李四"]), ("同意5反对2", ["--for", "5", "--against", "2"]),
      ("同意66户反对12户", ["--for", "66户", "--against", "12户"]),
      ("举手 同意 3 反对 1", ["--method", "举手", "--for", "3", "--against", "1"]),
      ("方式 书面 同意 3", ["--method", "书面", "--for", "3"]),
      ("选项 甲 40", ["--option", "甲: 40"]), ("选项 甲：４０户 3100㎡", ["--option", "甲: 40户 3100㎡"]),
      ("option A 40", ["--option", "A: 40"]), ("名额 2", ["--seats", "2"]),
      ("监票 赵六", ["--scrutineer", "赵六"]), ("结果 通过", ["--result", "通过"]),
    ] as [(String, [String])])
  func figures(line: String, options: [String]) throws {
    #expect(try deed(line, translation()).spelt == ["vote"] + options)
    #expect(try deed(line, translation(vote: 1)).spelt == ["vote", "--vote", "1"] + options)
  }

  @Test(
    "movers, casting votes, unanimity, interests and adjournment as people say them",
    arguments: [
      ("动议 张三 附议 李四", ["vote", "--moved-by", "张三", "--seconded-by", "李四"]),
      ("动议：张三，附议：李四", ["vote", "--moved-by", "张三", "--seconded-by", "李四"]),
      (
        "moved by Ann Lee seconded by Ben",
        ["vote", "--moved-by", "Ann Lee", "--seconded-by", "Ben"]
      ),
      ("附议 李四", ["vote", "--seconded-by", "李四"]),
      ("决定票 李四 同意", ["vote", "--casting-vote", "李四 同意"]),
      ("主持人决定票 同意", ["vote", "--casting-vote", "周九 同意"]),
      ("李四决定票：反对", ["vote", "--casting-vote", "李四 反对"]),
      ("全体同意", ["vote", "--for", "一致"]), ("一致通过", ["vote", "--for", "一致"]),
      ("unanimously", ["vote", "--for", "unanimous"]),
      ("张三 利害关系 退场", ["interest", "张三（退场）", "item"]),
      ("利害关系 张三 邻居 退场", ["interest", "张三（邻居，退场）", "item"]),
      ("利害关系 张三（邻居，退场）", ["interest", "张三（邻居，退场）", "item"]),
      ("休会 到 12-11", ["adjourn", "到 12-11"]),
      ("流会 不足法定人数", ["adjourn", "不足法定人数"]), ("候补 2", ["vote", "--alternates", "2"]),
      ("动议性质 程序", ["vote", "--motion", "程序"]),
    ] as [(String, [String])])
  func charters(line: String, words: [String]) throws {
    let translation = translation()
    let deed = try MinuteLine(line).map { try translation.deed($0) } ?? translation.spoken(line)
    #expect(deed?.spelt == words)
  }

  @Test(
    "lines with votes, decisions, outcomes and tasks",
    arguments: [
      ("表决 整体更换主管 居民会议", ["vote", "整体更换主管", "--rule", "居民会议"]),
      ("表决：整体更换主管 规则 业主一般事项", ["vote", "整体更换主管", "--rule", "业主一般事项"]),
      (
        "表决 换灯 居民会议 书面",
        ["vote", "换灯", "--rule", "居民会议", "--method", "书面"]
      ),
      (
        "vote New lamps assembly show of hands online",
        [
          "vote", "New lamps", "--rule", "assembly", "--method",
          "show of hands、online",
        ]
      ),
      ("表决 换灯 书面 居民会议", ["vote", "换灯 书面", "--rule", "居民会议"]),
      ("表决 换灯 夜间 规则", ["vote", "换灯", "--rule", "夜间 规则"]),
      (
        "vote Replace the drain assembly",
        ["vote", "Replace the drain", "--rule", "assembly"]
      ),
      ("决议 整体更换", ["decide", "整体更换"]),
      (
        "决议 整体更换；先做一层；依据 协商一致；经费：86000元 维修资金",
        ["decide", "整体更换；先做一层", "--basis", "协商一致", "--funds", "86000元 维修资金"]
      ),
      (
        "decision Replace it; kind consultation",
        ["decide", "Replace it", "--kind", "consultation"]
      ),
      ("结论 下次再议", ["outcome", "下次再议"]),
      ("暂缓", ["outcome", "暂缓"]),
      ("达成一致。", ["outcome", "达成一致"]),
      ("任务 取消 T2 没有钱", ["task", "cancel", "M-2025-011-T2", "没有钱"]),
      ("任务 完成 T2", ["task", "done", "M-2025-011-T2"]),
      ("任务 延期 T3 10-15", ["task", "extend", "M-2025-011-T3", "10-15"]),
      ("任务 负责 T3 赵六", ["task", "assign", "M-2025-011-T3", "赵六"]),
      ("任务 T3 由赵六负责", ["task", "assign", "M-2025-011-T3", "赵六"]),
      ("任务 T3 期限 12月1日", ["task", "assign", "M-2025-011-T3", "--due", "12月1日"]),
      ("任务 延期 T3 到下周五 材料 未到", ["task", "extend", "M-2025-011-T3", "下周五", "材料 未到"]),
      ("task extend T3 to fri", ["task", "extend", "M-2025-011-T3", "fri"]),
      ("任务 延期 缴费", ["task", "add", "M-2025-011-D1", "延期 缴费"]),
      (
        "任务 完成 M-2025-010-T3 满意", ["task", "done", "M-2025-010-T3", "--result", "满意"]
      ),
      ("任务 完成 报价", ["task", "add", "M-2025-011-D1", "完成 报价"]),
      ("outcome deferred", ["outcome", "deferred"]),
      (
        "任务 取得三家报价 @物业/赵六 10-15",
        ["task", "add", "M-2025-011-D1", "取得三家报价", "--lead", "物业/赵六", "--due", "10-15"]
      ),
      (
        "任务 取得三家报价＠物业　下周五；标准 三家书面",
        [
          "task", "add", "M-2025-011-D1", "取得三家报价", "--lead", "物业", "--due", "下周五", "--standard",
          "三家书面",
        ]
      ),
      (
        "任务 报价 @物业/赵六 @居民/张三 １０－１５",
        [
          "task", "add", "M-2025-011-D1", "报价", "--lead", "物业/赵六", "--with", "居民/张三", "--due",
          "10-15",
        ]
      ),
      ("任务 装灯 下周五", ["task", "add", "M-2025-011-D1", "装灯", "--due", "下周五"]),
      ("任务 装灯", ["task", "add", "M-2025-011-D1", "装灯"]),
      (
        "任务 @物业 取得报价 10-15",
        ["task", "add", "M-2025-011-D1", "取得报价", "--lead", "物业", "--due", "10-15"]
      ),
      (
        "task Get offers @property/Ann Lee fri",
        [
          "task", "add", "M-2025-011-D1", "Get offers", "--lead", "property/Ann Lee", "--due",
          "fri",
        ]
      ),
      ("表决 --dry-run 居民会议", ["vote", "--dry-run", "--rule", "居民会议"]),
    ] as [(String, [String])])
  func facts(line: String, words: [String]) throws {
    #expect(try deed(line, translation()).spelt == words)
  }

  @Test(
    "a line about the session itself",
    arguments: [
      ("议 2", .chooseItem("2")), ("议２", .chooseItem("2")), ("议题：二", .chooseItem("二")),
      ("item 2", .chooseItem("2")), ("议 充电", .chooseItem("充电")),
      ("议 新 楼道堆物", .addItem("楼道堆物")), ("item new: Bikes", .addItem("Bikes")),
      ("记 张三：冬天反水。", .note("张三：冬天反水。")), ("note  Ann: it leaks", .note("Ann: it leaks")),
      ("表决 换灯", .voteWithoutRule("换灯")), ("表决 1", .chooseVote(1)),
      ("撤", .undo), ("UNDO", .undo), ("看", .show), ("show", .show), ("帮", .help), ("？", .help),
      ("?", .help), ("help", .help), ("完", .done), ("done", .done),
    ] as [(String, MinuteDeed)])
  func others(line: String, expected: MinuteDeed) throws {
    #expect(try deed(line, translation()) == expected)
  }

  @Test(
    "a line that does not begin with a known word is speech",
    arguments: ["张三：冬天反水三次。", "到场会商过两次", "议论了一会儿", "完成了一半", "No, that is too late", "同意见"])
  func speech(line: String) {
    #expect(MinuteLine(line) == nil)
  }

  @Test(
    "an invalid line is refused with the reason",
    arguments: [
      ("同意 更换，工期偏紧", "「更换」不是票数"), ("no heating in winter", "「heating in winter」不是票数"),
      ("任务 延期 T3", "要写延到哪天"), ("任务 延期 T3 尽快", "「尽快」看不懂是哪一天"),
      ("到", "后面要写是谁"), ("议", "写议题的序号"), ("记", "还要写内容"), ("同意", "还要写内容"),
      ("同意 66 反对", "「反对」后面还要写内容"), ("同意 张三 12", "不是票数"),
      ("同意 居民 12 张三", "有人名也有票数"), ("委托 周九", "要写两个人"), ("选项 甲", "名称和票数"),
      ("完 了", "要单独写一行"), ("撤 诉", "要单独写一行"), ("表决 2", "只有 1 次表决"),
    ])
  func faults(line: String, why: String) throws {
    let read = try #require(MinuteLine(line))
    let fault = #expect(throws: MinuteFault.self) { _ = try translation().deed(read) }
    #expect(fault?.reason.zh.contains(why) == true, "\(fault?.reason.zh ?? "")")
  }

  @Test("a vote without a title is refused unless exactly one vote lacks its counts")
  func waitingVote() throws {
    for (waiting, why) in [([], "没有等着写票数的表决"), ([1, 3], "如「表决 1」")] as [([Int], String)] {
      let read = try #require(MinuteLine("表决"))
      let fault = #expect(throws: MinuteFault.self) {
        _ = try translation(votes: 3, waiting: waiting).deed(read)
      }
      #expect(fault?.reason.zh.contains(why) == true)
    }
  }

  @Test("lines before the first item or vote are refused with the reason")
  func noPlace() throws {
    for line in ["记 一句", "表决 换灯 居民会议", "同意 6", "决议 换", "任务 换", "结论 下次再议"] {
      let read = try #require(MinuteLine(line))
      let fault = #expect(throws: MinuteFault.self) { _ = try translation(item: nil).deed(read) }
      #expect(fault?.reason.zh.contains("还没有选议题") == true)
    }
    let read = try #require(MinuteLine("同意 6"))
    let fault = #expect(throws: MinuteFault.self) { _ = try translation(votes: 0).deed(read) }
    #expect(fault?.reason.zh.contains("还没有表决") == true)
  }
}

extension MinuteDeed {
  /// The fact in words, each field as an option would spell it.
  var spelt: [String] {
    func field(_ keyword: Keyword, _ text: String?) -> [String] {
      text.map { ["--" + keyword.word(.en).replacing(" ", with: "-"), $0] } ?? []
    }
    switch self {
    case .attend(let given):
      let lists: [(Keyword, [String])] = [
        (.absent, given.absent), (.excused, given.excused), (.observing, given.observing),
        (.invited, given.invited), (.proxy, given.proxies), (.late, given.late),
        (.left, given.left),
      ]
      return ["attend"] + given.counts.flatMap { ["--count", $0] } + given.present
        + lists.flatMap { keyword, names in names.flatMap { field(keyword, $0) } }
    case .vote(let title, let given):
      return ["vote"] + (title.map { [$0] } ?? [])
        + (given.which.map { ["--vote", String($0)] } ?? []) + field(.rule, given.rule)
        + given.lines.flatMap { field($0.keyword, $0.text) }
        + given.options.flatMap { field(.option, $0) } + field(.voteResult, given.result)
    case .decide(let title, let given):
      return ["decide", title] + field(.kind, given.kind) + field(.basis, given.basis)
        + field(.funds, given.funds) + field(.posted, given.posted)
        + field(.effective, given.effective?.text)
    case .outcome(let text): return ["outcome", text]
    case .noteField(let keyword, let text, let home): return [keyword.word(.en), text, "\(home)"]
    case .changeDecision(let id, let given):
      return [id] + field(.effective, given.effective?.text) + field(.posted, given.posted)
        + field(.funds, given.funds)
    case .end(let time): return ["end", time.text]
    case .adjourn(let text, _): return ["adjourn", text]
    case .addTask(let given):
      return ["task", "add", given.owner, given.title] + field(.lead, given.lead)
        + given.with.flatMap { field(.with, $0) } + field(.due, given.due?.text)
        + field(.standard, given.standard)
    case .finishTask(let id, let result):
      return ["task", "done", id] + field(.taskResult, result)
    case .cancelTask(let id, let reason): return ["task", "cancel", id, reason]
    case .extendTask(let id, let due, let reason):
      return ["task", "extend", id, due.text] + (reason.map { [$0] } ?? [])
    case .assignTask(let id, let lead, let due):
      return ["task", "assign", id] + (lead.map { [$0] } ?? []) + field(.due, due?.text)
    default: return ["\(self)"]
    }
  }
}
