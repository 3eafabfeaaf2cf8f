/// A moment as a statement, and a file of signers, write it.
package struct SignatureMoment: Comparable, Sendable {
  /// Seconds since 1970-01-01 00:00 UTC.
  package let seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  /// Reads `2025-09-27T10:05:00+08:00`, or `Z` for the offset (RFC 3339).
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":")
    else { return nil }
    func number(_ range: Range<Int>) -> Int? { SignatureMoment.number(bytes[range]) }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19)
    else { return nil }
    var offset = 0
    if bytes[19...] != [UInt8(ascii: "Z")] {
      guard bytes.count == 25, bytes[22] == UInt8(ascii: ":"),
        let hours = number(20..<22), let minutes = number(23..<25), hours < 24, minutes < 60,
        let sign = [UInt8(ascii: "+"): 1, UInt8(ascii: "-"): -1][bytes[19]]
      else { return nil }
      offset = sign * (hours * 3600 + minutes * 60)
    }
    self.init(year, month, day, hour, minute, second, offset: offset)
  }

  /// Reads `20251231`, `202512312359`, `20251231235959`, each with `Z` after it or else in the
  /// local time of an offset, as OpenSSH writes it.
  package init?(compact text: String, offset: Int) {
    let isUTC = text.hasSuffix("Z")
    let bytes = Array((isUTC ? text.dropLast() : Substring(text)).utf8)
    guard [8, 12, 14].contains(bytes.count) else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      range.upperBound <= bytes.count ? SignatureMoment.number(bytes[range]) : 0
    }
    guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8),
      let hour = number(8..<10), let minute = number(10..<12), let second = number(12..<14)
    else { return nil }
    self.init(year, month, day, hour, minute, second, offset: isUTC ? 0 : offset)
  }

  private init?(
    _ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int, offset: Int
  ) {
    guard (1...12).contains(month), hour < 24, minute < 60, second <= 60, day >= 1,
      day <= SignatureMoment.length(of: month, year)
    else { return nil }
    let days = SignatureMoment.days(year, month, day)
    seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset
  }

  private static func length(of month: Int, _ year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// Days since 1970-01-01, counted in years that begin in March.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard digit &- UInt8(ascii: "0") < 10 else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  /// The moment in OpenSSH's format, `20250927100500`, in the local time of an offset.
  package func compact(offset: Int) -> String {
    let local = seconds + offset
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    let rest = local - days * 86_400
    // Counted in years that begin in March.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month < 10 ? 0 : 1)
    func digits(_ value: Int, _ count: Int = 2) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    return digits(year, 4) + digits(month < 10 ? month + 3 : month - 9) + digits(day)
      + digits(rest / 3600) + digits(rest / 60 % 60) + digits(rest % 60)
  }

  /// An offset in the format of the variable `TZ`, where east of Greenwich is negative.
  package static func zone(_ offset: Int) -> String {
    let minutes = abs(offset) / 60
    let rest = minutes % 60
    return "<HALL>" + (offset < 0 ? "" : "-") + "\(minutes / 60):" + (rest < 10 ? "0" : "")
      + "\(rest)"
  }

  package static func < (left: SignatureMoment, right: SignatureMoment) -> Bool {
    left.seconds < right.seconds
  }
}
