import HallSyntax

/// The next step of a matter, by its stage (collect, propose, whistle, meet, carry out, close,
/// revisit). The raw value is used in machine formats.
package enum NextStep: String, Sendable {
  case propose
  case summon
  case deliberate
  /// What was left open is to be taken up again.
  case meetAgain = "meet_again"
  case implement
  case close
  case revisit
  case reopen

  /// The step after what has been done; nil where no step is expected.
  ///
  /// A matter whose tasks are still open waits for them, and not for a step.
  package init?(after matter: Matter, _ state: MatterState, in hall: Hall, today: Day) {
    // A matter that is on the agenda of a meeting to come waits for it.
    if [.collected, .proposed, .summoned].contains(state.stage),
      hall.isAhead(matter.id.map(hall.items(about:)) ?? [], today)
    {
      return nil
    }
    switch state.stage {
    case .collected: self = .propose
    case .proposed: self = .summon
    case .summoned: self = .deliberate
    case .deliberated:
      switch hall.left(matter, today: today) {
      case .settled: self = .implement
      case .open: self = .meetAgain
      case .rejected: self = .propose
      case .onAgenda: return nil
      }
    case .implementing:
      guard !hall.hasUnfinishedTasks(matter) else { return nil }
      self = .close
    case .closed:
      guard let closed = state.closedDay else { return nil }
      let period = hall.charter.length(.revisitPeriod) ?? Length(days: 15)
      guard hall.charter.end(of: period, from: closed) <= today else { return nil }
      self = .revisit
    case .revisited:
      guard state.isDissatisfied else { return nil }
      self = .reopen
    }
  }
}

/// How a matter was left when it was last talked over.
enum MatterLeft {
  /// Something was agreed.
  case settled
  /// Deferred, or without an outcome.
  case open
  /// It was not agreed to.
  case rejected
  /// It is on the agenda of a meeting to come.
  case onAgenda
}

extension Hall {
  /// How a matter was left by the last meeting that took it up, unless it was talked over since.
  func left(_ matter: Matter, today: Day) -> MatterLeft {
    let references = matter.id.map(items(about:)) ?? []
    let held = references.filter(\.meeting.isHeld)
    // Of two on one day, or without a day, the later in the list.
    let last = held.enumerated().max { one, other in
      (one.element.meeting.day ?? .first, one.offset) < (
        other.element.meeting.day ?? .first, other.offset
      )
    }?.element
    guard let last else { return .settled }
    let met = matter.log.filter { $0.keyword == .met }.compactMap(\.day).max()
    if let met, let day = last.meeting.day, met > day { return .settled }
    let isOpen = last.item.outcome == .deferred || isUnfinished(last.item, in: last.meeting)
    guard isOpen || !isCarried(last.item, in: last.meeting) else { return .settled }
    if isAhead(references, today) { return .onAgenda }
    return isOpen ? .open : .rejected
  }

  /// Whether one of some items is on the agenda of a meeting to come.
  fileprivate func isAhead(_ references: [ItemReference], _ today: Day) -> Bool {
    references.contains { reference in
      ![.cancelled, .postponed].contains(reference.meeting.status) && !reference.meeting.isHeld
        && (reference.meeting.day.map { $0 >= today } ?? false)
    }
  }

  /// The tasks of a matter: its own, and those under the items about it.
  package func tasks(of matter: Matter) -> [Task] {
    let references = matter.id.map(items(about:)) ?? []
    return matter.tasks
      + references.flatMap { reference in
        reference.item.nodes(.task).map { Task(document: reference.item.document, node: $0) }
      }
  }

  /// Whether an open task of a matter is more than a standing commitment.
  package func hasUnfinishedTasks(_ matter: Matter) -> Bool {
    tasks(of: matter).contains { $0.state == .open && $0.due != .ongoing }
  }

  /// Items that a held meeting deferred or left unfinished and no later meeting took up: they are
  /// offered to the next meeting.
  package var openItems: [ItemReference] {
    var open = OpenItems()
    let ordered = meetings.sorted { ($0.day ?? Day(number: 0)) < ($1.day ?? Day(number: 0)) }
      .filter { $0.status != .cancelled && $0.status != .postponed }
    let agendas = Parallel.map(count: ordered.count) { place in
      OpenItems.Agenda(ordered[place]) { self.isUnfinished($0, in: ordered[place]) }
    }
    for agenda in agendas { open.add(agenda) }
    return open.references
  }

  /// Whether what an item is about was agreed to: its last main motion was carried, or, without a
  /// vote, nothing says that it was not.
  package func isCarried(_ item: AgendaItem, in meeting: Meeting) -> Bool {
    if [.deferred, .withdrawn, .notAgreed].contains(item.outcome) { return false }
    guard let vote = item.mainVote else { return true }
    let result = tally(vote, in: meeting).outcome.result ?? vote.writtenResult?.result
    return result == .carried
  }

  /// How an item that waits to be taken up again was left: 下次再议, 参与不足 or 平票; nil without an
  /// outcome.
  package func leftover(of open: ItemReference) -> Keyword? {
    if open.item.outcome == .deferred { return .deferred }
    return open.item.mainVote.flatMap { unsettled($0, in: open.meeting) }
  }
}
