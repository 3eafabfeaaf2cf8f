import HallModel
import HallPages
import HallSheets
import HallSyntax
import HallWords
import HallWork

extension Reader {
  private static let charter = Charter(
    document: Document(path: "hall.md", kind: .hall, bytes: Array(charterText.utf8)))

  private static func lines(_ input: Input) -> [String] {
    input.bytes.split(separator: 0x0A).prefix(40).map { String(decoding: $0, as: UTF8.self) }
  }

  static let pages: [Reader] = [
    Reader("page") { input in
      var page = Markup()
      MarkdownPage(input.bytes).write(to: &page)
      let html = String(decoding: page.bytes, as: UTF8.self).lowercased()
      for live in ["<script", "<img", "<iframe", "href=\"javascript"] where html.contains(live) {
        return "\(live) on a page"
      }
      return nil
    },
    Reader("mask") { input in
      var masker = Masker(charter, nil)
      for line in lines(input) {
        // Whoever is on the roster is on no page by name.
        if masker.masked(line).contains("张三") { return "a resident by name: \(line.prefix(60))" }
      }
      masker.learn(masker.found)
      for line in lines(input).prefix(8) { _ = masker.masked(line) }
      return nil
    },
  ]

  static let sheets: [Reader] = [
    Reader("sheet") { input in
      _ = RosterSheet(input.bytes, path: "x.csv", parties: charter.parties)
      return nil
    }
  ]

  static let words: [Reader] = [
    Reader("line") { input in
      guard let today = Day(year: 2025, month: 12, day: 1) else { return "no day" }
      let words = DateWords(today: today, sense: .due, charter: charter)
      let minutes = MinuteTranslation(
        place: MinutePlace(meeting: "M-2025-001", item: 1, votes: 1), parties: ["居民", "物业"],
        isName: { $0 == "张三" || $0 == "赵六" }, isRule: { $0 == "默认" },
        isDay: { (try? words.day($0)) != nil })
      for line in lines(input) {
        _ = try? words.moment(line)
        _ = try? minutes.deed(line, MinuteLine(line))
        _ = PlainText.line(line)
        let slice = Slice(line)
        _ = try? Count(reading: slice)
        _ = try? Area(reading: slice)
        _ = try? Period(reading: slice)
        _ = try? Minutes(reading: slice)
        _ = NameList.split(slice)
      }
      return nil
    }
  ]
}
