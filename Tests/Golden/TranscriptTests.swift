import Testing
@testable import HallGit

@Suite struct TranscriptTests {
  @Test(
    "a transcript replays to the letter",
    arguments: Repository.names(in: "Tests/Golden/transcripts"))
  func replays(name: String) throws {
    let path = "Tests/Golden/transcripts/\(name)"
    let replayed = Transcript(text: try Repository.text(path)).replayed()
    try Golden.expect(replayed, matches: path)
  }
}
