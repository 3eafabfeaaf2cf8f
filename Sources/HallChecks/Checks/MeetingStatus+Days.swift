import HallModel
import HallSyntax

/// Which meeting goes on with which, and the days of what was decided at one.
extension MeetingStatus {
  /// A meeting that goes on with itself, with a later one, with one that was not held, or in a ring.
  static func checkAdjourned(
    _ meeting: Meeting, _ context: CheckContext, _ report: inout Report
  ) {
    guard let (id, range) = reference(.adjournedFrom, of: meeting) else { return }
    let hint = Phrase(zh: "写上一次会议的编号", en: "name the meeting that was adjourned")
    if id == meeting.id {
      report.error(
        meeting.document, range, zh: "「续会」写的就是这次会议自己", en: "the meeting is adjourned from itself",
        hint: hint)
      return
    }
    guard let earlier = context.hall.meeting(id) else { return }
    if let then = earlier.day, let day = meeting.day, then > day {
      report.error(
        meeting.document, range, zh: "\(id.text) 在 \(then.iso) 才开，这次会议不能接着它开",
        en: "\(id.text) is on \(then.iso): this meeting cannot go on with it", hint: hint)
    } else if let status = earlier.status, !earlier.isHeld {
      report.warning(
        meeting.document, range, zh: "\(id.text) 还是「\(status.word(.zh))」，没有开过，接不下去",
        en:
          "\(id.text) is '\(status.word(.en))': a meeting that was not held cannot be gone on with",
        hint: Phrase(
          zh: "那次会开过了，把它的「状态」改为「已召开」；不然删去「续会」",
          en: "set its status to 'held' if it was, or take the line away"))
    } else if isInRing(meeting, context.hall) {
      report.error(
        meeting.document, range, zh: "\(id.text) 的「续会」又接回这次会议，成了一个圈",
        en: "\(id.text) goes on with this meeting in its turn: a ring", hint: hint)
    }
  }

  private static func isInRing(_ meeting: Meeting, _ hall: Hall) -> Bool {
    var seen: Set<DocumentID> = []
    var next = meeting.adjournedFrom
    while let id = next, seen.insert(id).inserted {
      if id == meeting.id { return true }
      next = hall.meeting(id)?.adjournedFrom
    }
    return false
  }

  /// Nothing can be objected to, posted or set aside before it is decided.
  static func checkDays(_ meeting: Meeting, _ report: inout Report) {
    guard meeting.isHeld, let held = meeting.day else { return }
    for decision in meeting.decisions {
      let document = decision.document
      func say(_ range: Range<Int>?, _ day: Day, isError: Bool = false, _ words: Phrase) {
        guard day < held else { return }
        let hint = Phrase(zh: "核对日期", en: "correct the day")
        let range = range ?? document.titleRange(decision.node)
        let (zh, en) = (
          "\(words.zh)（\(day.iso)）早于作出决议的会议（\(held.iso)）",
          "\(words.en) on \(day.iso), before the meeting that decided it (\(held.iso))"
        )
        if isError {
          report.error(document, range, zh: zh, en: en, hint: hint)
        } else {
          report.warning(document, range, zh: zh, en: en, hint: hint)
        }
      }
      func range(_ keyword: Keyword) -> Range<Int>? { decision.value(keyword)?.indices }
      if let day = decision.setAside {
        say(range(.setAside), day, isError: true, Phrase(zh: "撤销的日子", en: "set aside"))
      }
      if let day = decision.effective {
        say(range(.effective), day, Phrase(zh: "生效的日子", en: "in force"))
      }
      if let day = decision.posted?.start {
        say(range(.posted), day, Phrase(zh: "公示的第一天", en: "posted"))
      }
      for objection in decision.objections.all {
        guard let day = objection.day else { continue }
        say(
          document.nodes[objection.node].value, day, Phrase(zh: "提出异议的日子", en: "objected to"))
      }
    }
  }
}
