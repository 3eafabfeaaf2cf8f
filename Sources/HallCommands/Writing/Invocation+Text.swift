import HallModel
import HallSyntax
import HallWords

/// A text that an option gives, or that stands on standard input where the option says `-`.
extension Invocation {
  /// What a pipe has for an option; nil where the option does not ask for it.
  ///
  /// It is read before the hall is: nobody waits for a pipe with the lock held.
  func piped(_ option: OptionSpec) throws(Refusal) -> String? {
    guard call.value(option) == "-", !context.console.isInteractive else { return nil }
    return try typedText()
  }

  /// The text of an option: what was piped, what it says, or what somebody types.
  func text(
    _ option: OptionSpec, piped: String?, asking: Phrase, _ language: Language
  ) throws(Refusal) -> String? {
    if let piped { return piped }
    guard call.value(option) == "-" else { return call.value(option) }
    guard canAsk else { throw .missingValue(option: option.name) }
    context.console.show(
      Phrase(
        zh: "\(asking.zh)，写完另起一行按 Ctrl-D：\n",
        en: "\(asking.en); end with Ctrl-D on a line of its own:\n")[language])
    return try typedText()
  }

  private func typedText() throws(Refusal) -> String {
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
