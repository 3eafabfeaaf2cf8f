import HallSyntax

/// Steps of a log.
extension FactPlace {
  /// `2025-03-10 吹哨: text`, with the decoration people put around the day and the word; or the word
  /// first, `结案 2025-03-21: text`.
  func step(_ text: Slice) -> String? {
    stepAfterDay(text) ?? (followsFields ? stepBeforeDay(text) : nil)
  }

  private func stepAfterDay(_ text: Slice) -> String? {
    var cursor = Cursor(text)
    if cursor.takeWeekdayName() != nil { _ = cursor.take(",") }
    cursor.skipSpaces()
    _ = cursor.take(anyOf: ["(", "【", "[", "「"])
    guard let day = cursor.takeLooseDay() else { return nil }
    _ = cursor.takeSeparator()
    _ = cursor.take(anyOf: [",", ".", "、", "。"])
    cursor.skipSpaces()
    _ = cursor.take(anyOf: ["【", "[", "「", "“", "#"])
    _ = cursor.take(anyOf: ["已经", "已"])
    guard let forms = KeyForms.of(.log) else { return nil }
    for form in forms.candidates(for: cursor.rest) {
      var after = cursor
      guard after.take(form) else { continue }
      let word = cursor.rest[cursor.index..<after.index].string
      let isEnclosed =
        after.take(anyOf: ["】", "]", "」", "”"]) || after.take(anyOf: [",", "。", "、"])
        || after.next == UInt8(ascii: "(")
      let before = after.index
      let separator = after.takeSeparator()
      after.skipSpaces()
      guard isEnclosed || separator != nil || after.atEnd || after.index > before else {
        continue
      }
      return FactPlace.step(day, word, after.rest)
    }
    return nil
  }

  /// `结案 2025-03-21: text`, `结案（2025-03-21）`
  private func stepBeforeDay(_ text: Slice) -> String? {
    guard let forms = KeyForms.of(.log) else { return nil }
    for form in forms.candidates(for: text) {
      var cursor = Cursor(text)
      guard cursor.take(form) else { continue }
      let word = text[..<cursor.index].string
      _ = cursor.takeSeparator()
      cursor.skipSpaces()
      _ = cursor.take(anyOf: [",", "、", "(", "on ", "于", "在"])
      cursor.skipSpaces()
      guard let day = cursor.takeLooseDay() else { continue }
      // After only a blank the sentence continues: `公示 2025-03-21 以前的意见`.
      cursor.skipSpaces()
      guard
        cursor.atEnd || cursor.takeSeparator() != nil || cursor.take(anyOf: [",", "。", "、"])
      else { continue }
      cursor.skipSpaces()
      return FactPlace.step(day, word, cursor.rest)
    }
    return nil
  }

  private static func step(_ day: LooseDay, _ word: String, _ rest: Slice) -> String {
    let text = rest.trimmed.string
    let hour = day.hour.map { " " + $0 } ?? ""
    return "- \(day.day.iso)\(hour) \(word)" + (text.isEmpty ? "" : ": \(text)")
  }
}

/// A day with its hour, as people write them.
struct LooseDay {
  let day: Day
  /// `14:30`, in the standard form.
  let hour: String?
}

extension ByteCursor<Slice> {
  /// Takes a day with its weekday and hour, even if no word ends there: `2025-03-21 周五结案`,
  /// `2025-03-21 2:30pm`, `2025-03-21T14:30:05+08:00`.
  mutating func takeLooseDay() -> LooseDay? {
    guard let day = try? takeDay() else { return nil }
    _ = take(anyOf: [")", "】", "]", "」"])
    var ahead = self
    ahead.skipSpaces()
    _ = ahead.take(",")
    ahead.skipSpaces()
    let isEnclosed = ahead.take("(")
    if ahead.takeWeekdayName() != nil, !isEnclosed || ahead.take(")") { self = ahead }
    let hour = takeLooseHour()
    if hour != nil, ["-", "–", "—", "~", "至"].contains(where: { take($0) }) {
      _ = takeLooseHour()
    }
    _ = take(anyOf: [")", "】", "]"])
    skipSpaces()
    return LooseDay(day: day, hour: hour)
  }

  /// Takes `14:30:05`, `2:30pm`, `下午2点半`, `T14:30Z`, and 上午 alone, which gives no hour (nil).
  private mutating func takeLooseHour() -> String? {
    var ahead = self
    ahead.skipSpaces()
    _ = ahead.take(anyOf: ["T", ",", "at ", "("])
    ahead.skipSpaces()
    var isLate = ahead.take(anyOf: ["下午", "晚上", "傍晚", "晚"])
    if isLate || ahead.take(anyOf: ["上午", "早上", "中午", "凌晨", "早"]) { self = ahead }
    ahead.skipSpaces()
    guard let number = ahead.takeNumber(), number.digits < 3 else { return nil }
    var minute = 0
    let isDivided = ahead.take(anyOf: [":", ".", "点", "时", "點", "時", "h"])
    if isDivided {
      if ahead.take("半") { minute = 30 } else { minute = ahead.takeNumber()?.value ?? 0 }
      _ = ahead.take("分")
      // Seconds, and their fraction.
      while ahead.takeFraction() {}
      _ = ahead.take("秒")
    }
    let end = ahead.index
    ahead.skipSpaces()
    let isEarly = ahead.take(anyOf: ["a.m.", "am"])
    let isPm = !isEarly && ahead.take(anyOf: ["p.m.", "pm"])
    guard isDivided || isEarly || isPm else { return nil }
    if !isEarly, !isPm { ahead.index = end }
    isLate = isLate || isPm
    _ = ahead.take(anyOf: ["整", "许", "左右", "Z"])
    if ahead.take("+") { _ = try? ahead.takeTime() }
    let hour = isLate && number.value < 12 ? number.value + 12 : number.value
    guard hour < 25, minute < 60 else { return nil }
    self = ahead
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }

  /// Takes `:05` or `.123`.
  private mutating func takeFraction() -> Bool {
    var ahead = self
    guard ahead.take(anyOf: [":", "."]), ahead.takeNumber() != nil else { return false }
    self = ahead
    return true
  }
}
