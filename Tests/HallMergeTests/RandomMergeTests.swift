import HallHistory
import HallMerge
import HallModel
import HallSyntax
import MergeScenarios
import TestSupport
import Testing

@Suite("Random edits of the same minutes by two clerks")
struct RandomMergeTests {
  /// How often each non-blank line occurs in a text; numbers that may be reassigned are treated as
  /// equal.
  private func lines(_ text: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for line in text.split(separator: "\n") where !line.allSatisfy(\.isWhitespace) {
      var line = String(line)
      if line.contains("新任务") { line.replace(#/T\d+ /#, with: "T# ") }
      if line.contains("新决议") { line.replace(#/D\d+:/#, with: "D#:") }
      // Names in one line are separate facts.
      if line.hasPrefix("- 物业: ") {
        for name in line.dropFirst("- 物业: ".count).split(separator: "、") {
          counts["物业 " + name, default: 0] += 1
        }
      } else {
        counts[line, default: 0] += 1
      }
    }
    return counts
  }

  private func isFormerly(_ line: String) -> Bool { line.contains("- 曾用: ") }

  @Test(
    "nothing is lost, nothing invented, and every contradiction reported", arguments: 1...200)
  func pair(_ seed: Int) throws {
    var numbers = SplitMix64(seed: UInt64(seed))
    let one = RandomSide("甲", using: &numbers)
    let other = RandomSide("乙", using: &numbers)
    let contradicted = one.contradictions(other)
    let merged = merge(RandomEdit.base, { _ in one.text }, { _ in other.text })
    #expect(
      merged.open.count == contradicted.count,
      "\(contradicted) \(merged.open.map { "\($0.titles) \($0.label ?? "") \($0.first ?? "") | \($0.second ?? "")" })"
    )
    let (before, first, second) = (lines(RandomEdit.base), lines(one.text), lines(other.text))
    var now = lines(merged.text).filter { !isFormerly($0.key) }
    if !contradicted.isEmpty {
      for line in Set(first.keys).union(second.keys) where before[line] == nil {
        #expect(now[line, default: 0] > 0, "lost: \(line)")
      }
      now = now.filter { !["<", "=", ">"].contains($0.key.prefix(1)) }
    }
    for line in Set(now.keys).union(before.keys).union(first.keys).union(second.keys) {
      let (was, ours, theirs) = (
        before[line, default: 0], first[line, default: 0], second[line, default: 0]
      )
      let changes = [ours - was, theirs - was]
      // A change that both made is made once.
      let change = changes[0] == changes[1] ? changes[0] : changes[0] + changes[1]
      let count = now[line, default: 0]
      if contradicted.isEmpty {
        #expect(count == was + change, "\(line): \(was) \(ours) \(theirs) → \(count)")
      } else {
        #expect(count <= max(was, ours) + max(0, theirs - was), "invented: \(line)")
      }
    }
  }

  @Test("a choice leaves no marker, and the text of the chosen side", arguments: 1...60)
  func choice(_ seed: Int) {
    var numbers = SplitMix64(seed: UInt64(seed))
    let one = RandomSide("甲", using: &numbers)
    let other = RandomSide("乙", using: &numbers)
    let merged = merge(RandomEdit.base, { _ in one.text }, { _ in other.text }) { _ in .first }
    #expect(merged.isClean)
    #expect(!merged.text.contains("<<<<<<<"))
    for line in lines(one.text).keys where lines(RandomEdit.base)[line] == nil {
      #expect(lines(merged.text)[line, default: 0] > 0, "lost: \(line)")
    }
  }

  @Test("joined histories verify, end in the merged text, and keep every word", arguments: 1...100)
  func joined(_ seed: Int) throws {
    var numbers = SplitMix64(seed: UInt64(seed))
    let sides = ["甲", "乙"].map { RandomSide($0, using: &numbers) }
    let path = "agendas/M-2025-008.md"
    func append(_ text: String, _ why: String, to history: inout [UInt8], after old: String) {
      let number = Ledger(history, of: path).revisions.count + 1
      history += LedgerWriter.revision(
        after: history, number: number,
        note: LedgerWriter.Note(at: "2025-09-0\(number)T08:00:00+08:00", by: why, why: why),
        from: Array(old.utf8), to: Array(text.utf8), path: path)
    }
    var common: [UInt8] = []
    append(RandomEdit.base, "初", to: &common, after: "")
    let histories = zip(["甲", "乙"], sides).map { name, side in
      var (history, old) = (common, RandomEdit.base)
      for (index, text) in side.texts.enumerated() {
        append(text, "\(name)\(index)", to: &history, after: old)
        old = text
      }
      return Ledger(history, of: path)
    }
    func merging(_ base: [UInt8], _ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
      DocumentMerge(
        base: base, first: first, second: second, path: path, kind: .meeting,
        markers: MergeMarkers(size: 7, ours: "", theirs: "", firstIsOurs: true)
      ) { _ in .second }.bytes
    }
    let join = try LedgerJoin(
      try LedgerJoin.Whole(histories[0]), try LedgerJoin.Whole(histories[1]), merging: merging
    ) { _, _, _ in nil }
    let ledger = Ledger(join.bytes, of: path)
    #expect(try ledger.verify() == join.text)
    #expect(
      join.text
        == merging(
          Array(RandomEdit.base.utf8), Array(sides[0].text.utf8), Array(sides[1].text.utf8))
    )
    #expect(join.bytes.starts(with: histories[0].bytes))
    let chains = Set(ledger.revisions.flatMap { [$0.chain] + $0.formerChains })
    for revision in histories.flatMap(\.revisions) {
      #expect(chains.contains(revision.chain), "\(revision.why)")
    }
  }
}
