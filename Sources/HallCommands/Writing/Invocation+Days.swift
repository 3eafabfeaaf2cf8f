import HallModel
import HallSyntax

extension Invocation {
  /// The day an argument or an option says.
  ///
  /// - Parameter name: what the day is called in messages, as in `--due`.
  func day(_ text: String, _ name: String) throws(CommandError) -> Day {
    guard let day = try? Day(reading: Slice(text)) else {
      throw .unreadableValue(
        text, option: name,
        expected: Phrase(zh: "日期，如 2025-12-01", en: "a day such as 2025-12-01"))
    }
    return day
  }
}
