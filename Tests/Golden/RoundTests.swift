import Foundation
import HallCommands
import Testing
@testable import HallGit

/// One matter taken through all six steps, from an empty folder to the visit afterwards, by a script and
/// with every command that it takes. The READMEs show the same at a terminal: see
/// ``ReadersPagesTests``.
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
}
