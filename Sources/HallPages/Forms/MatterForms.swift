import HallModel
import HallSyntax
import HallWords

/// Visits after a matter was closed, and closing reports.
extension FormSource {
  package func content(of matter: Matter) -> FormContent {
    var content = common
    content.add("问题", "matter", shown(matter.title))
    content.add("编号", "number", matter.name)
    var facts = [
      Sheet.Fact(say("编号", "Number"), matter.name),
      Sheet.Fact(say("问题", "Matter"), shown(matter.title)),
    ]
    for keyword in [Keyword.source, .raisedBy, .date, .meetingPlace, .level, .ticket] {
      if let value = matter.text(keyword) {
        facts.append(Sheet.Fact(keyword.word(language), shown(value)))
      }
    }
    let state = hall.state(of: matter, on: today)
    facts.append(Sheet.Fact(say("阶段", "Stage"), state.stage.phrase[language]))
    content.add("事项", "facts", blocks: [.facts(facts)])
    content.add(
      "说明", "description",
      blocks: introduction(of: matter.document))
    var steps = Sheet.Table([say("日期", "Day"), say("步骤", "Step"), say("内容", "What")])
    steps.rows = matter.log.map { line in
      [shown(line.shownDay), line.keyword?.word(language) ?? shown(line.word), shown(line.text)]
    }
    content.add(
      "六步", "steps",
      blocks: steps.rows.isEmpty ? [] : [.heading(say("办理经过", "Steps")), .table(steps)])
    let decisions = (matter.id.map(hall.items(about:)) ?? []).flatMap { entry in
      entry.item.decisions.map { decision in
        Reference.decision(entry.meeting, decision).identifier + " " + shown(decision.title)
          + say("（", " (")
          + hall.standing(of: decision, in: entry.meeting, on: today).phrase[language]
          + say("）", ")")
      }
    }
    content.add(
      "决议", "decisions",
      blocks: decisions.isEmpty ? [] : [.heading(say("有关决议", "Decisions")), .list(decisions)])
    let tasks = hall.ownedTasks(of: matter)
    content.add(
      "任务", "tasks",
      blocks: tasks.isEmpty
        ? [] : [.heading(say("任务", "Tasks")), .table(table(of: tasks, isNarrow: true))])
    content.add("落款", "issued by", blocks: signature(today))
    return content
  }
}
