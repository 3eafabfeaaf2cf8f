import HallModel
import HallSyntax

/// The Chinese names of the options, beside the English ones: `--期限` is `--due`. An option that writes
/// a fact has the fact's own word.
enum OptionNames {
  /// The Chinese name of an option, with its two hyphens.
  static func chinese(_ name: String, fact: Keyword?) -> String? {
    (fact.map { $0.word(.zh) } ?? table[String(name.dropFirst(2))]).map { "--" + $0 }
  }

  private static let table: [String: String] = [
    "about": "关于", "alarm": "提醒", "absent": "缺席", "accepted-by": "验收", "adjourned-from": "续会",
    "after": "接在", "anyway": "照样", "as": "代表", "as-of": "截至", "at": "几点", "ballots": "票册",
    "by": "署名",
    "calendar": "日历", "carry": "带上", "chat": "发群",
    "clerk": "记录", "community": "社区",
    "done": "看完", "dry-run": "只看", "due": "期限", "enrol": "登记", "enter": "录票",
    "evidence": "佐证", "excused": "请假", "exit-code": "退出码", "expect": "摘要", "fill": "填",
    "format": "格式", "from": "从", "full": "全名", "hall": "议事厅",
    "halls": "各厅", "hand-over": "交接", "help": "帮助",
    "in": "范围",
    "invited": "邀请",
    "item": "议题", "join": "接好", "json": "机读", "key": "钥匙", "lang": "语言", "lead": "负责",
    "level": "层级", "list-templates": "模板清单", "matter": "问题", "measures": "措施",
    "message": "理由", "move": "移动", "name": "名称", "new": "另加", "no-input": "不问", "observing": "列席",
    "of": "部分",
    "open": "打开",
    "on": "日期", "party": "方", "period": "时期", "person": "姓名", "place": "地点",
    "plain": "纯文字",
    "private": "私密", "published": "发布", "quiet": "安静", "raw": "原文", "remark": "备注",
    "remove": "去掉", "removes": "删去", "reply-by": "回复期限",
    "reply-to": "回复给", "respond-by": "到场期限", "result": "结果", "review": "复查",
    "revision": "版本", "roster": "名册", "sent": "已发", "shared": "已分享", "sheet": "工作表",
    "source": "来源", "stage": "阶段", "staged": "待提交", "stance": "态度", "standard": "标准",
    "start-over": "重新接", "tasks-as": "任务作", "status": "状态", "step": "步骤", "template": "模板",
    "text": "正文",
    "ticket": "工单", "to": "到", "undo": "取走", "vote": "第几次", "with": "配合", "within": "几天内",
    "workflow": "流水线", "write": "写入", "yes": "直接写",
  ]
}
