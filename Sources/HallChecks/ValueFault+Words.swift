import HallModel
import HallSyntax

extension ValueFault {
  /// What is wrong with a value, and one remedy; it follows the value.
  package func words(_ kind: ValueKind, _ value: Slice) -> (fact: Phrase, hint: Phrase) {
    switch self {
    case .malformed, .emptyValue:
      if kind == .day, let day = ValueFault.leadingDay(value) {
        return (
          Phrase(zh: "日期后面还有别的字", en: "there is more than a day"),
          Phrase(zh: "这里只写日期「\(day)」", en: "write only the day, '\(day)'")
        )
      }
      return (kind.expectation, kind.remedy(for: value))
    case .noSuchDay:
      return (
        Phrase(zh: "日历上没有这一天", en: "the calendar has no such day"),
        Phrase(zh: "请核对月份和日子", en: "check the month and the day")
      )
    case .otherWeekday(let weekday):
      return (
        Phrase(
          zh: "这一天是\(Weekday.name(weekday, .zh))",
          en: "that day is a \(Weekday.name(weekday, .en))"),
        Phrase(zh: "请核对日期和星期，改正写错的那个", en: "correct the day or the weekday, whichever is wrong")
      )
    case .endsBeforeStart:
      return (
        Phrase(zh: "结束早于开始", en: "it ends before it starts"),
        Phrase(zh: "请核对先后，较早的写在前面", en: "write the earlier one first")
      )
    case .commaInNumber:
      return (
        Phrase(
          zh: "数字中间有逗号，分不清是一个数还是两个数",
          en: "a comma inside a number may group its digits or part two numbers"),
        Phrase(zh: "去掉数字里的逗号，例如「5210.30」", en: "write the number without it, as in '5210.30'")
      )
    case .negative:
      return (
        Phrase(zh: "数目不能是负数", en: "a count cannot be negative"),
        Phrase(zh: "去掉负号，或更正这个数", en: "take the sign away, or correct the number")
      )
    case .tooPrecise:
      return kind == .legs
        ? (
          Phrase(zh: "百分数最多写九位小数", en: "a percentage has at most nine decimals"),
          Phrase(zh: "写成分数，例如「2/3」", en: "write a fraction, as in '2/3'")
        )
        : (
          Phrase(zh: "面积最多写四位小数", en: "an area has at most four decimals"),
          Phrase(zh: "按产权证上的面积写，例如「86.40」", en: "write it as the deed has it, as in '86.40'")
        )
    case .tooLarge:
      return (
        Phrase(zh: "数目太大，不像是真的", en: "the number is too large to be meant"),
        Phrase(zh: "请核对是否多写了几位", en: "check for extra digits")
      )
    case .impossibleFraction:
      return (
        Phrase(
          zh: "比例不可能是这样：分母不能是零，也不能超过全体",
          en: "a fraction must not exceed one or have a denominator of zero"),
        Phrase(zh: "写成不超过 1 的分数，例如「2/3」", en: "write a fraction up to one, as in '2/3'")
      )
    }
  }

  /// The day that a value begins with, if more follows it.
  private static func leadingDay(_ value: Slice) -> String? {
    var cursor = Cursor(value)
    guard let day = try? cursor.takeDay(), !cursor.atEnd else { return nil }
    return day.iso
  }
}
