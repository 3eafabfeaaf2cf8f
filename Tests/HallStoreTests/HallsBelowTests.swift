import Foundation
import HallStore
import TestSupport
import Testing

@Suite("Every hall below a folder")
struct HallsBelowTests {
  @Test("found by their path, without hidden folders, links and halls within halls")
  func found() throws {
    let place = try TestFolder([
      "街道/b/hall.md": "# B", "街道/a/深/hall.md": "# A", "街道/a/深/里/hall.md": "# 里",
      "街道/.c/hall.md": "# C", "街道/d/agendas/M-2025-001.md": "# 会",
    ])
    try FileManager.default.createSymbolicLink(
      atPath: place.path + "/街道/e", withDestinationPath: place.path + "/街道/b")
    let found = try HallFolder.all(below: "街道/", from: place.path)
    #expect(found.halls.map(\.shownPath) == ["街道/a/深", "街道/b"])
    #expect(found.failures.isEmpty)
    // A folder that is a hall is the one hall.
    #expect(try HallFolder.all(below: "街道/b", from: place.path).halls.count == 1)
    let failure = #expect(throws: StoreFailure.self) {
      _ = try HallFolder.all(below: "没有", from: place.path)
    }
    #expect(failure?.reason == .notFound)
  }
}
