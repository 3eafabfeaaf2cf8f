import HallModel
import HallSyntax
import HallWords

/// The posting of a decision.
extension FormSource {
  package func content(of decision: Decision, in meeting: Meeting) -> FormContent {
    var content = common
    // It is posted where everybody reads it.
    var masker = Masker(charter, meeting)
    content.add("决议", "decision", masker.masked(shown(decision.title)))
    content.add("编号", "number", Reference.decision(meeting, decision).identifier)
    content.add("会议", "meeting", shown(meeting.title))
    content.add("公示", "posted", decision.posted.map(period))
    content.add(
      "正文", "body",
      blocks: prose(under: decision.node, in: decision.document).map { $0.masked(&masker) })
    let facts =
      [
        Sheet.Fact(say("编号", "Number"), Reference.decision(meeting, decision).identifier),
        Sheet.Fact(
          say("会议", "Meeting"),
          shown(meeting.title) + (meeting.day.map { say("，", ", ") + day($0) } ?? "")),
      ] + self.facts(of: decision, in: meeting)
    content.add("事项", "facts", blocks: [Sheet.Block.facts(facts).masked(&masker)])
    let tasks = decision.tasks
    content.add(
      "任务", "tasks",
      blocks: tasks.isEmpty
        ? []
        : [
          .heading(say("谁来办", "Who sees to it")),
          Sheet.Block.table(table(of: tasks.map { (.meeting(meeting), $0) }, isShort: true))
            .masked(&masker),
        ])
    content.add("落款", "issued by", blocks: signature(decision.posted?.start ?? today))
    return content
  }

  /// What a decision rests on, when it takes effect, and how it stands. Who objected is never shown.
  func facts(of decision: Decision, in meeting: Meeting) -> [Sheet.Fact] {
    var facts: [Sheet.Fact] = []
    func add(_ zh: String, _ en: String, _ value: String?) {
      if let value, !value.isEmpty { facts.append(Sheet.Fact(say(zh, en), value)) }
    }
    add("性质", "Kind", decision.kind?.word(language))
    switch meeting.ground(of: decision) {
    case .vote(let vote):
      let tally = hall.tally(vote, in: meeting)
      add(
        "依据", "Basis",
        say("表决「\(shown(vote.title))」，", "vote '\(shown(vote.title))', ")
          + TallyText.word(tally.outcome, language))
    default: add("依据", "Basis", decision.text(.basis).map(shown))
    }
    add("经费", "Funds", decision.text(.funds).map(shown))
    add("公示", "Posted", decision.posted.map(period))
    add("生效", "Effective", decision.effective.map(day))
    add("文号", "Document", decision.text(.number).map(shown))
    add("取代", "Replaces", decision.text(.supersedes).map(shown))
    add("状态", "Standing", hall.standing(of: decision, in: meeting, on: today).phrase[language])
    return facts
  }
}
