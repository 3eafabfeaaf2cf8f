/// Which signs a text may have, in 2,048 bits: it tells for certain that a name is nowhere in it.
struct SignFilter: Sendable {
  private var bits = [UInt64](repeating: 0, count: 32)

  mutating func insert(_ signs: [Sign]) {
    for sign in signs { bits[Int(sign.value >> 6 & 31)] |= 1 << UInt64(sign.value & 63) }
  }

  /// Whether all Chinese signs of a name may be there. Others may be written in several ways.
  func mayHold(_ name: String) -> Bool {
    name.allSatisfy { character in
      let sign = Sign(character)
      return !sign.isHan
        || bits[Int(sign.value >> 6 & 31)] >> UInt64(sign.value & 63) & 1 == 1
    }
  }
}
