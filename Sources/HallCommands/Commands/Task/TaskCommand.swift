import HallModel
import HallStore
import HallSyntax
import HallWords
import HallWork

/// The common parts of the commands about one task.
enum TaskCommand {
  static let idArgument = ArgumentSpec(
    Phrase(zh: "任务编号", en: "TASK"), takes: .thing([.task], isOpen: true))
}
