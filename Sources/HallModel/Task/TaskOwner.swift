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
