import Foundation
import HallCommands
import HallHistory
import Testing
@testable import HallGit

/// The samples as they stand are files of releases: whatever the program learns, it reads them as it did.
@Suite("The samples stay readable")
struct SamplesTests {
  /// The halls of samples/, each by its folder.
  private static let halls: [String] = {
    let files = (try? Repository.files(below: "samples")) ?? []
    return files.filter { $0.hasSuffix("/hall.md") && !$0.contains("/history/") }
      .map { String($0.dropLast("/hall.md".count)) }.sorted()
  }()

  private static let read: Set<String> = ["agendas", "matters", "history", "ballots", "signatures"]

  /// A line for each file of a hall: its digest, and of a document the facts that are read from it.
  private func lines(_ hall: String) throws -> [String] {
    var lines = [hall]
    for path in try Repository.files(below: hall).sorted() {
      let steps = path.dropFirst(hall.count + 1).split(separator: "/").map(String.init)
      guard steps == ["hall.md"] || steps.count == 2 && Self.read.contains(steps[0]) else {
        continue
      }
      let bytes = Array(try Data(contentsOf: Repository.root.appending(path: path)))
      var line = "  \(steps.joined(separator: "/"))  \(short(bytes))"
      if ["agendas", "matters"].contains(steps[0]) || steps.count == 1 {
        let facts = CommandTable.answer(
          ["textconv", path, "--lang", "en"], in: Repository.context())
        // What is no document is shown as it stands, and has no facts.
        let count = facts.bytes == nil ? facts.output.split(separator: "\n").count : 0
        line += "  \(count) facts \(short(Array(facts.output.utf8)))"
      }
      lines.append(line)
    }
    return lines
  }

  /// The beginning of a digest.
  private func short(_ bytes: [UInt8]) -> String { String(SHA256.hex(of: bytes).prefix(12)) }

  @Test("every file of every sample is as it was listed, and is read as it was")
  func contents() throws {
    #expect(Self.halls.count >= 6)
    let lines = try Self.halls.flatMap(lines)
    let text = """
      # The halls of this folder, as released programs have written them: each file with the beginning of
      # its SHA-256, each document with the facts that are read from it. Recorded by scripts/record-golden.
      # A sample that is listed stays as it is; a new one is added.

      """ + lines.joined(separator: "\n") + "\n"
    try Golden.expect(text, matches: "samples/contents.txt")
  }

  @Test("every command that reads answers for each of them", arguments: halls)
  func readable(hall: String) throws {
    for words in [
      ["status"], ["list", "meetings"], ["list", "tasks"], ["tally"], ["overdue"], ["stats"],
      ["verify"],
    ] {
      let answer = CommandTable.answer(["--hall", hall] + words, in: Repository.context())
      // One sample is broken on purpose: some of its files cannot be read.
      #expect(answer.status < 2 || hall == "samples/broken", "\(words): \(answer.errors)")
      #expect(!answer.output.isEmpty)
    }
    let check = CommandTable.answer(["--hall", hall, "check"], in: Repository.context())
    #expect((check.status == 0) == (hall != "samples/broken"), "\(check.output)")
  }
}
