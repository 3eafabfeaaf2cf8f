/// A moment as a clock shows it that stands so many seconds east of Greenwich.
package struct ClockReading: Sendable {
  package let day: Day
  /// Seconds since midnight.
  package let seconds: Int

  /// - Parameter moment: seconds since 1970-01-01 00:00 in Greenwich.
  package init(_ moment: Int, offset: Int) {
    let sum = moment.addingReportingOverflow(offset)
    let local = sum.overflow ? (moment < 0 ? Int.min : Int.max) : sum.partialValue
    var (days, rest) = local.quotientAndRemainder(dividingBy: 86_400)
    if rest < 0 { (days, rest) = (days - 1, rest + 86_400) }
    day = Day(number: Int32(clamping: days))
    seconds = rest
  }

  /// The hour, without the seconds.
  package var time: TimeOfDay { TimeOfDay(minutes: seconds / 60) }
}
