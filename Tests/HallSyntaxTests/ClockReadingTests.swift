import HallSyntax
import Testing

struct ClockReadingTests {
  @Test(arguments: [
    (0, 0, "1970-01-01", "00:00", 0), (-1, 0, "1969-12-31", "23:59", 59),
    (0, 8 * 3600, "1970-01-01", "08:00", 0), (0, -5 * 3600 - 1800, "1969-12-31", "18:30", 0),
    (1_758_938_703, 28_800, "2025-09-27", "10:05", 3),
  ])
  func aMomentIsReadByTheClockOfAPlace(
    moment: Int, offset: Int, day: String, time: String, second: Int
  ) {
    let clock = ClockReading(moment, offset: offset)
    #expect(clock.day.iso == day)
    #expect(clock.time.text == time)
    #expect(clock.seconds % 60 == second)
  }

  @Test(arguments: [Int.max, .min])
  func aMomentThatNoClockShowsEndsNothing(moment: Int) {
    let clock = ClockReading(moment, offset: moment > 0 ? 1 : -1)
    #expect((0..<86_400).contains(clock.seconds))
  }

  @Test(arguments: [(28_800, "+08:00"), (-12_600, "-03:30"), (0, "+00:00")])
  func anOffsetIsWrittenAsItIsRead(seconds: Int, text: String) throws {
    #expect(ZoneOffset(seconds: seconds).text == text)
    #expect(try ZoneOffset(reading: Slice(text)) == ZoneOffset(seconds: seconds))
  }
}
