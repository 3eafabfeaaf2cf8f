import FoundationEssentials
import TestSupport

/// What a reader is given.
enum Material: Sendable {
  /// One line on a subject.
  case phrase(Subject)
  /// At most so many lines of a text.
  case lines(Shelf, Int)
  /// Whole lines of a text, most with its front matter; one in eight is the whole text.
  case part(Shelf)
  case whole(Shelf)
}

/// One text: some sample, changed in a few places. Two more, changed from the same sample, stand for what
/// two people made of it.
struct Input {
  let path: String
  let base: [UInt8]
  let bytes: [UInt8]
  let other: [UInt8]

  /// The words that some readers take one by one.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The input of a reader with a number: the same for one seed, one number and one corpus.
  init(_ number: Int, of reader: Reader, seed: UInt64, _ corpus: Corpus) {
    var random = SplitMix64(
      seed: seed &* 0x1_0000_01B3 ^ Input.hash(reader.name) &+ UInt64(truncatingIfNeeded: number))
    // Neighbouring seeds give sequences of which one is part of the other.
    random = SplitMix64(seed: random.next())
    switch reader.material {
    case .phrase(let subject):
      path = ""
      base = corpus.phrases[subject].element(using: &random) ?? []
      bytes = Change.some(of: base, subject, corpus, using: &random)
      other = corpus.phrases[subject].element(using: &random) ?? []
    case .lines(let shelf, let most):
      let sample = corpus.text(of: shelf, using: &random)
      path = sample.path
      base = Input.lines(of: sample, most, head: 0, using: &random)
      bytes = Change.some(of: base, .any, corpus, using: &random)
      other = Change.some(of: base, .any, corpus, using: &random)
    case .part(let shelf):
      let sample = corpus.text(of: shelf, using: &random)
      path = sample.path
      base =
        sample.lines.count <= 12 || random.next() & 7 == 0
        ? sample.bytes
        // Most begin with the front matter, without which little is read.
        : Input.lines(of: sample, 24, head: random.next() & 3 > 0 ? 8 : 0, using: &random)
      bytes = Change.some(of: base, .any, corpus, using: &random)
      other = Change.some(of: base, .any, corpus, using: &random)
    case .whole(let shelf):
      let sample = corpus.text(of: shelf, using: &random)
      (path, base) = (sample.path, sample.bytes)
      bytes = Change.some(of: base, .any, corpus, using: &random)
      other = Change.some(of: base, .any, corpus, using: &random)
    }
  }

  /// The same texts, so many times over.
  func repeated(_ count: Int) -> Input {
    func longer(_ bytes: [UInt8]) -> [UInt8] { (0..<count).flatMap { _ in bytes } }
    return Input(path: path, base: longer(base), bytes: longer(bytes), other: longer(other))
  }

  private init(path: String, base: [UInt8], bytes: [UInt8], other: [UInt8]) {
    (self.path, self.base, self.bytes, self.other) = (path, base, bytes, other)
  }

  /// Independent of the run, unlike that of the standard library (FNV-1a).
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static func lines(
    of sample: Corpus.Text, _ most: Int, head: Int, using random: inout SplitMix64
  ) -> [UInt8] {
    let lines = sample.lines
    guard !lines.isEmpty else { return [] }
    let head = min(head, lines.count)
    let start = max(head, Int.random(in: 0..<lines.count, using: &random))
    let end = max(start, min(lines.count, start + Int.random(in: 1...most, using: &random)))
    var bytes = head > 0 ? Array(sample.bytes[..<lines[head - 1].upperBound]) : []
    if end > start { bytes += sample.bytes[lines[start].lowerBound..<lines[end - 1].upperBound] }
    return bytes
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
}

extension Optional<[[UInt8]]> {
  fileprivate func element(using random: inout SplitMix64) -> [UInt8]? {
    self?.randomElement(using: &random)
  }
}
