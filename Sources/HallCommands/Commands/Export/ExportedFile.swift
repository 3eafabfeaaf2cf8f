import HallModel
import HallPages
import HallSyntax
import HallWords

/// What `hall export` writes.
enum ExportFormat: String, CaseIterable {
  case ics, csv, ndjson, md

  init?(named word: String) {
    let chinese: [String: ExportFormat] = ["日历": .ics, "表格": .csv, "数据": .ndjson, "清单": .md]
    guard let format = ExportFormat(rawValue: word.lowercased()) ?? chinese[word] else {
      return nil
    }
    self = format
  }

  /// The tables it can be of; the other formats are of the whole hall.
  var kinds: [PeopleTables.Kind] {
    switch self {
    case .csv: PeopleTables.Kind.allCases
    case .md: [.problems, .tasks]
    case .ics, .ndjson: []
    }
  }

  var choice: ListedWord {
    switch self {
    case .ics: ListedWord(rawValue, "日历", "a calendar")
    case .csv: ListedWord(rawValue, "表格", "a table for a spreadsheet")
    case .ndjson: ListedWord(rawValue, "数据，一行一条", "all of it, one entity a line")
    case .md: ListedWord(rawValue, "清单，Markdown 表格", "a list as a table of Markdown")
    }
  }
}

/// A file that the record is exported to: one that is there is replaced only if it is of the same kind.
struct ExportedFile {
  private let path: String
  private let format: ExportFormat
  private let invocation: Invocation

  init(_ path: String, _ format: ExportFormat, _ invocation: Invocation) {
    (self.path, self.format, self.invocation) = (path, format, invocation)
  }

  func write(_ text: String) throws(Refusal) {
    try PrintedFile(path, from: invocation.context.workingDirectory).write(
      Array(text.utf8), ifOlderIs: { old in old.starts(with: sign(of: text)) })
  }

  static func written(_ path: String) -> Phrase {
    Phrase(zh: "写好了 \(path)\n", en: "written to \(path)\n")
  }

  /// What a file of the same kind begins with.
  private func sign(of text: String) -> [UInt8] {
    switch format {
    case .ics: Array("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//hall//".utf8)
    case .ndjson: Array("{\"digest\":".utf8)
    case .csv, .md: Array((text.split(separator: "\n").first.map(String.init) ?? "").utf8)
    }
  }
}
