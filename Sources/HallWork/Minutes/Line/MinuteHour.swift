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
    let text = MinuteHour.withColon(text)
    let said = text.replacing("点半", with: "点30分").replacing("点一刻", with: "点15分")
      .replacing("点钟", with: "点")
    guard let read = try? PersonAndTime(reading: Slice(said)) else {
      // 戴春 三点半
      guard let blank = text.lastIndex(where: \.isWhitespace),
        let last = MinuteHour.atStart(of: String(text[blank...]).trimmedText, hours: hours),
        last.rest.isEmpty
      else { return nil }
      (person, time) = (String(text[..<blank]).trimmedText, last.time.text)
      isGuessed = false
      return
    }
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

  /// The hour at the beginning of a text, and what follows it: `三点四十 人数不足`.
  static func atStart(
    of text: String, hours: ClosedRange<Int>?
  ) -> (time: TimeOfDay, rest: String)? {
    let text = withColon(text)
    let word = text.prefix { !$0.isWhitespace }
    guard let written = HourWords.written(String(word)) ?? digital(word),
      let time = time(written)
    else { return nil }
    let rest = String(text.dropFirst(word.count)).trimmedText
    let later = time.minutes + 720
    let isMeant =
      hours.map { time.minutes < min(720, $0.lowerBound) && isNear(later, $0) } ?? false
    return (TimeOfDay(minutes: isMeant ? later : time.minutes), rest)
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

  private static func time(_ text: String) -> TimeOfDay? {
    var cursor = Cursor(Slice(text))
    guard let time = try? cursor.takeTime(), cursor.atEnd else { return nil }
    return time
  }

  /// `3:40`, `15：40`.
  private static func digital(_ word: Substring) -> String? {
    let text = FullWidth.name(Slice(String(word)))
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { $0.allSatisfy(MinuteLine.isDigit) } ? text : nil
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
