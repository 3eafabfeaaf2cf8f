import HallModel
import HallSyntax

/// A task is checked off without a day, or an open one has a day on which it was done.
package enum TaskDone: Check {
  package static let id = "task-done"
  package static let about = Phrase(
    zh: "任务打了勾却没有写完成日期，或还没打勾就写了完成日期。",
    en:
      "A task is checked off but no day says when, or an open task has a day on which it was done.")

  package static func check(
    task: Task, of owner: TaskOwner, _ context: CheckContext, _ report: inout Report
  ) {
    let document = task.document
    switch (task.state, document.fieldNode(.done, of: task.node)) {
    case (.done, nil):
      report.warning(
        document, task.syntax.value, zh: "任务已打勾，但没有写「完成」日期",
        en: "checked off, but no day says when it was done",
        hint: Phrase(zh: "在任务下面加一行「- 完成: 日期」", en: "add '- done: DAY' under the task"))
    case (.open, let field?) where !document.nodes[field].value.isEmpty:
      report.warning(
        document, document.nodes[field].value, zh: "写了完成日期，但任务还没有打勾",
        en: "a done day on a task that is still open",
        hint: Phrase(zh: "把「[ ]」改成「[x]」，或删去完成日期", en: "write '[x]', or take the day away"))
    default: break
    }
  }
}
