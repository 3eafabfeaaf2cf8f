import HallSyntax

/// A moment as a history writes it (RFC 3339): `2025-09-03T09:12:03+08:00`.
package enum Timestamp {
  package static func text(_ seconds: Int, offset: Int) -> String {
    let clock = ClockReading(seconds, offset: offset)
    return clock.day.iso + "T" + clock.time.text + ":" + String(clock.seconds % 60, digits: 2)
      + ZoneOffset(seconds: offset).text
  }
}
