import HallModel
import HallSyntax
import HallWork
import HallWords

/// What the options of a call give to an act.
extension Invocation {
  /// The day of an option, in whatever words.
  func day(_ option: OptionSpec) -> SpokenDay? {
    call.value(option).map { SpokenDay($0, called: option.name) }
  }

  /// The text of an option: what it says, or what stands on standard input where it says `-`.
  ///
  /// A pipe is read before the hall is: nobody waits for one with the lock held.
  func given(_ option: OptionSpec) throws(Refusal) -> GivenText {
    guard let text = call.value(option) else { return .none }
    guard text == "-" else { return .said(text) }
    guard context.console.isInteractive else { return .said(try typedText()) }
    guard canAsk else { throw .missingValue(option: option.name) }
    return .asked
  }

  /// What somebody types at the terminal, or a pipe has: text as UTF-8, to its end.
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
