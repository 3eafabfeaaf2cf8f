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

  /// The check a file is named after: `agendas/M-2025-004-duplicate-key.md`.
  private static func check(of path: String) -> String? {
    let name = path.split(separator: "/").last?.dropLast(3) ?? ""
    let parts = name.split(separator: "-").dropFirst(3)
    let words = parts.last == "2" ? parts.dropLast() : parts
    return words.isEmpty ? nil : words.joined(separator: "-")
  }

  @Test func eachFileOfTheGalleryBreaksItsOwnCheckOnceAndNoOther() throws {
    let hall = try HallFolder(at: Self.folder).load().hall
    let today = try Day(reading: Slice("2025-12-01"))
    let problems = Checker.problems(in: hall, today: today)
    for document in hall.documents where document.kind != .hall {
      let found = problems.filter { $0.path == document.path }.map(\.id)
      let isFirstOfTwo = hall.documents.contains {
        $0.path == document.path.dropLast(3) + "-2.md"
      }
      let check = Self.check(of: document.path).map { [$0] } ?? []
      #expect(found == (isFirstOfTwo ? [] : check) || found == check, "\(document.path)")
    }
    #expect(problems.filter { $0.path == "hall.md" }.isEmpty)
  }
}
