import HallSyntax

/// A moment as a statement, and a file of signers, write it.
package struct SignatureMoment: Comparable, Sendable {
  /// Seconds since 1970-01-01 00:00 UTC.
  package let seconds: Int

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
    guard hour < 24, minute < 60, second <= 60,
      let day = Day(year: year, month: month, day: day)
    else { return nil }
    seconds = Int(day.number) * 86_400 + hour * 3600 + minute * 60 + second - offset
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
    let clock = ClockReading(seconds, offset: offset)
    let (year, month, day) = clock.day.components
    let rest = clock.seconds
    return String(year, digits: 4)
      + [month, day, rest / 3600, rest / 60 % 60, rest % 60].map { String($0, digits: 2) }.joined()
  }

  /// An offset in the format of the variable `TZ`, where east of Greenwich is negative.
  package static func zone(_ offset: Int) -> String {
    let minutes = abs(offset) / 60
    return "<HALL>" + (offset < 0 ? "" : "-") + "\(minutes / 60):"
      + String(minutes % 60, digits: 2)
  }

  package static func < (left: SignatureMoment, right: SignatureMoment) -> Bool {
    left.seconds < right.seconds
  }
}
