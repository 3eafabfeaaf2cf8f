import FoundationEssentials
import HallSyntax

/// What a line is about.
enum Subject: CaseIterable, Sendable {
  case day, amount, identifier, name, minutes, row
  /// Anything that stands after a colon.
  case value
  /// Any line at all.
  case any
}

/// Lines as people write them: the words of the tests and the pages, and the values of the samples.
enum Phrases {
  private static let sources: [(Subject, [String])] = [
    (
      .day,
      [
        "docs/days.md", "Tests/HallModelTests/DateWordsTests.swift",
        "Tests/HallModelTests/HourWordsTests.swift", "Tests/HallModelTests/PeriodWordsTests.swift",
        "Tests/HallSyntaxTests/DayTests.swift", "Tests/HallSyntaxTests/LengthTests.swift",
      ]
    ),
    (
      .amount,
      [
        "Tests/HallSyntaxTests/CountTests.swift", "Tests/HallModelTests/ThresholdTests.swift",
        "Tests/HallModelTests/RuleFieldTests.swift", "Tests/HallSyntaxTests/LengthTests.swift",
      ]
    ),
    (.identifier, ["Tests/HallSyntaxTests/IdentifierTests.swift"]),
    (
      .name,
      ["Tests/HallSyntaxTests/NameListTests.swift", "Tests/HallModelTests/AttendanceTests.swift"]
    ),
    (
      .minutes,
      [
        "Tests/HallWorkTests/MinuteLineTests.swift",
        "Tests/HallWorkTests/SpokenMinutesTests.swift",
      ]
    ),
  ]

  static func all(below root: String, _ documents: [Corpus.Text]) -> [Subject: [[UInt8]]] {
    var found: [Subject: Set<[UInt8]>] = [:]
    for (subject, files) in sources {
      for file in files {
        guard let data = try? Data(contentsOf: URL(filePath: root + "/" + file)) else { continue }
        let text = String(decoding: data, as: UTF8.self)
        let quoted = file.hasSuffix(".swift") ? literals(in: text) : codes(in: text)
        found[subject, default: []].formUnion(quoted.map { Array($0.utf8) })
      }
    }
    for text in documents {
      for line in text.lines where line.count < 400 {
        let bytes = text.bytes[line]
        found[.any, default: []].insert(Array(bytes.filter { $0 != 0x0A }))
        if bytes.first == 0x7C { found[.row, default: []].insert(Array(bytes.dropLast())) }
      }
      addValues(of: text, to: &found)
    }
    // A set has another order in every run.
    return found.mapValues { $0.sorted { $0.lexicographicallyPrecedes($1) } }
  }

  /// The values of a document's fields, by what they are.
  private static func addValues(of text: Corpus.Text, to found: inout [Subject: Set<[UInt8]>]) {
    let kind = Reader.kind(of: text.path)
    let document = Document(path: text.path, kind: kind, bytes: text.bytes)
    for (index, node) in document.nodes.enumerated() where node.kind == .field {
      let value = Array(document.slice(node.value))
      guard value.count < 400 else { continue }
      found[.value, default: []].insert(value)
      guard let keyword = node.keyword,
        let use = Vocabulary.use(of: keyword, in: document.keyScope(of: index)),
        let subject = subject(of: use.value)
      else { continue }
      found[subject, default: []].insert(value)
    }
  }

  private static func subject(of kind: ValueKind) -> Subject? {
    switch kind {
    case .day, .time, .period, .length, .zone, .dueDay, .dueDayAndText, .dayAndText, .timeAndText:
      .day
    case .duration, .integer, .count, .electorate, .ballots, .heads, .legs: .amount
    case .matterID, .meetingID, .matterReference, .meetingReference, .decisionReference:
      .identifier
    case .person, .names, .personAndTime, .proxy, .castingVote: .name
    case .text, .language, .ballotFile, .word, .voteResult: nil
    }
  }

  /// What stands between quotes in Swift, a line of it at a time.
  static func literals(in source: String) -> [String] {
    var found: [String] = []
    for line in source.split(separator: "\n") {
      // Every second part is within quotes; an escaped quote only gives other parts.
      for (place, part) in line.split(separator: "\"", omittingEmptySubsequences: false)
        .enumerated()
      where place % 2 == 1 && !part.isEmpty { found.append(String(part)) }
    }
    return found
  }

  /// What stands between backticks in Markdown.
  private static func codes(in page: String) -> [String] {
    page.split(separator: "\n").flatMap { line in
      line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 && !$0.element.isEmpty }.map { String($0.element) }
    }
  }
}
