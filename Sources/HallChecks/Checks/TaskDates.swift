import HallModel
import HallSyntax

/// A task is due before it was decided, or was done before that or in the future.
package enum TaskDates: Check {
  package static let id = "task-dates"
  package static let about = Phrase(
    zh: "任务的期限早于开会那天（或问题提出那天），或者完成日期早于那天、晚于今天。",
    en: "A task is due before the day of its meeting (or before its matter was raised), or was done"
      + " before that day or after today.")

  private static let dueKeys = Vocabulary.keys(in: .task, where: \.value.isDue)

  package static func check(
    task: Task, of owner: TaskOwner, _ context: CheckContext, _ report: inout Report
  ) {
    guard task.state != .cancelled else { return }
    let document = task.document
    let origin = owner.day.map { ($0, owner.event) }
    for key in dueKeys {
      for field in document.fieldNodes(key, of: task.node) {
        let range = document.nodes[field].value
        guard let (day, event) = origin, let value = try? DueValue(reading: document.slice(range)),
          let due = value.due.day, due < day
        else { continue }
        report.error(
          document, range, zh: "期限 \(due.iso) 早于\(event.zh) \(day.iso)",
          en: "due \(due.iso), before \(event.en) of \(day.iso)",
          hint: Phrase(zh: "核对年份和日期", en: "correct the day, and look at its year"))
      }
    }
    guard let done = task.doneDay, let field = document.fieldNode(.done, of: task.node) else {
      return
    }
    let range = document.nodes[field].value
    if let (day, event) = origin, done < day {
      report.warning(
        document, range, zh: "完成日期 \(done.iso) 早于\(event.zh) \(day.iso)",
        en: "done on \(done.iso), before \(event.en) of \(day.iso)",
        hint: Phrase(zh: "核对年份和日期", en: "correct the day, and look at its year"))
    } else if done > context.today {
      report.warning(
        document, range, zh: "完成日期 \(done.iso) 还没有到",
        en: "done on \(done.iso), which is still to come",
        hint: Phrase(zh: "核对日期，没有完成就不要打勾", en: "correct the day, or open the task again"))
    }
  }
}

extension TaskOwner {
  /// What happened on its day.
  fileprivate var event: Phrase {
    switch self {
    case .meeting: Phrase(zh: "会议日期", en: "the meeting")
    case .matter: Phrase(zh: "问题提出的日期", en: "the matter")
    }
  }
}
