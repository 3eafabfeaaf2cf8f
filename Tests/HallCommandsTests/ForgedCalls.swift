import HallCommands
import Testing

/// A call that writes, with marks around every place where somebody may type anything: `«text»`,
/// or `‹name›` where the words choose what the call works on and so decide its effect.
struct ForgedCall: Sendable, CustomTestStringConvertible {
  let words: [String]
  /// What a person or a pipe types.
  let lines: [String]
  let isPerson: Bool
  /// Files that are there before the call.
  let files: [String: String]
  /// What the editor appends.
  let typed: String
  /// Whether every text is tried, not only those that combine several.
  let isWhole: Bool

  init(
    _ words: String..., lines: [String] = [], isPerson: Bool = false, files: [String: String] = [:],
    typed: String = "", isWhole: Bool = false
  ) {
    self.words = words
    self.lines = lines
    self.isPerson = isPerson
    self.files = files
    self.typed = typed
    self.isWhole = isWhole
  }

  var testDescription: String { (words + lines + files.values + [typed]).joined(separator: " ") }
}

extension ForgedCall {
  static let all = founding + matters + agendas + meetings + votes + tasks + histories + minutes

  private static let sheet = "姓名,方,身份,户,面积,业主\n"

  private static let founding = [
    ForgedCall(
      "init", "‹新厅›", "--name", "«厅»", "--community", "«社区»", "--calendar", "‹none›", isWhole: true),
    ForgedCall(
      "init", "新厅", "--roster", "‹a.csv›", "--name", "厅",
      files: ["a.csv": sheet + "张三,居民,,2-1-301,86.4,\n"]),
    ForgedCall("init", "新厅", lines: ["«厅»"], isPerson: true),
    ForgedCall(
      "init", "--roster", "a.csv", "--yes", "--removes", "‹3›",
      files: ["a.csv": sheet + "\"«新人»\",居民,\"«楼长»\",\"«9-9-9»\",86.4,\"«业主»\"\n"], isWhole: true),
    ForgedCall(
      "init", "--roster", "a.csv", "--yes", "--removes", "2",
      files: ["a.csv": sheet + "张三,\"‹居民›\",,2-1-301,\"‹86.4›\",\n"]),
    ForgedCall(
      "init", "新厅", "--name", "厅", "--roster", "a.csv", "--private",
      files: ["a.csv": sheet + "\"«新人»\",居民,\"«楼长»\",\"«9-9-9»\",86.4,\"«业主»\"\n"]),
    ForgedCall("set", "‹M-2025-008-T1›", "‹期限›", "‹2025-12-30›", "--as-of", "‹2025-12-01›"),
    ForgedCall("set", "M-2025-009", "地点", "«活动室»"),
    ForgedCall("set", "M-2025-008#2", "标题", "«车库»"),
    ForgedCall("reword", "‹M-2025-008#2›", "‹车棚›", "«车库»", "--as-of", "‹2025-12-01›"),
    ForgedCall("strike", "‹M-2025-008-D1›", "‹异议›", "‹太吵›", "--as-of", "‹2025-12-01›"),
    ForgedCall("party", "«业委会»", "‹表决›", "--as-of", "‹2025-12-01›"),
    ForgedCall(
      "roster", "«温书敏»", "‹居民›", "--unit", "«3-2-501»", "--area", "‹89.5›", "--owner", "«钱七»",
      "--role",
      "«楼栋长»", "--as-of", "‹2025-12-01›"),
  ]

  private static let matters = [
    ForgedCall(
      "matter", "add", "«漏雨»", "--source", "«巡查»", "--raised-by", "«居民/张三»", "--on", "‹2025-11-30›",
      "--place", "«2号楼»", "--level", "‹网格›", "--ticket", "«HH-1»", "--reply-by", "‹2025-12-05›",
      "--text", "«渗水»", "--as-of",
      "‹2025-12-01›"),
    ForgedCall("matter", "add", "漏雨", "--text", "-", lines: ["«渗水»"], isWhole: true),
    ForgedCall(
      "matter", "note", "‹Q-2025-014›", "«住户来电»", "--on", "‹2025-11-30›", "--as-of", "‹2025-12-01›"),
    ForgedCall("matter", "note", "Q-2025-014", "«两案»", "--step", "‹方案›"),
    ForgedCall(
      "matter", "summon", "‹Q-2025-014›", "‹职能部门/市政排水›", "--respond-by", "‹2025-12-05›", "--about",
      "«看现场»", "--on", "‹2025-11-30›", "--as-of", "‹2025-12-01›"),
    ForgedCall(
      "matter", "close", "‹Q-2025-017›", "«修好了»", "--on", "‹2025-11-30›", "--as-of", "‹2025-12-01›"),
    ForgedCall("matter", "close", "Q-2025-016", "«修好了»", "--anyway", "-m", "«后补»"),
    ForgedCall(
      "matter", "reopen", "‹Q-2025-015›", "«又堵了»", "--on", "‹2025-11-30›", "--as-of", "‹2025-12-01›"
    ),
  ]

  private static let agendas = [
    ForgedCall(
      "new", "«车棚会»", "--on", "‹2025-12-19›", "--at", "‹14:30-16:00›", "--place", "«二楼»", "--chair",
      "«社区/李四»", "--clerk", "«社区/王五»", "--matter", "‹Q-2025-014›", "--item", "«照明»", "--template",
      "‹业主大会›", "--fill", "«小区»=x", "--as-of", "‹2025-12-01›"),
    ForgedCall(
      "new", "选聘", "--on", "2025-12-19", "--clerk", "王五", "--template", "选聘物业", "--fill", "小区=«华建»"),
    ForgedCall(
      "new", "例会", "--on", "2025-12-19", "--clerk", "王五", "--template", "自家", "--fill", "甲=«乙»",
      isWhole: true),
    ForgedCall("new", "续会", "--on", "2025-12-19", "--adjourned-from", "‹M-2025-008›"),
    ForgedCall("new", "«例会»", "--on", "2025-12-05", "--carry", "--item", "«快递柜»"),
    ForgedCall(
      "new", "调解", "--on", "2025-12-19", "--clerk", "王五", "--party", "‹酒店: 表决›", "--prepared-by",
      "«党委会同意»", "--public", "‹否›", "--posted", "‹2025-12-05 至 2025-12-12›"),
    ForgedCall(
      "item", "‹M-2025-010›", "«照明»", "--matter", "‹Q-2025-014›", "--raised-by", "«居民/张三»",
      "--minutes",
      "‹20›", "--after", "‹0›", "--as-of", "‹2025-12-01›"),
    ForgedCall("item", "M-2025-010", "--move", "‹1›", "--after", "‹0›"),
    ForgedCall(
      "item", "‹M-2025-010›", "‹1›", "--chair", "«居民/张三»", "--attachment", "«方案»", "--recused",
      "«李四»",
      "--approves", "‹M-2025-008›"),
    ForgedCall(
      "notice", "‹M-2025-010›", "--sent", "--on", "‹2025-11-30›", "--as-of", "‹2025-12-01›"),
  ]

  private static let meetings = [
    ForgedCall(
      "attend", "‹M-2025-008›", "‹张三›", "--count", "‹居民› 12", "--absent", "‹周九›", "--as-of",
      "‹2025-12-01›"),
    ForgedCall("attend", "M-2025-008", "物业/«吴十»", "--excused", "居民/«周九»", "--observing", "居民/«郑一»"),
    ForgedCall(
      "attend", "M-2025-008", "--invited", "居民/«郑一»", "--late", "«赵六» 15:10", "--left", "赵六 «15:50»"
    ),
    ForgedCall("attend", "M-2025-008", "--proxy", "周九 → 钱七 «委托书»", isWhole: true),
    ForgedCall(
      "attend", "M-2025-008", "--excused", "‹周九›", "--observing", "‹李四›", "--invited", "‹张三›",
      "--late",
      "‹赵六 15:10›", "--left", "‹赵六 15:50›"),
    ForgedCall("attend", "M-2025-008", "--proxy", "‹周九 → 钱七›"),
    ForgedCall("attend", "M-2025-008", "--remove", "‹钱七›"),
    ForgedCall(
      "decide", "‹M-2025-008›", "‹1›", "«换泵»", "--kind", "‹协商意见›", "--basis", "‹协商一致›", "--funds",
      "«公共收益»",
      "--posted", "‹2025-09-26›", "--number", "«8号»", "--text", "«由物业办»", "--as-of", "‹2025-12-01›"),
    ForgedCall(
      "decide", "M-2025-008", "1", "换泵", "--supersedes", "‹M-2025-008-D1›", "--vote", "‹1›"),
    ForgedCall("decide", "M-2025-008", "1", "换泵", "--text", "-", lines: ["«由物业办»"]),
    ForgedCall(
      "decide", "M-2025-008", "1", "换泵", "--effective", "‹2025-12-15›", "--basis", "协商一致"),
    ForgedCall("decide", "M-2025-008-D1", "--set-aside", "‹2025-11-28 法院›"),
    ForgedCall(
      "object", "‹M-2025-008-D1›", "«居民/周九»", "«太吵»", "--on", "‹2025-11-30›", "--as-of",
      "‹2025-12-01›"),
    ForgedCall(
      "answer", "‹M-2025-008-D1›", "«看过了»", "--verdict", "‹不成立›", "--to", "‹张三›", "--on",
      "‹2025-11-30›", "--as-of", "‹2025-12-01›"),
    ForgedCall("outcome", "‹M-2025-008›", "‹2›", "‹下次再议›", "--as-of", "‹2025-12-01›"),
    ForgedCall(
      "sign-off", "‹M-2025-008›", "‹居民›", "«张三»", "--stance", "‹保留意见›", "--on", "‹2025-09-27›",
      "--remark",
      "«工期紧»", "--of", "‹D1›", "--as-of", "‹2025-12-01›"),
    ForgedCall("approve", "‹M-2025-008›", "--as-of", "‹2025-12-01›"),
    ForgedCall("hold", "‹M-2025-009›", "--as-of", "‹2025-12-01›"),
    ForgedCall(
      "postpone", "‹M-2025-010›", "--on", "‹2025-12-20›", "--at", "‹14:30›", "--as-of",
      "‹2025-12-01›"),
    ForgedCall("cancel", "‹M-2025-010›", "-m", "«主讲出差»", "--as-of", "‹2025-12-01›"),
  ]

  private static let votes = [
    ForgedCall("tally", "‹M-2025-008›", "--write"),
    ForgedCall(
      "vote", "‹M-2025-008›", "‹2›", "«建车棚»", "--rule", "‹业主一般事项›", "--method", "‹书面›", "--scope",
      "«2号楼»",
      "--entitled", "‹66 5210.30›", "--delivered", "‹60 5000›", "--returned", "‹50 4000›",
      "--invalid",
      "‹2 30›", "--silent", "‹10 1000›", "--for", "‹40 3000›", "--against", "‹5 500›", "--abstain",
      "‹3 470›",
      "--teller", "«赵六»", "--caller", "«张三»", "--scrutineer", "«钱七»"),
    ForgedCall(
      "vote", "M-2025-008#2", "建车棚", "--rule", "居民会议", "--period", "‹2025-09-20 至 2025-09-24›",
      "--present", "‹3›", "--participating", "‹3›", "--recused", "‹赵六›", "--as-of", "‹2025-12-01›"),
    ForgedCall(
      "vote", "M-2025-008#2", "建车棚", "--rule", "赞成多于反对", "--moved-by", "«张三»", "--seconded-by",
      "«钱七»",
      "--motion", "‹程序›", "--casting-vote", "‹张三 同意›"),
    ForgedCall(
      "vote", "M-2025-008", "2", "选组长", "--rule", "得票最多", "--alternates", "‹1›", "--option", "甲: 2"),
    ForgedCall("vote", "M-2025-008#1", "--vote", "‹1›", "--scope", "«3号楼»", "--result", "‹通过›"),
    ForgedCall(
      "vote", "M-2025-008", "2", "选组长", "--rule", "得票最多", "--seats", "‹1›", "--option", "«甲»: 2",
      "--option",
      "乙: «1»", isWhole: true),
    ForgedCall("vote", "M-2025-008", "2", "选组长", "--rule", "得票最多", "--option", "‹甲: 2›"),
    ForgedCall(
      "vote", "M-2025-008#3", "--ballots", "‹b.csv›",
      files: ["b.csv": "户,意见\n\"‹2-1-301›\",\"‹同意›\"\n"],
      isWhole: true),
    ForgedCall(
      "vote", "M-2025-008#3", "--enter",
      lines: ["‹2-1-301 同意›", "完", "2-1-301 同意", "完"], isPerson: true),
  ]

  private static let tasks = [
    ForgedCall(
      "task", "add", "‹M-2025-008-D1›", "«取得报价»", "--lead", "«物业/赵六»", "--with", "«居民/张三»", "--due",
      "‹2025-12-15›", "--standard", "«三家»", "--measures", "«上门»", "--as-of", "‹2025-12-01›"),
    ForgedCall(
      "task", "add", "Q-2025-014", "«清运»", "--due", "长期", "--review", "‹每月›", "--measures", "«上门»"),
    ForgedCall(
      "task", "done", "‹M-2025-008-T1›", "--on", "‹2025-11-30›", "--result", "«做完»", "--evidence",
      "«照片»",
      "--accepted-by", "«居民/张三»", "--as-of", "‹2025-12-01›"),
    ForgedCall(
      "task", "assign", "‹M-2025-008-T1›", "«社区/王五»", "--as-of", "‹2025-12-01›"),
    ForgedCall(
      "task", "assign", "Q-2025-017-T1", "«社区/王五»", "--due", "‹2025-12-30›",
      files: [
        "matters/Q-2025-017.md":
          "---\n问题: Q-2025-017\n日期: 2025-03-02\n---\n\n# 灯\n\n## 进展\n\n- [ ] T1 换灯\n"
      ]),
    ForgedCall(
      "task", "extend", "‹M-2025-008-T1›", "‹2025-12-30›", "«材料未到»", "--as-of", "‹2025-12-01›"),
    ForgedCall(
      "task", "cancel", "‹M-2025-008-T1›", "«改由市政»", "--as-of", "‹2025-12-01›"),
    ForgedCall(
      "task", "note", "‹M-2025-008-T1›", "«两家报价»", "--on", "‹2025-11-30›", "--as-of",
      "‹2025-12-01›"),
    ForgedCall(
      "urge", "‹物业›", "--sent", "--within", "‹7天›", "--on", "‹2025-11-30›", "--as-of",
      "‹2025-12-01›"),
    ForgedCall(
      "urge", "‹物业›", "--chat", "--reply-by", "‹2025-12-05›", "--reply-to", "«社区/王五»"),
  ]

  private static let histories = [
    ForgedCall(
      "amend", "‹M-2025-007›", "-m", "«复核»", "‹task›", "cancel", "M-2025-007-T1", "«不做»",
      isWhole: true),
    ForgedCall("amend", "M-2025-007", lines: ["«复核»"], isPerson: true, typed: "又一段\n"),
    ForgedCall("amend", "M-2025-007", "-m", "«复核»", typed: "‹又一段›\n"),
    ForgedCall("edit", "‹M-2025-008›", typed: "又一段\n", isWhole: true),
    ForgedCall("edit", "M-2025-008", typed: "‹又一段›\n", isWhole: true),
    ForgedCall("edit", "M-2025-008", lines: ["‹1›", "2"], isPerson: true, typed: "## 表决\n"),
    ForgedCall(
      "record", "‹M-2025-009›", files: ["agendas/M-2025-009.md": ForgedHall.notified + "\n一段\n"],
      isWhole: true),
    ForgedCall(
      "record", files: ["agendas/M-2025-009.md": ForgedHall.notified + "\n‹一段›\n"], isWhole: true),
    ForgedCall("undo"),
    ForgedCall(
      "sign", "‹M-2025-007›", "--as", "‹居民/张三›", "--key", "«钥匙»", "--revision", "‹1›", "--enrol",
      isWhole: true),
    ForgedCall("restore", "‹M-2025-008›", "‹1›"),
  ]

  /// Lines of live minutes, the current item being the first.
  private static let minutes =
    [
      "到 居民/«吴十»", "到 ‹张三›", "缺 ‹周九›", "请假 ‹周九›", "迟到 ‹赵六 15:10›", "委托 周九 → 钱七 «委托书»",
      "议 新 «照明»", "记 «漏水»", "表决 «改道» 居民会议", "表决 改道 ‹居民会议›", "范围 «2号楼»", "监票 «张三»",
      "方式 ‹举手›", "同意 ‹66户 5210.30㎡›", "决议 «改道»；依据 协商一致", "决议 改道；依据 协商一致；经费 «公用»",
      "任务 «清运» @物业/赵六 2025-12-15；标准 «三家»", "任务 清运 @‹物业/赵六› 2025-12-15", "任务 清运 @物业/赵六 ‹2025-12-15›",
      "结论 ‹下次再议›", "议 ‹2›",
    ].map { ForgedCall("minute", "M-2025-008", "--by", "王五", lines: ["议 1", $0]) } + [
      ForgedCall(
        "minute", "M-2025-008", "--by", "王五",
        lines: ["议 2", "表决 «选组长» 得票最多", "选项 «甲» 2", "选项 乙 1", "看", "撤"]),
      ForgedCall("minute", "‹M-2025-008›", "--by", "王五", lines: ["议 1", "记 一段"], isWhole: true),
      ForgedCall(
        "minute", "M-2025-008", "--by", "«王五»", "--as-of", "‹2025-12-01›",
        lines: ["议 1", "记 «一段»"],
        isWhole: true),
      ForgedCall(
        "minute", "M-2025-008", "--by", "王五", lines: ["议 1", "表决 «改道»", "‹3›"], isPerson: true),
    ]
}
