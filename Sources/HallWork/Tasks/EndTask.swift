import HallModel
import HallSyntax
import HallWords

/// Marks a task as done.
package struct FinishTask: Act {
  private let task: String
  package var on: SpokenDay?
  package var result: String?
  package var evidence: [String] = []
  package var acceptedBy: String?

  package init(_ task: String) { self.task = task }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let (task, id) = try change.openTask(self.task)
    let day = try day(task, in: change)
    try change.edit(
      task.document,
      why: Phrase(zh: "T\(task.number ?? 0) 完成", en: "T\(task.number ?? 0) done")
    ) { editor throws(EditFault) in
      try editor.setBox(.done, of: task.node)
      for evidence in evidence { try editor.add(.evidence, evidence, to: task.node) }
      try editor.set(.done, day.iso, of: task.node)
      if let result { try editor.set(.taskResult, result, of: task.node) }
      if let acceptedBy { try editor.set(.acceptedBy, acceptedBy, of: task.node) }
    }
    if let result, task.isRevisit,
      Vocabulary.keyword(beginning: Slice(result), in: .satisfaction) == nil
    {
      change.notes.append(
        Phrase(
          zh: "注意：「\(result)」不算满意也不算不满意，统计里没有它；回访结果写 满意、基本满意 或 不满意",
          en: "note: '\(result)' counts neither way in the figures; the result of a revisit is"
            + " satisfied, fairly satisfied or dissatisfied"))
    }
    return try change.finish(
      did: Phrase(
        zh: "\(id) 完成于 \(DayText.withWeekday(day, .zh))：\(task.title)",
        en: "\(id) done on \(DayText.withWeekday(day, .en)): \(task.title)"),
      next: FinishTask.next(task, in: change))
  }

  /// The day it was done. A day before the meeting is most likely a wrong year, and is accepted
  /// only with the year written.
  private func day(_ task: Task, in change: Change) throws(Refusal) -> Day {
    let day = try change.day(on)
    guard let on else { return day }
    let words = DateWords(today: change.today, sense: .done, charter: change.charter)
    guard task.document.kind == .meeting,
      let met = Meeting(task.document, charter: change.charter).day, day < met,
      !words.isWrittenOut(on.text)
    else { return day }
    throw .refused(
      Phrase(
        zh: "\(on.name) 的「\(on.text)」是 \(DayText.withWeekday(day, .zh))，早于会议的 "
          + "\(DayText.withWeekday(met, .zh))；什么也没有写",
        en:
          "'\(on.text)', for \(on.name), is \(DayText.withWeekday(day, .en)), before the meeting of "
          + "\(DayText.withWeekday(met, .en)); nothing was written"),
      hint: Phrase(
        zh: "确实是那天，就写上年份：\(day.iso)", en: "if that is right, write the year: \(day.iso)"))
  }

  /// The next command for its matter, if no task is left open; else the next task.
  private static func next(_ task: Task, in change: Change) -> [String] {
    let outcome = change.outcome
    var ids = task.document.kind == .matter ? [DocumentID(of: task.document)] : []
    if let item = task.document.ancestor(of: task.node, .item) {
      ids += AgendaItem(document: task.document, node: item).matters
    }
    let calls = ids.compactMap { $0 }.compactMap(outcome.matter).flatMap { matter in
      MatterSteps(matter, in: outcome, today: change.today).calls(change.language)
    }
    return calls.isEmpty ? ["hall overdue"] : Array(calls.prefix(4))
  }
}

/// Cancels a task. It stays in its place.
package struct CancelTask: Act {
  private let task: String
  private let reason: String

  package init(_ task: String, because reason: String) {
    (self.task, self.reason) = (task, reason)
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let (task, id) = try change.openTask(self.task)
    let note = Phrase(zh: "取消：\(reason)", en: "cancelled: \(reason)")[change.written]
    let today = change.today
    try change.edit(
      task.document,
      why: Phrase(zh: "T\(task.number ?? 0) 取消", en: "T\(task.number ?? 0) cancelled")
    ) { editor throws(EditFault) in
      try editor.setBox(.cancelled, of: task.node)
      try editor.add(.progress, today.iso + " " + note, to: task.node)
    }
    return try change.finish(
      did: Phrase(zh: "\(id) 已取消：\(task.title)", en: "\(id) cancelled: \(task.title)"))
  }
}
