/// Base64 as OpenSSH writes keys and signatures (RFC 4648, section 4).
enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let values: [UInt8: UInt8] = Dictionary(
    uniqueKeysWithValues: digits.enumerated().map { ($1, UInt8($0)) })

  static func text(_ bytes: [UInt8], isPadded: Bool = true) -> String {
    var text: [UInt8] = []
    var start = 0
    while start < bytes.count {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var word = 0
      for index in 0..<3 {
        word = word << 8 | (index < group.count ? Int(group[start + index]) : 0)
      }
      for index in 0..<4 where index <= group.count {
        text.append(digits[word >> (18 - 6 * index) & 63])
      }
      if isPadded { text += [UInt8](repeating: UInt8(ascii: "="), count: 3 - group.count) }
      start += 3
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of a padded text; nil if it has another character, or is not in the canonical
  /// spelling.
  static func bytes(_ text: some Collection<UInt8>) -> [UInt8]? {
    let text = Array(text)
    guard text.count % 4 == 0 else { return nil }
    let padding = text.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard padding <= 2 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var word = 0
    for (index, digit) in text.dropLast(padding).enumerated() {
      guard let value = values[digit] else { return nil }
      word = word << 6 | Int(value)
      if index % 4 > 0 {
        bytes.append(UInt8(truncatingIfNeeded: word >> (6 - 2 * (index % 4))))
      }
    }
    // Unused bits must be zero: each signature has one spelling.
    return Base64.text(bytes).utf8.elementsEqual(text) ? bytes : nil
  }
}
