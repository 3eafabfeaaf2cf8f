import HallModel
import HallSyntax
import HallWords

/// Extends a task to a later day. The first day is kept.
package struct ExtendTask: Act {
  private let task: String
  private let due: SpokenDay
  /// Nil if nobody has said why.
  private let reason: String?

  package init(_ task: String, to due: SpokenDay, because reason: String?) {
    (self.task, self.due, self.reason) = (task, due, TypedText.words(reason))
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let (task, id) = try change.openTask(self.task)
    if case .unwritten = task.due {
      // What has no day yet is not extended: it gets its first.
      return try AssignTask(self.task, to: nil, by: self.due).perform(in: &change)
    }
    // Without a year, it is after the day that it is due now.
    let due = try change.dueText(self.due, task.due.day.map { .dueAfter($0 + 1) } ?? .due)
    if let now = task.due.day, let new = try? Moment(reading: Slice(due)),
      new.day < now || new.day == now && new.start == nil
    {
      throw .refused(
        Phrase(
          zh: "\(id) 的期限已经是 \(DayText.withWeekday(now, .zh))，\(due) 不比它晚，不是延期",
          en: "\(id) is due on \(DayText.withWeekday(now, .en)) already; \(due) is not an"
            + " extension"),
        hint: Phrase(
          zh: "核对年份和日子；期限本来写错了，用「hall 改 \(id) 期限 \(due)」",
          en: "check the year and the day; a due day that was wrong: hall set \(id) due \(due)"))
    }
    if let now = task.due.day, let new = try? Moment(reading: Slice(due)), new.day > now + 300,
      !DateWords(today: change.today, sense: .due, charter: change.charter)
        .isWrittenOut(self.due.text)
    {
      throw .refused(
        Phrase(
          zh:
            "\(id) 的期限是 \(DayText.withWeekday(now, .zh))，「\(self.due.text)」比它早，要算到 \(new.day.iso) 才是延期",
          en:
            "\(id) is due on \(DayText.withWeekday(now, .en)); '\(self.due.text)' is before that, and"
            + " next after it on \(new.day.iso)"),
        hint: Phrase(
          zh: "真是那天就写上年份；期限本来写错了，用「hall 改 \(id) 期限 …」",
          en: "if that is meant, write the year; a due day that was wrong: hall set \(id) due …"))
    }
    try change.edit(
      task.document,
      why: Phrase(
        zh: "T\(task.number ?? 0) 延期至 \(due)", en: "T\(task.number ?? 0) extended to \(due)")
    ) { editor throws(EditFault) in
      try editor.add(.extended, due + (reason.map { " " + $0 } ?? ""), to: task.node)
    }
    return try change.finish(
      did: Phrase(
        zh: "\(id) 延期至 \(DayText.shown(due, .zh))" + (reason.map { "：" + $0 } ?? ""),
        en: "\(id) extended to \(DayText.shown(due, .en))" + (reason.map { ": " + $0 } ?? "")))
  }
}

/// Records the progress of a task.
package struct NoteTask: Act {
  private let task: String
  private let text: String
  package var on: SpokenDay?

  package init(_ task: String, _ text: String) { (self.task, self.text) = (task, text) }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let (task, id) = try change.task(self.task)
    let text = try TypedText.required(self.text, Phrase(zh: "进展", en: "the progress"))
    let day = try change.day(on)
    try change.edit(
      task.document,
      why: Phrase(zh: "T\(task.number ?? 0) 进展", en: "T\(task.number ?? 0) progress")
    ) { editor throws(EditFault) in
      try editor.add(.progress, day.iso + " " + text, to: task.node)
    }
    return try change.finish(
      did: Phrase(zh: "\(id) 进展 \(day.iso)：\(text)", en: "\(id) progress \(day.iso): \(text)"))
  }
}
