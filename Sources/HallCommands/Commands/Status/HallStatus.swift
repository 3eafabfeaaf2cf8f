import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// The state of one hall, computed from its files.
struct HallStatus {
  let loaded: LoadedHall
  let today: Day
  /// The person who looks, if the environment says so.
  let reader: String?
  /// The next meeting that is not cancelled, including today's.
  let nextMeeting: Meeting?
  let overdue: [DueTask]
  /// Open tasks due today or within a week, soonest first.
  let dueSoon: [DueTask]
  /// Items that a held meeting deferred or left unfinished, and that no later meeting took up.
  let openItems: [ItemReference]
  /// Adjourned meetings that no other one goes on with yet.
  let adjourned: [Meeting]
  /// Held meetings whose minutes nobody has approved yet.
  let unapproved: [Meeting]
  /// Decisions with objections that nobody has answered, or that were upheld, and that still stand.
  let contested: [(meeting: Meeting, decision: Decision)]
  private static let daysAhead = 7
  /// Documents that were edited since their last revision.
  private(set) var unrecorded: [Document]
  /// The revisions that are recorded and not shared, newest first.
  private(set) var unshared: [LastShared.Entry] = []
  /// Others' changes of approved texts that wait for the person who approved them.
  private(set) var unsaid: [UnsaidChange] = []
  /// The person who looks, by the name for revisions.
  private var author: String?
  /// The documents with an unfinished draft, by name.
  var drafts: [String] { loaded.folder.drafts() }
  /// Matters that wait for a step, with the step.
  let waiting: [(matter: Matter, state: MatterState, step: NextStep)]

  init(_ loaded: LoadedHall, today: Day, reader: String? = nil) {
    self.loaded = loaded
    self.reader = reader
    self.today = today
    let hall = loaded.hall
    let ahead: Set<Keyword> = [.draft, .notified, .voting]
    nextMeeting = hall.meetings.filter { meeting in
      (meeting.status.map(ahead.contains) ?? true) && (meeting.day.map { $0 >= today } ?? false)
    }.min { ($0.day ?? today) < ($1.day ?? today) }
    let (documents, horizon) = (hall.documents, today + HallStatus.daysAhead)
    let open = Parallel.map(count: documents.count) {
      OpenTasks(in: documents[$0], dueBy: horizon).due
    }
    .flatMap(\.self)
    .enumerated().sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }
    .map(\.element)
    overdue = open.filter { $0.due < today }
    dueSoon = open.filter { $0.due >= today }
    openItems = hall.openItems
    adjourned = hall.adjournedMeetings
    unapproved = hall.meetings.filter { $0.status == .held && !$0.isAdjourned }
    contested = Parallel.map(count: hall.meetings.count) { place in
      let meeting = hall.meetings[place]
      return meeting.decisions.filter { decision in
        decision.objections.all.contains { !$0.isAnswered || $0.isUpheld }
          && ![DecisionStanding.setAside, .superseded].contains(
            hall.standing(of: decision, in: meeting, on: today))
      }.map { (meeting, $0) }
    }.flatMap(\.self)
    unrecorded = loaded.folder.unrecordedDocuments(of: hall)
    waiting = Parallel.map(count: hall.matters.count) { place in
      let matter = hall.matters[place]
      let state = hall.state(of: matter, on: today)
      return NextStep(after: matter, state, in: hall, today: today).map { (matter, state, $0) }
    }.compactMap(\.self)
  }

  /// Asks git for the others' revisions and changes.
  mutating func look(around invocation: Invocation) {
    unshared = LastShared(of: loaded.folder, invocation.context.programs)?.unshared ?? []
    guard !unrecorded.isEmpty else { return }
    author = invocation.context.world.person(invocation.call.value(.by), in: loaded.folder)
    unsaid =
      (try? invocation.session(of: loaded))?
      .unsaid(in: loaded, among: unrecorded, but: author ?? "") ?? []
    unrecorded.removeAll { document in unsaid.contains { $0.isOf(document) } }
  }

  /// Whether the person who looks decides about a change.
  func answers(_ change: UnsaidChange) -> Bool {
    change.approver.map { $0 == author } ?? true
  }

  /// Others' changes of approved minutes that the person who approved them has not looked at.
  func unseen(_ language: Language) -> [String] {
    let entries = UnseenAmendments(in: loaded.folder).entries
    let own = reader.map { reader in entries.filter { $0.approver == reader } } ?? entries
    return UnseenLines(loaded.folder, own, language).lines
  }

  var json: JSONValue {
    let record = RecordJSON(loaded: loaded, today: today)
    let json: JSONValue = [
      "next_meeting": nextMeeting.map(record.meeting) ?? .null,
      "adjourned": .array(adjourned.map { .string(Reference.meeting($0).identifier) }),
      "objections": .array(
        contested.map { .string(Reference.decision($0.meeting, $0.decision).identifier) }),
      "overdue": .integer(overdue.count),
      "unapproved": .array(unapproved.map { .string(Reference.meeting($0).identifier) }),
      "unrecorded": .array(unrecorded.map { .string($0.path) }),
      "open_items": .array(
        openItems.map { open in
          [
            "item": .string(Reference.item(open.meeting, open.item).identifier),
            "title": .string(open.item.title), "outcome": JSONValue(open.item.outcome),
          ]
        }),
      "waiting": .array(
        waiting.map { entry in
          [
            "matter": JSONValue(entry.matter.id?.text), "title": .string(entry.matter.title),
            "stage": .string(entry.state.stage.rawValue), "step": .string(entry.step.rawValue),
          ]
        }),
    ]
    return json.merging(loaded.identity)
  }
}
