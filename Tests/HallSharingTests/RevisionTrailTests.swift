import HallHistory
import HallModel
import HallSyntax
import Testing

@testable import HallSharing

/// Which revisions are new between two histories, and which of them made a change.
@Suite("The revisions between two states")
struct RevisionTrailTests {
  private static let path = "matters/Q-2025-001.md"

  /// A history of texts; each with why, and where it stood before two histories were joined.
  private func history(
    _ texts: [(text: String, why: String, was: String?)], days: [Int] = []
  ) -> Ledger {
    var bytes: [UInt8] = []
    var old: [UInt8] = []
    for (index, entry) in texts.enumerated() {
      let new = Array(entry.text.utf8)
      let note = LedgerWriter.Note(
        at: "2025-12-0\(days.isEmpty ? index + 1 : days[index])T09:00:00+08:00", by: "王五",
        why: entry.why,
        was: entry.was.map { [$0] } ?? [])
      bytes += LedgerWriter.revision(
        after: bytes, number: index + 1, note: note, from: old, to: new, path: Self.path)
      old = new
    }
    return Ledger(bytes, of: Self.path)
  }

  private func text(_ days: String...) -> String {
    "---\n问题: Q-2025-001\n---\n\n# 漏雨\n\n## 进展\n\n" + days.map { "- \($0) 备注: 看过\n" }.joined()
  }

  private func trail(_ old: Ledger, _ new: Ledger) throws -> RevisionTrail {
    let bytes = try new.text(after: new.revisions.count)
    return RevisionTrail(
      from: old, to: new, of: Document(path: Self.path, kind: .matter, bytes: bytes), isNew: false)
  }

  @Test("of a history that went on, what it went on with")
  func grown() throws {
    let first = (text("2025-01-01"), "一", nil as String?)
    let second = (text("2025-01-01", "2025-01-02"), "二", nil as String?)
    let trail = try trail(history([first]), history([first, second]))
    #expect(trail.steps.map(\.revision.why) == ["二"])
    #expect(trail.lost == nil)
    #expect(trail.fault == nil)
  }

  @Test("what was joined on top of another side is not new, and nothing is lost")
  func joined() throws {
    let first = (text("2025-01-01"), "一", nil as String?)
    let mine = (text("2025-01-01", "2025-01-03"), "我的", nil as String?)
    let theirs = (text("2025-01-01", "2025-01-02"), "他的", nil as String?)
    let before = history([first, mine])
    let was = "2 sha256:" + (before.revisions.last?.chain ?? "")
    let rebased = (text("2025-01-01", "2025-01-02", "2025-01-03"), "我的", Optional(was))
    let trail = try trail(before, history([first, theirs, rebased], days: [1, 2, 2]))
    #expect(trail.steps.map(\.revision.why) == ["他的"])
    #expect(trail.lost == nil)
    // Without the old place, it is a history that was rewritten.
    let rewritten = (rebased.0, "我的", nil as String?)
    #expect(try self.trail(before, history([first, theirs, rewritten])).lost == 2)
  }

  @Test("a change that no revision made is nobody's where the document was not recorded")
  func unrecorded() throws {
    let first = (text("2025-01-01"), "一", nil as String?)
    let second = (text("2025-01-01", "2025-01-02"), "二", nil as String?)
    let trail = try trail(history([first]), history([first, second]))
    func change(_ day: String) throws -> FactChange {
      let (old, new) = (text("2025-01-01"), text("2025-01-01", day))
      func list(_ text: String) -> FactList {
        FactList(Document(path: Self.path, kind: .matter, bytes: Array(text.utf8)))
      }
      return try #require(FactChange.changes(from: list(old), to: list(new)).first)
    }
    let known = trail.origins(of: try change("2025-01-02"), isRecorded: false)
    #expect(known.map(\.why) == ["二"])
    #expect(trail.origins(of: try change("2025-01-09"), isRecorded: false).isEmpty)
  }
}
