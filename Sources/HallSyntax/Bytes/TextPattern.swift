/// Literal text to look for in bytes: full-width forms match the ASCII they stand for, ASCII
/// letters match in either case, a blank matches any run of blanks within a line, and a letter with
/// a mark matches however it is composed.
package struct TextPattern: Sendable {
  /// The text as it is compared.
  private let folded: [UInt8]
  /// The longest run of it that a file can only contain byte for byte: non-ASCII characters that
  /// have neither case nor another form. It is looked for first, so that most files are skipped at
  /// once.
  private let anchor: Anchor?
  /// Whether a match may begin with a byte.
  private let begins: [Bool]
  /// The characters of the text, where one of them may be written in another way: then characters
  /// are compared instead of bytes.
  private let characters: [Character]?

  /// Nil for a text of nothing but blanks.
  package init?(_ text: String) {
    folded = FullWidth.folded(Slice(text), lowercased: true)
    guard let first = folded.first, !folded.contains(UInt8(ascii: "\n")) else { return nil }
    anchor = Anchor(TextPattern.longestRun(in: folded))
    var begins = [Bool](repeating: false, count: 256)
    begins[Int(first)] = true
    if isASCIILetter(first) { begins[Int(first & ~0x20)] = true }
    // The first byte of the full-width forms.
    if first < 0x80 { begins[0xEF] = true }
    self.begins = begins
    characters = CanonicalText.isVaried(text) ? TextPattern.characters(of: text) : nil
  }

  private static func characters(of text: String) -> [Character] {
    var characters: [Character] = []
    for character in Slice(text).trimmed.string {
      let folded = CanonicalText.folded(character)
      if folded != " " || characters.last != " " { characters.append(folded) }
    }
    return characters
  }

  private static func longestRun(in bytes: [UInt8]) -> [UInt8] {
    bytes.split(omittingEmptySubsequences: true) { $0 < 0x80 }
      .max { $0.count < $1.count }.map(Array.init) ?? []
  }

  /// The matches, in order; none overlaps another or crosses a line.
  package func matches(in bytes: [UInt8]) -> [Range<Int>] {
    if let characters { return TextPattern.matches(of: characters, in: bytes) }
    return bytes.withUnsafeBufferPointer { buffer in
      guard let anchor else { return matches(in: buffer, 0..<buffer.count) }
      var found: [Range<Int>] = []
      var offset = 0
      while let place = anchor.offset(in: buffer, from: offset) {
        // Only the lines that contain the anchor are compared in full.
        let end = buffer.firstOffset(of: UInt8(ascii: "\n"), from: place) ?? buffer.count
        var start = place
        while start > offset, buffer[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        found += matches(in: buffer, start..<end)
        offset = end
      }
      return found
    }
  }

  private func matches(
    in buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    begins.withUnsafeBufferPointer { begins in
      var index = range.lowerBound
      while index < range.upperBound {
        if begins[Int(buffer[index])], let end = end(ofMatchAt: index, in: buffer, range.upperBound)
        {
          found.append(index..<end)
          index = end
        } else {
          index += 1
        }
      }
    }
    return found
  }

  /// Where a match that begins at an offset ends.
  private func end(
    ofMatchAt start: Int, in buffer: UnsafeBufferPointer<UInt8>, _ limit: Int
  ) -> Int? {
    var index = start
    for wanted in folded {
      guard index < limit else { return nil }
      var (byte, length) = FullWidth.byte(in: buffer, at: index, end: limit)
      if wanted == UInt8(ascii: " ") {
        guard isBlank(byte) else { return nil }
        while index < limit {
          let (next, length) = FullWidth.byte(in: buffer, at: index, end: limit)
          guard isBlank(next) else { break }
          index += length
        }
        continue
      }
      if byte &- UInt8(ascii: "A") < 26 { byte |= 0x20 }
      guard byte == wanted else { return nil }
      index += length
    }
    // Followed by a combining mark (U+0300–U+036F), its last letter is a different one.
    if index + 1 < limit,
      buffer[index] == 0xCC || (buffer[index] == 0xCD && buffer[index + 1] < 0xB0)
    {
      return nil
    }
    return index
  }
}

extension TextPattern {
  /// The matches found by comparing characters one by one.
  private static func matches(of wanted: [Character], in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      found += matches(of: wanted, inLine: bytes[start..<end])
      start = end + 1
    }
    return found
  }

  private static func matches(of wanted: [Character], inLine line: Slice) -> [Range<Int>] {
    // A line of ASCII alone has no such character.
    guard line.contains(where: { $0 >= 0x80 }) else { return [] }
    var characters: [Character] = []
    var offsets = [line.startIndex]
    for character in line.string {
      characters.append(CanonicalText.folded(character))
      offsets.append((offsets.last ?? line.startIndex) + character.utf8.count)
    }
    var found: [Range<Int>] = []
    var place = 0
    while place < characters.count {
      if let end = end(of: wanted, at: place, in: characters) {
        found.append(offsets[place]..<offsets[end])
        place = end
      } else {
        place += 1
      }
    }
    return found
  }

  private static func end(
    of wanted: [Character], at start: Int, in characters: [Character]
  ) -> Int? {
    var place = start
    for character in wanted {
      guard place < characters.count, characters[place] == character else { return nil }
      place += 1
      if character == " " {
        while place < characters.count, characters[place] == " " { place += 1 }
      }
    }
    return place
  }
}

/// A run of bytes searched for from its end (R. N. Horspool): at a byte that is not in it, the
/// search skips its whole length.
private struct Anchor: Sendable {
  private let run: [UInt8]
  /// How far to move on from a place whose last byte is this.
  private let steps: [Int]

  init?(_ run: [UInt8]) {
    guard !run.isEmpty else { return nil }
    var steps = [Int](repeating: run.count, count: 256)
    for (place, byte) in run.dropLast().enumerated() { steps[Int(byte)] = run.count - 1 - place }
    self.run = run
    self.steps = steps
  }

  /// The first occurrence of the run at or after an offset.
  func offset(in buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    run.withUnsafeBufferPointer { run in
      steps.withUnsafeBufferPointer { steps in
        let last = run.count - 1
        var place = start
        while place + last < buffer.count {
          let byte = buffer[place + last]
          if byte == run[last], (0..<last).allSatisfy({ buffer[place + $0] == run[$0] }) {
            return place
          }
          place += steps[Int(byte)]
        }
        return nil
      }
    }
  }
}
