/// Why a value could not be read. It carries facts; the wording is chosen where it is shown.
package enum ValueFault: Error, Equatable, Sendable {
  /// Not in the form its key requires.
  case malformed
  /// Written as a day, but the calendar has no such day.
  case noSuchDay
  /// The weekday written next to a day is wrong; the right one is this: 1 for Monday.
  case otherWeekday(Int)
  /// The end is before the beginning.
  case endsBeforeStart
  /// `5,210.30`: the comma may group digits or separate two numbers.
  case commaInNumber
  case negative
  /// An area with more than four decimals, a percentage with more than nine.
  case tooPrecise
  /// Above 10⁹ heads or 10¹² of area.
  case tooLarge
  /// A fraction with a denominator of zero, or above one.
  case impossibleFraction
  case emptyValue
}
