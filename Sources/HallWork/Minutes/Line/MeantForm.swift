import HallModel
import HallSyntax
import HallWords

/// The form of a fact that a line speaks of in words which are not read: for the message about a
/// line that was kept as a text, or could not be.
enum MeantForm {
  /// Nil unless the line has a word of one of the facts.
  static func of(_ line: String) -> Phrase? {
    let text = line.lowercased()
    let row = rows.first { row in row.words.contains { text.holds($0) } }
    return row?.form
  }

  private static let rows: [(words: [String], form: Phrase)] = [
    (["迟到", "晚到", "晚来", "late"], Phrase(zh: "迟到 张三 19:20", en: "late Ann 19:20")),
    (
      ["早退", "提前走", "先走", "提前离", "left early"],
      Phrase(zh: "早退 张三 20:15", en: "left Ann 20:15")
    ),
    (["回来"], Phrase(zh: "张三 20:10 回来了", en: "Ann arrived 20:10")),
    (["没来", "缺席", "没到"], Phrase(zh: "缺 张三 原因", en: "absent Ann")),
    (["请假", "出差", "apologies"], Phrase(zh: "请假 张三 出差", en: "excused Ann")),
    (["流会", "人不够", "休会", "adjourn"], Phrase(zh: "休会 到 12-11", en: "adjourn to 12-11")),
    (["决定票", "平票", "主持人投", "casting vote"], Phrase(zh: "主持人决定票 同意", en: "casting vote Ann for")),
    (["抽签", "lots"], Phrase(zh: "结果 当选 张三、李四", en: "result elected Ann, Ben")),
    (["异议", "objec"], Phrase(zh: "异议 D1 张三：太贵", en: "objection D1 Ann: too dear")),
    (["答复"], Phrase(zh: "答复 D1 不成立 理由", en: "answer D1 dismissed why")),
    (["利害关系", "interest"], Phrase(zh: "张三 利害关系 退场", en: "interest Ann left")),
    (["回避", "recuse"], Phrase(zh: "回避 张三", en: "recused Ann")),
    (
      ["改成", "改为", "记错", "更正", "应该是", "correct"],
      Phrase(zh: "反对 张三", en: "against Ann")
    ),
    (["候选", "选举", "elect"], Phrase(zh: "表决 选举委员 得票最多", en: "vote Elect the board most votes")),
    (["公示"], Phrase(zh: "公示 15天", en: "posted 15 days")),
    (["经费", "费用"], Phrase(zh: "经费 3.2万元", en: "funds 3200")),
    (["生效", "施行", "起执行"], Phrase(zh: "生效 12-10", en: "effective 12-10")),
    (
      ["负责", "牵头", "月底前", "之前完成"],
      Phrase(zh: "任务 做什么 @张三 12-05", en: "task What to do @Ann 12-05")
    ),
    (["下一项", "下个议题", "next item"], Phrase(zh: "议 2", en: "item 2")),
  ]
}
