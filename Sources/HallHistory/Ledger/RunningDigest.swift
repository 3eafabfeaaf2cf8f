/// The digests of texts that follow each other: what a text has in common with the one before it,
/// from the beginning on, is not hashed again.
struct RunningDigest {
  private static let block = 64
  private var text: [UInt8] = []
  /// The hash of the text before each block, and after the last whole one.
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

  /// How many whole blocks both texts begin with.
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
