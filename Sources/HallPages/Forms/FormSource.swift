import HallModel
import HallSyntax
import HallWords

/// Where a form was printed from: the text whose digest stands at its foot.
package struct Origin: Sendable {
  /// `agendas/M-2025-008.md`
  package let file: String
  /// The last revision of its history; nil without one.
  package let revision: Int?
  /// SHA-256 of the file, in hexadecimal.
  package let digest: String

  package init(file: String, revision: Int?, digest: String) {
    (self.file, self.revision, self.digest) = (file, revision, digest)
  }
}

/// What all forms of a hall are filled from.
package struct FormSource: Speaking {
  package let hall: Hall
  package let today: Day
  package let language: Language
  package let origin: Origin?

  package init(_ hall: Hall, today: Day, _ language: Language, origin: Origin?) {
    (self.hall, self.today, self.language, self.origin) = (hall, today, language, origin)
  }

  var charter: Charter { hall.charter }

  /// The content that every form has.
  var common: FormContent {
    var content = FormContent(language)
    content.add("议事厅", "hall", shown(charter.name))
    content.add("社区", "community", front(.community))
    content.add("今天", "today", day(today))
    content.add("文件", "file", origin?.file)
    content.add("摘要", "digest", origin?.digest)
    content.add("空行", "lines", blocks: [.lines(["", "", ""])])
    content.add("联系", "contact", shown(charter.name))
    return content
  }

  /// `M-2025-008 第 12 版 3f2a9c1d 2025-12-01`: what a sheet was printed from.
  package var foot: String? {
    origin.map { origin in
      let revision = origin.revision.map { say("第 \($0) 版", "revision \($0)") }
      return [
        say("印自 ", "from ") + origin.file, revision, String(origin.digest.prefix(8)), today.iso,
      ].compactMap(\.self).joined(separator: say("，", ", "))
    }
  }

  // MARK: Words

  func shown(_ text: String) -> String { PlainText.line(text) }

  func day(_ day: Day) -> String { DayText.long(day, language) }

  func period(_ period: Period) -> String {
    day(period.start) + say("至", " to ") + day(period.end)
  }

  /// `2025年12月11日（周四）14:30-16:30`
  func when(_ moment: Moment) -> String {
    let hours = [moment.start, moment.end].compactMap { $0?.text }.joined(separator: "-")
    let weekday = DayText.weekday(moment.day, language)
    return day(moment.day) + say("（\(weekday)）", " (\(weekday))")
      + (hours.isEmpty ? "" : say("", " ") + hours)
  }

  func person(_ slice: Slice, _ meeting: Meeting?) -> String {
    let person = charter.person(slice, parties: meeting?.parties)
    return shown([person.party, person.name].compactMap { $0 }.joined(separator: say("", " ")))
  }

  /// In a list or a table, the party stands apart.
  func people(_ slice: Slice, _ meeting: Meeting?) -> String {
    NameList.split(slice).map { name in
      let person = charter.person(name, parties: meeting?.parties)
      return shown([person.party, person.name].compactMap { $0 }.joined(separator: " "))
    }.joined(in: language)
  }

  private func front(_ keyword: Keyword) -> String? {
    charter.document.frontMatter.flatMap { charter.document.field(keyword, of: $0) }
      .map { shown($0.string) }
  }

  /// Who issues something, and when.
  func signature(_ day: Day) -> [Sheet.Block] {
    let lines = [shown(charter.name) + say("（盖章）", " (seal)"), front(.community), self.day(day)]
    return [.signature(lines.compactMap(\.self))]
  }
}
