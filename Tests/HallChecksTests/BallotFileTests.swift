import Testing

struct BallotFileTests {
  private static let digest = String(repeating: "a", count: 64)
  private static let path = "private/M-2025-001-1.md"
  private static let files = [
    "agendas/M-2025-001.md": Sample.meeting(item: Sample.vote(["票册: \(path) sha256:\(digest)"])),
    path: "| 户 | 意见 |\n| --- | --- |\n| 2-1-301 | 同意 |\n",
  ]

  @Test func aFileThatWasChangedIsAnError() {
    #expect(found("ballot-file", files: Self.files) == ["agendas/M-2025-001.md:14:7 error"])
  }

  @Test func theFileThatWasWrittenDownIsFine() {
    #expect(found("ballot-file", files: Self.files, digests: [Self.path: Self.digest]) == [])
  }

  @Test func aFileThatIsNotHereIsFine() {
    #expect(found("ballot-file", files: Self.files.filter { $0.key != Self.path }) == [])
  }

  @Test func aFileWithoutADigestIsFine() {
    var files = Self.files
    files["agendas/M-2025-001.md"] = Sample.meeting(item: Sample.vote(["票册: \(Self.path)"]))
    #expect(found("ballot-file", files: files) == [])
  }
}
