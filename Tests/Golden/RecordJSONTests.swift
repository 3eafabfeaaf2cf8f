import Foundation
import HallCommands
import HallSyntax
import Testing

/// What `list` and `show` give of a thing follows the vocabulary.
struct RecordJSONTests {
  @Test(
    arguments: [
      ("tasks", Scope.task), ("decisions", .decision), ("matters", .matterFront),
      ("meetings", .meetingFront),
    ])
  func everyFieldOfTheVocabularyIsListed(kind: String, scope: Scope) throws {
    let keys = Set(Vocabulary.keys(in: scope) { _ in true }.map(\.machineName))
    let rows = try #require(try answer("list", kind)[kind] as? [[String: Any]])
    #expect(!rows.isEmpty && !keys.isEmpty)
    for row in rows { #expect(keys.subtracting(row.keys) == [], "\(row["title"] ?? "")") }
  }

  @Test func aTaskThatIsShownHasEveryFieldOfTheVocabulary() throws {
    let keys = Set(Vocabulary.keys(in: .task) { _ in true }.map(\.machineName))
    #expect(keys.isSuperset(of: ["standard", "measures", "evidence"]))
    #expect(keys.subtracting(try answer("show", "M-2025-008-T1").keys) == [])
  }

  private func answer(_ words: String...) throws -> [String: Any] {
    let output = CommandTable.answer(
      ["--hall", "samples/xingannanlu"] + words + ["--json"], in: Repository.context()
    ).output
    return try #require(
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
  }
}
