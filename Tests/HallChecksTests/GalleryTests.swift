import HallChecks
import HallModel
import HallStore
import HallSyntax
import Testing

/// `samples/broken`: a hall in which each file breaks the one check it is named after.
struct GalleryTests {
  private static let folder =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/") + "/samples/broken"

  /// The check a file is named after, as in `agendas/M-2025-004-duplicate-key.md`; nil for the
  /// second file that some checks need.
  private static func check(of path: String) -> String? {
    let name = path.split(separator: "/").last?.dropLast(3) ?? ""
    let id = name.split(separator: "-").dropFirst(3).joined(separator: "-")
    return Checker.checks.contains { $0.id == id } ? id : nil
  }

  @Test func eachFileBreaksTheCheckItIsNamedAfterOnceAndNoOther() throws {
    let hall = try HallFolder(at: Self.folder).load().hall
    let today = try Day(reading: Slice("2025-12-01"))
    let problems = Checker.problems(in: hall, today: today)
    for document in hall.documents {
      let found = problems.filter { $0.path == document.path }.map(\.id)
      #expect(found == (Self.check(of: document.path).map { [$0] } ?? []), "\(document.path)")
    }
    #expect(hall.documents.count > 12)
  }
}
