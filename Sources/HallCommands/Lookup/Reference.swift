import HallModel
import HallSyntax

/// A thing of a hall that a call can name.
enum Reference: Sendable {
  case matter(Matter)
  case meeting(Meeting)
  case item(Meeting, AgendaItem)
  case decision(Meeting, Decision)
  case task(TaskOwner, Task)

  var document: Document {
    switch self {
    case .matter(let matter): matter.document
    case .meeting(let meeting), .item(let meeting, _), .decision(let meeting, _): meeting.document
    case .task(_, let task): task.document
    }
  }

  var documentID: DocumentID? {
    switch self {
    case .matter(let matter): matter.id
    case .meeting(let meeting), .item(let meeting, _), .decision(let meeting, _): meeting.id
    case .task(let owner, _): owner.id
    }
  }

  /// The full identifier: `M-2025-008#2`, `M-2025-008-D1`, `Q-2025-014-T1`.
  var identifier: String {
    let document = documentID?.text ?? self.document.path
    switch self {
    case .matter, .meeting: return document
    case .item(_, let item): return document + (item.number.map { "#\($0)" } ?? "#?")
    case .decision(_, let decision):
      return document + "-D" + (decision.number.map(String.init) ?? "?")
    case .task(_, let task): return document + "-T" + (task.number.map(String.init) ?? "?")
    }
  }

  var title: String {
    switch self {
    case .matter(let matter): matter.title
    case .meeting(let meeting): meeting.title
    case .item(_, let item): item.title
    case .decision(_, let decision): decision.title
    case .task(_, let task): task.title
    }
  }

  fileprivate var part: IdentifierQuery.Part {
    switch self {
    case .matter, .meeting: .whole
    case .item(_, let item): .item(item.number ?? -1)
    case .decision(_, let decision): .decision(decision.number ?? -1)
    case .task(_, let task): .task(task.number ?? -1)
    }
  }
}

/// An identifier as a call writes it: whole, or its right-hand segments, compared as numbers.
struct IdentifierQuery {
  enum Part: Equatable {
    case whole
    case item(Int), decision(Int), task(Int)
  }

  private var series: DocumentID.Series?
  private var year: Int?
  private var number: Int?
  private var part = Part.whole

  /// Reads `M-2025-008`, `M8`, `2025-8`, `8`, `8-T3`, `D1`, `8#2`; nil where the text is no
  /// identifier.
  init?(_ text: String) {
    var cursor = Cursor(Slice(text).trimmed)
    guard !cursor.atEnd else { return nil }
    if cursor.take("Q") {
      series = .matter
    } else if cursor.take("M") {
      series = .meeting
    }
    if series != nil { _ = cursor.take("-") }
    if let first = cursor.takeNumber() {
      number = first.value
      var ahead = cursor
      if ahead.take("-"), let second = ahead.takeNumber() {
        (year, number) = (first.value, second.value)
        cursor = ahead
      }
      if !cursor.atEnd, cursor.next != UInt8(ascii: "#") {
        guard cursor.take("-") else { return nil }
      }
    } else if series != nil {
      return nil
    }
    if cursor.take("#") {
      guard let item = cursor.takeNumber() else { return nil }
      part = .item(item.value)
    } else if cursor.take("D") {
      guard let decision = cursor.takeNumber() else { return nil }
      part = .decision(decision.value)
    } else if cursor.take("T") {
      guard let task = cursor.takeNumber() else { return nil }
      part = .task(task.value)
    } else if number == nil {
      return nil
    }
    guard cursor.atEnd else { return nil }
  }

  /// Whether it names a document of an identifier, or a part of one.
  func isAbout(_ id: DocumentID) -> Bool {
    isAbout(id.series) && (year ?? id.year) == id.year
      && (number ?? id.number) == id.number
  }

  func isAbout(_ other: DocumentID.Series) -> Bool { series ?? other == other }

  /// Whether it names its document whole, as in `M-2025-008-T3`.
  var isFull: Bool { series != nil && year != nil && number != nil }

  /// What the identifier names. A number without its letter is a meeting's where a meeting fits,
  /// and only else a matter's.
  func named(in all: [Found]) -> [Found] {
    let found = all.filter { matches($0.reference) }
    guard series == nil, number != nil else { return found }
    let meetings = found.filter { $0.reference.documentID?.series == .meeting }
    return meetings.isEmpty ? found : meetings
  }

  private func matches(_ reference: Reference) -> Bool {
    guard reference.part == part, let id = reference.documentID else { return false }
    return isAbout(id)
  }
}

extension Hall {
  /// Everything that can be named, in the order of the files.
  var references: [Reference] {
    var references: [Reference] = []
    for matter in matters {
      references.append(.matter(matter))
      references += matter.tasks.map { .task(.matter(matter), $0) }
    }
    for meeting in meetings {
      references.append(.meeting(meeting))
      references += meeting.items.map { .item(meeting, $0) }
      references += meeting.decisions.map { .decision(meeting, $0) }
      references += meeting.tasks.map { .task(.meeting(meeting), $0) }
    }
    return references
  }
}

/// A thing, and the hall it was found in.
struct Found: Sendable {
  let loaded: LoadedHall
  let reference: Reference
}

extension Array<LoadedHall> {
  /// The one thing a text names: by its identifier, else by a part of a title that only it has.
  func find(_ text: String) throws(Refusal) -> Found {
    try one(of: named(text), text)
  }

  /// The document a text names; of a part, the one it stands in; `hall` is `hall.md`.
  func document(_ text: String) throws(Refusal) -> (loaded: LoadedHall, document: Document) {
    if text == "hall" || text == "hall.md", let loaded = first {
      return (loaded, loaded.hall.charter.document)
    }
    // Several parts of one document name it as well as one does.
    var found: [Found] = []
    for entry in named(text)
    where !found.contains(where: {
      $0.loaded.folder.root == entry.loaded.folder.root
        && $0.reference.document.path == entry.reference.document.path
    }) {
      found.append(entry)
    }
    let entry = try one(of: found, text)
    return (entry.loaded, entry.reference.document)
  }

  func named(_ text: String) -> [Found] {
    let all = flatMap { loaded in
      loaded.hall.references.map { Found(loaded: loaded, reference: $0) }
    }
    let found = IdentifierQuery(text)?.named(in: all) ?? []
    let wanted = FullWidth.name(Slice(text)).lowercased()
    guard found.isEmpty, !wanted.isEmpty else { return found }
    return all.filter { $0.reference.title.lowercased().holds(wanted) }
  }

  func one(of found: [Found], _ text: String) throws(Refusal) -> Found {
    guard let first = found.first else { throw missing(text) }
    guard found.count == 1 else {
      let identifiers = Set(found.map(\.reference.identifier))
      throw .severalNamed(
        text,
        found.map { entry in
          (count > 1 ? entry.loaded.name + "  " : "")
            + "\(entry.reference.identifier)  \(entry.reference.title)"
        }, identifier: identifiers.count > 1 ? first.reference.identifier : nil)
    }
    return first
  }
}
