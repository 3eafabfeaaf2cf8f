import HallModel
import HallSyntax
import HallWords

/// Help for the lines of live minutes.
package enum MinuteHelp {
  private static let rows: [(zh: (String, String), en: (String, String))] = [
    (
      ("到 张三、李四", "谁到会；只知道人数写「到 居民 12」"),
      ("present Ann, Ben", "who came; or 'present residents 12'")
    ),
    (
      ("缺 周九 出差", "谁没来，为什么；也有 请假、列席、邀请"),
      ("absent Zoe", "also excused, observing, invited")
    ),
    (
      ("迟到 赵六 15:10", "也有 早退；不写时间就是现在"),
      ("late Li 15:10", "also left; without a time, now")
    ),
    (("委托 周九 钱七", "周九委托钱七"), ("proxy Zoe -> Ben", "Ben votes for Zoe")),
    (
      ("议 2", "说第 2 项议题；「议 新 题目」加一项"), ("item 2", "goes to it; 'item new TITLE' adds one")
    ),
    (("记 张三：冬天反水三次", "记一段话"), ("note Ann: the drain backs up", "keeps a text")),
    (
      ("表决 整体更换主管 居民会议", "题目和规则；不写规则会问"),
      ("vote Replace it assembly", "its title and rule; asks for the rule")
    ),
    (
      ("同意 66 反对 12 弃权 10", "一行写一个也行；也可以写姓名"),
      ("for 66 against 12 abstain 10", "or one a line, or names")
    ),
    (
      ("实到 92户 7402.80㎡", "也有 应到、送达、收回、无效"),
      ("entitled 92", "also delivered, returned, invalid")
    ),
    (
      ("选项 甲 40，乙 38", "多选一的时候；选举先写「名额 5 候补 2」"),
      ("option A 40", "of a choice; an election has seats, alternates")
    ),
    (
      ("动议 张三 附议 李四", "也有 主持人决定票 同意、一致通过"),
      ("moved by Ann seconded by Ben", "also casting vote Ann for")
    ),
    (("方式 举手", "也有 规则、投票期、范围、监票、回避"), ("method online", "also rule, scope, seats, teller")),
    (
      ("决议 整体更换；依据 协商一致", "也可以带 性质、经费、公示、生效"),
      ("decision Repair; basis consensus", "also kind, funds, posted, effective")
    ),
    (
      ("任务 取得报价 @物业/赵六 10-15", "谁负责，几号前；还有「任务 完成 T1」「任务 取消 T1 原因」"),
      ("task Get offers @property/Li fri", "who, by when; also '; standard …'")
    ),
    (("结论 下次再议", "没有表决、决议的议题；只写「下次再议」也行"), ("outcome deferred", "of an item without a decision")),
    (
      ("张三 利害关系 退场", "谁有利害关系；散得早写「休会 到 12-11」"),
      ("interest Ann left", "also adjourn to 12-11")
    ),
    (
      ("主持 李四", "这项议题谁主持；也有 提出、附件、时长、确认"),
      ("chair: Ann", "of the item; also raised by, attachment, approves")
    ),
    (
      ("异议 D1 钱七：太贵", "对决议有异议；答复写「答复 D1 不成立 …」"),
      ("objection D1 Ann: too dear", "also answer D1 dismissed …")
    ),
    (("方 酒店 表决", "只参加这次会的一方"), ("party hotel votes", "of this meeting alone")),
    (
      ("删 公示15天", "删去原话里的一段；也有 删 D1、删 T2、删 同意 张三"),
      ("strike posted 15 days", "takes a text out; also strike D1, strike T2")
    ),
    (
      ("改 T2 期限 12-31", "更正；也有 改 D1 标题 …、改 电费贵 → 电费偏高"),
      ("correct T2 due 12-31", "also correct D1 title …, correct old -> new")
    ),
    (
      ("撤 / 看 / 帮 / 完", "撤上一行、看这项议题、帮助、离开；「散会 16:20」也记下几点散"),
      ("undo / show / help / done", "takes the last line back, …")
    ),
  ]

  package static func text(_ language: Language) -> String {
    var list = TermList(width: nil)
    for row in rows {
      let (line, meaning) = language.pick(row.zh, row.en)
      list.add(line, meaning)
    }
    return list.text
  }
}
