import HallSyntax

/// A roll call: one row for each ballot, under a vote or in a separate file.
package struct BallotTable: Sendable {
  package struct Ballot: Sendable {
    /// The unit, or the name if the row has no unit.
    package let voter: String
    package let choice: Slice
    /// The index of the row's node.
    package let node: Int
  }

  package let document: Document
  package let ballots: [Ballot]

  /// Reads a table whose header has a voter (户 or 姓名) and a ballot (意见); nil for any other table.
  package init?(document: Document, table: Int) {
    let rows = document.children(of: table).filter { document.nodes[$0].kind == .tableRow }
    guard let header = rows.first else { return nil }
    let columns = TableCells.split(document.slice(document.nodes[header].value))
      .map { Vocabulary.keyword($0, in: .ballotColumn) }
    guard let choice = columns.firstIndex(of: .ballotChoice) else { return nil }
    let voters = [columns.firstIndex(of: .unitColumn), columns.firstIndex(of: .nameColumn)]
      .compactMap { $0 }
    guard !voters.isEmpty else { return nil }
    self.document = document
    ballots = rows.dropFirst().compactMap { row in
      let cells = TableCells.split(document.slice(document.nodes[row].value))
      let voter = voters.lazy.filter { $0 < cells.count }.map { FullWidth.name(cells[$0]) }
        .first { !$0.isEmpty }
      guard let voter else { return nil }
      return Ballot(voter: voter, choice: choice < cells.count ? cells[choice] : [], node: row)
    }
  }

  /// The first such table of a ballot file.
  package init?(file: Document) {
    let tables = file.nodes.indices.lazy.filter { file.nodes[$0].kind == .table }
    for table in tables {
      if let found = BallotTable(document: file, table: table) {
        self = found
        return
      }
    }
    return nil
  }
}

/// `private/M-2025-008-1.md sha256:3f0c…`: where the ballots are, and their expected digest.
package struct BallotFileReference: Sendable {
  package let path: String
  /// 64 lower-case hexadecimal digits; nil where none is written.
  package let digest: String?

  package init(reading slice: Slice) throws(ValueFault) {
    let parts = slice.trimmed.split(separator: UInt8(ascii: " ")).map(\.trimmed)
    guard let first = parts.first, parts.count <= 2 else { throw .malformed }
    path = first.string
    // A ballot file is inside the hall: its path never leads out of it.
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    guard path.hasSuffix(".md"), steps.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") })
    else { throw .malformed }
    guard parts.count == 2 else {
      digest = nil
      return
    }
    var cursor = Cursor(parts[1])
    guard cursor.take("sha256:") else { throw .malformed }
    let written = cursor.rest.string.lowercased()
    guard written.utf8.count == 64,
      written.utf8.allSatisfy({ isDigit($0) || (97...102).contains($0) })
    else { throw .malformed }
    digest = written
  }
}

extension Vote {
  /// The file that 票册 refers to, if it is among the files that are here, by path.
  package func book(among books: [String: BallotBook]) -> BallotBook? {
    ballotReference.flatMap { books[$0.path] }
  }
}

/// A ballot file that is here, with its digest.
package struct BallotBook: Sendable {
  package let document: Document
  package let digest: String

  package init(document: Document, digest: String) {
    self.document = document
    self.digest = digest
  }
}
