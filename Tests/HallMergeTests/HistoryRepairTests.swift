import HallHistory
import HallSyntax
import Testing

@testable import HallMerge

@Suite("Repairing a history that lost revisions")
struct HistoryRepairTests {
  private static let path = "agendas/M-2025-001.md"
  private static let minutes = text(of: "M-2025-001", "漏水", "电梯", "停车", "绿化", "噪声", "门禁")

  private static func text(of id: String, _ items: String...) -> String {
    "---\n会议: \(id)\n---\n\n# 纪要\n\n"
      + items.enumerated().map { "## \($0 + 1). \($1)\n\n\($1)的事说了半天。\n\n" }.joined()
  }

  private func ledger(_ texts: [String], by author: String) -> Ledger {
    var (bytes, last): ([UInt8], [UInt8]) = ([], [])
    for (index, text) in texts.enumerated() {
      let new = Array(text.utf8)
      let note = LedgerWriter.Note(at: "2025-03-0\(index + 1) 10:00", by: author, why: "\(author)记")
      bytes += LedgerWriter.revision(
        after: bytes, number: index + 1, note: note, from: last, to: new, path: Self.path)
      last = new
    }
    return Ledger(bytes, of: Self.path)
  }

  private func putBack(_ before: Ledger, into now: Ledger) throws -> HistoryRepair {
    let repair = try HistoryRepair(
      [before], now: now, text: .putBack,
      note: LedgerWriter.Note(at: "2025-04-01 10:00", by: "王五", why: "补回")
    ) { Document(path: Self.path, kind: .meeting, bytes: $0) }
    let made = Ledger(repair.bytes, of: Self.path)
    #expect(try made.verify() == repair.text)
    let presence = RevisionPresence(in: made, of: .meeting)
    for ledger in [before, now] { #expect(presence.compare(with: ledger).lost.isEmpty) }
    return repair
  }

  @Test("the text takes nothing from another document's history in its place")
  func another() throws {
    let other = Self.text(of: "M-2025-001", "菜场", "路灯", "电动车", "快递", "垃圾", "公示栏")
    let before = ledger([Self.minutes, Self.minutes + "散会。\n"], by: "甲")
    let repair = try putBack(before, into: ledger([other, other + "散会。\n"], by: "乙"))
    #expect(String(decoding: repair.text, as: UTF8.self) == Self.minutes + "散会。\n")
  }

  @Test("text written after a history was restarted is kept")
  func anew() throws {
    let before = ledger([Self.minutes, Self.minutes + "散会。\n"], by: "甲")
    let repair = try putBack(before, into: ledger([Self.minutes + "散会。\n另：下周再议。\n"], by: "乙"))
    #expect(String(decoding: repair.text, as: UTF8.self).hasSuffix("散会。\n另：下周再议。\n"))
  }

  @Test("and so is text written into an old version")
  func old() throws {
    let old = Self.text(of: "M-2025-001", "漏水")
    let before = ledger([old, Self.minutes], by: "甲")
    let repair = try putBack(before, into: ledger([old + "另：下周再议。\n"], by: "乙"))
    #expect(String(decoding: repair.text, as: UTF8.self).contains("另：下周再议。\n"))
    #expect(String(decoding: repair.text, as: UTF8.self).contains("门禁的事说了半天。\n"))
  }
}
