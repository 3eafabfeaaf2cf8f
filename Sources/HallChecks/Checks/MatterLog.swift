import HallModel
import HallSyntax

/// The steps of a matter are not in the order of their days.
package enum MatterLog: Check {
  package static let id = "matter-log"
  package static let about = Phrase(
    zh: "问题的办理过程没有按日期先后排列，往往是日期写错了。",
    en: "The log of a matter is not in the order of its days: often a day is mistyped.")

  package static func check(matter: Matter, _ context: CheckContext, _ report: inout Report) {
    var last: Day?
    for line in matter.log {
      guard let day = line.day else { continue }
      if let last, day < last {
        report.warning(
          matter.document, line.dayText.indices, zh: "\(day.iso) 早于上一步的 \(last.iso)",
          en: "\(day.iso) is before \(last.iso), the day of the step above",
          hint: Phrase(zh: "核对日期，或把这一行移到前面", en: "correct the day, or move the line up"))
      }
      last = day
    }
  }
}
