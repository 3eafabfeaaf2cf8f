import Foundation
import HallHistory
import TestSupport
import Testing

@Suite("Two versions of a text, merged by lines")
struct LineMergeTests {
  private func text(_ lines: [String]) -> [UInt8] { Array(lines.map { $0 + "\n" }.joined().utf8) }

  private func merge(_ base: [String], _ first: [String], _ second: [String]) -> [LineMerge.Piece] {
    LineMerge.merge(base: text(base), first: text(first), second: text(second))
  }

  /// Removes lines, inserts some, and rewrites some.
  private func edited(
    _ lines: [String], _ side: String, _ random: inout SplitMix64
  ) -> [String] {
    var lines = lines
    for count in 0..<Int.random(in: 0...4, using: &random) {
      let place = Int.random(in: 0..<max(1, lines.count), using: &random)
      switch Int.random(in: 0...2, using: &random) {
      case 0 where lines.count > 1: lines.remove(at: place)
      case 1: lines.insert("\(side)\(count)", at: place)
      default: if !lines.isEmpty { lines[place] = "\(side)\(count)" }
      }
    }
    return lines
  }

  @Test("neighbouring lines are two facts; one line rewritten twice is a contradiction")
  func neighbours() {
    #expect(
      merge(["1", "2", "3"], ["a", "2", "3"], ["1", "b", "3"]) == [.settled(text(["a", "b", "3"]))])
    #expect(
      merge(["1", "2"], ["a", "2"], ["b", "2"]) == [
        .conflict(base: text(["1"]), first: text(["a"]), second: text(["b"])),
        .settled(text(["2"])),
      ])
    #expect(merge(["1", "2"], ["a", "2"], ["a", "2"]) == [.settled(text(["a", "2"]))])
    #expect(
      merge(["1"], ["1", "a"], ["1", "b"]) == [
        .settled(text(["1"])), .bothAdded(first: text(["a"]), second: text(["b"])),
      ])
  }

  @Test("what git merges without a conflict is merged to the same bytes", .needs(.git))
  func agreesWithGit() throws {
    let shop = try Workshop()
    var random = SplitMix64(seed: 47)
    let count = 300
    var merged: [[LineMerge.Piece]] = []
    for number in 0..<count {
      let base = (0..<Int.random(in: 3...12, using: &random)).map { "行\($0)" }
      let sides = ["甲", "乙"].map { edited(base, $0, &random) }
      for (name, lines) in zip(["base", "first", "second"], [base] + sides) {
        try shop.write(text(lines), to: "\(number)/\(name)")
      }
      merged.append(merge(base, sides[0], sides[1]))
    }
    _ = try shop.run(
      """
      for each in */; do
        git merge-file -p "$each/first" "$each/base" "$each/second" > "$each/out" 2>/dev/null \\
          || rm "$each/out"
      done
      """)
    var compared = 0
    for (number, pieces) in merged.enumerated() {
      guard let expected = shop.bytes("\(number)/out") else { continue }
      compared += 1
      #expect(pieces == (expected.isEmpty ? [] : [.settled(expected)]), "pair \(number)")
    }
    #expect(compared > count / 4)
  }
}
