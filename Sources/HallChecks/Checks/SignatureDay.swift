import HallModel
import HallSyntax

/// A signature from before the meeting whose minutes it signs.
enum SignatureDay: Check {
  static let id = "signature-day"
  static let about = Phrase(
    zh: "签字的日子早于开会的日子：会还没有开，没有记录可签。",
    en: "A signature is dated before the day of the meeting, when there were no minutes to sign.")

  static func check(meeting: Meeting, _ context: CheckContext, _ report: inout Report) {
    guard let met = meeting.day else { return }
    let document = meeting.document
    for signature in meeting.signOffs {
      guard let day = signature.day, day < met else { continue }
      report.warning(
        document, signature.syntax.value,
        zh: "「\(signature.party)」\(day.iso) 签字，早于开会的 \(met.iso)",
        en: "'\(signature.party)' signed on \(day.iso), before the meeting of \(met.iso)",
        hint: Phrase(zh: "核对签字的年份和日子，以及会议的时间", en: "check the year and the day of both"))
    }
  }
}
