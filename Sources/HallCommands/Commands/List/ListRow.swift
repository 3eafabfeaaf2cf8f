import HallModel
import HallStore
import HallSyntax
import HallWords

/// One line of a list: what is shown, and what it can be filtered by.
struct ListRow: Sendable {
  let loaded: LoadedHall
  let reference: Reference
  let today: Day
  /// 状态 or 阶段: the word in machine formats, and in both languages.
  let status: (name: String, phrase: Phrase)
  let day: Day?
  /// The people concerned.
  let people: [Person]
  let place: String?

  var document: Document { reference.document }
  var identifier: String { reference.identifier }
  var title: String { reference.title }

  static func rows(of kind: ListKind, in loaded: LoadedHall, today: Day) -> [ListRow] {
    let (matters, meetings) = (loaded.hall.matters, loaded.hall.meetings)
    var rows: [[ListRow]] = []
    if kind == .matters || kind == .tasks {
      rows += Parallel.map(count: matters.count) { place in
        ListRow.rows(of: kind, in: matters[place], loaded, today)
      }
    }
    if kind != .matters {
      rows += Parallel.map(count: meetings.count) { place in
        ListRow.rows(of: kind, in: meetings[place], loaded, today)
      }
    }
    return Array(rows.joined())
  }

  private static func rows(
    of kind: ListKind, in matter: Matter, _ loaded: LoadedHall, _ today: Day
  ) -> [ListRow] {
    let hall = loaded.hall
    guard kind == .matters else {
      return matter.tasks.map { task in
        ListRow(
          loaded: loaded, reference: .task(.matter(matter), task), today: today,
          status: task.named(on: today), day: task.due.day,
          people: task.people(hall.charter, nil), place: matter.text(.place))
      }
    }
    let stage = hall.state(of: matter, on: today).stage
    var people = matter.raisedBy.map { [$0] } ?? []
    for task in matter.tasks { people += task.people(hall.charter, nil) }
    return [
      ListRow(
        loaded: loaded, reference: .matter(matter), today: today,
        status: (stage.rawValue, stage.phrase), day: matter.day, people: people,
        place: matter.text(.place))
    ]
  }

  private static func rows(
    of kind: ListKind, in meeting: Meeting, _ loaded: LoadedHall, _ today: Day
  ) -> [ListRow] {
    let hall = loaded.hall
    let (parties, place) = (meeting.parties, meeting.text(.meetingPlace))
    func row(
      _ reference: Reference, _ status: (String, Phrase), _ day: Day?, _ people: [Person?]
    ) -> ListRow {
      ListRow(
        loaded: loaded, reference: reference, today: today, status: status, day: day,
        people: people.compactMap(\.self), place: place)
    }
    switch kind {
    case .matters: return []
    case .meetings:
      let (status, phrase) = meeting.status.named
      let brokeUp = meeting.isAdjourned && meeting.status == .held
      return [
        row(
          .meeting(meeting), (status, brokeUp ? Phrase(.adjourned) : phrase), meeting.day,
          meeting.people)
      ]
    case .decisions:
      return meeting.decisions.map { decision in
        let standing = hall.standing(of: decision, in: meeting, on: today)
        return row(
          .decision(meeting, decision), (standing.rawValue, standing.phrase), meeting.day,
          decision.tasks.flatMap { $0.people(hall.charter, parties) })
      }
    case .tasks:
      return meeting.tasks.map { task in
        row(
          .task(.meeting(meeting), task), task.named(on: today), task.due.day,
          task.people(hall.charter, parties))
      }
    }
  }

  static func columns(of kind: ListKind, _ language: Language) -> [String] {
    let say = language.say
    switch kind {
    case .matters: return [say("阶段", "stage"), say("日期", "date"), say("层级", "level")]
    case .meetings: return [say("状态", "status"), say("日期", "date")]
    case .decisions: return [say("效力", "standing"), say("日期", "date"), say("性质", "kind")]
    case .tasks: return [say("状态", "state"), say("期限", "due"), say("负责", "lead")]
    }
  }

  /// The cells between the identifier and the title.
  func cells(_ language: Language) -> [String] {
    switch reference {
    case .matter(let matter):
      return [status.phrase[language], day?.iso ?? "", matter.level?.word(language) ?? ""]
    case .decision(_, let decision):
      return [status.phrase[language], day?.iso ?? "", decision.kind?.word(language) ?? ""]
    case .task(_, let task):
      let due = task.due.day?.iso ?? task.due.word?.word(language) ?? ""
      return [status.phrase[language], due, people.first?.text ?? ""]
    default:
      return [status.phrase[language], day?.iso ?? ""]
    }
  }

  var machineCells: [String] {
    var cells = cells(.en)
    cells[0] = status.name
    return cells
  }

  var json: JSONValue {
    let record = RecordJSON(loaded: loaded, today: today)
    return switch reference {
    case .matter(let matter): record.matter(matter)
    case .meeting(let meeting): record.meeting(meeting)
    case .decision(let meeting, let decision): record.decision(decision, of: meeting)
    case .task(let owner, let task): record.task(task, of: owner)
    case .item(let meeting, let item): record.item(item, of: meeting)
    }
  }
}
