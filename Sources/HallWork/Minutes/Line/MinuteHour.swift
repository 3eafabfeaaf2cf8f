import HallModel
import HallSyntax
import HallWords

/// An hour in everyday words, after a name: `赵六 下午3点10分`, `赵六 下午三点半`, `赵六 3:10`.
struct MinuteHour {
  /// The name before it.
  let person: String
  /// For example `15:10`.
  let time: String
  /// Whether twelve hours were added.
  let isGuessed: Bool

  /// Nil if the text does not end with an hour.
  ///
  /// - Parameter hours: the hours of the meeting, in minutes; 3 o'clock is read as 15:00 if it
  ///   would otherwise be long before the meeting and is within it in the afternoon.
  init?(_ text: String, hours: ClosedRange<Int>?) {
    guard let (name, said) = MinuteHour.parts(of: MinuteHour.withColon(text)) else { return nil }
    person = name
    let meant = MinuteHour.meant(said, hours)
    (time, isGuessed) = (TimeOfDay(minutes: meant.minutes).text, meant.isGuessed)
  }

  /// The hour that is meant, in minutes, and whether it is only taken to be in the afternoon.
  private static func meant(
    _ said: HourWords.Time, _ hours: ClosedRange<Int>?
  ) -> (minutes: Int, isGuessed: Bool) {
    let minutes = said.isAssumed ? said.minutes - 720 : said.minutes
    guard said.part == nil, minutes < 720 else { return (said.minutes, false) }
    let later = minutes + 720
    let isLater = hours.map { minutes < $0.lowerBound && isNear(later, $0) } ?? said.isAssumed
    return (isLater ? later : minutes, isLater)
  }

  /// The name and the hour. The hour begins at the first place from which the rest is one: a name
  /// may have digits too.
  private static func parts(of text: String) -> (name: String, hour: HourWords.Time)? {
    let text = text.trimmedText
    for index in text.indices.dropFirst() {
      var cursor = Cursor(Slice(String(text[index...])))
      guard let time = HourWords.time(&cursor), cursor.atEnd else { continue }
      let name = String(text[..<index]).trimmedText
      return name.isEmpty ? nil : (name, time)
    }
    return nil
  }

  /// The hour at the beginning of a text, and what follows it: `三点四十 人数不足`.
  static func atStart(
    of text: String, hours: ClosedRange<Int>?
  ) -> (time: TimeOfDay, rest: String)? {
    var cursor = Cursor(Slice(MinuteHour.withColon(text)))
    guard let said = HourWords.time(&cursor) else { return nil }
    let before = cursor.index
    cursor.skipSpaces()
    guard cursor.atEnd || cursor.index > before else { return nil }
    return (TimeOfDay(minutes: meant(said, hours).minutes), cursor.rest.string)
  }

  /// `7.10pm` and `7:10 pm` are `7:10pm`.
  private static func withColon(_ text: String) -> String {
    let text = text.replacing(" pm", with: "pm").replacing(" am", with: "am")
    guard let point = text.lastIndex(of: "."), point > text.startIndex else { return text }
    let (before, after) = (text[..<point], text[text.index(after: point)...])
    let minutes = after.prefix(while: \.isNumber)
    guard minutes.count == 2, before.last?.isNumber == true,
      ["", "am", "pm"].contains(after.dropFirst(2).lowercased())
    else { return text }
    return before + ":" + after
  }

  private static func isNear(_ minutes: Int, _ hours: ClosedRange<Int>) -> Bool {
    (hours.lowerBound - 60...hours.upperBound + 60).contains(minutes)
  }
}
