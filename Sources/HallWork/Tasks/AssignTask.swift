import HallModel
import HallSyntax
import HallWords

/// Says who leads a task that is there, by when it is due, or both.
package struct AssignTask: Act {
  private let task: String
  private let lead: String?
  private let due: SpokenDay?

  /// - Parameter due: only for a task without a day: a day that is there is extended.
  package init(_ task: String, to lead: String?, by due: SpokenDay?) {
    (self.task, self.lead, self.due) = (task, TypedText.words(lead), due)
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let (task, id) = try change.openTask(self.task)
    guard lead != nil || due != nil else {
      throw .missing(Phrase(zh: "谁负责", en: "WHO"))
    }
    if due != nil, let day = task.due.day {
      throw .refused(
        Phrase(
          zh: "\(id) 的期限已经是 \(DayText.withWeekday(day, .zh))",
          en: "\(id) is due on \(DayText.withWeekday(day, .en)) already"),
        hint: Phrase(
          zh: "要延后：hall 任务 延期 \(id) 新期限", en: "for more time: hall task extend \(id) DATE"))
    }
    let day = try due.map { due throws(Refusal) in try change.dueText(due, .due) }
    let said = Phrase(
      zh: [lead.map { "由 \($0) 负责" }, day.map { "期限 " + DayText.shown($0, .zh) }]
        .compactMap(\.self).joined(separator: "，"),
      en: [lead.map { "led by \($0)" }, day.map { "due " + DayText.shown($0, .en) }]
        .compactMap(\.self).joined(separator: ", "))
    let number = "T\(task.number ?? 0)"
    try change.edit(
      task.document, why: Phrase(zh: "\(number) \(said.zh)", en: "\(number) \(said.en)")
    ) { [lead] editor throws(EditFault) in
      if let lead { try editor.set(.lead, lead, of: task.node) }
      if let day { try editor.set(.due, day, of: task.node) }
    }
    return try change.finish(
      did: Phrase(zh: "\(id) \(said.zh)", en: "\(id) \(said.en)"), next: ["hall show \(id)"])
  }
}
