import HallSyntax

/// A moment as a history writes it (RFC 3339): `2025-09-03T09:12:03+08:00`.
package enum Timestamp {
  package static func text(_ seconds: Int, offset: Int) -> String {
    let local = seconds + offset
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    let rest = local - days * 86_400
    func padded(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
    let zone = abs(offset) / 60
    return Day(number: Int32(clamping: days)).iso + "T"
      + [rest / 3600, rest / 60 % 60, rest % 60].map(padded).joined(separator: ":")
      + (offset < 0 ? "-" : "+") + padded(zone / 60) + ":" + padded(zone % 60)
  }
}
