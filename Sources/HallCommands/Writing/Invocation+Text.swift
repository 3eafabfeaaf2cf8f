import HallModel
import HallSyntax
import HallWork
import HallWords

/// The values of options, for an act.
extension Invocation {
  /// The fields that options write, each by its fact, in the order of the options.
  func fields(_ options: [OptionSpec]) -> [GivenField] {
    options.flatMap { option in
      option.fact.map { fact in call.values(option).map { GivenField(fact, $0) } } ?? []
    }
  }

  /// The day of an option, in any supported wording.
  func day(_ option: OptionSpec) -> SpokenDay? {
    call.value(option).map { SpokenDay($0, called: call.name(option)) }
  }

  /// The text of an option; for `-`, the text on standard input.
  ///
  /// A pipe is read before the hall: the lock must not be held while waiting for it.
  func given(_ option: OptionSpec) throws(Refusal) -> GivenText {
    guard let text = call.value(option) else { return .none }
    guard text == "-" else { return .said(text) }
    guard context.console.isInteractive else { return .said(try typedText()) }
    guard canAsk else { throw .missingValue(option: call.name(option)) }
    return .asked
  }

  /// The text from the terminal or a pipe: UTF-8, up to its end.
  func typedText() throws(Refusal) -> String {
    var bytes = context.console.rest()
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .refused(
        Phrase(
          zh: "标准输入不是 UTF-8 文字，什么也没有写", en: "standard input is not UTF-8; nothing was written"),
        hint: Phrase(zh: "先另存为 UTF-8", en: "save it as UTF-8 first"))
    }
    return text
  }
}
