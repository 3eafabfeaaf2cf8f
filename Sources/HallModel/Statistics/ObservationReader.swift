import HallSyntax

/// Reads everything of a hall that counts towards a statistic.
struct ObservationReader {
  let hall: Hall
  let today: Day
  private var observations: [Observation] = []

  private init(hall: Hall, today: Day) {
    self.hall = hall
    self.today = today
  }

  /// Everything of a hall, in the order of its documents; they are read on all cores.
  static func read(_ hall: Hall, today: Day) -> [Observation] {
    let ofMatters = Parallel.map(count: hall.matters.count) { place in
      var reader = ObservationReader(hall: hall, today: today)
      reader.readAll(of: hall.matters[place])
      return reader.observations
    }
    let ofMeetings = Parallel.map(count: hall.meetings.count) { place in
      var reader = ObservationReader(hall: hall, today: today)
      reader.readAll(of: hall.meetings[place])
      return reader.observations
    }
    return Array((ofMatters + ofMeetings).joined())
  }

  private mutating func readAll(of matter: Matter) {
    add(matter)
    addAnswers(of: matter)
    addRevisits(of: matter)
    for task in matter.tasks { add(task, nil) }
  }

  private mutating func readAll(of meeting: Meeting) {
    add(meeting)
    let parties = meeting.parties
    for task in meeting.tasks { add(task, parties) }
    guard meeting.isHeld else { return }
    addAttendance(of: meeting)
    for vote in meeting.votes { add(vote, of: meeting) }
    for decision in meeting.decisions { add(decision, of: meeting) }
  }

  private mutating func add(_ matter: Matter) {
    let state = hall.state(of: matter, on: nil)
    let day = matter.day ?? matter.log.compactMap(\.day).first
    let who = matter.raisedBy
    let isClosed = state.stage >= .closed
    for stage in Stage.allCases {
      observations.append(
        Observation(Statistic(stage), .on(day), who, part: stage == state.stage ? 1 : 0))
    }
    observations.append(Observation(.resolved, .on(day), who, part: isClosed ? 1 : 0))
    observations.append(
      Observation(
        .closed, .inHand(from: day, until: isClosed ? state.closedDay : nil), who,
        part: isClosed ? 1 : 0))
  }

  /// The tasks that follow a whistle: those right below a 吹哨 in the log, led by a unit it names.
  private mutating func addAnswers(of matter: Matter) {
    let document = matter.document
    var whistled: [Person] = []
    for index in document.nodes.indices {
      switch document.nodes[index].kind {
      case .logLine:
        let line = LogLine(document: document, node: index)
        let names = NameList.split(document.slice(document.nodes[index].value))
        whistled = line.keyword == .summoned ? names.map { hall.charter.person($0) } : []
      case .task:
        let task = Task(document: document, node: index)
        guard let lead = task.lead.map({ hall.charter.person($0) }),
          whistled.contains(where: { $0.party == lead.party && $0.name == lead.name })
        else { continue }
        if let isLate = isLateByTheHour(task, matter), task.state == .done,
          let day = task.firstDue.day, day < today
        {
          observations.append(Observation(.answered, .on(day), lead, part: isLate ? 0 : 1))
        } else {
          addOnTime(.answered, task, due: task.firstDue, lead)
        }
      default: continue
      }
    }
  }

  /// Whether a unit that was called by an hour reported after it; nil where either hour is not written.
  ///
  /// A report that names the unit is its own; else the first after the call is meant.
  private func isLateByTheHour(_ task: Task, _ matter: Matter) -> Bool? {
    guard let hour = task.firstDueHour, let day = task.firstDue.day, let lead = task.lead else {
      return nil
    }
    let unit = hall.charter.person(lead).name ?? lead.string
    let reports = matter.log.filter { $0.keyword == .answered }
    let own = reports.first { $0.text.holds(unit) } ?? (reports.count == 1 ? reports.first : nil)
    guard let own, let came = own.day, let at = own.hour else { return nil }
    return came > day || came == day && at.minutes > hour.minutes
  }

  /// The revisits after a matter was closed, and what people said.
  private mutating func addRevisits(of matter: Matter) {
    func add(_ answer: Keyword?, _ day: Day?) -> [Observation] {
      [Statistic.satisfied, .fullySatisfied].map { statistic in
        guard let answer else {
          return Observation(statistic, .on(day), matter.raisedBy, of: 0, leftOut: 1)
        }
        let counts = answer == .satisfied || statistic == .satisfied && answer == .fairlySatisfied
        return Observation(statistic, .on(day), matter.raisedBy, part: counts ? 1 : 0)
      }
    }
    for task in matter.tasks where task.isRevisit && task.state == .done {
      observations += add(task.satisfaction, task.doneDay)
    }
    for line in matter.log where line.keyword == .revisited {
      observations += add(line.satisfaction, line.day)
    }
  }

  private mutating func add(_ task: Task, _ parties: PartyList?) {
    guard task.state != .cancelled else { return }
    let lead = task.lead.map { hall.charter.person($0, parties: parties) }
    addOnTime(.onTimeFirst, task, due: task.firstDue, lead)
    addOnTime(.onTimeExtended, task, due: task.due, lead)
    guard task.state == .open, let due = task.due.day else { return }
    observations.append(
      Observation(.overdue, .on(due), lead, part: task.isOverdue(on: today) ? 1 : 0))
  }

  /// Whether a task was on time is known only once its due day has passed.
  private mutating func addOnTime(
    _ statistic: Statistic, _ task: Task, due: Task.Due, _ lead: Person?
  ) {
    if case .unreadable = due, task.state != .cancelled {
      observations.append(Observation(statistic, .on(nil), lead, of: 0, leftOut: 1))
    }
    guard task.state != .cancelled, let day = due.day, day < today else { return }
    guard task.state == .done else {
      observations.append(Observation(statistic, .on(day), lead))
      return
    }
    guard let done = task.doneDay else {
      observations.append(Observation(statistic, .on(day), lead, of: 0, leftOut: 1))
      return
    }
    observations.append(Observation(statistic, .on(day), lead, part: done <= day ? 1 : 0))
  }

  private mutating func add(_ meeting: Meeting) {
    let day = meeting.day
    guard meeting.isHeld || day.map({ $0 <= today }) ?? false else { return }
    // One that broke up before it settled anything did not take place.
    let brokeUp = meeting.isAdjourned && meeting.settledNothing
    observations.append(Observation(.held, .on(day), part: meeting.isHeld && !brokeUp ? 1 : 0))
  }

  private mutating func addAttendance(of meeting: Meeting) {
    guard let attendance = meeting.attendance else { return }
    let day = meeting.day
    for line in attendance.partyLines {
      for element in line.names {
        let name = FullWidth.name(element.name)
        let who = Person(party: line.party, name: name, hasWrittenParty: true)
        observations.append(Observation(.attended, .on(day), who, part: 1))
      }
      let others = Int128(line.heads - line.names.count)
      guard others > 0 else { continue }
      let party = Person(party: line.party, name: nil, hasWrittenParty: true)
      observations.append(Observation(.attended, .on(day), party, part: others, of: others))
    }
    let parties = meeting.parties
    for name in attendance.names(.absent) + attendance.names(.excused) {
      let who = hall.charter.person(Slice(name), parties: parties)
      observations.append(Observation(.attended, .on(day), who))
    }
  }

  /// Votes whose rule has a minimum participation. Silent ballots did not take part, however the
  /// rule treats them.
  private mutating func add(_ vote: Vote, of meeting: Meeting) {
    guard let counts = hall.counts(of: vote, in: meeting) else { return }
    let rule = counts.rule
    guard !(rule.participation.isEmpty && rule.quorum.isEmpty) else { return }
    // For approved minutes, today's roster does not say how many were entitled.
    let isKnown =
      vote.value(.entitled) != nil || !meeting.isApproved || hall.isPastKnown(of: meeting)
    func add(_ statistic: Statistic, _ have: Figure, of whole: Figure) -> Observation {
      guard isKnown, let part = have.number, let whole = whole.number, whole > 0 else {
        return Observation(statistic, .on(meeting.day), of: 0, leftOut: 1)
      }
      return Observation(statistic, .on(meeting.day), part: part, of: whole)
    }
    let (have, whole) = (counts.participating(silent: .ignored), counts.entitled)
    guard rule.voters == .owners else {
      observations.append(add(.turnoutOfMembers, have.heads, of: whole.heads))
      return
    }
    observations.append(add(.turnoutOfOwners, have.heads, of: whole.heads))
    observations.append(add(.turnoutByArea, have.area, of: whole.area))
  }

  private mutating func add(_ decision: Decision, of meeting: Meeting) {
    let standing = hall.standing(of: decision, in: meeting)
    let statistics: [(Statistic, DecisionStanding)] = [
      (.inForce, .inForce), (.superseded, .superseded), (.consultation, .consultation),
      (.notCarried, .notCarried), (.undetermined, .undetermined),
    ]
    for (statistic, meant) in statistics {
      observations.append(
        Observation(statistic, .on(meeting.day), part: standing == meant ? 1 : 0))
    }
  }
}
