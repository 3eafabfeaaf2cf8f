/// The digests of consecutive texts: the beginning that a text shares with the one before it is not
/// hashed again.
struct RunningDigest {
  private static let block = 64
  private var text: [UInt8] = []
  /// The state before each block of the text, and after the last whole one.
  private var states = [SHA256.initial]

  /// SHA-256 of a text, as 64 lower-case hexadecimal digits.
  mutating func digest(of new: [UInt8]) -> String {
    let whole = new.count / RunningDigest.block
    let same = sameBlocks(new)
    states.removeSubrange((same + 1)...)
    let digest = new.withUnsafeBytes { bytes in
      var state = states[same]
      for number in same..<whole {
        let start = number * RunningDigest.block
        state = SHA256.compress(
          UnsafeRawBufferPointer(rebasing: bytes[start..<(start + RunningDigest.block)]),
          from: state)
        states.append(state)
      }
      var hash = SHA256(after: whole, state)
      hash.update(UnsafeRawBufferPointer(rebasing: bytes[(whole * RunningDigest.block)...]))
      return hash.digest
    }
    text = new
    return digest
  }

  /// How many whole blocks at the beginning both texts share.
  private func sameBlocks(_ new: [UInt8]) -> Int {
    let whole = min(text.count, new.count) / RunningDigest.block
    return text.withUnsafeBufferPointer { old in
      new.withUnsafeBufferPointer { new in
        (0..<whole).first { number in
          let range = number * RunningDigest.block..<(number + 1) * RunningDigest.block
          return !old.isEqual(range, new, range)
        } ?? whole
      }
    }
  }
}
