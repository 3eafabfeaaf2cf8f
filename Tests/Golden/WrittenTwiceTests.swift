import Foundation
import HallCommands
import HallWords
import Testing
@testable import HallGit

/// Fifteen kinds of document, each written by hand and with commands only, and in both vocabularies.
@Suite("Documents written twice") struct WrittenTwiceTests {
  @Test("there are fifteen kinds, and each is kept in both vocabularies")
  func kinds() {
    #expect(WrittenTwice.names.count == 15)
    for name in WrittenTwice.names {
      let files = Repository.names(in: "\(WrittenTwice.folder)/\(name)")
      #expect(files.contains("calls") && files.contains("twin"), "\(name): \(files)")
    }
  }

  @Test(
    "by hand and with commands: the same facts and the same verdicts", arguments: WrittenTwice.names
  )
  func sameFacts(name: String) throws {
    let twice = try WrittenTwice(name)
    defer { twice.remove() }
    twice.make()
    #expect(!twice.documents.isEmpty)
    for document in twice.documents {
      let hand = facts(of: document, in: twice.hand, twice)
      let made = facts(of: document, in: twice.made, twice)
      expectSame(hand, made, "\(name)/\(document)")
    }
    try expectSameAnswers(twice)
  }

  /// All answers are compared.
  private func expectSameAnswers(_ twice: WrittenTwice) throws {
    let name = twice.name
    // What is written by hand is recorded, or approved votes would have no charter to be judged by.
    #expect(twice.answer(["record", "-m", "hand"], in: twice.hand).status == 0)
    var calls = [["tally"], ["tally", "--json"]]
    calls += twice.documents.map { ["show", identifier($0), "--json"] + WrittenTwice.asOf }
    calls.append(["overdue", "--json"] + WrittenTwice.asOf)
    for call in calls {
      let answers = [twice.hand, twice.made].map { folder in
        lines(twice.answer(call, in: folder).output.replacing(path(folder), with: ""))
      }
      expectSame(answers[0], answers[1], "\(name): \(call)")
    }
  }

  @Test(
    "what is written by hand is sound, and no fact of it is left as prose",
    arguments: WrittenTwice.names)
  func soundByHand(name: String) throws {
    let twice = try WrittenTwice(name)
    defer { twice.remove() }
    let check = twice.answer(["check"] + WrittenTwice.asOf, in: twice.hand)
    #expect(check.status == 0, "\(name)\n\(check.output)\(check.errors)")
    for document in twice.documents {
      for fact in facts(of: document, in: twice.hand, twice) {
        guard let mark = fact.firstRange(of: "│ ") else { continue }
        let text = fact[mark.upperBound...]
        // The steps of a log, and what `hall new` writes of an item that it takes up.
        if text.firstMatch(of: #/^- \d{4}-\d\d-\d\d /#) != nil { continue }
        if text.hasPrefix("接 M-") || text.hasPrefix("Taken up from M-") { continue }
        let hasNumber = text.contains { $0.isNumber }
        #expect(!hasNumber, "\(name)/\(document): \(fact)")
      }
    }
  }

  @Test("both vocabularies: the same JSON", arguments: WrittenTwice.names)
  func sameTwins(name: String) throws {
    let folder = "\(WrittenTwice.folder)/\(name)"
    var calls = [["tally"]]
    calls += [["overdue"], ["overdue", "--within", "400天"], ["check"], ["stats"], ["status"]]
      .map { $0 + WrittenTwice.asOf }
    calls += ["meetings", "matters", "decisions", "tasks"]
      .map { ["list", $0] + WrittenTwice.asOf }
    let documents = ["agendas", "matters"].flatMap { Repository.names(in: "\(folder)/\($0)") }
    calls += documents.map { ["show", identifier($0)] + WrittenTwice.asOf }
    for call in calls {
      let answers = [folder, "\(folder)/twin"].map { hall in
        let answer = CommandTable.answer(
          ["--hall", hall] + call + ["--json"], in: Repository.context())
        #expect(answer.errors.isEmpty, "\(name): \(call) \(answer.errors)")
        return lines(answer.output.replacing(hall, with: "")).map(inEnglish)
      }
      #expect(answers[0].count > 1)
      expectSame(answers[0], answers[1], "\(name): \(call)")
    }
  }

  // MARK: -

  private func facts(of document: String, in folder: URL, _ twice: WrittenTwice) -> [String] {
    let answer = twice.answer(["textconv", document], in: folder)
    #expect(answer.status == 0, "\(twice.name)/\(document): \(answer.errors)")
    let text = answer.bytes.map { String(decoding: $0, as: UTF8.self) } ?? answer.output
    return text.split(separator: "\n").map(String.init)
  }

  /// What is given as it is written: the name of a rule, the word of a log line, and places in the file.
  private func lines(_ json: String) -> [String] {
    json.split(separator: "\n").map(String.init).filter { line in
      !["rule", "word", "column", "line", "revision"].contains { line.contains("\"\($0)\" :") }
    }
  }

  /// Words of closed lists that the JSON still gives in the language of the file.
  private func inEnglish(_ line: String) -> String {
    line.replacing("\"不成立 ", with: "\"dismissed ").replacing("\"表决 ", with: "\"vote ")
      .replacing(" 匿名：", with: " anonymous：")
  }

  private func identifier(_ document: String) -> String {
    String(document.split(separator: "/").last?.dropLast(3) ?? "")
  }

  private func path(_ folder: URL) -> String { folder.path(percentEncoded: false) }

  /// The lines that only one side has are said, and not all of them.
  private func expectSame(_ left: [String], _ right: [String], _ about: String) {
    guard left != right else { return }
    let changes = right.difference(from: left).map { change in
      switch change {
      case .remove(_, let line, _): "- \(line)"
      case .insert(_, let line, _): "+ \(line)"
      }
    }
    Issue.record("\(about)\n\(changes.joined(separator: "\n"))")
  }
}
