import HallModel
import HallWords

/// Words that people try though they are not commands, with the command for their purpose.
enum CommonWords {
  /// What to write instead of a word; nil if there is no advice.
  static func advice(for word: String) -> Phrase? {
    table.first { $0.words.contains(word.lowercased()) }?.advice
  }

  private static let table: [(words: [String], advice: Phrase)] = [
    (
      ["撤消", "撤回", "反悔", "回退"],
      Phrase(zh: "撤销上一步：hall 撤销", en: "to take the last step back: 'hall undo'")
    ),
    (
      ["会议", "meeting", "meetings"],
      Phrase(
        zh: "看有哪些会：hall 列出 会议；拟一次会：hall 拟会 标题 --日期 日期",
        en: "see them with 'hall list meetings', draft one with 'hall new TITLE --on DATE'")
    ),
    (
      ["开会", "会议记录", "纪要", "minutes"],
      Phrase(zh: "做会议记录：hall 记录 会议编号", en: "to take minutes: 'hall minute ID'")
    ),
    (
      ["打勾", "完成", "做完", "办完", "done"],
      Phrase(zh: "任务做完了：hall 任务 完成 任务编号", en: "to tick a task off: 'hall task done ID'")
    ),
    (
      ["延期", "延后", "extend"],
      Phrase(
        zh: "任务延期：hall 任务 延期 任务编号 新期限 原因；会议改期：hall 改期 会议编号",
        en: "of a task: 'hall task extend ID DATE REASON'; of a meeting: 'hall postpone ID'")
    ),
    (
      ["吹哨", "summon"],
      Phrase(
        zh: "吹哨：hall 问题 吹哨 问题编号 单位 --到场期限 3个工作日",
        en: "'hall matter summon MATTER UNIT --respond-by 3wd'")
    ),
    (
      ["结案", "close"],
      Phrase(zh: "问题结案：hall 问题 结案 问题编号", en: "of a matter: 'hall matter close MATTER'")
    ),
    (
      ["删除", "删掉", "delete", "remove", "rm"],
      Phrase(
        zh: "记错的一项：hall 删 编号；会不开了：hall 取消；任务不做了：hall 任务 取消",
        en:
          "what was noted by mistake: 'hall strike ID'; call a meeting off with 'hall cancel', a task"
          + " with 'hall task cancel'")
    ),
    (
      ["共享", "同步", "推送", "合并", "上传", "下载", "提交", "push", "pull", "sync", "commit", "merge"],
      Phrase(
        zh: "和大家交换改动：hall 分享", en: "to exchange changes with the others: 'hall share'")
    ),
    (
      ["建厅", "建议事厅", "创建"],
      Phrase(zh: "新建一个议事厅：hall 开张", en: "a new hall: 'hall init'")
    ),
    (
      ["催", "催促", "提醒", "催办函", "remind", "reminder"],
      Phrase(zh: "催一催逾期的：hall 催办", en: "to remind those who are late: 'hall urge'")
    ),
    (
      ["加议题", "议程", "agenda"],
      Phrase(
        zh: "给会议加一项议题：hall 议题 会议编号 标题",
        en: "to put an item on an agenda: 'hall item MEETING TITLE'")
    ),
    (
      ["花名册", "people", "人员"],
      Phrase(
        zh: "名册上的人：hall 名册；整份名册从表格读进来：hall 开张 --名册 名册.csv",
        en: "the people of the roster: 'hall roster'; a whole one from a spreadsheet:"
          + " 'hall init --roster FILE.csv'")
    ),
  ]
}
