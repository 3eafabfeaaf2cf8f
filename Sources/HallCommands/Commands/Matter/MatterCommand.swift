import HallModel
import HallSyntax
import HallWords

/// What the commands about one matter have in common.
enum MatterCommand {
  static let all: [any Command.Type] = [
    MatterAddCommand.self, MatterShowCommand.self, MatterNoteCommand.self,
    MatterSummonCommand.self, MatterCloseCommand.self, MatterReopenCommand.self,
  ]

  static let idArgument = ArgumentSpec(Phrase(zh: "问题编号", en: "MATTER"))

  static let on = OptionSpec(
    "--on", value: Phrase(zh: "日期", en: "DATE"),
    summary: Phrase(zh: "哪天的事；不写就是今天", en: "the day it happened; today, without"))

  /// The day of `--on`; today, without.
  static func day(in change: Change) throws(Refusal) -> Day {
    guard let text = change.invocation.call.value(on) else { return change.today }
    return try change.invocation.day(text, on.name, .done, in: change)
  }

  /// How a matter is called in messages.
  static func name(_ matter: Matter) -> String { matter.id?.text ?? matter.document.path }

  /// What usually follows for a matter, as it would be after the change.
  static func next(_ path: String, in change: Change) -> [String] {
    let outcome = change.outcome
    guard let matter = outcome.matters.first(where: { $0.document.path == path }) else { return [] }
    return MatterSteps(matter, in: outcome, today: change.today).calls(change.language)
  }
}
