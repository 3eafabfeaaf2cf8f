import HallChecks
import HallModel
import HallStore
import HallSyntax
import HallWords

/// `hall search`: the lines of the hall that contain some words, and the parts they are in.
///
/// Like `overdue`, it reads each file separately, on all cores, and parses only files with the
/// words.
enum SearchCommand: Command {
  static let place = OptionSpec(
    "--in", value: Phrase(zh: "范围", en: "WHERE"),
    takes: .choices(
      TextSearch.Place.allCases.map { ListedWord(Phrase(zh: $0.word, en: $0.rawValue)) }),
    summary: Phrase(
      zh: "只在这里面找：问题、会议、决议、任务、表决",
      en: "only in these: matters, meetings, decisions, tasks, votes"))

  static let spec = CommandSpec(
    "search", aliases: ["搜索", "查"],
    summary: Phrase(
      zh: "在整个议事厅里找几个字，说明在哪里", en: "find words anywhere in the hall, with their places"),
    arguments: [ArgumentSpec(Phrase(zh: "文字", en: "TEXT"), repeats: true)],
    options: [place, .halls], formats: [.text, .json, .csv],
    details: Phrase(
      zh: "hall.md、所有问题和会议都找。不分大小写，全角半角算一样。写几个词时，要在同一个任务、决议、表决、议题"
        + "或同一份文件里都有；要连在一起找，用引号括成一个词；以 - 开头的，前面先写 --。private/ 和历史版本不找。找到没找到，退出码都是 0。",
      en: "Looks through hall.md and every matter and meeting. Case and full width do not"
        + " matter. Several words must all be in one task, decision, vote, item or file; quote"
        + " them to find them side by side, and write -- before one that begins with -. private/ and older revisions are left out. Exits 0,"
        + " found or not."),
    examples: [
      Phrase(
        zh: "hall 搜索 水泵",
        en: "hall search racks"),
      Phrase(
        zh: "hall 搜索 电梯 合同 --范围 任务",
        en: "hall search gate spring --in tasks"),
      Phrase(
        zh: "hall 搜索 \"三家报价\" --机读",
        en: "hall search \"longer bolts\" --json"),
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let format = try invocation.format()
    let search = TextSearch(try patterns(invocation), in: try place(invocation))
    var answer = Answer()
    var halls: [SearchAnswer] = []
    var language = Language.zh
    let folders = try invocation.folders(&answer)
    for folder in folders {
      let opened = folder.charter()
      if halls.isEmpty { language = try invocation.language(opened.charter) }
      invocation.noteNewerFormat(
        opened.charter, of: folder, isPart: folders.count > 1, language, &answer)
      halls.append(
        try read(
          folder, opened, search, isPart: folders.count > 1, invocation, language, &answer))
    }
    switch format {
    case .text, .md, .github:
      answer.output = SearchText(halls, language: language, invocation).text
    case .json: answer.output = json(halls, invocation).text
    case .csv: answer.output = csv(halls).text(in: invocation.context)
    }
    return answer
  }

  private static func patterns(_ invocation: Invocation) throws(Refusal) -> [TextPattern] {
    var patterns: [TextPattern] = []
    for word in invocation.arguments {
      guard let pattern = TextPattern(word) else {
        throw .refused(
          Phrase(zh: "「\(word)」里没有要找的字", en: "there is nothing to look for in '\(word)'"),
          hint: Phrase(zh: "写上一行里的几个字", en: "write some words of one line"))
      }
      patterns.append(pattern)
    }
    return patterns
  }

  private static func place(
    _ invocation: Invocation
  ) throws(Refusal) -> TextSearch.Place? {
    guard let word = invocation.call.value(place) else { return nil }
    let all = TextSearch.Place.allCases
    if let place = all.first(where: {
      $0.rawValue == word || $0.word == word || $0.rawValue.dropLast() == word
    }) {
      return place
    }
    let language = invocation.plainLanguage
    throw .unknownChoice(
      word, of: Phrase(zh: "范围", en: "place"),
      choices: all.map { language.say($0.word, $0.rawValue) },
      suggestion: Suggestion.nearest(to: word, among: all.flatMap { [$0.rawValue, $0.word] }))
  }

  private static func read(
    _ folder: HallFolder, _ opened: (charter: Charter, failures: [StoreFailure]),
    _ search: TextSearch, isPart: Bool, _ invocation: Invocation, _ language: Language,
    _ answer: inout Answer
  ) throws(Refusal) -> SearchAnswer {
    let scanned: (answers: [FoundLines], failures: [StoreFailure])
    do throws(StoreFailure) { scanned = try folder.scan { search.found(in: $0) } } catch {
      throw .store(error)
    }
    let charter = opened.charter.document
    let own = search.found(
      in: SourceFile(path: charter.path, kind: charter.kind, bytes: charter.bytes))
    let all = [own] + scanned.answers
    let unread = all.compactMap(\.unreadable)
    let problems =
      (opened.failures + scanned.failures).map(\.problem) + unread.compactMap(Utf8Encoding.problem)
    if !problems.isEmpty {
      let renderer = ProblemRenderer(
        documents: unread, language: language, layout: invocation.context.layout,
        within: isPart ? folder.shownPath : nil)
      for problem in problems { answer.errors += renderer.text(problem) }
      answer.raise(to: 2)
    }
    return SearchAnswer(folder: folder, charter: opened.charter, lines: all.flatMap(\.lines))
  }

  private static func json(_ halls: [SearchAnswer], _ invocation: Invocation) -> JSONValue {
    let found = halls.flatMap { hall in
      hall.lines.map { line in
        line.json.merging([
          "hall": .string(hall.charter.name), "hall_dir": .string(hall.folder.shownPath),
        ])
      }
    }
    return [
      "words": .array(invocation.arguments.map(JSONValue.string)), "halls": .integer(halls.count),
      "found": .array(found),
    ]
  }

  private static func csv(_ halls: [SearchAnswer]) -> CSV {
    var csv = CSV(["hall", "id", "part", "title", "file", "line", "column", "text", "hall_dir"])
    for hall in halls {
      for line in hall.lines {
        csv.add([
          hall.charter.name, line.identifier, line.part.rawValue, line.title.string, line.path,
          String(line.line), line.matches.first.map { String(line.column($0)) } ?? "",
          line.text[...].string, hall.folder.shownPath,
        ])
      }
    }
    return csv
  }
}

extension TextSearch.Place {
  var word: String {
    switch self {
    case .matters: "问题"
    case .meetings: "会议"
    case .decisions: "决议"
    case .tasks: "任务"
    case .votes: "表决"
    }
  }
}

extension FoundLine {
  /// The column of the beginning of a match, from 1, in characters.
  func column(_ match: Range<Int>) -> Int { text[..<match.lowerBound].string.count + 1 }

  var json: JSONValue {
    func numbered(_ kind: PartID.Kind, _ number: Int?) -> JSONValue {
      guard let document, let number else { return .null }
      return .string(PartID(document: document, kind: kind, number: number).text)
    }
    return [
      "id": .string(identifier), "part": .string(part.rawValue), "title": .string(title.string),
      "document": JSONValue(document?.text), "item": JSONValue(item), "vote": JSONValue(vote),
      "decision": numbered(.decision, decision), "task": numbered(.task, task),
      "file": .string(path),
      "line": .integer(line), "text": .string(text[...].string),
      "matches": .array(
        matches.map {
          ["column": .integer(column($0)), "length": .integer(text[$0].string.count)]
        }),
    ]
  }
}
