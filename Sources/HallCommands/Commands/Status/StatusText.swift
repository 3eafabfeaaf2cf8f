import HallGit
import HallModel
import HallSyntax
import HallWords

/// The state of a hall, for people.
struct StatusText: Speaking {
  private let status: HallStatus
  let language: Language
  private let style: Style
  private let width: Int
  /// How many lines of one kind are shown before `…`.
  private let limit = 6

  init(_ status: HallStatus, language: Language, style: Style, width: Int) {
    self.status = status
    self.language = language
    self.style = style
    self.width = width
  }

  var text: String {
    let hall = status.loaded.hall
    let day = DayText.withWeekday(status.today, language)
    var text = style.bold(VisibleText.line(status.loaded.name)) + "  " + style.dim(day) + "\n"
    text +=
      style.dim(
        say(
          "\(hall.meetings.count) 次会议，\(hall.matters.count) 个问题",
          Language.counted(hall.meetings.count, "meeting") + ", "
            + Language.counted(hall.matters.count, "matter")))
      + "\n\n"
    text += status.unseen(language).map { style.red(VisibleText.line($0)) + "\n" }.joined()
    text += nextMeeting
    if !status.adjourned.isEmpty {
      text += section(
        say("没有开完、等着续会的", "Adjourned, to go on"), status.adjourned.map(adjournedLine), "")
    }
    if !status.contested.isEmpty {
      text += section(
        say("有异议、还没有了结的", "Objections not settled"), status.contested.map(contestedLine), "")
    }
    text += section(
      say("逾期任务", "Overdue"), status.overdue.map(overdueLine), say("没有", "none"))
    if !status.dueSoon.isEmpty {
      text += section(say("七天内到期", "Due within a week"), status.dueSoon.map(soonLine), "")
    }
    if !status.unapproved.isEmpty {
      text += section(
        say("还没有确认的会议记录", "Minutes not approved yet"), status.unapproved.map(meetingLine), "")
    }
    text += section(
      say("没议完的议题", "Items not finished"), status.openItems.map(itemLine), say("没有", "none"))
    let steps = status.waiting.prefix(limit).map { DisplayWidth.of($0.step.phrase[language]) }
    if !status.unsaid.isEmpty {
      text += section(
        say("别人改了、还没有定的", "Changed by others and not settled"), status.unsaid.map(unsaidLine), "")
    }
    if !status.unrecorded.isEmpty {
      text += section(
        say("改了还没记下的", "Edits not yet recorded"), status.unrecorded.map(\.path), "")
    }
    if !status.unshared.isEmpty {
      text += section(
        say("记下了还没交给大家的", "Recorded and not shared yet"), status.unshared.map(unsharedLine), "")
    }
    text += section(
      say("等着下一步的问题", "Matters waiting for a step"),
      status.waiting.map { waitingLine($0, stepWidth: steps.max() ?? 0) }, say("没有", "none"))
    return text
  }

  private var nextMeeting: String {
    let title = style.bold(say("下次会议", "Next meeting"))
    guard let meeting = status.nextMeeting, let moment = meeting.moment else {
      return title + "  " + say("还没有安排", "none is set") + "\n"
    }
    let days = moment.day - status.today
    let distance =
      days == 0 ? say("今天", "today") : say("还有 \(days) 天", "in \(Language.counted(days, "day"))")
    let when =
      DayText.withWeekday(moment.day, language) + (moment.start.map { " " + $0.text } ?? "")
    let state = meeting.status.map { "（\($0.word(.zh))）" } ?? ""
    let stateEN = meeting.status.map { " (\($0.word(.en)))" } ?? ""
    return title + "  " + when + say("，\(distance)", ", \(distance)") + "\n"
      + line(
        meeting.name + "  " + meeting.title + say(state, stateEN))
  }

  private func section(_ title: String, _ lines: [String], _ none: String) -> String {
    var text = style.bold(title) + "  " + (lines.isEmpty ? none : String(lines.count)) + "\n"
    for entry in lines.prefix(limit) { text += line(entry) }
    if lines.count > limit { text += "  …\n" }
    return text
  }

  private func line(_ text: String) -> String {
    "  " + DisplayWidth.clipped(VisibleText.line(text), to: width - 2) + "\n"
  }

  private func unsharedLine(_ unshared: LastShared.Entry) -> String {
    let revision = unshared.revision
    return unshared.place.title
      + say(
        "  第\(revision.number)版 \(revision.by)：\(revision.why)",
        "  revision \(revision.number), \(revision.by): \(revision.why)")
  }

  /// The minutes, who changed them, and who decides about the change.
  private func unsaidLine(_ change: UnsaidChange) -> String {
    let by = change.authors[language]
    let who = status.answers(change) ? nil : change.approver
    return say("\(change.name)（\(by)改的", "\(change.name) (by \(by)")
      + (who.map { say("，由\($0)认可或改回", "; \($0) accepts it or puts it back") } ?? "")
      + say("）", ")")
  }

  private func overdueLine(_ due: DueTask) -> String {
    let late = due.daysLate(on: status.today)
    return line(of: due, say("逾期\(late)天  ", "\(late)d late  "))
  }

  private func soonLine(_ due: DueTask) -> String {
    let days = due.due - status.today
    return line(
      of: due, days == 0 ? say("今天到期  ", "today  ") : say("还有\(days)天  ", "in \(days)d  "))
  }

  private func line(of due: DueTask, _ when: String) -> String {
    let people = status.loaded.hall.charter.people(leading: due.leads).map(\.text)
    let lead = people.isEmpty ? "" : people.joined(in: language) + "  "
    let name = due.identifier ?? due.path
    return name + "  " + when + lead + due.what(language)
  }

  private func contestedLine(_ entry: (meeting: Meeting, decision: Decision)) -> String {
    let objections = entry.decision.objections
    let open = objections.open.count
    let what =
      open > 0
      ? say("\(open) 条没有答复", "\(open) not answered")
      : say("异议成立，还没有重议或撤销", "upheld; neither taken up again nor set aside")
    return Reference.decision(entry.meeting, entry.decision).identifier + "  "
      + VisibleText.line(entry.decision.title) + say("（", " (") + what + say("）", ")")
  }

  private func adjournedLine(_ meeting: Meeting) -> String {
    meetingLine(meeting)
      + (meeting.text(.adjourned).map { say("（\($0)）", " (\($0))") } ?? "")
  }

  private func meetingLine(_ meeting: Meeting) -> String {
    meeting.name + "  " + (meeting.day.map { $0.iso + "  " } ?? "") + meeting.title
  }

  private func itemLine(_ open: ItemReference) -> String {
    let state =
      status.loaded.hall.leftover(of: open)?.word(language) ?? say("没有结论", "no outcome")
    return Reference.item(open.meeting, open.item).identifier + "  \(state)  " + open.item.title
  }

  private func waitingLine(
    _ entry: (matter: Matter, state: MatterState, step: NextStep), stepWidth: Int
  ) -> String {
    let name = entry.matter.name
    let step = DisplayWidth.padded(entry.step.phrase[language], to: stepWidth)
    return name + "  " + step + "  " + entry.matter.title
  }
}
