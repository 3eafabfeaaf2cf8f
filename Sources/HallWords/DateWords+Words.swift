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
    case .otherWeekday(let day):
      Phrase(
        zh: "\(DateWords.Fault.of(name))「\(text)」是 \(DayText.withWeekday(day, .zh))，星期对不上",
        en: "'\(text)', for \(name), is \(DayText.withWeekday(day, .en)), which is another weekday")
    case .hasHour:
      Phrase(
        zh: "\(DateWords.Fault.of(name))「\(text)」写到了几点，这里只记哪一天",
        en: "'\(text)', for \(name), says an hour, and only the day is kept here")
    }
  }

  package var hint: Phrase {
    switch self {
    case .ambiguous(let first, _):
      Phrase(zh: "写成 \(first.iso) 这样", en: "write it as \(first.iso)")
    case .hasHour(let day), .otherWeekday(let day):
      Phrase(zh: "写成 \(day.iso)", en: "write it as \(day.iso)")
    case .unknown, .impossible:
      Phrase(
        zh: "可以写 2025-12-01、12-01、12月1日前、下周五、月底前、3天后、两周内、5个工作日",
        en: "write 2025-12-01, 12-01, 1 Dec, next fri, by the end of the month, +3d,"
          + " within two weeks or 5wd")
    }
  }
}
