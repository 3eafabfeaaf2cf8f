import HallSyntax

/// The name of a party, or of a person in it, in a file of signers: OpenSSH's *principal*.
package enum SignerName {
  /// `居民`, or `居民/张三`. Characters with a meaning there, and invisible ones, are written as `%2C`:
  /// so a name is never the same as another's, a pattern, or a whole line.
  package static func text(party: String, person: String? = nil) -> String {
    encoded(party) + (person.map { "/" + encoded($0) } ?? "")
  }

  /// A name of the file of signers as people write it: `居民/张三`, `residents/Alice Ward`.
  package static func shown(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func encoded(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars {
      if isPlain(scalar) {
        text.unicodeScalars.append(scalar)
      } else {
        for byte in String(scalar).utf8 {
          text += "%" + String(byte, digits: 2, radix: 16)
        }
      }
    }
    return text
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      return byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
        || "-._".utf8.contains(byte)
    }
    return !scalar.properties.isWhitespace && !SignatureStatement.isHidden(scalar)
  }

  /// Whether a list of patterns matches a name, as OpenSSH reads it: `居民,物业/*,!物业/赵六`.
  static func matches(_ name: String, _ patterns: String) -> Bool {
    var isMeant = false
    for pattern in patterns.utf8.split(separator: UInt8(ascii: ",")) {
      let isNegated = pattern.first == UInt8(ascii: "!")
      guard matches(Array(name.utf8)[...], Array(isNegated ? pattern.dropFirst() : pattern)[...])
      else { continue }
      if isNegated { return false }
      isMeant = true
    }
    return isMeant
  }

  private static func matches(_ name: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    var (name, pattern) = (name, pattern)
    // The place of the last `*`, and how far it has been tried.
    var star: (pattern: ArraySlice<UInt8>, name: ArraySlice<UInt8>)?
    while let first = name.first {
      switch pattern.first {
      case UInt8(ascii: "*"):
        pattern = pattern.dropFirst()
        star = (pattern, name)
      case let next? where next == first || next == UInt8(ascii: "?"):
        (name, pattern) = (name.dropFirst(), pattern.dropFirst())
      default:
        guard let last = star else { return false }
        let rest = last.name.dropFirst()
        star = (last.pattern, rest)
        (pattern, name) = (last.pattern, rest)
      }
    }
    return pattern.allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
