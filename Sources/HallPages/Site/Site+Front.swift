import HallModel
import HallSyntax
import HallWords

/// The front page, and the page for the notice board.
extension Site {
  var front: SitePage {
    let next = nextMeeting
    let all = decisions
    let tasks = self.tasks.map(\.1).filter { $0.state != .cancelled }
    let done = tasks.count { $0.state == .done }
    let late = tasks.count { $0.isOverdue(on: today) }
    var blocks: [SitePage.Block] = [
      .sheet(
        .strong(
          say(
            "截至\(source.day(today))：议定 \(all.count) 件事，交办 \(tasks.count) 项任务，办完 \(done) 项，逾期 \(late) 项。",
            "As of \(source.day(today)): \(all.count) decisions, \(tasks.count) tasks, \(done) done, \(late) overdue."
          ))),
      .search,
    ]
    if let next {
      blocks += [
        .sheet(.heading(say("下一次会", "Next meeting"))),
        .entries([
          (path(.meeting(next)), source.shown(next.title), next.moment.map(source.when) ?? "")
        ]),
      ]
    }
    blocks += [
      .sheet(.heading(say("最近议定的", "Decided lately"))),
      .entries(all.prefix(10).map { entry($0.decision, of: $0.meeting) }),
      .link(href: "decisions.html", text: say("全部决议", "All decisions")),
      .sheet(.heading(say("各方说到做到了多少", "How each party keeps its promises"))),
      .sheet(.table(promises)),
      .link(href: "tasks.ics", text: say("会议和任务的日历（手机日历可以订阅）", "Calendar of meetings and tasks")),
    ]
    return SitePage(
      path: "index.html", title: source.shown(hall.charter.name), blocks: blocks, isSearched: false)
  }

  /// Of each party: its tasks, how many are done, in time, and late.
  private var promises: Sheet.Table {
    var counts: [String: (all: Int, done: Int, late: Int)] = [:]
    func add(_ task: Task, _ parties: PartyList?) {
      guard task.state != .cancelled else { return }
      for party in Set(task.leads.compactMap { hall.charter.person($0, parties: parties).party }) {
        counts[party, default: (0, 0, 0)].all += 1
        if task.state == .done { counts[party, default: (0, 0, 0)].done += 1 }
        if task.isOverdue(on: today) { counts[party, default: (0, 0, 0)].late += 1 }
      }
    }
    for (owner, task) in tasks {
      let parties: PartyList? =
        if case .meeting(let meeting) = owner { meeting.parties } else { nil }
      add(task, parties)
    }
    var table = Sheet.Table([
      say("方", "Party"), say("承担", "Tasks"), say("办完", "Done"), say("逾期", "Overdue"),
    ])
    table.numbers = [1, 2, 3]
    table.rows = hall.charter.parties.parties.compactMap { party in
      counts[party.name].map {
        [source.shown(party.name), String($0.all), String($0.done), String($0.late)]
      }
    }
    return table
  }

  /// One page for the notice board, to print: what is posted now, else what was decided last.
  var board: SitePage {
    let current = decisions.filter { $0.decision.posted?.contains(today) ?? false }
    let shown = current.isEmpty ? Array(decisions.prefix(3)) : current
    var blocks: [SitePage.Block] = []
    for entry in shown {
      blocks += [
        .sheet(.heading(source.shown(entry.decision.title))),
        .sheet(.text(progress(entry.decision, of: entry.meeting))),
      ]
      if let words = posting(entry.decision) { blocks.append(.sheet(.text(words))) }
    }
    if let next = nextMeeting {
      let line = [
        source.shown(next.title), next.moment.map(source.when),
        next.text(.meetingPlace).map(source.shown),
      ]
      blocks += [
        .sheet(.heading(say("下一次会", "Next meeting"))),
        .sheet(.text(line.compactMap(\.self).joined(separator: say("，", ", ")))),
      ]
    }
    blocks.append(.sheet(.signature([source.shown(hall.charter.name), source.day(today)])))
    return SitePage(
      path: "board.html",
      title: current.isEmpty ? say("公告栏", "Notice board") : say("公　示", "Posted"),
      blocks: blocks, isSearched: false, isBoard: true)
  }

  private var nextMeeting: Meeting? {
    meetings.filter { meeting in
      (meeting.day.map { $0 >= today } ?? false) && !meeting.isHeld && meeting.status != .cancelled
    }.min { ($0.day ?? .last) < ($1.day ?? .last) }
  }
}
