import HallModel
import HallSyntax
import HallWords

/// The values for the places of a template.
struct AgendaValues {
  private var values: [String: String] = [:]
  private let day: Day

  /// The names of values that the call gives, in both languages.
  private static let names: [(zh: String, en: String)] = [
    ("编号", "id"), ("标题", "title"), ("时间", "when"), ("日期", "date"), ("星期", "weekday"),
    ("地点", "where"), ("主持", "chair"), ("记录", "clerk"), ("议题", "item"), ("问题", "matter"),
    ("时长", "duration"),
    ("议事厅", "hall"), ("社区", "community"), ("各方", "parties"),
  ]

  /// - Parameter day: the day of the meeting, from which `{{日期-15}}` counts.
  init(day: Day, _ language: Language) {
    self.day = day
    set("date", day.iso)
    set("weekday", DayText.weekday(day, language))
  }

  /// Fills a place, under its name in either language.
  mutating func set(_ name: String, _ value: String?) {
    let name = AgendaValues.folded(name)
    let forms = AgendaValues.names.first { $0.zh == name || $0.en == name }
    for form in forms.map({ [$0.zh, $0.en] }) ?? [name] { values[form] = value }
  }

  /// The value for a name; nil if it has none.
  subscript(_ name: String) -> String? {
    values[name] ?? AgendaValues.offset(name).map { (day + $0).iso }
  }

  static func isKnown(_ name: String) -> Bool {
    names.contains { $0.zh == name || $0.en == name } || offset(name) != nil
  }

  static func folded(_ name: String) -> String { FullWidth.name(Slice(name)).lowercased() }

  /// The days of `日期-15`, `date+7`.
  private static func offset(_ name: String) -> Int? {
    for form in ["日期", "date"] where name.hasPrefix(form) {
      let rest = name.dropFirst(form.count).filter { $0 != " " }
      guard let sign = rest.first, "+-".contains(sign), rest.count <= 5 else { continue }
      return Int(rest)
    }
    return nil
  }
}
