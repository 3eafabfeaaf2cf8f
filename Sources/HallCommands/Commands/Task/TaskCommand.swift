import HallModel
import HallStore
import HallSyntax
import HallWords
import HallWork

/// What the commands about one task have in common.
enum TaskCommand {
  static let idArgument = ArgumentSpec(Phrase(zh: "任务编号", en: "TASK"))
}
