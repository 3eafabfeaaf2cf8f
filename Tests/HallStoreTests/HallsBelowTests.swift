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

  @Test("a hall whose hall.md is gone is named, and its history is no hall")
  func lost() throws {
    let place = try TestFolder([
      "街道/a/hall.md": "# A", "街道/a/history/hall.md": "# hall", "街道/b/history/hall.md": "# hall",
      "街道/b/agendas/M-2025-001.md": "# 会",
    ])
    let found = try HallFolder.all(below: "街道", from: place.path)
    #expect(found.halls.map(\.shownPath) == ["街道/a"])
    #expect(found.failures == [StoreFailure(path: "街道/b", reason: .lostHall)])
    for folder in ["街道/a/history", "街道/b/history"] {
      #expect(throws: StoreFailure.self) { _ = try HallFolder(at: folder, from: place.path) }
    }
    #expect(HallFolder.find(upwardFrom: place.path + "/街道/b/history") == nil)
    let around = HallFolder.find(upwardFrom: place.path + "/街道/a/history")
    #expect(around?.root.hasSuffix("/街道/a") == true)
  }

  @Test("a document that is gone while its history is there is named, whatever its file is called")
  func lostDocuments() throws {
    let place = try TestFolder([
      "hall.md": "# A", "history/hall.md": "# hall",
      "agendas/M-2025-001.md": "---\n会议: M-2025-001\n---\n",
      "agendas/M-2025-x.md": "---\n会议: M-2025-003\n---\n",
      "history/M-2025-001.md": "# M-2025-001\n", "history/M-2025-002.md": "# M-2025-002\n",
      "history/M-2025-003.md": "# M-2025-003\n", "history/Q-2025-001.md": "# Q-2025-001\n",
    ])
    let lost = try HallFolder(at: place.path).lostDocuments()
    #expect(lost.map(\.path) == ["agendas/M-2025-002.md", "matters/Q-2025-001.md"])
    #expect(lost.allSatisfy { $0.reason == .lostDocument })
  }
}
