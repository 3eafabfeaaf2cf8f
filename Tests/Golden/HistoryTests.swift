import Foundation
import HallCommands
import TestSupport
import Testing
@testable import HallGit

/// The histories of the samples are what the format says: whole, and a patch series.
@Suite struct HistoryTests {
  private static let halls = ["samples/xingannanlu", "samples/riverside", "samples/jinyuan"]

  private static let histories: [(hall: String, name: String)] = halls.flatMap { hall in
    Repository.names(in: hall + "/history").map { (hall, $0) }
  }

  /// The path of the document a history is of.
  private static func document(_ name: String) -> String {
    switch name.first {
    case "M": "agendas/" + name
    case "Q": "matters/" + name
    default: name
    }
  }

  @Test func `every document of the samples has a history`() {
    for hall in HistoryTests.halls {
      let meetings = Repository.names(in: hall + "/agendas")
      let matters = Repository.names(in: hall + "/matters")
      #expect(!meetings.isEmpty && !matters.isEmpty)
      #expect(
        Set(Repository.names(in: hall + "/history")) == Set(meetings + matters + ["hall.md"]))
    }
  }

  @Test("every history is whole, and its last revision is the file", arguments: halls)
  func whole(hall: String) {
    let answer = CommandTable.answer(
      ["--hall", hall, "verify", "--json"], in: Repository.context())
    #expect(answer.status == 0)
    let verdicts = answer.output.components(separatedBy: "\"verdict\" : ").dropFirst()
    #expect(verdicts.count == Repository.names(in: hall + "/history").count)
    #expect(verdicts.allSatisfy { $0.hasPrefix("\"whole\"") })
  }

  @Test("GNU patch rebuilds the document byte for byte", .needs(.gnuPatch), arguments: histories)
  func patch(hall: String, name: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hall-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let history = try Data(contentsOf: Repository.root.appending(path: "\(hall)/history/\(name)"))
    let result = try ToolCall.run(
      ["patch", "-s", "-p1", "-d", folder.path(percentEncoded: false)], input: history)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    let path = HistoryTests.document(name)
    let rebuilt = try Data(contentsOf: folder.appending(path: path))
    let file = try Data(contentsOf: Repository.root.appending(path: "\(hall)/\(path)"))
    #expect(rebuilt == file)
  }
}
