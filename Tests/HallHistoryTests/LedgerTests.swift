import Foundation
import HallHistory
import TestSupport
import Testing

/// Histories that look random but are the same in every run.
enum Histories {
  static let path = "agendas/M-2025-008.md"

  static func make(_ random: inout SplitMix64, revisions: Int) -> (
    history: [UInt8], texts: [[UInt8]]
  ) {
    var history: [UInt8] = []
    var texts: [[UInt8]] = []
    var lines = Texts.text(&random) + ["x"]
    while texts.count < revisions {
      let text = Texts.bytes(lines, &random)
      if !text.isEmpty, text != texts.last {
        let note = LedgerWriter.Note(
          at: "2025-09-03T09:12:03+08:00",
          by: ["王五", "a\nIndex: x", "--- x", "*** x", "diff --git a/x b/x", ""].randomElement(
            using: &random) ?? "",
          why: ["拟定", "two\r\n--- a/x\n+++ b/x", "```", "## 9", " ", "Prereq: 7", "0a1"]
            .randomElement(using: &random)
            ?? "")
        history += LedgerWriter.revision(
          after: history, number: texts.count + 1, note: note, from: texts.last ?? [], to: text,
          path: path)
        texts.append(text)
      }
      lines = Texts.edited(lines, &random)
    }
    return (history, texts)
  }
}

@Suite struct LedgerTests {
  @Test func `a history gives back every text it was told`() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<200 {
      let (history, texts) = Histories.make(&random, revisions: 6)
      let ledger = Ledger(history, of: Histories.path)
      #expect(ledger.fault == nil)
      #expect(try ledger.verify() == texts.last)
      for (index, text) in texts.enumerated() {
        #expect(try ledger.text(after: index + 1) == text)
      }
    }
  }

  @Test func `a flipped byte is found, whichever it is, and in the revision it stands in`() throws {
    var random = SplitMix64(seed: 3)
    let (history, _) = Histories.make(&random, revisions: 4)
    let whole = Ledger(history, of: Histories.path)
    for offset in history.indices {
      for flip in [UInt8(1), 0x80] {
        var changed = history
        changed[offset] ^= flip
        let ledger = Ledger(changed, of: Histories.path)
        let standsIn = whole.revisions.first { $0.range.contains(offset) }?.number ?? 1
        do {
          _ = try ledger.verify()
          Issue.record("byte \(offset) flipped and not found")
        } catch {
          #expect(error.revision <= standsIn, "byte \(offset)")
        }
      }
    }
  }

  @Test func `revisions that are dropped, repeated or swapped are found`() throws {
    var random = SplitMix64(seed: 5)
    let (history, _) = Histories.make(&random, revisions: 4)
    let parts = Ledger(history, of: Histories.path).revisions.map { Array(history[$0.range]) }
    let title = Array(history[..<(history.count - parts.reduce(0) { $0 + $1.count })])
    for order in [[0, 2, 3], [0, 1, 1, 2, 3], [1, 0, 2, 3], [0, 1, 3, 2], [1, 2, 3]] {
      let changed = title + order.flatMap { parts[$0] }
      #expect(throws: Ledger.Fault.self) { try Ledger(changed, of: Histories.path).verify() }
    }
  }

  @Test
  func `a history cut off anywhere keeps its whole revisions and says where the torn one begins`()
    throws
  {
    var random = SplitMix64(seed: 11)
    let (history, _) = Histories.make(&random, revisions: 3)
    let whole = Ledger(history, of: Histories.path).revisions
    for end in whole[0].range.upperBound..<history.count {
      let ledger = Ledger(Array(history[..<end]), of: Histories.path)
      let complete = whole.filter { $0.range.upperBound <= end }
      #expect(ledger.revisions == complete)
      if complete.last?.range.upperBound == end {
        #expect(ledger.fault == nil)
      } else {
        #expect(ledger.fault?.reason == .torn, "cut at \(end)")
        #expect(ledger.tornFrom == complete.last?.range.upperBound)
      }
    }
  }

  private static let oneRevision = LedgerWriter.revision(
    after: [], number: 1,
    note: LedgerWriter.Note(at: "2025-09-03T09:12:03+08:00", by: "王五", why: "拟定"),
    from: [], to: Array("一行\n".utf8), path: Histories.path)

  @Test(
    arguments: [
      "\u{85}", "前\u{9F}后", "前\u{2028}后", "前\u{2029}", "前\t后", "前  后", " 前", "前 ", "\u{7F}", "",
    ])
  func `a value with a control character or a stray blank is refused, and others are not`(
    value: String
  ) {
    let told = Self.oneRevision
    #expect(Ledger(told, of: Histories.path).fault == nil)
    let text = String(decoding: told, as: UTF8.self)
    let other = Array(text.replacing("by: 王五", with: "by: " + value).utf8)
    #expect(Ledger(other, of: Histories.path).fault != nil)
    #expect(LedgerWriter.clean(value) != value)
    for fine in ["王五\u{A0}", "“王五”", "é", "🙂", "Ⅷ—栋"] {
      let other = Array(text.replacing("by: 王五", with: "by: " + fine).utf8)
      #expect(Ledger(other, of: Histories.path).fault == nil, "\(fine)")
      #expect(LedgerWriter.clean(fine) == fine)
    }
  }

  @Test func `a value that is no text is refused`() {
    let told = Self.oneRevision
    let places = told.indices.filter { told[$0...].starts(with: "王五".utf8) }
    #expect(!places.isEmpty)
    for index in places {
      var cut = told
      cut.remove(at: index + 2)
      #expect(Ledger(cut, of: Histories.path).fault != nil)
    }
  }

  @Test func `a history of another document is refused`() {
    var random = SplitMix64(seed: 2)
    let (history, _) = Histories.make(&random, revisions: 1)
    #expect(Ledger(history, of: "agendas/M-2025-009.md").fault?.reason == .foreign)
    do {
      _ = try Ledger(history, of: "matters/M-2025-008.md").verify()
      Issue.record("a diff of another file was taken")
    } catch {
      #expect(error.revision == 1)
      #expect(error.reason == .path)
    }
  }
}
