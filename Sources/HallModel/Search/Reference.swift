import HallSyntax

/// A thing of a hall that the command line can refer to.
package enum Reference: Sendable {
  case matter(Matter)
  case meeting(Meeting)
  case item(Meeting, AgendaItem)
  case decision(Meeting, Decision)
  case task(TaskOwner, Task)

  package var document: Document {
    switch self {
    case .matter(let matter): matter.document
    case .meeting(let meeting), .item(let meeting, _), .decision(let meeting, _): meeting.document
    case .task(_, let task): task.document
    }
  }

  /// The meeting that it is, or is in as an item or a decision.
  package var meeting: Meeting? {
    switch self {
    case .meeting(let meeting), .item(let meeting, _), .decision(let meeting, _): meeting
    case .matter, .task: nil
    }
  }

  package var documentID: DocumentID? {
    switch self {
    case .matter(let matter): matter.id
    case .meeting(let meeting), .item(let meeting, _), .decision(let meeting, _): meeting.id
    case .task(let owner, _): owner.id
    }
  }

  /// The full identifier: `M-2025-008#2`, `M-2025-008-D1`, `Q-2025-014-T1`.
  package var identifier: String {
    let document = documentID?.text ?? self.document.path
    switch self {
    case .matter, .meeting: return document
    case .item(_, let item): return document + (item.number.map { "#\($0)" } ?? "#?")
    case .decision(_, let decision):
      return document + "-D" + (decision.number.map(String.init) ?? "?")
    case .task(_, let task): return document + "-T" + (task.number.map(String.init) ?? "?")
    }
  }

  package var title: String {
    switch self {
    case .matter(let matter): matter.title
    case .meeting(let meeting): meeting.title
    case .item(_, let item): item.title
    case .decision(_, let decision): decision.title
    case .task(_, let task): task.title
    }
  }

  var part: IdentifierQuery.Part {
    switch self {
    case .matter, .meeting: .whole
    case .item(_, let item): .item(item.number ?? -1)
    case .decision(_, let decision): .decision(decision.number ?? -1)
    case .task(_, let task): .task(task.number ?? -1)
    }
  }
}

extension Hall {
  /// Everything that can be referred to, in the order of the files.
  package var references: [Reference] { references { _ in true } }

  /// The same, of the documents whose identifiers are meant.
  package func references(where isMeant: (DocumentID?) -> Bool) -> [Reference] {
    var references: [Reference] = []
    for matter in matters where isMeant(matter.id) {
      references.append(.matter(matter))
      references += matter.tasks.map { .task(.matter(matter), $0) }
    }
    for meeting in meetings where isMeant(meeting.id) {
      references.append(.meeting(meeting))
      references += meeting.items.map { .item(meeting, $0) }
      references += meeting.decisions.map { .decision(meeting, $0) }
      references += meeting.tasks.map { .task(.meeting(meeting), $0) }
    }
    return references
  }
}
