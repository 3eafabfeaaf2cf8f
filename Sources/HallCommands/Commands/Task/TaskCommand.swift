import HallModel
import HallStore
import HallSyntax
import HallWords

/// What the commands about one task have in common.
enum TaskCommand {
  static let all: [any Command.Type] = [
    TaskAddCommand.self, TaskDoneCommand.self, TaskExtendCommand.self, TaskCancelCommand.self,
    TaskNoteCommand.self,
  ]

  static let idArgument = ArgumentSpec(Phrase(zh: "任务编号", en: "TASK"))

  /// The task an argument names, and what it is called.
  static func task(_ text: String, in change: Change) throws(Refusal) -> (
    task: Task, id: String
  ) {
    let reference = try change.find(text)
    guard case .task(_, let task) = reference else {
      throw .refused(
        Phrase(zh: "「\(text)」不是任务", en: "'\(text)' is no task"),
        hint: Phrase(zh: "任务的编号像 M-2025-008-T3", en: "a task is named as in M-2025-008-T3"))
    }
    return (task, reference.identifier)
  }

  /// The task, which must still be open.
  static func openTask(_ text: String, in change: Change) throws(Refusal) -> (
    task: Task, id: String
  ) {
    let found = try task(text, in: change)
    switch found.task.state {
    case .open: return found
    case .done:
      throw .refused(Phrase(zh: "\(found.id) 已经完成了", en: "\(found.id) is done already"), hint: nil)
    case .cancelled:
      throw .refused(Phrase(zh: "\(found.id) 已经取消了", en: "\(found.id) is cancelled"), hint: nil)
    }
  }
}
