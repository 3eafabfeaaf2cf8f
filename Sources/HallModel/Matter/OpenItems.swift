import HallSyntax

/// Items that wait to be taken up again, found by their subject. Meetings are added one by one, in
/// the order they took place.
struct OpenItems {
  /// What two items of two meetings share if they are the same: a matter, or their title.
  fileprivate enum Subject: Hashable, Sendable {
    case matter(DocumentID)
    case title(String)
  }

  /// Nil where a later meeting took the item up.
  private var items: [ItemReference?] = []
  private var places: [Subject: [Int]] = [:]

  var references: [ItemReference] { items.compactMap { $0 } }

  /// What a meeting takes up, and which of its items it leaves open: known without the other meetings.
  struct Agenda: Sendable {
    let meeting: Meeting
    fileprivate let takenUp: Set<Subject>
    fileprivate let open: [(item: AgendaItem, subjects: Set<Subject>)]

    init(_ meeting: Meeting, isOpen: (AgendaItem) -> Bool) {
      self.meeting = meeting
      let items = meeting.items.map { (item: $0, subjects: OpenItems.subjects(of: $0)) }
      takenUp = Set(items.flatMap(\.subjects))
      open = meeting.isHeld ? items.filter { $0.item.outcome == .deferred || isOpen($0.item) } : []
    }
  }

  /// Removes the items that a meeting takes up, and adds those it leaves open.
  mutating func add(_ agenda: Agenda) {
    for subject in agenda.takenUp { takeUp(subject, at: agenda.meeting) }
    for (item, subjects) in agenda.open {
      for subject in subjects { places[subject, default: []].append(items.count) }
      items.append(ItemReference(meeting: agenda.meeting, item: item))
    }
  }

  private mutating func takeUp(_ subject: Subject, at meeting: Meeting) {
    guard let found = places[subject] else { return }
    places[subject] = found.filter { place in
      if let item = items[place], item.meeting.id == meeting.id { return true }
      items[place] = nil
      return false
    }
  }

  private static func subjects(of item: AgendaItem) -> Set<Subject> {
    Set(item.matters.map(Subject.matter) + [.title(FullWidth.name(Slice(item.title)))])
  }
}
