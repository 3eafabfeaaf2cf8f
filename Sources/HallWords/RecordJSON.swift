import HallModel
import HallStore
import HallSyntax

/// The things of the record in machine formats.
package struct RecordJSON {
  package let loaded: LoadedHall
  package let today: Day

  package init(loaded: LoadedHall, today: Day) {
    self.loaded = loaded
    self.today = today
  }

  private var charter: Charter { loaded.hall.charter }

  private func person(_ slice: Slice?, _ parties: PartyList? = nil) -> JSONValue {
    slice.map { charter.person($0, parties: parties).json } ?? .null
  }

  package func matter(_ matter: Matter) -> JSONValue {
    let state = loaded.hall.state(of: matter, on: today)
    let references = matter.id.map(loaded.hall.items(about:)) ?? []
    let json: JSONValue = [
      "matter": JSONValue(matter.id?.text), "title": .string(matter.title),
      "stage": .string(state.stage.rawValue), "level": JSONValue(matter.level),
      "date": JSONValue(matter.day), "place": JSONValue(matter.text(.place)),
      "source": JSONValue(matter.text(.source)), "raised_by": person(matter.value(.raisedBy)),
      "ticket": JSONValue(matter.text(.ticket)), "closed": JSONValue(state.closedDay),
      "reopened": JSONValue(state.reopenedDay),
      "items": .array(
        references.map { JSONValue(Reference.item($0.meeting, $0.item).identifier) }),
      "open_tasks": .integer(matter.tasks.count { $0.state == .open }),
      "file": .string(matter.document.path),
    ]
    return fields(of: matter, in: .matterFront).merging(json).merging(loaded.identity)
  }

  package func meeting(_ meeting: Meeting) -> JSONValue {
    let moment = meeting.moment
    let tasks = meeting.tasks
    let json: JSONValue = [
      "meeting": JSONValue(meeting.id?.text), "title": .string(meeting.title),
      "status": JSONValue(meeting.status), "date": JSONValue(moment?.day),
      "start": JSONValue(moment?.start?.text), "end": JSONValue(moment?.end?.text),
      "place": JSONValue(meeting.text(.meetingPlace)),
      "chair": person(meeting.value(.chair), meeting.parties),
      "clerk": person(meeting.value(.clerk), meeting.parties),
      "notice": JSONValue(meeting.day(.notice)),
      "items": .integer(meeting.items.count), "votes": .integer(meeting.votes.count),
      "decisions": .integer(meeting.decisions.count), "tasks": .integer(tasks.count),
      "open_tasks": .integer(tasks.count { $0.state == .open }),
      "file": .string(meeting.document.path),
    ]
    return fields(of: meeting, in: .meetingFront, meeting.parties).merging(json)
      .merging(loaded.identity)
  }

  package func item(_ item: AgendaItem, of meeting: Meeting) -> JSONValue {
    let json: JSONValue = [
      "item": JSONValue(item.number), "title": .string(item.title),
      "matters": .array(item.matters.map { .string($0.text) }),
      "raised_by": person(item.value(.raisedBy), meeting.parties),
      "minutes": JSONValue(item.duration?.count), "outcome": JSONValue(item.outcome),
      "votes": .array(item.votes.map { vote(loaded.hall.tally($0, in: meeting)) }),
      "decisions": .array(item.decisions.map { decision($0, of: meeting) }),
      "tasks": .array(
        item.nodes(.task).map {
          task(Task(document: item.document, node: $0), of: .meeting(meeting))
        }),
      "line": .integer(item.line),
    ]
    return fields(of: item, in: .item, meeting.parties).merging(json)
  }

  /// A vote, computed; its figures as written.
  package func vote(_ tally: Tally) -> JSONValue {
    fields(of: tally.vote, in: .vote, tally.meeting.parties).merging(tally.json)
  }

  /// A basis that names its vote, as `vote replace the drain`, in either language.
  private func namedVote(_ decision: Decision) -> String? {
    guard let value = decision.value(.basis) else { return nil }
    var cursor = Cursor(value)
    guard cursor.take(.byVote), cursor.next.map(isBlank) ?? false else { return value.string }
    return Keyword.byVote.machineName + " " + cursor.rest.trimmed.string
  }

  package func decision(_ decision: Decision, of meeting: Meeting) -> JSONValue {
    let identifier = decision.identifier(in: meeting)
    let item = decision.item
    let tasks = decision.tasks
    let successor = identifier.flatMap { loaded.hall.successor(of: $0, on: today) }
    let json: JSONValue = [
      "decision": JSONValue(identifier?.text), "title": .string(decision.title),
      "kind": JSONValue(decision.kind),
      "basis": JSONValue(decision.basis?.machineName ?? namedVote(decision)),
      "standing": .string(loaded.hall.standing(of: decision, in: meeting, on: today).rawValue),
      "meeting": JSONValue(meeting.id?.text), "item": JSONValue(item?.number),
      "date": JSONValue(meeting.day), "matter": JSONValue(item?.matters.first?.text),
      "number": JSONValue(decision.text(.number)),
      "supersedes": JSONValue(decision.supersedes?.text),
      "superseded_by": JSONValue(successor?.text),
      "funds": JSONValue(decision.text(.funds)),
      "posted_from": JSONValue(decision.posted?.start),
      "posted_to": JSONValue(decision.posted?.end),
      "tasks": .integer(tasks.count), "open_tasks": .integer(tasks.count { $0.state == .open }),
      "overdue": .bool(tasks.contains { $0.isOverdue(on: today) }),
      "file": .string(decision.document.path), "line": .integer(decision.line),
    ]
    return fields(of: decision, in: .decision, meeting.parties).merging(json)
      .merging(loaded.identity)
  }

  package func task(_ task: Task, of owner: TaskOwner) -> JSONValue {
    let due = task.due
    let located = DueTask(task, due: due.day ?? today)
    let decision = located.decision.flatMap { number in
      owner.id.map { PartID(document: $0, kind: .decision, number: number).text }
    }
    let isOverdue = task.isOverdue(on: today)
    var meeting: Meeting?
    if case .meeting(let found) = owner { meeting = found }
    let json: JSONValue = [
      "task": JSONValue(located.identifier), "title": .string(task.title),
      "state": .string(task.state.rawValue), "lead": person(task.lead, meeting?.parties),
      "leads": .array(
        loaded.hall.charter.people(leading: task.leads, parties: meeting?.parties).map(\.json)),
      "due": JSONValue(due.day), "due_word": JSONValue(due.word),
      "first_due": JSONValue(task.firstDue.day), "extensions": .integer(task.extensions),
      "overdue": .bool(isOverdue),
      "days_late": JSONValue(isOverdue ? due.day.map { today - $0 } : nil),
      "done": JSONValue(task.doneDay),
      "result": JSONValue(task.satisfaction?.machineName ?? task.text(.taskResult)),
      "decision": JSONValue(decision), "meeting": JSONValue(meeting?.id?.text),
      "item": JSONValue(located.item), "matter": JSONValue(located.matter?.text),
      "file": .string(task.document.path), "line": .integer(task.line),
    ]
    return fields(of: task, in: .task, meeting?.parties).merging(json).merging(loaded.identity)
  }

  package func signOff(_ signOff: SignOff) -> JSONValue {
    [
      "party": .string(signOff.party), "person": .string(signOff.person),
      "date": JSONValue(signOff.day), "stance": JSONValue(signOff.stance),
      "part": JSONValue(signOff.part), "remark": .string(signOff.remark),
    ]
  }

  package func attendance(_ attendance: Attendance) -> JSONValue {
    let lists = Vocabulary.attendanceLists.map { keyword in
      JSONMembers.Member(
        keyword.machineName, .array(attendance.names(keyword).map(JSONValue.string)))
    }
    let json: JSONValue = [
      "parties": .array(
        attendance.partyLines.map { line in
          [
            "party": .string(line.party), "heads": .integer(line.heads),
            "names": .array(line.names.map { .string(FullWidth.name($0.name)) }),
          ]
        }),
      "proxies": .array(
        attendance.proxies.map {
          ["principal": .string($0.principal), "holder": .string($0.holder)]
        }),
    ]
    return fields(of: attendance, in: .attendance)
      .merging(.object(JSONMembers(lists))).merging(json)
  }

  package func logLine(_ line: LogLine) -> JSONValue {
    [
      "date": JSONValue(line.day), "time": JSONValue(line.hour?.text),
      "step": JSONValue(line.keyword), "word": .string(line.word),
      "text": .string(line.text),
    ]
  }
}

extension Task.Due {
  /// 长期, 待定 or 下次会议, if there is no day.
  package var word: Keyword? {
    switch self {
    case .ongoing: .ongoing
    case .undecided: .tbd
    case .nextMeeting: .nextMeeting
    default: nil
    }
  }
}
