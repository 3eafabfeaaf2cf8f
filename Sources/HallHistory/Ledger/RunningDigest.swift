/// The digests of texts that follow each other: what a text has in common with the one before it,
/// from the beginning on, is not hashed again.
struct RunningDigest {
  /// How many bytes there are from one kept state to the next.
  private static let step = 256
  private var text: [UInt8] = []
  /// The hash of the text up to each whole step.
  private var states = [SHA256()]

  /// SHA-256 of a text, as 64 lower-case hexadecimal digits.
  mutating func digest(of new: [UInt8]) -> String {
    var done = sameSteps(new)
    states.removeSubrange((done + 1)...)
    var hash = states[done]
    while (done + 1) * RunningDigest.step <= new.count {
      hash.update(new[done * RunningDigest.step..<(done + 1) * RunningDigest.step])
      states.append(hash)
      done += 1
    }
    hash.update(new[(done * RunningDigest.step)...])
    text = new
    return hash.digest
  }

  /// How many whole steps both texts begin with.
  private func sameSteps(_ new: [UInt8]) -> Int {
    let whole = min(text.count, new.count) / RunningDigest.step
    return text.withUnsafeBufferPointer { old in
      new.withUnsafeBufferPointer { new in
        (0..<whole).first { step in
          let range = step * RunningDigest.step..<(step + 1) * RunningDigest.step
          return !old.isEqual(range, new, range)
        } ?? whole
      }
    }
  }
}
