import HallModel
import HallSyntax

/// A task's box with a sign that is not in the format.
package enum TaskBoxSign: Check {
  package static let id = "task-box-sign"
  package static let about = Phrase(
    zh: "任务方框里的记号不是空格、x 或 -（例如「[/]」「[>]」「[?]」）。打勾算已完成，别的都算未完成。",
    en:
      "A sign in a task's box that is not a blank, an x or a dash ('[/]', '[>]', '[?]'). A tick is"
      + " read as done, any other sign as open.")

  package static func check(
    task: Task, of owner: TaskOwner, _ context: CheckContext, _ report: inout Report
  ) {
    guard let box = task.document.box(of: task.node), !box.isCommon else { return }
    let sign = task.document.text(box.sign)
    let isDone = box.state == .done
    report.warning(
      task.document, box.sign, zh: "方框里的「\(sign)」不是约定的记号，这个任务按\(isDone ? "已完成" : "未完成")算",
      en: "'\(sign)' in the box is not a sign of the format; the task is read as"
        + " \(isDone ? "done" : "open")",
      hint: Phrase(
        zh: isDone ? "写成「[x]」" : "未完成写「[ ]」，已完成写「[x]」，取消写「[-]」",
        en: isDone ? "write '[x]'" : "write '[ ]' for open, '[x]' for done, '[-]' for cancelled"))
  }
}
