import Foundation
import HallCommands
import Testing
@testable import HallGit

/// One matter taken through all six steps, from an empty folder to the visit afterwards: what the
/// README's tour shows.
@Suite("The round of a matter")
struct RoundTests {
  @Test(
    "from an empty folder to the revisit, to the letter, and the files are sound",
    arguments: Repository.names(in: "Tests/Golden/rounds"))
  func replays(name: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "round-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = "Tests/Golden/rounds/\(name)"
    let replayed = Transcript(text: try Repository.text(path)).replayed(in: folder)
    try Golden.expect(replayed, matches: path)
    for command in ["check", "verify"] {
      let answer = CommandTable.answer([command], in: Repository.context(in: folder))
      #expect(answer.status == 0, "\(answer.output)\(answer.errors)")
    }
  }

  @Test("the README's tour is what the program answers")
  func tour() throws {
    let readme = try Repository.text("README.md")
    let begin = try #require(readme.range(of: "<!-- tour -->\n"))
    let end = try #require(readme.range(of: "<!-- end of tour -->"))
    // The day and the author of each call are left out there.
    let round = try Repository.text("Tests/Golden/rounds/zh.txt")
      .replacing(/(?m)^\$ (?:[A-Z_]+=\S+ )*hall/, with: "$ hall")
    let steps = readme[begin.upperBound..<end.lowerBound]
      .split(separator: "```console\n").dropFirst()
      .flatMap { block in
        block.prefix(upTo: block.firstRange(of: "```")?.lowerBound ?? block.endIndex)
          .split(separator: "\n$ ")
      }
    #expect(steps.count > 8)
    for step in steps {
      let call = step.hasPrefix("$ ") ? step.dropFirst(2) : step
      #expect(round.contains("$ " + String(call).trimmingCharacters(in: .newlines)), "\(call)")
    }
    let files = readme[begin.upperBound..<end.lowerBound].split(separator: "```markdown\n")
      .dropFirst().compactMap { $0.split(separator: "\n```").first }
    #expect(files.count == 2)
    for file in files {
      let shown = file.split(separator: "\n", omittingEmptySubsequences: false).map { "| " + $0 }
      #expect(round.contains(shown.joined(separator: "\n")), "\(file)")
    }
  }
}
