import Foundation
import HallModel
import HallStore
import HallSyntax
import HallWords
import Testing

/// What is shown of a thing is the same, whether the whole hall was loaded or only what is linked with it.
@Suite("A thing shown from the documents that are linked with it")
struct LinkedAnswersTests {
  private static let samples =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/samples/"

  @Test(
    "it is the same as from the whole hall",
    arguments: ["xingannanlu", "jinyuan", "riverside", "broken"])
  func same(_ sample: String) throws {
    let folder = try HallFolder(at: LinkedAnswersTests.samples + sample)
    let (whole, _) = try folder.load()
    for document in whole.documents.dropFirst() {
      guard let id = DocumentID(of: document), let query = IdentifierQuery(id.text) else {
        continue
      }
      let (linked, _) = try folder.load(linkedWith: query)
      let shown = try texts(of: id, in: linked, folder)
      #expect(try shown == texts(of: id, in: whole, folder), "\(id.text)")
    }
  }

  /// What `hall show` says of a document and of each of its parts.
  private func texts(of id: DocumentID, in hall: Hall, _ folder: HallFolder) throws -> [String] {
    let record = RecordText(
      loaded: LoadedHall(folder: folder, hall: hall, failures: []),
      today: try #require(try? Day(reading: Slice("2025-12-01"))), language: .zh,
      style: Style(isColoured: false), width: nil)
    return hall.references { $0 == id }.map(record.text)
  }
}
