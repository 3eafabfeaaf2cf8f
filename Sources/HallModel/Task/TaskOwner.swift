import HallSyntax

/// The document that contains a task.
package enum TaskOwner: Sendable {
  case meeting(Meeting)
  case matter(Matter)

  package var id: DocumentID? {
    switch self {
    case .meeting(let meeting): meeting.id
    case .matter(let matter): matter.id
    }
  }

  /// The day its meeting is held or its matter was noticed.
  package var day: Day? {
    switch self {
    case .meeting(let meeting): meeting.day
    case .matter(let matter): matter.day
    }
  }
}

extension Hall {
  /// Every task with the document that it stands in: those of the matters first.
  package var ownedTasks: [(TaskOwner, Task)] {
    matters.flatMap { matter in matter.tasks.map { (.matter(matter), $0) } }
      + meetings.flatMap { meeting in meeting.tasks.map { (.meeting(meeting), $0) } }
  }

  /// The tasks of a matter: its own, and those of the items about it.
  package func ownedTasks(of matter: Matter) -> [(TaskOwner, Task)] {
    matter.tasks.map { (.matter(matter), $0) }
      + (matter.id.map(items(about:)) ?? []).flatMap { entry in
        entry.item.nodes(.task).map {
          (.meeting(entry.meeting), Task(document: entry.item.document, node: $0))
        }
      }
  }
}
