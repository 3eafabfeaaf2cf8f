import HallModel
import HallSyntax

/// A matter was closed with something left to do, or without a revisit.
package enum MatterClosed: Check {
  package static let id = "matter-closed"
  package static let about = Phrase(
    zh: "问题已结案，却还有任务没有完成（长期承诺和回访除外）；或者过了回访期仍没有回访。",
    en: "A closed matter has open tasks, other than standing commitments and the revisit; or the"
      + " revisit period is over and nobody revisited.")

  package static func check(matter: Matter, _ context: CheckContext, _ report: inout Report) {
    let closings = matter.log.filter { $0.keyword == .closed }
    guard !closings.isEmpty else { return }
    let state = context.hall.state(of: matter, on: context.today)
    guard let closed = state.closedDay,
      let line = closings.last(where: { $0.day == closed })
    else { return }
    let open = openTasks(of: matter, in: context.hall)
    let left = open.filter { !$0.task.isRevisit && $0.task.due != .ongoing }
    if !left.isEmpty {
      let names = left.map(\.name)
      report.warning(
        matter.document, line.syntax.key,
        zh: "已结案，但还有 \(left.count) 项任务没有完成：\(names.joined(separator: "、"))",
        en: "closed with \(Language.counted(left.count, "open task")):"
          + " \(names.joined(separator: ", "))",
        hint: Phrase(
          zh: "把做完的打勾，不再做的写「[-]」，或重开这个问题",
          en: "check off what is done, write '[-]' for what no longer counts, or reopen"))
    }
    let period = context.charter.length(.revisitPeriod) ?? Length(days: 15)
    let due = context.charter.end(of: period, from: closed)
    guard due < context.today, state.stage != .revisited, !open.contains(where: \.task.isRevisit)
    else { return }
    report.warning(
      matter.document, line.syntax.key,
      zh: "\(closed.iso) 结案，应在 \(due.iso) 前回访，还没有回访的记录",
      en: "closed on \(closed.iso), to be revisited by \(due.iso), and no revisit is recorded",
      hint: Phrase(
        zh: "回访后在「进展」里加一行「- 日期 回访: 结果」", en: "revisit, and add '- DAY revisited: …' to the log"))
  }

  /// The open tasks of the matter, and those of meeting items that are about it alone.
  private static func openTasks(of matter: Matter, in hall: Hall) -> [(name: String, task: Task)] {
    var tasks = matter.tasks.map { ("", $0) }
    for reference in matter.id.map(hall.items(about:)) ?? [] {
      let (item, meeting) = (reference.item, reference.meeting)
      guard meeting.isHeld, item.matters.count == 1 else { continue }
      let prefix = meeting.id.map { $0.text + "-" } ?? ""
      tasks += item.nodes(.task).map { (prefix, Task(document: item.document, node: $0)) }
    }
    return tasks.filter { $0.1.state == .open }.map { prefix, task in
      (task.number.map { "\(prefix)T\($0)" } ?? task.title, task)
    }
  }
}
