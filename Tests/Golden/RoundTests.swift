import Foundation
import HallCommands
import Testing

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
    let round = try Repository.text("Tests/Golden/rounds/zh.txt")
    let steps = readme[begin.upperBound..<end.lowerBound].split(separator: "\n")
      .filter { $0.hasPrefix("$ hall") }
    #expect(steps.count > 8)
    for step in steps { #expect(round.contains(step + "\n"), "\(step)") }
  }
}
