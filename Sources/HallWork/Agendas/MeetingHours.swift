import HallModel
import HallSyntax
import HallWords

/// The hours of a meeting, given with its day or by themselves.
enum MeetingHours {
  /// The hours in the written form if they can be read, else as they were given; nil for none.
  ///
  /// - Parameter at: what was given by itself.
  static func said(
    _ moment: DateWords.Moment, at: String?, in change: Change
  ) throws(Refusal) -> String? {
    guard let at else { return moment.hours }
    let hours = HourWords.written(at) ?? at
    guard let said = moment.hours, said != hours else { return hours }
    throw .refused(
      Phrase(
        zh: "几点开会写了两个：\(said) 和 \(hours)",
        en: "the meeting is said to begin at \(said) and at \(hours)"),
      hint: Phrase(zh: "只写一个", en: "write one of them"))
  }

  /// Why hours that were given cannot be used.
  static func refusal(_ hours: String, _ fault: ValueFault) -> Refusal {
    guard fault == .endsBeforeStart else {
      return .unreadableValue(
        hours, option: "--at",
        expected: Phrase(
          zh: "几点，如 下午三点半 或 14:30-16:00", en: "the hours, as in 2:30pm or 14:30-16:00"))
    }
    return .refused(
      Phrase(zh: "--几点 的「\(hours)」结束得比开始早", en: "'\(hours)' ends before it begins"),
      hint: Phrase(zh: "写成 14:30-16:00 这样", en: "write it as 14:30-16:00"))
  }
}
