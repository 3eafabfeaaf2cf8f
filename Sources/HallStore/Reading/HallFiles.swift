import HallHistory
import HallModel
import HallSyntax

/// A hall's files from another source than its folder: by their paths, in memory.
package struct HallFiles: Sendable {
  private let contents: [String: [UInt8]]
  private let documents: [String: Document]

  /// The kind of document at a path; nil for a file that is not a document of the hall.
  package static func kind(of path: String) -> Document.Kind? {
    if path == "hall.md" { return .hall }
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    guard steps.count == 2, steps[1].hasSuffix(".md") else { return nil }
    switch steps[0] {
    case "agendas": return steps[1].hasPrefix("M-") ? .meeting : nil
    case "matters": return steps[1].hasPrefix("Q-") ? .matter : nil
    default: return nil
    }
  }

  /// - Parameter other: files whose parsed documents are reused if their bytes are the same.
  package init(_ contents: [String: [UInt8]], like other: HallFiles? = nil) {
    self.contents = contents
    let paths = contents.keys.filter { HallFiles.kind(of: $0) != nil }.sorted()
    let read = Parallel.map(count: paths.count) { index -> Document? in
      let path = paths[index]
      guard let bytes = contents[path], let kind = HallFiles.kind(of: path) else { return nil }
      if let same = other?.documents[path], same.bytes == bytes { return same }
      return Document(path: path, kind: kind, bytes: bytes)
    }
    var documents: [String: Document] = [:]
    for (path, document) in zip(paths, read) { documents[path] = document }
    self.documents = documents
  }

  /// The ballot files that votes refer to.
  package var ballotPaths: Set<String> {
    Set(documents.values.flatMap(\.ballotPaths))
  }

  /// The hall made of these files. Without `hall.md` its charter is empty.
  ///
  /// - Parameters:
  ///   - roster: `private/roster.md`, from where it is kept.
  ///   - ballots: the bytes of the ballot files, by path.
  package func hall(privateRoster roster: Document?, ballots: [String: [UInt8]] = [:]) -> Hall {
    let document = documents["hall.md"] ?? Document(path: "hall.md", kind: .hall, bytes: [])
    let charter = Charter(document: document, privateRoster: roster)
    let others = documents.keys.sorted().compactMap { $0 == "hall.md" ? nil : documents[$0] }
    var books: [String: BallotBook] = [:]
    for (path, bytes) in ballots {
      books[path] = BallotBook(
        document: Document(path: path, kind: .ballots, bytes: bytes), digest: SHA256.hex(of: bytes))
    }
    let finder = CharterFinder(present: document) { place, last in
      Ledger(contents[place.path] ?? [], of: place.documentPath, upTo: last)
    }
    return Hall(
      charter: charter, documents: others, ballotBooks: books,
      past: PastCharters(finder.charters))
  }

  /// A document's history; empty if there is none.
  package func ledger(of place: HistoryPlace) -> Ledger {
    Ledger(contents[place.path] ?? [], of: place.documentPath)
  }
}
