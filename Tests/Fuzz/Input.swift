import FoundationEssentials
import TestSupport

/// One text: some sample, changed in a few places. Two more, changed from the same sample, stand for what
/// two people made of it.
struct Input {
  let path: String
  let base: [UInt8]
  let bytes: [UInt8]
  let other: [UInt8]

  init(_ number: Int, seed: UInt64, _ corpus: Corpus) {
    var random = SplitMix64(seed: seed &* 0x1_0000_01B3 &+ UInt64(truncatingIfNeeded: number))
    let sample = corpus.texts[Int.random(in: corpus.texts.indices, using: &random)]
    path = sample.path
    // A part of whole lines is enough for most, and sixty times as quick.
    base = Input.part(of: sample, using: &random)
    bytes = Input.changed(base, corpus, using: &random)
    other = Input.changed(base, corpus, using: &random)
  }

  /// An input that was kept because a fault was found in it.
  init?(keptIn folder: String) {
    func bytes(_ name: String) -> [UInt8]? {
      (try? Data(contentsOf: URL(filePath: folder + "/" + name))).map { [UInt8]($0) }
    }
    guard let path = bytes("path"), let base = bytes("base"), let text = bytes("text"),
      let other = bytes("other")
    else { return nil }
    (self.path, self.base) = (String(decoding: path, as: UTF8.self), base)
    (self.bytes, self.other) = (text, other)
  }

  func keep(in folder: String) {
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let parts = [("path", Array(path.utf8)), ("base", base), ("text", bytes), ("other", other)]
    for (name, bytes) in parts {
      try? Data(bytes).write(to: URL(filePath: folder + "/" + name))
    }
  }

  private static func part(
    of sample: Corpus.Text, using random: inout SplitMix64
  ) -> [UInt8] {
    guard sample.lines.count > 12, Int.random(in: 0..<8, using: &random) > 0 else {
      return sample.bytes
    }
    // Most begin with the front matter, without which little is read.
    let head = Int.random(in: 0..<4, using: &random) > 0 ? min(8, sample.lines.count) : 0
    let start = Int.random(in: 0..<sample.lines.count, using: &random)
    let end = min(sample.lines.count, start + Int.random(in: 1...24, using: &random))
    let lines = sample.lines[..<head] + sample.lines[max(head, start)..<max(head, end)]
    return lines.flatMap { sample.bytes[$0] }
  }

  private static func changed(
    _ base: [UInt8], _ corpus: Corpus, using random: inout SplitMix64
  ) -> [UInt8] {
    var bytes = base
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      guard !bytes.isEmpty else { return bytes }
      change(&bytes, corpus, using: &random)
    }
    return bytes
  }

  private static func change(
    _ bytes: inout [UInt8], _ corpus: Corpus, using random: inout SplitMix64
  ) {
    func place() -> Int { Int.random(in: 0...bytes.count, using: &random) }
    func token() -> [UInt8] {
      corpus.tokens[Int.random(in: corpus.tokens.indices, using: &random)]
    }
    func span(_ most: Int) -> Range<Int> {
      let start = place()
      return start..<min(bytes.count, start + Int.random(in: 0...most, using: &random))
    }
    let lines = Corpus.lines(of: bytes)
    func line() -> Range<Int> { lines[Int.random(in: lines.indices, using: &random)] }
    switch Int.random(in: 0..<12, using: &random) {
    case 0, 1: bytes.insert(contentsOf: token(), at: place())
    case 2, 3: bytes.replaceSubrange(span(6), with: token())
    case 4: bytes.removeSubrange(span(40))
    case 5: bytes.insert(contentsOf: bytes[line()], at: line().lowerBound)
    case 6: bytes.removeSubrange(line())
    case 7:
      let (one, two) = (line(), line())
      let (first, second) = one.lowerBound < two.lowerBound ? (one, two) : (two, one)
      guard first.upperBound <= second.lowerBound else { return }
      let moved = Array(bytes[second])
      bytes.removeSubrange(second)
      bytes.insert(contentsOf: moved, at: first.lowerBound)
    case 8:
      // A value of a field, or of a cell, is another.
      let whole = line()
      guard let sign = bytes[whole].firstIndex(where: { $0 == 0x3A || $0 == 0x7C }) else { return }
      bytes.replaceSubrange((sign + 1)..<max(sign + 1, whole.upperBound - 1), with: token())
    case 9:
      let sample = corpus.texts[Int.random(in: corpus.texts.indices, using: &random)]
      guard !sample.lines.isEmpty else { return }
      let own = sample.lines[Int.random(in: sample.lines.indices, using: &random)]
      bytes.insert(contentsOf: sample.bytes[own], at: line().lowerBound)
    case 10:
      let part = Array(bytes[span(12)])
      let times = Int.random(in: 2...60, using: &random)
      bytes.insert(contentsOf: (0..<times).flatMap { _ in part }, at: place())
    default: bytes.removeSubrange(place()..<bytes.count)
    }
  }
}
