import HallHistory
import TestSupport
import Testing

@Suite struct LineEndTests {
  private func converted(_ history: [UInt8], to end: String) -> [UInt8] {
    Array(String(decoding: history, as: UTF8.self).replacing("\n", with: end).utf8)
  }

  private func isOfLineEnds(_ fault: Ledger.Fault?) -> Bool {
    if case .lineEnds = fault?.reason { return true }
    return false
  }

  @Test(arguments: ["\r\n", "\r"])
  func `a history whose line ends were converted is named as such`(end: String) {
    var random = SplitMix64(seed: 7)
    for _ in 0..<50 {
      let (history, _) = Histories.make(&random, revisions: 3)
      let ledger = Ledger(converted(history, to: end), of: Histories.path)
      #expect(isOfLineEnds(ledger.fault) && ledger.tornFrom == nil)
      #expect(throws: Ledger.Fault.self) {
        try LedgerEnd(converted(history, to: end), of: Histories.path, expecting: nil)
      }
    }
  }

  @Test func `so is one of which only a part was converted`() {
    var random = SplitMix64(seed: 8)
    let (history, _) = Histories.make(&random, revisions: 3)
    let whole = Ledger(history, of: Histories.path)
    let start = whole.revisions[1].range.lowerBound
    let changed = Array(history[..<start]) + converted(Array(history[start...]), to: "\r\n")
    let ledger = Ledger(changed, of: Histories.path)
    #expect(isOfLineEnds(ledger.fault) && ledger.fault?.revision == 2)
  }

  @Test func `a document's own returns are none of the history's, wherever it is cut off`() {
    let note = LedgerWriter.Note(at: "2025-09-03T09:12:03+08:00", by: "王五", why: "拟定")
    let history = LedgerWriter.revision(
      after: [], number: 1, note: note, from: [], to: Array("甲\r\n乙\r\n".utf8),
      path: Histories.path)
    #expect(Ledger(history, of: Histories.path).fault == nil)
    for end in 1..<history.count {
      #expect(!isOfLineEnds(Ledger(Array(history[..<end]), of: Histories.path).fault), "\(end)")
    }
  }
}
