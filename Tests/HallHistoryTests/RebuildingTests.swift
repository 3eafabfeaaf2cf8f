import Foundation
import HallHistory
import TestSupport
import Testing

@Suite("Rebuilding revisions") struct RebuildingTests {
  @Test func `the diff between neighbours is the recorded one, and what comparing them gives`()
    throws
  {
    var random = SplitMix64(seed: 61)
    for _ in 0..<200 {
      let (history, texts) = Histories.make(&random, revisions: 6)
      let ledger = Ledger(history, of: Histories.path)
      for (old, new) in [(1, 2), (5, 6), (0, 1), (2, 5), (4, 2), (3, 3)] {
        let before = old == 0 ? [] : texts[old - 1]
        let compared = UnifiedDiff.diff(
          from: before, named: "a/" + Histories.path, to: texts[new - 1],
          named: "b/" + Histories.path)
        #expect(try ledger.diff(from: old, to: new) == compared, "\(old) to \(new)")
      }
    }
  }

  @Test func `a history read up to a revision tells what the whole one does`() throws {
    var random = SplitMix64(seed: 67)
    for _ in 0..<100 {
      let (history, texts) = Histories.make(&random, revisions: 5)
      let whole = Ledger(history, of: Histories.path)
      for number in 1...5 {
        // What comes after the revision is not read.
        let end = whole.revisions[number - 1].range.upperBound
        let ledger = Ledger(
          history[..<end] + Array("\nno revision".utf8), of: Histories.path, upTo: number)
        #expect(ledger.fault == nil)
        #expect(ledger.revisions == Array(whole.revisions[..<number]))
        #expect(try ledger.text(after: number) == texts[number - 1])
      }
    }
  }

  @Test func `no flipped byte makes another text of a revision or another diff`() throws {
    var random = SplitMix64(seed: 71)
    let (history, texts) = Histories.make(&random, revisions: 4)
    let whole = Ledger(history, of: Histories.path)
    let (near, far) = (try whole.diff(from: 2, to: 3), try whole.diff(from: 1, to: 3))
    var found = 0
    for offset in history.indices {
      var changed = history
      changed[offset] ^= 1
      let ledger = Ledger(changed, of: Histories.path, upTo: 3)
      guard ledger.revisions.count == 3 else {
        #expect(ledger.fault != nil, "byte \(offset)")
        continue
      }
      do {
        #expect(try ledger.text(after: 3) == texts[2], "byte \(offset)")
        #expect(try ledger.diff(from: 2, to: 3) == near, "byte \(offset)")
        #expect(try ledger.diff(from: 1, to: 3) == far, "byte \(offset)")
      } catch {
        found += 1
      }
    }
    #expect(found > 0)
  }

  @Test func `every revision is what patch makes of the diffs up to it`() throws {
    let shop = try Workshop()
    var random = SplitMix64(seed: 73)
    var rebuilt: [(folder: String, number: Int, text: [UInt8])] = []
    for history in 0..<30 {
      let (bytes, _) = Histories.make(&random, revisions: 6)
      let ledger = Ledger(bytes, of: Histories.path)
      for revision in ledger.revisions {
        try shop.write(Array(bytes[revision.diff]), to: "\(history)/\(revision.number).diff")
        rebuilt.append(
          ("\(history)", revision.number, try ledger.text(after: revision.number)))
      }
    }
    let said = try shop.run(
      """
      for each in */; do
        (cd "$each" && for n in 1 2 3 4 5 6; do
          patch -s -p1 < $n.diff && cp \(Histories.path) $n.text || echo "$each$n failed"
        done)
      done
      """)
    #expect(said.isEmpty, "\(said.prefix(2000))")
    for (folder, number, text) in rebuilt {
      #expect(shop.bytes("\(folder)/\(number).text") == text, "\(folder), revision \(number)")
    }
  }

  @Test func `long texts that share their beginning are verified each to its end`() throws {
    var random = SplitMix64(seed: 79)
    var history: [UInt8] = []
    var texts: [[UInt8]] = []
    var lines = (0..<200).map { "- 第\($0)户：同意" }
    for number in 1...40 {
      texts.append(Array((lines.joined(separator: "\n") + "\n").utf8))
      history += LedgerWriter.revision(
        after: history, number: number, note: .init(at: "x", by: "x", why: "x"),
        from: number == 1 ? [] : texts[number - 2], to: texts[number - 1], path: Histories.path)
      switch number % 4 {
      case 0: lines.removeLast(Int.random(in: 1...9, using: &random))
      case 1: lines.append("- 新\(number)")
      default: lines[Int.random(in: 0..<lines.count, using: &random)] = "- 改\(number)"
      }
    }
    #expect(try Ledger(history, of: Histories.path).verify() == texts.last)
  }

  @Test func `a diff that changes nothing is no difference`() throws {
    // Another program may have recorded it; ours never would.
    func diff(_ old: String, _ hunk: String) -> String {
      "--- \(old)\n+++ b/\(Histories.path)\n\(hunk)"
    }
    var history = "# M-2025-008\n"
    for (number, text) in [
      diff("/dev/null", "@@ -0,0 +1 @@\n+a\n"),
      diff("a/" + Histories.path, "@@ -1 +1 @@\n-a\n+a\n"),
    ].enumerated() {
      let digest = SHA256.hex(of: Array("a\n".utf8))
      history += "\n## \(number + 1)\n\n* at: x\n* by: x\n* why: x\n* content: sha256:\(digest)\n\n"
      history += "```diff\n\(text)```\n\n"
      history += "* chain: sha256:\(SHA256.hex(of: Array(history.utf8)))\n"
    }
    let ledger = Ledger(Array(history.utf8), of: Histories.path)
    #expect(ledger.fault == nil)
    #expect(try ledger.diff(from: 1, to: 2) == [])
  }
}
