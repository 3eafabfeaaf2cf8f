import Foundation
import HallHistory
import TestSupport
import Testing

/// How other tools read our histories and diffs, and how we read theirs.
@Suite("Peers: patch, git and diff")
struct PeerTests {
  @Test("patch rebuilds every document from its history in an empty folder", .needs(.gnuPatch))
  func patchRebuilds() throws {
    let count = TestRun.isLong ? 1000 : 300
    let shop = try Workshop()
    var random = SplitMix64(seed: 41)
    var expected: [[UInt8]] = []
    for number in 0..<count {
      let (history, texts) = Histories.make(
        &random, revisions: Int.random(in: 1...6, using: &random))
      try shop.write(history, to: "\(number)/history.md")
      expected.append(try #require(texts.last))
    }
    let said = try shop.run(
      """
      for each in */; do
        (mkdir "$each/out" && cd "$each/out" && patch -s -p1 < ../history.md) || echo "$each failed"
      done
      """)
    #expect(said.isEmpty, "\(said.prefix(2000))")
    for (number, text) in expected.enumerated() {
      #expect(shop.bytes("\(number)/out/" + Histories.path) == text, "history \(number)")
    }
    let files = try shop.run("find . -path '*/out/*' -type f | wc -l")
    #expect(Int(files.trimmingCharacters(in: .whitespacesAndNewlines)) == count, "stray files")
  }

  @Test("git apply takes the diff of each single revision", .needs(.git))
  func gitApplies() throws {
    let shop = try Workshop()
    var random = SplitMix64(seed: 43)
    var expected: [[UInt8]] = []
    for number in 0..<60 {
      let (history, texts) = Histories.make(&random, revisions: 4)
      for revision in Ledger(history, of: Histories.path).revisions {
        try shop.write(Array(history[revision.diff]), to: "\(number)/\(revision.number).diff")
      }
      expected.append(try #require(texts.last))
    }
    let said = try shop.run(
      """
      export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
      for each in */; do
        (cd "$each" && for n in 1 2 3 4; do
          git apply --whitespace=nowarn -p1 $n.diff || echo "$each$n failed"
        done)
      done
      """)
    #expect(said.isEmpty, "\(said.prefix(2000))")
    for (number, text) in expected.enumerated() {
      #expect(shop.bytes("\(number)/" + Histories.path) == text, "history \(number)")
    }
  }

  @Test(
    "our diffs apply with patch, theirs with ours, and ours are as small",
    .needs(.gnuDiff, .gnuPatch))
  func diffs() throws {
    let shop = try Workshop()
    var random = SplitMix64(seed: 47)
    var pairs: [(old: [UInt8], new: [UInt8])] = []
    while pairs.count < 2000 {
      let lines = Texts.text(&random)
      let old = Texts.bytes(lines, &random)
      // Half of the pairs have little in common.
      let other = pairs.count % 2 == 0 ? Texts.edited(lines, &random) : Texts.text(&random)
      let new = Texts.bytes(other, &random)
      // patch removes a file that becomes empty.
      guard old != new, !new.isEmpty, !old.isEmpty else { continue }
      let ours = UnifiedDiff.diff(from: old, named: "a/x", to: new, named: "b/x")
      try shop.write(old, to: "\(pairs.count).old")
      try shop.write(new, to: "\(pairs.count).new")
      try shop.write(ours, to: "\(pairs.count).ours")
      pairs.append((old, new))
    }
    let said = try shop.run(
      """
      n=0
      while [ $n -lt \(pairs.count) ]; do
        diff -u $n.old $n.new > $n.theirs
        patch -s -o $n.patched $n.old $n.ours || echo "$n failed"
        n=$((n + 1))
      done
      """)
    #expect(said.isEmpty, "\(said.prefix(2000))")
    var (ourLines, theirLines) = (0, 0)
    for (number, pair) in pairs.enumerated() {
      #expect(shop.bytes("\(number).patched") == pair.new, "pair \(number)")
      let theirs = try #require(shop.bytes("\(number).theirs"))
      let patch = try Patch(theirs)
      #expect(try patch.applied(to: pair.old) == pair.new, "pair \(number)")
      #expect(try patch.reverted(from: pair.new) == pair.old, "pair \(number)")
      let ours = try #require(shop.bytes("\(number).ours"))
      ourLines += ours.count { $0 == UInt8(ascii: "\n") }
      theirLines += theirs.count { $0 == UInt8(ascii: "\n") }
    }
    #expect(Double(ourLines) <= Double(theirLines) * 1.02, "\(ourLines) and \(theirLines) lines")
  }

  @Test("a content digest is what sha256sum prints", .needs(.sha256sum))
  func digests() throws {
    let shop = try Workshop()
    var random = SplitMix64(seed: 53)
    let (history, texts) = Histories.make(&random, revisions: 12)
    for (number, text) in texts.enumerated() { try shop.write(text, to: "\(number + 10)") }
    let digests = try shop.run("sha256sum [0-9]*").split(separator: "\n").map { $0.prefix(64) }
    let recorded = Ledger(history, of: Histories.path).revisions.map(\.content)
    #expect(digests.map(String.init) == recorded)
  }
}
