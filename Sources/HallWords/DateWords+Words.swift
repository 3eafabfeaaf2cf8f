import HallModel
import HallSyntax

extension DateWords.Fault {
  /// A name followed by 的, with no blank after a Chinese name.
  package static func of(_ name: String) -> String {
    name + ((name.unicodeScalars.last?.isASCII ?? true) ? " 的" : "的")
  }

  /// What is wrong with the words for a day.
  package func phrase(_ text: String, _ name: String) -> Phrase {
    switch self {
    case .unknown:
      Phrase(
        zh: "\(DateWords.Fault.of(name))「\(text)」看不懂是哪一天",
        en: "cannot tell which day '\(text)' is, for \(name)")
    case .impossible:
      Phrase(
        zh: "\(DateWords.Fault.of(name))「\(text)」没有这一天",
        en: "there is no day '\(text)', for \(name)")
    case .ambiguous(let first, let second):
      Phrase(
        zh: "\(DateWords.Fault.of(name))「\(text)」可以是 \(DayText.withWeekday(first, .zh))，也可以是 "
          + DayText.withWeekday(second, .zh),
        en: "'\(text)', for \(name), may be \(DayText.withWeekday(first, .en)) or "
          + DayText.withWeekday(second, .en))
    }
  }

  package var hint: Phrase {
    switch self {
    case .ambiguous(let first, _):
      Phrase(zh: "写成 \(first.iso) 这样", en: "write it as \(first.iso)")
    default:
      Phrase(
        zh: "可以写 2025-12-01、12-01、下周五、月底、3天后、5个工作日",
        en: "write 2025-12-01, 12-01, fri, eom, +3d or 5wd")
    }
  }
}
