import HallModel
import HallSyntax
import HallWords

/// The page of a matter, with the steps it has taken.
extension Site {
  func page(_ matter: Matter) -> SitePage {
    let state = hall.state(of: matter, on: today)
    var table = Sheet.Table(
      [say("日期", "Day"), say("步骤", "Step"), say("内容", "What")],
      caption: say("\(matter.log.count) 条记录", "\(matter.log.count) entries"))
    table.rows = matter.log.map { line in
      [
        source.shown(line.shownDay), line.keyword?.word(language) ?? source.shown(line.word),
        source.shown(line.text),
      ]
    }
    var blocks: [SitePage.Block] = [
      .sheet(.strong(say("现在：\(state.stage.phrase[.zh])。", "Now: \(state.stage.phrase[.en]).")))
    ]
    blocks.append(.steps(steps(matter, state)))
    blocks += source.introduction(of: matter.document).map { .sheet($0) }
    if !table.rows.isEmpty {
      blocks += [.sheet(.heading(say("经过", "Log"))), .sheet(.table(table))]
    }
    let entries = (matter.id.map(hall.items(about:)) ?? [])
      .filter { shows($0.meeting) }
      .flatMap { entry in entry.item.decisions.map { self.entry($0, of: entry.meeting) } }
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

  /// The day of a stage that the log does not tell: of the report, of a meeting, of a visit.
  private func day(of stage: Stage, _ matter: Matter) -> Day? {
    switch stage {
    case .collected: return matter.day
    case .deliberated:
      return (matter.id.map(hall.items(about:)) ?? []).filter(\.meeting.isHeld)
        .compactMap(\.meeting.day).min()
    case .revisited:
      let words = [Keyword.revisited.word(.zh), Keyword.revisited.word(.en)]
      return hall.ownedTasks(of: matter).map(\.1)
        .filter { task in words.contains { task.title.contains($0) } }.compactMap(\.doneDay).max()
    default: return nil
    }
  }

  /// The steps of a matter, each with the day on which it came there.
  private func steps(_ matter: Matter, _ state: MatterState) -> [SitePage.Step] {
    let reopened = state.reopenedDay
    let shown: [Stage] = [.collected, .proposed, .summoned, .deliberated, .implementing, .closed]
    return (shown + (state.stage == .revisited ? [.revisited] : [])).map { stage in
      let line = matter.log.last { line in
        line.keyword == stage.keyword && (reopened.map { (line.day ?? $0) >= $0 } ?? true)
      }
      let day = line?.day ?? self.day(of: stage, matter)
      return SitePage.Step(
        name: stage.keyword.word(language), day: day.map(source.day), isDone: stage <= state.stage,
        isCurrent: stage == state.stage)
    }
  }
}
