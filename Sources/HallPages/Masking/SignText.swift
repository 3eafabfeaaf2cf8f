/// A text as its signs, and where each of them stands in its bytes.
///
/// A sign is what a reader takes for one: a character. Most texts have only scalars that are characters
/// by themselves; they are read without asking where characters end, which is what costs most.
struct SignText {
  let signs: [Sign]
  /// The text in UTF-8.
  let bytes: [UInt8]
  /// Where each sign begins in the bytes, and where the last one ends.
  private let starts: [Int]

  init(_ text: String) {
    bytes = Array(text.utf8)
    if let (signs, starts) = SignText.scalars(of: text, bytes.count) {
      (self.signs, self.starts) = (signs, starts)
      return
    }
    var (signs, starts): ([Sign], [Int]) = ([], [0])
    for character in text {
      signs.append(Sign(character))
      starts.append((starts.last ?? 0) + character.utf8.count)
    }
    (self.signs, self.starts) = (signs, starts)
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[starts[range.lowerBound]..<starts[range.upperBound]], as: UTF8.self)
  }

  /// Where a sign stands in the bytes.
  func bytes(of place: Int) -> Range<Int> { starts[place]..<starts[place + 1] }

  /// The scalars of a text, and where they begin; nil if one may belong to a character of several.
  private static func scalars(of text: String, _ count: Int) -> (signs: [Sign], starts: [Int])? {
    var (signs, starts): ([Sign], [Int]) = ([], [0])
    signs.reserveCapacity(count)
    starts.reserveCapacity(count + 1)
    var place = 0
    for scalar in text.unicodeScalars {
      guard isAlone(scalar.value) else { return nil }
      place += UTF8.width(scalar)
      signs.append(Sign(scalar))
      starts.append(place)
    }
    return (signs, starts)
  }

  /// Whether a scalar is a character of its own, whatever stands beside it, and has no other that looks
  /// the same.
  private static func isAlone(_ value: UInt32) -> Bool {
    switch value {
    case 0x0D: false
    case ..<0x300, 0x2010...0x2027, 0x2030...0x205F, 0x2190...0x2BFF, 0x2E80...0x3029,
      0x3030...0x3098, 0x309B...0x9FFF, 0xFF00...0xFF9D, 0x20000...0x2F7FF:
      true
    default: false
    }
  }
}
