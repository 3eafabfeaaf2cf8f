import Foundation
import HallHistory
import TestSupport
import Testing

/// Texts and edits of them, with lines that cause trouble for diffs and patches.
enum Texts {
  static let lines = [
    "- 同意: 70户", "```", "````diff", "--- a/x", "+++ b/x", "@@ -1 +1 @@", "diff --git a/x b/x", "",
    "Index: x", "\\ No newline at end of file", "same", "same", "议题", "\t", "a\r", "\u{FEFF}b",
    "# x",
  ]

  static func text(_ random: inout SplitMix64) -> [String] {
    (0..<Int.random(in: 0...40, using: &random)).map { _ in
      lines.randomElement(using: &random) ?? ""
    }
  }

  static func edited(_ text: [String], _ random: inout SplitMix64) -> [String] {
    var text = text
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0...text.count, using: &random)
      switch Int.random(in: 0...2, using: &random) {
      case 0: text.insert(lines.randomElement(using: &random) ?? "", at: place)
      case 1 where place < text.count: text.remove(at: place)
      default: if place < text.count { text[place] = lines.randomElement(using: &random) ?? "" }
      }
    }
    return text
  }

  static func bytes(_ lines: [String], _ random: inout SplitMix64) -> [UInt8] {
    let text = lines.joined(separator: "\n")
    return Array((text + (lines.isEmpty || Bool.random(using: &random) ? "" : "\n")).utf8)
  }
}

@Suite struct DiffTests {
  @Test func `a diff applied to the old text is the new one, and backwards`() throws {
    var random = SplitMix64(seed: 1)
    for _ in 0..<3000 {
      let lines = Texts.text(&random)
      let old = Texts.bytes(lines, &random)
      let new = Texts.bytes(Texts.edited(lines, &random), &random)
      let diff = UnifiedDiff.diff(from: old, named: "a/x", to: new, named: "b/x")
      guard old != new else {
        #expect(diff.isEmpty)
        continue
      }
      let patch = try Patch(diff)
      #expect(try patch.applied(to: old) == new)
      #expect(try patch.reverted(from: new) == old)
    }
  }

  @Test(
    "a hunk's header leaves out a count of one and names the line before nothing",
    arguments: [
      ("", "a\n", "@@ -0,0 +1 @@\n+a\n"), ("a\n", "", "@@ -1 +0,0 @@\n-a\n"),
      ("a\n", "b\n", "@@ -1 +1 @@\n-a\n+b\n"),
      ("a\n", "a", "@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n"),
      ("a\nb\n", "a\nb\nc\n", "@@ -1,2 +1,3 @@\n a\n b\n+c\n"),
    ])
  func headers(old: String, new: String, expected: String) {
    let diff = UnifiedDiff.diff(
      from: Array(old.utf8), named: "a/x", to: Array(new.utf8), named: "b/x")
    #expect(String(decoding: diff, as: UTF8.self) == "--- a/x\n+++ b/x\n" + expected)
  }

  @Test(
    "a text that is not a diff is refused with its line",
    arguments: [
      ("", 1), ("--- a\n", 2), ("--- a\n+++ b\n", 3), ("--- a\n+++ b\n@@ x @@\n", 3),
      ("--- a\n+++ b\n@@ -1 +1 @@\n-a\n", 5), ("--- a\n+++ b\n@@ -1 +1 @@\n-a\n*b\n", 5),
      ("--- a\n+++ b\n@@ -1 +1 @@\n-a\n+b", 5), ("--- a\n+++ b\n@@ -1 +1 @@\n\\ x\n", 4),
    ])
  func malformed(text: String, line: Int) {
    #expect(throws: Patch.Fault.malformed(line: line)) { try Patch(Array(text.utf8)) }
  }

  @Test func `a text that is not the old one is refused`() throws {
    let diff = UnifiedDiff.diff(
      from: Array("a\nb\nc\n".utf8), named: "a/x", to: Array("a\nB\nc\n".utf8), named: "b/x")
    let patch = try Patch(diff)
    for text in ["a\nb\n", "a\nx\nc\n", "", "x\na\nb\nc\n"] {
      #expect(throws: Patch.Fault.mismatch(hunk: 1)) { try patch.applied(to: Array(text.utf8)) }
    }
  }

  @Test(
    "hostile pairs finish, and the result is a diff",
    arguments: ["different", "equal but one", "reversed", "one line", "interleaved"])
  func hostile(kind: String) throws {
    let count = 20_000
    let old: [String]
    let new: [String]
    switch kind {
    case "different": (old, new) = ((0..<count).map { "a\($0)" }, (0..<count).map { "b\($0)" })
    case "equal but one":
      old = (0..<count).map { "a\($0)" }
      new = old + ["x"]
    case "reversed":
      old = (0..<count).map { "a\($0)" }
      new = old.reversed()
    case "one line":
      (old, new) = (
        [String](repeating: "a", count: count), [String](repeating: "a", count: count / 2)
      )
    default:
      old = (0..<count).map { "a\($0 % 7)" }
      new = (0..<count).map { "a\($0 % 11)" }
    }
    let (left, right) = (
      Array((old.joined(separator: "\n") + "\n").utf8),
      Array((new.joined(separator: "\n") + "\n").utf8)
    )
    let diff = UnifiedDiff.diff(from: left, named: "a/x", to: right, named: "b/x")
    #expect(try Patch(diff).applied(to: left) == right)
  }
}
