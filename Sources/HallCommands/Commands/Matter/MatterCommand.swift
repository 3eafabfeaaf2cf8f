import HallModel
import HallSyntax
import HallWords
import HallWork

/// The common parts of the commands about one matter.
enum MatterCommand {
  private static let id = Phrase(zh: "问题编号", en: "MATTER")
  static let idArgument = ArgumentSpec(id, takes: .openMatter)
  /// The same, where a closed one is meant as often.
  static let anyArgument = ArgumentSpec(id, takes: .thing([.matter], isOpen: false))

  static let on = OptionSpec(
    "--on", value: Phrase(zh: "日期", en: "DATE"), takes: .day,
    summary: Phrase(zh: "哪天的事；不写就是今天", en: "the day it happened; by default today"))
}
