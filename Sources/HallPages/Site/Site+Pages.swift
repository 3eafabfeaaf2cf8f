import HallModel
import HallSyntax
import HallWords

/// The pages of the site.
extension Site {
  func path(_ reference: Reference) -> String {
    let name = reference.identifier.replacing("#", with: "-")
    switch reference {
    case .matter: return "q/\(name).html"
    case .meeting: return "m/\(name).html"
    default: return "d/\(name).html"
    }
  }

  private func entry(_ decision: Decision, of meeting: Meeting) -> (
    href: String, title: String, about: String
  ) {
    (
      path(.decision(meeting, decision)), source.shown(decision.title),
      progress(decision, of: meeting)
    )
  }

  /// How far a decision is, in one sentence: the answer first.
  private func progress(_ decision: Decision, of meeting: Meeting) -> String {
    let standing = hall.standing(of: decision, in: meeting, on: today)
    var parts: [String] = []
    if let posted = decision.posted, posted.contains(today) {
      parts.append(
        "○ " + say("公示中，到\(source.day(posted.end))", "posted until \(source.day(posted.end))"))
    } else {
      parts.append(standing.phrase[language])
    }
    let tasks = decision.tasks.filter { $0.state != .cancelled }
    if !tasks.isEmpty {
      let done = tasks.count { $0.state == .done }
      let late = tasks.count { $0.isOverdue(on: today) }
      let sign = late > 0 ? "▲ " : done == tasks.count ? "● " : "◐ "
      parts.append(
        sign + say("\(tasks.count) 件事办完 \(done) 件", "\(done) of \(tasks.count) done")
          + (late > 0 ? say("，\(late) 件逾期", ", \(late) overdue") : ""))
    }
    if let day = meeting.day { parts.append(source.day(day)) }
    return parts.joined(separator: say("；", "; "))
  }

  private var decisions: [(meeting: Meeting, decision: Decision)] {
    meetings.flatMap { meeting in meeting.decisions.map { (meeting, $0) } }
      .sorted { ($0.meeting.day ?? .first) > ($1.meeting.day ?? .first) }
  }

  // MARK: The front page

  var front: SitePage {
    let open = hall.documents.flatMap { OpenTasks(in: $0, dueBy: today).due }.filter {
      $0.due < today
    }
    let next = meetings.filter { meeting in
      (meeting.day.map { $0 >= today } ?? false) && !meeting.isHeld && meeting.status != .cancelled
    }.min { ($0.day ?? .last) < ($1.day ?? .last) }
    let all = decisions
    let tasks = all.flatMap { $0.decision.tasks }.filter { $0.state != .cancelled }
    let done = tasks.count { $0.state == .done }
    var blocks: [SitePage.Block] = [
      .sheet(
        .strong(
          say(
            "已经议定 \(all.count) 件事，交办 \(tasks.count) 项，办完 \(done) 项，逾期 \(open.count) 项。",
            "\(all.count) decisions; of \(tasks.count) tasks \(done) are done; \(open.count) are overdue."
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
    for matter in hall.matters { for task in matter.tasks { add(task, nil) } }
    for meeting in meetings { for task in meeting.tasks { add(task, meeting.parties) } }
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

  // MARK: Lists

  func list(_ path: String) -> SitePage {
    switch path {
    case "decisions.html":
      return SitePage(
        path: path, title: say("决议", "Decisions"),
        blocks: [.entries(decisions.map { entry($0.decision, of: $0.meeting) })], isSearched: false)
    case "meetings.html":
      let sorted = meetings.sorted { ($0.day ?? .first) > ($1.day ?? .first) }
      return SitePage(
        path: path, title: say("会议", "Meetings"),
        blocks: [
          .entries(
            sorted.map { meeting in
              (
                self.path(.meeting(meeting)), source.shown(meeting.title),
                [meeting.moment.map(source.when), meeting.status?.word(language)].compactMap(\.self)
                  .joined(separator: say("；", "; "))
              )
            })
        ], isSearched: false)
    default:
      return SitePage(
        path: path, title: say("问题", "Matters"),
        blocks: [
          .entries(
            hall.matters.reversed().map { matter in
              (
                self.path(.matter(matter)), source.shown(matter.title),
                hall.state(of: matter, on: today).stage.phrase[language]
              )
            })
        ], isSearched: false)
    }
  }

  var parties: SitePage {
    SitePage(
      path: "parties.html", title: say("各方", "Parties"),
      blocks: hall.charter.parties.parties.flatMap { party -> [SitePage.Block] in
        let tasks: [(TaskOwner, Task)] =
          (hall.matters.flatMap { matter in matter.tasks.map { (TaskOwner.matter(matter), $0) } }
          + meetings.flatMap { meeting in meeting.tasks.map { (TaskOwner.meeting(meeting), $0) } })
          .filter { owner, task in
            task.state == .open
              && task.leads.contains { hall.charter.person($0).party == party.name }
          }
        return [.sheet(.heading(source.shown(party.name)))]
          + (tasks.isEmpty
            ? [.sheet(.text(say("没有还没办完的事。", "Nothing open.")))]
            : [.sheet(.table(source.table(of: tasks, isShort: true)))])
      }, isSearched: false)
  }

  /// One page for the notice board, to print.
  var board: SitePage {
    let current = decisions.filter { entry in
      entry.decision.posted?.contains(today) ?? false
    }
    let shown = current.isEmpty ? Array(decisions.prefix(3)) : current
    return SitePage(
      path: "board.html", title: say("公告栏", "Notice board"),
      blocks: shown.flatMap { entry -> [SitePage.Block] in
        [
          .sheet(.strong(source.shown(entry.decision.title))),
          .sheet(.text(progress(entry.decision, of: entry.meeting))),
        ]
      } + [.sheet(.signature([source.shown(hall.charter.name), source.day(today)]))],
      isSearched: false)
  }

  // MARK: One thing

  func page(_ decision: Decision, of meeting: Meeting) -> SitePage {
    var blocks: [SitePage.Block] = [.sheet(.strong(progress(decision, of: meeting)))]
    blocks += source.prose(under: decision.node, in: decision.document).map { .sheet($0) }
    let tasks = decision.tasks
    if !tasks.isEmpty {
      blocks += [
        .sheet(.heading(say("谁来办，什么时候办完", "Who, and by when"))),
        .sheet(.table(source.table(of: tasks.map { (.meeting(meeting), $0) }, isShort: true))),
      ]
    }
    if case .vote(let vote) = meeting.ground(of: decision) {
      blocks.append(.sheet(.heading(say("怎么表决的", "How it was voted"))))
      blocks += self.vote(hall.tally(vote, in: meeting))
    }
    blocks += [
      .sheet(.heading(say("依据和日子", "Basis and days"))),
      .sheet(.facts(source.facts(of: decision, in: meeting))),
      .link(href: path(.meeting(meeting)), text: say("出自 ", "From ") + source.shown(meeting.title)),
      .sheet(.small(check(meeting.document, Reference.decision(meeting, decision).identifier))),
    ]
    return SitePage(
      path: path(.decision(meeting, decision)), title: source.shown(decision.title), blocks: blocks,
      updated: updated(meeting.document))
  }

  func page(_ meeting: Meeting) -> SitePage {
    var facts = [Sheet.Fact(say("编号", "Number"), meeting.name)]
    if let moment = meeting.moment {
      facts.append(Sheet.Fact(say("时间", "When"), source.when(moment)))
    }
    if let place = meeting.text(.meetingPlace) {
      facts.append(Sheet.Fact(say("地点", "Where"), source.shown(place)))
    }
    if let status = meeting.status {
      facts.append(Sheet.Fact(say("状态", "Status"), status.word(language)))
    }
    var blocks: [SitePage.Block] = []
    if !meeting.decisions.isEmpty {
      blocks += [
        .sheet(.heading(say("议定的", "Decided"))),
        .entries(meeting.decisions.map { entry($0, of: meeting) }),
      ]
    }
    blocks.append(.sheet(.facts(facts)))
    for item in meeting.items {
      blocks.append(
        .sheet(.heading("\(item.number.map { "\($0). " } ?? "")" + source.shown(item.title))))
      blocks += source.prose(under: item.node, in: item.document).map { .sheet($0) }
      for vote in item.votes {
        blocks.append(.sheet(.text(say("表决：", "Vote: ") + source.shown(vote.title))))
        blocks += self.vote(hall.tally(vote, in: meeting))
      }
      if let outcome = item.outcome {
        blocks.append(.sheet(.text(say("结论：", "Outcome: ") + outcome.word(language))))
      }
    }
    blocks.append(.sheet(.small(check(meeting.document, meeting.name))))
    return SitePage(
      path: path(.meeting(meeting)), title: source.shown(meeting.title), blocks: blocks,
      updated: updated(meeting.document))
  }

  func page(_ matter: Matter) -> SitePage {
    let state = hall.state(of: matter, on: today)
    var table = Sheet.Table([say("日期", "Day"), say("步骤", "Step"), say("内容", "What")])
    table.rows = matter.log.map { line in
      [
        source.shown(line.shownDay), line.keyword?.word(language) ?? source.shown(line.word),
        source.shown(line.text),
      ]
    }
    let title = matter.document.nodes.firstIndex { $0.kind == .title }
    var blocks: [SitePage.Block] = [
      .sheet(.strong(state.stage.phrase[language] + say("。", ".")))
    ]
    blocks += source.prose(under: title, in: matter.document).map { .sheet($0) }
    if !table.rows.isEmpty {
      blocks += [.sheet(.heading(say("办到哪一步了", "Steps"))), .sheet(.table(table))]
    }
    let entries = (matter.id.map(hall.items(about:)) ?? []).filter { entry in
      meetings.contains { $0.document.path == entry.meeting.document.path }
    }.flatMap { entry in entry.item.decisions.map { self.entry($0, of: entry.meeting) } }
    if !entries.isEmpty {
      blocks += [.sheet(.heading(say("有关决议", "Decisions"))), .entries(entries)]
    }
    if !matter.tasks.isEmpty {
      blocks += [
        .sheet(.heading(say("任务", "Tasks"))),
        .sheet(.table(source.table(of: matter.tasks.map { (.matter(matter), $0) }, isShort: true))),
      ]
    }
    blocks.append(.sheet(.small(check(matter.document, matter.name))))
    return SitePage(
      path: path(.matter(matter)), title: source.shown(matter.title), blocks: blocks,
      updated: updated(matter.document))
  }

  /// Each leg as a picture and as a sentence, then the result. Nobody's vote is shown.
  private func vote(_ tally: Tally) -> [SitePage.Block] {
    let legs = tally.isDeclared ? [] : tally.legs
    let bars: [SitePage.Block] = legs.compactMap { leg in
      guard let have = leg.have.number, let of = leg.of.number, of > 0,
        let fraction = leg.threshold.fraction, fraction.denominator > 0
      else { return .sheet(.text(leg.explanation[language])) }
      let label =
        leg.stage.keyword.word(language)
        + say("（\(leg.measure.word(.zh))）", " (\(leg.measure.word(.en)))")
        + " " + Percentage.text(have, of: of) + say("，需 ", ", needs ") + leg.threshold.text
      return .bar(
        SitePage.Bar(
          share: Int(min(1000, have * 1000 / of)),
          need: min(1000, Int(fraction.numerator) * 1000 / Int(fraction.denominator)), label: label,
          sentence: leg.explanation[language]))
    }
    return bars
      + [.sheet(.strong(say("结果：", "Result: ") + TallyText.word(tally.outcome, language)))]
  }

  /// How somebody can check that the page says what the record says.
  private func check(_ document: Document, _ name: String) -> String {
    let digest = HallPagesDigest.short(document)
    return say(
      "\(name)，文稿 \(document.path)，摘要 \(digest)（核对：sha256sum \(document.path)）",
      "\(name), text \(document.path), digest \(digest) (to check: sha256sum \(document.path))")
  }
}
