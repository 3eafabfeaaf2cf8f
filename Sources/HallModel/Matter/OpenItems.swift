import HallSyntax

/// Items that wait to be taken up again, found by their subject. Meetings are added one by one, in
/// the order they took place.
struct OpenItems {
  /// What two items of two meetings share if they are the same: a matter, or their title.
  private enum Subject: Hashable {
    case matter(DocumentID)
    case title(String)
  }

  /// Nil where a later meeting took the item up.
  private var items: [ItemReference?] = []
  private var places: [Subject: [Int]] = [:]

  var references: [ItemReference] { items.compactMap { $0 } }

  /// Removes the items that a meeting takes up, and adds those it leaves open.
  mutating func add(_ meeting: Meeting, isOpen: (AgendaItem) -> Bool) {
    let subjects = meeting.items.map { ($0, OpenItems.subjects(of: $0)) }
    for subject in Set(subjects.flatMap(\.1)) { takeUp(subject, at: meeting) }
    guard meeting.isHeld else { return }
    for (item, subjects) in subjects where item.outcome == .deferred || isOpen(item) {
      for subject in subjects { places[subject, default: []].append(items.count) }
      items.append(ItemReference(meeting: meeting, item: item))
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
