import HallSyntax
import TestSupport

/// One to five changes of a text, as people, programs and enemies make them.
enum Change {
  static func some(
    of base: [UInt8], _ subject: Subject, _ corpus: Corpus, using random: inout SplitMix64
  ) -> [UInt8] {
    var bytes = base
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      one(of: &bytes, subject, corpus, using: &random)
    }
    return bytes
  }

  private static func one(
    of bytes: inout [UInt8], _ subject: Subject, _ corpus: Corpus, using random: inout SplitMix64
  ) {
    func place() -> Int { Int.random(in: 0...bytes.count, using: &random) }
    func token() -> [UInt8] { corpus.tokens.randomElement(using: &random) ?? [] }
    func span(_ most: Int) -> Range<Int> {
      let start = place()
      return start..<min(bytes.count, start + Int.random(in: 0...most, using: &random))
    }
    let isLine = subject != .any
    switch Int.random(in: 0..<(isLine ? 12 : 17), using: &random) {
    case 0, 1: bytes.insert(contentsOf: token(), at: place())
    case 2, 3: bytes.replaceSubrange(span(6), with: token())
    case 4: bytes.removeSubrange(span(isLine ? 9 : 40))
    case 5:
      guard let digit = bytes.indices.filter({ isDigit(bytes[$0]) }).randomElement(using: &random)
      else { return }
      bytes[digit] = UInt8.random(in: 0x30...0x39, using: &random)
    case 6:
      // Another line on the same subject, or its end.
      let other = corpus.phrases[subject]?.randomElement(using: &random) ?? []
      let start = Int.random(in: 0...other.count, using: &random)
      bytes.insert(contentsOf: other[start...], at: place())
    case 7: widen(&bytes, using: &random)
    case 8: bytes.removeSubrange(place()..<bytes.count)
    case 9:
      let part = Array(bytes[span(12)])
      // Some are so long that what grows too fast is seen to.
      let most = random.next() & 0xFF == 0 ? 4_000 : isLine ? 6 : 60
      let times = Int.random(in: 2...most, using: &random)
      bytes.insert(contentsOf: (0..<times).flatMap { _ in part }, at: place())
    case 10: swap(&bytes, span(12), span(12))
    case 11:
      guard let letter = bytes.indices.randomElement(using: &random) else { return }
      bytes[letter] ^= 1 << UInt8.random(in: 0...7, using: &random)
    default: lines(of: &bytes, corpus, using: &random)
    }
  }

  /// A sign in its full-width form.
  private static func widen(_ bytes: inout [UInt8], using random: inout SplitMix64) {
    let signs = bytes.indices.filter { (0x21...0x7E).contains(bytes[$0]) }
    guard let place = signs.randomElement(using: &random),
      let wide = Unicode.Scalar(0xFEE0 + UInt32(bytes[place]))
    else { return }
    bytes.replaceSubrange(place...place, with: Array(String(wide).utf8))
  }

  /// Two parts that do not overlap change places.
  private static func swap(_ bytes: inout [UInt8], _ one: Range<Int>, _ two: Range<Int>) {
    let (first, second) = one.lowerBound < two.lowerBound ? (one, two) : (two, one)
    guard first.upperBound <= second.lowerBound else { return }
    let (early, late) = (Array(bytes[first]), Array(bytes[second]))
    bytes.replaceSubrange(second, with: early)
    bytes.replaceSubrange(first, with: late)
  }

  private static func lines(
    of bytes: inout [UInt8], _ corpus: Corpus, using random: inout SplitMix64
  ) {
    let lines = Corpus.lines(of: bytes)
    guard let line = lines.randomElement(using: &random),
      let next = lines.randomElement(using: &random)
    else { return }
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes.insert(contentsOf: bytes[line], at: next.lowerBound)
    case 1: bytes.removeSubrange(line)
    case 2: swap(&bytes, line, next)
    case 3:
      // A value of a field, or of a cell, is another.
      guard let sign = bytes[line].firstIndex(where: { $0 == 0x3A || $0 == 0x7C }) else { return }
      let value =
        (random.next() & 1 == 0 ? corpus.tokens : corpus.phrases[.value] ?? [])
        .randomElement(using: &random) ?? []
      bytes.replaceSubrange((sign + 1)..<max(sign + 1, line.upperBound - 1), with: value)
    default:
      let sample = corpus.text(of: .documents, using: &random)
      guard let own = sample.lines.randomElement(using: &random) else { return }
      bytes.insert(contentsOf: sample.bytes[own], at: line.lowerBound)
    }
  }
}
