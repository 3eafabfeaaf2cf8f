/// One sign of a text as names are compared: one scalar. A character that can be written in several ways
/// is the usual one of them; any other of several scalars is its first.
struct Sign: Hashable, Sendable, ExpressibleByUnicodeScalarLiteral {
  let value: UInt32

  init(value: UInt32) { self.value = value }

  init(_ scalar: Unicode.Scalar) { value = scalar.value }

  init(unicodeScalarLiteral scalar: Unicode.Scalar) { self.init(scalar) }

  init(_ character: Character) {
    let scalars = character.unicodeScalars
    let first = scalars.first?.value ?? 0
    switch first {
    case 0xF900...0xFAFF, 0x2F800...0x2FA1F: value = Sign.han[character] ?? first
    default: value = scalars.count > 1 ? Sign.letters[character] ?? first : first
    }
  }

  /// Chinese characters that other standards have twice, as texts from a PDF do.
  private static let han = usual(among: [0x3400...0x9FFF, 0x20000...0x2A6DF])

  /// Letters with a mark and syllables, which macOS writes as several scalars.
  private static let letters = usual(
    among: [0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF, 0x3040...0x30FF, 0xAC00...0xD7A3])

  /// The one scalar of characters, whichever scalars they are written with: those are equal.
  private static func usual(among ranges: [ClosedRange<UInt32>]) -> [Character: UInt32] {
    let scalars = ranges.joined().compactMap { Unicode.Scalar($0) }
    return Dictionary(scalars.map { (Character($0), $0.value) }) { first, _ in first }
  }

  /// A full-width sign as that of ASCII which it stands for.
  var narrow: Sign { (0xFF01...0xFF5E).contains(value) ? Sign(value: value - 0xFEE0) : self }

  /// The same, and capitals of ASCII as small letters.
  var folded: Sign {
    let sign = narrow
    return (0x41...0x5A).contains(sign.value) ? Sign(value: sign.value + 0x20) : sign
  }

  /// A figure; 三 is a letter.
  var isDigit: Bool { (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value) }

  var isHan: Bool {
    (0x3400...0x9FFF).contains(value) || (0x20000...0x3FFFF).contains(value)
  }

  var isASCII: Bool { value < 0x80 }

  var isLetter: Bool {
    if isASCII { return (0x41...0x5A).contains(value & ~0x20) }
    return isHan || Unicode.Scalar(value)?.properties.isAlphabetic ?? false
  }

  var isCapital: Bool {
    if isASCII { return (0x41...0x5A).contains(value) }
    return !isHan && Unicode.Scalar(value)?.properties.isUppercase ?? false
  }

  var isBlank: Bool {
    if isASCII { return value == 0x20 || (0x09...0x0D).contains(value) }
    return !isHan && Unicode.Scalar(value)?.properties.isWhitespace ?? false
  }
}

/// A set of signs: a bit for each of the first 65,536.
struct SignSet: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)
  private var others: Set<UInt32> = []

  init() {}

  /// The signs of a text.
  init(of text: String) {
    for scalar in text.unicodeScalars { insert(Sign(scalar)) }
  }

  mutating func insert(_ sign: Sign) {
    if sign.value < 0x10000 {
      bits[Int(sign.value >> 6)] |= 1 << UInt64(sign.value & 63)
    } else {
      others.insert(sign.value)
    }
  }

  func contains(_ sign: Sign) -> Bool {
    sign.value < 0x10000
      ? bits[Int(sign.value >> 6)] >> UInt64(sign.value & 63) & 1 == 1
      : others.contains(sign.value)
  }
}
