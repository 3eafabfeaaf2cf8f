import HallHistory
import HallModel
import HallSyntax

/// Free numbers: none is ever used twice.
extension HallFolder {
  /// The number for a new item, decision or task of a document: one above the highest that it
  /// contains or that its history ever contained.
  package func nextNumber(
    _ kind: Node.Kind, in document: Document
  ) throws(StoreFailure) -> Int {
    var highest = PartNumber.highest(kind, in: document)
    if let place = HistoryPlace(of: document) {
      let added = HallFolder.numberedLines(try ledger(of: place).bytes, of: document.kind)
      let past = Document(path: document.path, kind: document.kind, bytes: added)
      highest = max(highest, PartNumber.highest(kind, in: past))
    }
    return highest + 1
  }

  /// The identifier for a new matter or meeting of a year; a history without its document counts.
  package func nextID(
    _ series: DocumentID.Series, year: Int, in hall: Hall
  ) throws(StoreFailure) -> DocumentID {
    let present = hall.matters.compactMap(\.id) + hall.meetings.compactMap(\.id)
    let past = try historyPlaces().compactMap { try? DocumentID(reading: Slice($0.name)) }
    let highest = (present + past).filter { $0.series == series && $0.year == year }
      .map(\.number).max()
    return DocumentID(series, year: year, number: (highest ?? 0) + 1)
  }

  /// A free name in `.hall/undone/` for a document that is removed from the hall.
  func undoneName(_ name: String) -> String {
    let taken = Set((try? FileSystem.list(place(Transaction.undone))) ?? [])
    func isFree(_ name: String) -> Bool {
      !taken.contains(name + ".md") && !taken.contains(name + ".history.md")
    }
    var count = 1
    while !isFree(count == 1 ? name : "\(name).\(count)") { count += 1 }
    return count == 1 ? name : "\(name).\(count)"
  }

  /// The headings and tasks that the diffs of a history ever added, as a separate document:
  /// everything that was ever in a document was added by one of them.
  private static func numberedLines(_ history: [UInt8], of kind: Document.Kind) -> [UInt8] {
    var lines = Array((kind == .meeting ? "## 议程\n" : "").utf8)
    for line in history.split(separator: UInt8(ascii: "\n")) where line.first == UInt8(ascii: "+") {
      let text = Slice(line.dropFirst()).trimmed
      guard let first = text.first, "#-*+".utf8.contains(first) || isDigit(first) else { continue }
      // A section would end the agenda that the others belong to.
      if first == UInt8(ascii: "#"), !text.starts(with: "###".utf8) { continue }
      lines += text + [UInt8(ascii: "\n")]
    }
    return lines
  }
}
