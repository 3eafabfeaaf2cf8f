import HallModel
import HallSyntax
import HallWords

/// An hour in everyday words, after a name: `赵六 下午3点10分`, `赵六 3:10`.
struct MinuteHour {
  /// The name before it.
  let person: String
  /// For example `15:10`.
  let time: String
  /// Whether twelve hours were added.
  let isGuessed: Bool

  private static let before = ["上午", "早上", "凌晨", "清晨", "今早"]
  private static let after = ["下午", "晚上", "傍晚", "中午", "今晚"]

  /// Nil if the text does not end with an hour.
  ///
  /// - Parameter hours: the hours of the meeting, in minutes; 3 o'clock is read as 15:00 if it
  ///   would otherwise be long before the meeting and is within it in the afternoon.
  init?(_ text: String, hours: ClosedRange<Int>?) {
    let said = text.replacing("点半", with: "点30分").replacing("点一刻", with: "点15分")
      .replacing("点钟", with: "点")
    guard let read = try? PersonAndTime(reading: Slice(said)) else { return nil }
    var name = read.person.string.trimmedText
    let isBefore = MinuteHour.takeWord(MinuteHour.before, from: &name)
    let isAfter = !isBefore && MinuteHour.takeWord(MinuteHour.after, from: &name)
    guard !name.isEmpty else { return nil }
    person = name
    let later = read.time.minutes + 720
    guard read.time.minutes < 720 else {
      (time, isGuessed) = (read.time.text, false)
      return
    }
    let isMeant =
      !isBefore && !isAfter
      && (hours.map { read.time.minutes < $0.lowerBound && MinuteHour.isNear(later, $0) } ?? false)
    // 中午 may begin at eleven.
    let isNoon = text.contains("中午") && read.time.minutes >= 660
    isGuessed = isMeant
    time = TimeOfDay(minutes: isMeant || isAfter && !isNoon ? later : read.time.minutes).text
  }

  private static func isNear(_ minutes: Int, _ hours: ClosedRange<Int>) -> Bool {
    (hours.lowerBound - 60...hours.upperBound + 60).contains(minutes)
  }

  private static func takeWord(_ words: [String], from name: inout String) -> Bool {
    guard let word = words.first(where: { name.hasSuffix($0) }) else { return false }
    name = String(name.dropLast(word.count)).trimmedText
    return true
  }
}
