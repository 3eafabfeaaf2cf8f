import HallModel
import HallSyntax
import HallWords

/// Ledgers of tasks, and reminders.
extension FormSource {
  /// - Parameter scope: whose tasks they are: a party, a matter, a meeting or the hall.
  package func content(of tasks: [(TaskOwner, Task)], scope: String) -> FormContent {
    var content = common
    content.add("范围", "scope", shown(scope))
    let open = tasks.filter { $0.1.state != .cancelled }
    content.add("总数", "total", String(open.count))
    content.add("完成", "done", String(open.count { $0.1.state == .done }))
    content.add("逾期", "overdue", String(open.count { $0.1.isOverdue(on: today) }))
    content.add("任务", "tasks", blocks: [.table(table(of: tasks))])
    return content
  }

  package func content(of letter: UrgeLetter) -> FormContent {
    var content = common
    let paragraphs = letter.paragraphs
    content.add(
      "正文", "body", blocks: paragraphs.dropFirst().dropLast().map { .text($0) })
    content.add(
      "落款", "issued by",
      blocks: [.signature((paragraphs.last ?? "").split(separator: "\n").map(String.init))])
    return content
  }

  /// - Parameter isShort: only what residents want to know: what, who and by when.
  func table(of tasks: [(TaskOwner, Task)], isShort: Bool = false) -> Sheet.Table {
    let head = [
      say("编号", "Number"), say("任务", "Task"), say("负责", "Lead"), say("期限", "Due"),
    ]
    var table = Sheet.Table(
      head + (isShort ? [] : [say("标准", "Standard"), say("进展", "Progress")]) + [say("状态", "State")])
    table.short = [0, 3, table.head.count - 1]
    table.rows = tasks.map { owner, task in
      let meeting: Meeting? = if case .meeting(let meeting) = owner { meeting } else { nil }
      let notes = task.values(.progress).suffix(2).map { shown($0.string) }
      let row = [
        Reference.task(owner, task).identifier, shown(task.title),
        task.value(.lead).map { people($0, meeting) } ?? "", due(task),
      ]
      return row
        + (isShort
          ? [] : [task.text(.standard).map(shown) ?? "", notes.joined(separator: say("；", "; "))])
        + [state(task)]
    }
    return table
  }

  /// `2025-10-30（延期 1 次）`
  private func due(_ task: Task) -> String {
    let text: String
    if let day = task.due.day {
      text = day.iso
    } else {
      text = task.text(.due).map(shown) ?? ""
    }
    guard task.extensions > 0 else { return text }
    return text + say("，延期 \(task.extensions) 次", ", extended \(task.extensions)×")
  }

  /// In words, with a sign that shows without colour.
  func state(_ task: Task) -> String {
    switch task.state {
    case .done: return "● " + say("已完成", "done") + (task.doneDay.map { " " + $0.iso } ?? "")
    case .cancelled: return "– " + say("已取消", "cancelled")
    case .open:
      guard let day = task.due.day, task.isOverdue(on: today) else {
        return "◐ " + say("进行中", "open")
      }
      return "▲ " + say("逾期 \(today - day) 天", "\(today - day) days late")
    }
  }
}
