import HallModel
import HallSyntax
import HallWords
import HallWork

/// The common parts of the commands about one matter.
enum MatterCommand {
  static let idArgument = ArgumentSpec(Phrase(zh: "问题编号", en: "MATTER"))

  static let on = OptionSpec(
    "--on", value: Phrase(zh: "日期", en: "DATE"),
    summary: Phrase(zh: "哪天的事；不写就是今天", en: "the day it happened; by default today"))
}
