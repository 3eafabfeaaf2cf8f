import HallHistory
import HallModel
import HallStore
import Testing

/// A signed revision in a history that continued, or was joined with another.
@Suite("A signed revision in its history")
struct SignedRevisionTests {
  private static let path = "agendas/M-2025-008.md"

  private struct Step {
    let text: String
    var kind: Revision.Kind?
    var was: String?
  }

  private func text(_ body: String, approved: Bool = true) -> String {
    "---\n会议: M-2025-008\n状态: \(approved ? "已确认" : "已召开")\n---\n\n# 会\n\n\(body)\n"
  }

  private func ledger(_ steps: [Step]) -> Ledger {
    var bytes: [UInt8] = []
    var old: [UInt8] = []
    for (index, step) in steps.enumerated() {
      let new = Array(step.text.utf8)
      let note = LedgerWriter.Note(
        at: "2025-09-28T10:05:00+08:00", by: "王五", why: "记", kind: step.kind,
        was: step.was.map { [$0] } ?? [])
      bytes += LedgerWriter.revision(
        after: bytes, number: index + 1, note: note, from: old, to: new, path: Self.path)
      old = new
    }
    return Ledger(bytes, of: Self.path)
  }

  private func statement(_ number: Int, of ledger: Ledger) -> SignatureStatement {
    let revision = ledger.revisions[number - 1]
    return SignatureStatement(
      document: "M-2025-008", revision: number, content: revision.content, chain: revision.chain,
      party: "居民", person: nil, at: "2025-09-28T10:05:00+08:00")
  }

  @Test("after a join it is the revision that records its former place")
  func joined() {
    let (first, mine, theirs) = (text("甲"), text("乙"), text("丙"))
    let parted = ledger([Step(text: first), Step(text: mine, kind: .amendment)])
    let signed = statement(2, of: parted)
    let was = "2 sha256:\(signed.chain)"
    // The same text, replayed after the other side's revisions.
    let same = ledger([
      Step(text: first), Step(text: theirs, kind: .amendment),
      Step(text: mine, kind: .amendment, was: was),
    ])
    #expect(same.firstFault == nil)
    let standing = SignedRevision(signed, in: same, nil)
    #expect(standing.fit == .fits)
    #expect(standing.revisionNow == 3)
    #expect(standing.standing == .stands)
    // Another text, with what both sides wrote.
    let other = ledger([
      Step(text: first), Step(text: theirs, kind: .amendment),
      Step(text: text("丙\n乙"), kind: .amendment, was: was),
    ])
    let joined = SignedRevision(signed, in: other, nil)
    #expect(joined.fit == .fits)
    #expect(joined.standing == .joined)
    #expect(joined.leftBehindBy == 3)
    // The same, without a record of its former place.
    let silent = ledger([Step(text: first), Step(text: theirs), Step(text: mine)])
    #expect(SignedRevision(signed, in: silent, nil).fit == .otherText)
    #expect(
      SignedRevision(signed, in: ledger([Step(text: first)]), nil).fit == .noRevision(last: 1))
  }

  @Test("an interrupted append does not affect earlier signatures")
  func torn() {
    let whole = ledger([Step(text: text("甲"))])
    let signed = statement(1, of: whole)
    let torn = Ledger(whole.bytes + Array("\n## 2\n\n* at: 2025".utf8), of: Self.path)
    #expect(torn.firstFault?.reason == .torn)
    #expect(SignedRevision(signed, in: torn, torn.firstFault).standing == .stands)
    var bytes = whole.bytes
    bytes[bytes.firstIndex(of: UInt8(ascii: "5")) ?? 0] = UInt8(ascii: "6")
    let damaged = Ledger(bytes, of: Self.path)
    let fit = SignedRevision(signed, in: damaged, damaged.firstFault).fit
    #expect(fit == .damaged(revision: 1))
  }

  @Test("of all approvals, only one of the signed text keeps the signature in force")
  func approved() {
    let draft = text("甲", approved: false)
    let right = ledger([Step(text: draft), Step(text: text("甲"))])
    #expect(SignedRevision(statement(1, of: right), in: right, nil).standing == .stands)
    let wrong = ledger([Step(text: draft), Step(text: text("乙"))])
    let found = SignedRevision(statement(1, of: wrong), in: wrong, nil)
    #expect(found.standing == .approvedOtherwise)
    #expect(found.leftBehindBy == 2)
    let open = ledger([Step(text: draft), Step(text: text("乙", approved: false))])
    #expect(SignedRevision(statement(1, of: open), in: open, nil).standing == .changed)
  }
}
