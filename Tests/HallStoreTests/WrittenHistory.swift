import HallHistory
import HallModel
import HallStore
import HallSyntax
import Testing

/// A history written by a test, one revision after the other.
struct WrittenHistory {
  let path: String
  private(set) var bytes: [UInt8] = []
  private var text: [UInt8] = []

  init(_ path: String) { self.path = path }

  /// - Parameter day: in 2025, as in `09-27`; the hour is ten.
  mutating func add(
    _ new: String, at day: String, why: String = "记", kind: Revision.Kind? = nil,
    was: String? = nil
  ) {
    let note = LedgerWriter.Note(
      at: "2025-\(day)T10:00:00+08:00", by: "王五", why: why, kind: kind, was: was.map { [$0] } ?? [])
    bytes += LedgerWriter.revision(
      after: bytes, number: ledger.revisions.count + 1, note: note, from: text,
      to: Array(new.utf8), path: path)
    text = Array(new.utf8)
  }

  var ledger: Ledger { Ledger(bytes, of: path) }

  /// The former place of a revision, as a replayed one records it.
  func place(of number: Int) -> String {
    "\(number) sha256:\(ledger.revisions[number - 1].chain)"
  }
}

extension TemporaryHall {
  /// Writes a history, and the document as in its last revision unless another text is given.
  func write(_ history: WrittenHistory, document: String? = nil) throws {
    let name = try #require(history.path.split(separator: "/").last)
    try write("history/\(name)", bytes: history.bytes)
    let last = try history.ledger.text(after: history.ledger.revisions.count)
    try write(history.path, bytes: document.map { Array($0.utf8) } ?? last)
  }
}

/// `hall.md` with a roster of this many people.
func charterText(_ people: Int, more: String = "") -> String {
  let rows = (0..<people).map { "| 人\($0) | 居民 | 1-1-\(100 + $0) | 80 |\n" }.joined()
  let roster =
    people == 0 ? "" : "\n## 名册\n\n| 姓名 | 方 | 户 | 面积 |\n| --- | --- | --- | --- |\n" + rows
  return "---\n议事厅: 试\n---\n\n# 试\n" + roster + more
}
