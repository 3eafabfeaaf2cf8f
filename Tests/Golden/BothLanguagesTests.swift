import Foundation
import HallCommands
import HallWords
import TestSupport
import Testing
@testable import HallGit

/// Everything that is said, printed or published is there in both languages.
@Suite("Both languages")
struct BothLanguagesTests {
  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value)
  }

  private static func hasHan(_ text: String) -> Bool { text.unicodeScalars.contains(where: isHan) }

  private static func hasLatin(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }
  }

  // MARK: Sources

  /// The two literals of each `Phrase(zh: …, en: …)` and each `say(…, …)` in the sources: what is said
  /// without the interpolations.
  private static let pairs: [(place: String, zh: String, en: String)] = {
    let paths = (try? Repository.files(below: "Sources")) ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().flatMap { path in
      let text = (try? Repository.text(path)) ?? ""
      return SourcePairs.all(in: text).map { (path + ":\($0.line)", $0.zh, $0.en) }
    }
  }()

  @Test("what is said in Chinese is Chinese, and what is said in English has no Chinese in it")
  func sources() {
    #expect(Self.pairs.count > 1500)
    // Signs, names of programs and formats, and calls are the same in both.
    // The prompt of `less`, which shows only ASCII, is said above the page in Chinese.
    for (place, zh, en) in Self.pairs where !place.contains("Pager.swift") {
      // A sentence of several English words has a Chinese one beside it, and the other way round.
      let isSentence = en.split(separator: " ").count { Self.hasLatin(String($0)) } > 2
      let isCall = ["hall ", "export ", "git ", "sudo "].contains { en.hasPrefix($0) }
      if isSentence, !isCall { #expect(Self.hasHan(zh), "\(place): \(zh) | \(en)") }
      if Self.hasHan(zh) { #expect(!en.isEmpty || zh.count < 12, "\(place): \(zh)") }
      // Words of the files may be named in English: in quotes, or as a list of them.
      guard Self.hasHan(en) else { continue }
      let unquoted = en.replacing(/[『「'"][^'"』」]*['"』」]/, with: "")
      #expect(
        !Self.hasHan(unquoted) || Self.namesWords.contains { place.contains($0) }, "\(place): \(en)"
      )
    }
  }

  /// The sources whose English names Chinese words of the files, or of calls.
  private static let namesWords = ["ListCommand.swift", "AmbiguousWord.swift"]

  // MARK: Answers

  private static func calls(_ words: [String]) -> [[String]] {
    let (meeting, matter, decision, task) = (words[0], words[1], words[2], words[3])
    let reads: [[String]] = [
      [], ["list", "meetings"], ["list", "matters"], ["list", "decisions"], ["list", "tasks"],
      ["show", meeting], ["show", matter], ["show", decision], ["show", task],
      ["overdue", "--within", "60d"], ["tally"], ["check"], ["check", "--published"], ["stats"],
      ["stats", "--by", "party"], ["log", meeting], ["diff", meeting], ["diff", meeting, "1", "2"],
      ["verify"], ["party"], ["new", "--list-templates"], ["urge"], ["urge", "--chat"],
      ["notice", meeting], ["export", "md", "problems"], ["export", "csv", "tasks"],
      ["export", "ics"], ["doctor"],
    ]
    let forms = [
      (meeting, ["notice", "sheet", "minutes", "signoff", "ledger"]),
      (words[4], ["ballots", "proxies", "result"]), (decision, ["decision"]),
      (words[5], ["urge", "ledger"]), (matter, ["visit", "close", "ledger"]),
    ]
    return reads + forms.flatMap { id, names in names.map { ["print", id, $0, "--text"] } }
  }

  private func answer(_ words: [String], _ hall: String, _ language: String) -> Answer {
    CommandTable.answer(
      ["--hall", hall, "--lang", language] + words,
      in: Repository.context(environment: ["HALL_AUTHOR": language == "zh" ? "王五" : "Leo Marsh"]))
  }

  @Test(
    "answers, papers and exports of an English hall have no Chinese in them",
    arguments: calls([
      "M-2025-003", "Q-2025-002", "M-2025-003-D1", "M-2025-003-T3", "M-2025-003#4", "property",
    ]))
  func english(words: [String]) {
    let answer = answer(words, "samples/riverside", "en")
    #expect(answer.status < 2, "\(answer.errors)")
    // The sign of the square metre is no word.
    for line in (answer.output + answer.errors).split(separator: "\n") {
      #expect(!Self.hasHan(String(line)), "\(words): \(line)")
    }
  }

  /// English words that a Chinese answer may have: names of files, formats and programs, and what the
  /// sample itself says.
  private static let known: Set<String> = [
    "M", "Q", "D", "T", "hall", "md", "sha256", "git", "agendas", "matters", "history", "private",
    "HALL", "AUTHOR", "LANG", "TERM", "NO", "COLOR", "UTF", "C", "nano", "vi", "less", "tar", "ssh",
    "keygen", "xlsx", "LibreOffice", "Gnumeric", "CSV", "EDITOR", "sudo", "apt", "install",
    "openssh", "client", "export", "x", "Excel", "WPS", "Word", "chain", "SHA", "sha", "sum",
    // The kind of a problem, where no person reads it but a program.
    "error", "warning",
  ]

  @Test(
    "answers and papers of a Chinese hall have no English sentence in them",
    arguments: calls([
      "M-2025-008", "Q-2025-014", "M-2025-008-D1", "M-2025-008-T1", "M-2025-008#1", "物业",
    ]))
  func chinese(words: [String]) {
    let answer = answer(words, "samples/xingannanlu", "zh")
    #expect(answer.status < 2, "\(answer.errors)")
    guard words.first != "export" else { return }
    for line in (answer.output + answer.errors).split(separator: "\n") {
      let text = line.replacing(/[\/\w.-]*\/[\/\w.-]*/, with: "").replacing(/\[[a-z-]+\]/, with: "")
        .replacing(/[0-9a-f]{8,}/, with: "")
      let latin = text.split { !($0.isASCII && $0.isLetter) }.map(String.init)
      let strange = latin.filter { !Self.known.contains($0) }
      #expect(strange.isEmpty, "\(words): \(strange) in \(line)")
    }
  }

  @Test("help and the manual are complete in both", arguments: ["zh", "en"])
  func help(language: String) {
    for spec in CommandTable.commands {
      let page = CommandTable.answer(
        ["help", spec.name, "--lang", language], in: Repository.context()
      ).output
      let lines = page.split(separator: "\n").map(String.init)
      for line in lines where language == "en" {
        #expect(
          !Self.hasHan(line) || spec.name == "list" && line.contains("Chinese words"), "\(line)")
      }
      for line in lines where language == "zh" && line.hasPrefix("  --") {
        // `  --截至, --as-of 日期   把这一天当作今天`
        #expect(Self.hasHan(line), "\(spec.name): \(line)")
      }
    }
  }

  // MARK: Published pages

  @Test(
    "a published site of an English hall has no Chinese in it, and a Chinese one no English words",
    arguments: ["en", "zh"])
  func site(language: String) throws {
    let folder = try TestFolder()
    let sample = language == "en" ? "samples/riverside" : "samples/xingannanlu"
    let answer = CommandTable.answer(
      ["--hall", sample, "publish", folder.path + "/site"], in: Repository.context())
    #expect(answer.status == 0, "\(answer.errors)")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/site")
    let pages = paths.filter { $0.hasSuffix(".html") }
    #expect(pages.count > 10)
    for path in pages {
      let html = try String(contentsOfFile: folder.path + "/site/" + path, encoding: .utf8)
      let text = html.replacing(/<(script|style)[^>]*>[\s\S]*?<\/(script|style)>/, with: " ")
        .replacing(/<[^>]*>/, with: " ")
      if language == "en" {
        #expect(!Self.hasHan(text), "\(path)")
      } else {
        let latin = text.replacing(/[\/\w.-]*\/[\/\w.-]*/, with: "").replacing(
          /[0-9a-f]{8,}/, with: ""
        ).split {
          !($0.isASCII && $0.isLetter)
        }
        .map(String.init)
        let strange = Set(latin).subtracting(Self.known).filter {
          $0.count > 1 && $0 != "nbsp" && $0 != "amp" && $0 != "lt" && $0 != "gt"
        }
        #expect(strange.isEmpty, "\(path): \(strange)")
      }
    }
  }

  // MARK: Texts that are compiled in

  @Test("every template, form and story is there twice, with the same places to fill")
  func texts() throws {
    let files = try Repository.files(below: "agendas").filter {
      $0.contains(".zh.") || $0.contains(".en.")
    }
    #expect(files.count > 40)
    func places(_ text: String) -> [String] {
      Set(text.matches(of: /\{\{?([^{}]+)\}?\}/).map { String($0.1) }).sorted()
    }
    for file in files where file.contains(".zh.") {
      let zh = try Repository.text(file)
      let en = try Repository.text(file.replacing(".zh.", with: ".en."))
      #expect(Self.hasHan(zh) && !Self.hasHan(en), "\(file)")
      // Minutes in Chinese have the hall in their head, as papers of an office do.
      let own = file.hasSuffix("minutes.zh.md") ? 1 : 0
      #expect(places(zh).count == places(en).count + own, "\(file): \(places(zh)) \(places(en))")
    }
    #expect(files.count { $0.contains(".zh.") } == files.count { $0.contains(".en.") })
  }
}

/// The literals of what is said in two languages, as they stand in a source.
enum SourcePairs {
  struct Pair {
    let line: Int
    let zh: String
    let en: String
  }

  static func all(in text: String) -> [Pair] {
    let bytes = Array(text)
    var pairs: [Pair] = []
    var place = 0
    var line = 1
    while place < bytes.count {
      if bytes[place].isNewline { line += 1 }
      for start in ["Phrase(zh:", "say("] where begins(bytes, place, start) {
        guard let pair = pair(bytes, place + start.count, named: start.hasPrefix("P")) else {
          continue
        }
        pairs.append(Pair(line: line, zh: pair.zh, en: pair.en))
      }
      // `Phrase(` with its labels on lines of their own.
      if begins(bytes, place, "Phrase(\n") {
        var next = place + "Phrase(\n".count
        while next < bytes.count, bytes[next] == " " { next += 1 }
        if begins(bytes, next, "zh:"), let pair = pair(bytes, next + 3, named: true) {
          pairs.append(Pair(line: line, zh: pair.zh, en: pair.en))
        }
      }
      place += 1
    }
    return pairs
  }

  private static func begins(_ text: [Character], _ place: Int, _ word: String) -> Bool {
    let word = Array(word)
    return place + word.count <= text.count && Array(text[place..<place + word.count]) == word
  }

  /// The literals of the two arguments from a place on; nil where there are not two with literals.
  private static func pair(
    _ text: [Character], _ start: Int, named: Bool
  ) -> (zh: String, en: String)? {
    var (depth, place) = (0, start)
    var arguments = [""]
    var hasLiteral = [false]
    while place < text.count {
      let character = text[place]
      if character == "\"" {
        let (literal, end) = literal(text, place)
        arguments[arguments.count - 1] += literal
        hasLiteral[hasLiteral.count - 1] = true
        place = end
        continue
      }
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) {
        if depth == 0 { break }
        depth -= 1
      }
      if character == ",", depth == 0 {
        arguments.append("")
        hasLiteral.append(false)
      }
      place += 1
    }
    guard arguments.count >= 2, hasLiteral[0], hasLiteral[1] else { return nil }
    return (arguments[0], arguments[1])
  }

  /// The text of the literal at a place, without its interpolations, and where it ends.
  private static func literal(_ text: [Character], _ start: Int) -> (String, Int) {
    let isLong = begins(text, start, "\"\"\"")
    var place = start + (isLong ? 3 : 1)
    var said = ""
    while place < text.count {
      if isLong ? begins(text, place, "\"\"\"") : text[place] == "\"" {
        return (said, place + (isLong ? 3 : 1))
      }
      if text[place] == "\\", place + 1 < text.count {
        if text[place + 1] == "(" {
          place = afterInterpolation(text, place + 2)
        } else {
          place += 2
        }
        continue
      }
      said.append(text[place])
      place += 1
    }
    return (said, place)
  }

  private static func afterInterpolation(_ text: [Character], _ start: Int) -> Int {
    var (depth, place) = (1, start)
    while place < text.count, depth > 0 {
      if text[place] == "\"" {
        place = literal(text, place).1
        continue
      }
      if text[place] == "(" { depth += 1 }
      if text[place] == ")" { depth -= 1 }
      place += 1
    }
    return place
  }
}
