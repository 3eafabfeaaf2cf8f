/// A set of Chinese characters of three bytes (U+4000 to U+9FFF), a bit for each: most texts begin
/// with one, and few of them with one that matters.
package struct HanSet: Sendable {
  private var bits = [UInt64](repeating: 0, count: 6 << 6)

  /// - Parameter characters: the bytes of each as one number; what is not in the block is left out.
  package init(_ characters: some Sequence<UInt32>) {
    for character in characters where character >> 16 &- 0xE4 < 6 {
      let (word, bit) = HanSet.place(of: character)
      bits[word] |= 1 << bit
    }
  }

  /// The set of the first characters of words.
  package init(beginning words: some Sequence<String>) {
    self.init(words.compactMap { Slice($0).firstHan })
  }

  /// - Parameter character: a character of the block, as ``Swift/ArraySlice/firstHan`` finds it.
  package func contains(_ character: UInt32) -> Bool {
    let (word, bit) = HanSet.place(of: character)
    return word < bits.count && bits[word] >> bit & 1 == 1
  }

  @inline(__always)
  private static func place(of character: UInt32) -> (word: Int, bit: UInt64) {
    let word = Int(character >> 16 &- 0xE4) << 6 | Int(character >> 8 & 63)
    return (word, UInt64(character & 63))
  }
}

extension ByteRun {
  /// Three bytes as one number: most Chinese characters are three. All of them are within the run.
  @inline(__always)
  func anyThreeBytes(at index: Int) -> UInt32 {
    UInt32(self[index]) << 16 | UInt32(self[index + 1]) << 8 | UInt32(self[index + 2])
  }
}

extension ArraySlice<UInt8> {
  /// Three bytes as one number: most Chinese characters are three. All of them are within the slice.
  package func threeBytes(at index: Int) -> UInt32 { anyThreeBytes(at: index) }

  /// The first character as one number, if it is of the block that a ``HanSet`` holds.
  package var firstHan: UInt32? {
    guard let first, first &- 0xE4 < 6, count > 2 else { return nil }
    return threeBytes(at: startIndex)
  }
}
