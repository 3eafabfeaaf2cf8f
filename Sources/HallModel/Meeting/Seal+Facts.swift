import HallSyntax

extension Seal {
  private static let openKeysOfTask = Set(openOfTask.map(\.machineName)).union(["state"])
  private static let openKeysOfDecision = Set([Keyword.posted, .objection].map(\.machineName))

  /// Whether a change of a fact is of what goes on after an approval.
  package static func leavesOpen(_ change: FactChange) -> Bool {
    if change.subjects.first?.name == Keyword.signatures.machineName { return true }
    guard let key = change.key else { return false }
    switch change.subjects.last?.kind {
    case nil: return key == Keyword.posted.machineName
    case .task: return openKeysOfTask.contains(key)
    case .decision: return openKeysOfDecision.contains(key)
    default: return false
    }
  }
}
