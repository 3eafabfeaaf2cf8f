import HallSyntax

extension Seal {
  /// Whether a fact may still change after an approval.
  package static func leavesOpen(_ change: FactChange) -> Bool {
    if change.subjects.first?.name == Keyword.signatures.machineName { return true }
    guard let key = change.key else { return false }
    let subject = change.subjects.last
    if subject?.kind == .task, key == "state" { return true }
    let scope = subject.map(\.scope) ?? .meetingFront
    return Vocabulary.keys(in: scope) { $0.roles.contains(.afterApproval) }
      .contains { $0.machineName == key }
  }
}
