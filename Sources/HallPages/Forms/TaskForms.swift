import HallModel
import HallSyntax
import HallWords

/// Ledgers of tasks, and reminders.
extension FormSource {
  /// - Parameter scope: whose tasks they are: a party, a matter, a meeting or the hall.
  package func content(of tasks: [(TaskOwner, Task)], scope: String) -> FormContent {
    var content = common
    content.add("范围", "scope", shown(scope))
    content.add("总数", "total", String(tasks.count))
    let open = tasks
    content.add("完成", "done", String(open.count { $0.1.state == .done }))
    content.add("逾期", "overdue", String(open.count { $0.1.isOverdue(on: today) }))
    content.add(
      "任务", "tasks",
      blocks: [
        tasks.isEmpty ? .text(say("没有任务。", "There are no tasks.")) : .table(table(of: tasks))
      ])
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

  /// - Parameters:
  ///   - isShort: only what residents want to know: what, who and by when.
  ///   - isNarrow: for a page that is not across: the standard stands below its task.
  ///   - isOwn: whether all are of one document, so that T1 says enough.
  func table(
    of tasks: [(TaskOwner, Task)], isShort: Bool = false, isNarrow: Bool = false,
    isOwn: Bool = false
  ) -> Sheet.Table {
    typealias Column = (name: String, width: Int, cell: (TaskOwner, Task) -> String)
    func meeting(_ owner: TaskOwner) -> Meeting? {
      if case .meeting(let meeting) = owner { meeting } else { nil }
    }
    let number: Column = (
      say("编号", "Number"), isOwn ? 12 : isNarrow ? 20 : 14,
      { owner, task in
        let name = Reference.task(owner, task).identifier
        return isOwn ? name.split(separator: "-").last.map(String.init) ?? name : name
      }
    )
    let title: Column = (
      say("任务", "Task"), 28,
      { _, task in
        let standard = isNarrow ? task.text(.standard).map(self.shown) : nil
        return self.shown(task.title)
          + (standard.map { "\n" + self.say("标准：", "Standard: ") + $0 } ?? "")
      }
    )
    let lead: Column = (
      say("负责", "Lead"), 14,
      { owner, task in task.value(.lead).map { self.people($0, meeting(owner)) } ?? "" }
    )
    let due: Column = (say("期限", "Due"), 17, { self.due($1) })
    let standard: Column = (say("标准", "Standard"), 14, { $1.text(.standard).map(self.shown) ?? "" })
    let progress: Column = (
      say("进展", "Progress"), 18,
      {
        $1.values(.progress).suffix(2).map { self.shown($0.string) }.joined(separator: "\n")
      }
    )
    let state: Column = (say("状态", "State"), 15, { self.state($1) })
    // On a page the task comes first: it is what a resident looks for.
    let all =
      isShort
      ? [title, lead, due, state, number]
      : isNarrow
        ? [number, title, lead, due, state]
        : [number, title, lead, due, standard, progress, state]
    let columns = all.map { column in (column, tasks.map { column.cell($0.0, $0.1) }) }
      .filter { column, cells in column.width >= 28 || cells.contains { !$0.isEmpty } }
    var table = Sheet.Table(columns.map { $0.0.name })
    let whole = columns.reduce(0) { $0 + $1.0.width }
    if !isShort { table.widths = columns.map { $0.0.width * 100 / whole } }
    table.short = Set(
      columns.indices.filter { [number.name, due.name].contains(columns[$0].0.name) })
    table.rows = tasks.indices.map { row in columns.map { $0.1[row] } }
    table.caption = tasks.isEmpty ? nil : say("\(tasks.count) 项任务", "\(tasks.count) tasks")
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
    return text + "\n" + say("延期 \(task.extensions) 次", "extended \(task.extensions)×")
  }

  /// In words, with a sign that shows without colour.
  func state(_ task: Task) -> String {
    switch task.state {
    case .done: return "● " + say("已完成", "done") + (task.doneDay.map { "\n" + $0.iso } ?? "")
    case .cancelled: return "– " + say("已取消", "cancelled")
    case .open:
      guard let day = task.due.day, task.isOverdue(on: today) else {
        return "◐ " + say("进行中", "open")
      }
      return "▲ " + say("逾期 \(today - day) 天", "\(today - day) days late")
    }
  }
}
