import HallModel
import HallSyntax

/// An open task that does not say who does it, or by when.
package enum TaskFields: Check {
  package static let id = "task-fields"
  package static let about = Phrase(
    zh: "没有完成的任务没有写谁负责、没有写期限、写着待定，或写着下次会议、会期还没有定。",
    en: "An open task has no lead, no due day, one that is still to be decided, or the"
      + " next meeting, whose day is not set.")

  package static func check(
    task: Task, of owner: TaskOwner, _ context: CheckContext, _ report: inout Report
  ) {
    guard task.state == .open else { return }
    let document = task.document
    let title = document.titleRange(task.node)
    if let lead = task.value(.lead) {
      checkLead(lead, in: document, &report)
    } else {
      report.warning(
        document, title, zh: "任务没有写由谁负责", en: "the task has no lead",
        hint: Phrase(
          zh: "在任务下面加一行「- 负责: 一方/姓名」，前面空两格",
          en: "add '- lead: PARTY/NAME' under the task, indented by two spaces"))
    }
    switch task.due {
    case .unwritten:
      report.warning(
        document, title, zh: "任务没有写期限", en: "the task has no due day",
        hint: Phrase(
          zh: "在任务下面加一行「- 期限: 日期」，前面空两格；没有期限的承诺写「长期」",
          en: "add '- due: DAY' under the task, indented by two spaces; 'ongoing' for a standing"
            + " commitment"))
    case .undecided:
      let extensions = document.fieldNodes(.extended, of: task.node)
      let field =
        extensions.last { !document.nodes[$0].value.isEmpty }
        ?? document.fieldNode(.due, of: task.node)
      report.warning(
        document, field.map(document.valueRange) ?? title, zh: "任务的期限还是待定",
        en: "the due day is still to be decided",
        hint: Phrase(zh: "定下日期后写在这里", en: "write the day here once it is decided"))
    case .nextMeeting:
      let field = document.fieldNode(.due, of: task.node)
      report.warning(
        document, field.map(document.valueRange) ?? title, zh: "任务要在下次会议以前完成，可下次会议还没有定日子",
        en: "it is due by the next meeting, whose day is not set yet",
        hint: Phrase(zh: "会期定了，把日期写在这里", en: "write the day here once it is set"))
    default: return
    }
  }

  private static func checkLead(_ lead: Slice, in document: Document, _ report: inout Report) {
    let leads = NameList.split(lead)
    if let first = leads.first, leads.count == 1,
      Vocabulary.keyword(first, in: .dueWord) == .tbd
    {
      report.warning(
        document, first.indices, zh: "由谁负责还是待定", en: "who leads is still to be decided",
        hint: Phrase(zh: "定下后写在这里", en: "write the lead here once it is decided"))
    }
  }
}
