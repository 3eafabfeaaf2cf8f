/// Parses a history byte by byte; between the diffs it accepts only what the format allows there.
struct LedgerReader {
  /// Why a revision could not be read.
  enum Stop: Error, Equatable {
    /// The history ends within the revision.
    case cutOff
    case fault(Ledger.Fault.Reason)
  }

  let bytes: [UInt8]
  var offset = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var atEnd: Bool { offset >= bytes.count }

  /// Where a line that should end with a newline ends with a carriage return, if that is why it
  /// could not be read.
  func lineEnd(at reason: Ledger.Fault.Reason) -> Int? {
    let place: Int
    switch reason {
    case .unexpected(let found): place = found
    case .foreign, .number: place = offset
    case .torn where offset == 0: place = 0
    default: return nil
    }
    // Diffs keep the carriage returns of a document that has them; between the diffs there are
    // none.
    let rest = bytes[min(place, bytes.count)...]
    guard let end = rest.firstIndex(where: { $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n") })
    else { return nil }
    return bytes[end] == UInt8(ascii: "\r") ? end : nil
  }

  mutating func title(_ title: String) throws(Ledger.Fault.Reason) {
    let line = "# \(title)\n".utf8
    if bytes.count - offset < line.count, case .cutOff = stop(at: line) { throw .torn }
    guard take("# ") else { throw .unexpected(offset: offset) }
    guard take((title + "\n").utf8) else { throw .foreign }
  }

  /// The number at this place.
  func number() -> Int? {
    let digits = bytes[offset...].prefix { $0 &- UInt8(ascii: "0") < 10 }
    return digits.count <= 9 ? Int(String(decoding: digits, as: UTF8.self)) : nil
  }

  mutating func revision(number: Int) throws(Stop) -> Revision {
    let start = offset
    try expect("\n## ")
    let heading = "\(number)\n".utf8
    guard take(heading) else {
      throw stop(at: heading) == .cutOff ? .cutOff : .fault(.number(expected: number))
    }
    try expect("\n* at: ")
    try skipValue()
    try expect("* by: ")
    try skipValue()
    try expect("* why: ")
    try skipValue()
    var kind: Revision.Kind?
    if take("* kind: ") {
      let word = offset
      try skipValue()
      kind = Revision.Kind(rawValue: String(decoding: bytes[word..<offset - 1], as: UTF8.self))
      guard kind != nil else { throw .fault(.unexpected(offset: start)) }
    }
    if kind == .joined {
      // Before the first revision there is no text that it could leave unchanged.
      guard number > 1 else { throw .fault(.unexpected(offset: start)) }
      try expect("* was: ")
      try skipValue()
      while take("* was: ") { try skipValue() }
    } else if take("* was: ") {
      try skipValue()
    }
    try expect("* content: sha256:")
    try skipDigest()
    let diff: Range<Int>
    if kind == .joined {
      diff = offset..<offset
    } else {
      try expect("\n")
      diff = try fence()
    }
    try expect("\n* chain: sha256:")
    try skipDigest()
    return Revision(number: number, kind: kind, diff: diff, range: start..<offset, in: bytes)
  }

  private mutating func take(_ text: StaticString) -> Bool {
    let isHere = bytes.withUnsafeBufferPointer {
      $0.starts(min(offset, $0.count)..<$0.count, with: text)
    }
    if isHere { offset += text.utf8CodeUnitCount }
    return isHere
  }

  private mutating func take(_ text: some Collection<UInt8>) -> Bool {
    let isHere = bytes[offset...].starts(with: text)
    if isHere { offset += text.count }
    return isHere
  }

  /// Why a text was not found here: the bytes end within it, or differ.
  private func stop(at text: some Collection<UInt8>) -> Stop {
    let same = zip(bytes[offset...], text).prefix { $0 == $1 }.count
    return offset + same == bytes.count ? .cutOff : .fault(.unexpected(offset: offset + same))
  }

  private mutating func expect(_ text: StaticString) throws(Stop) {
    guard take(text) else { throw text.withUTF8Buffer { stop(at: $0) } }
  }

  /// Takes the rest of the line. It has only one spelling: no blank at an end or next to another,
  /// no control character, only UTF-8.
  private mutating func skipValue() throws(Stop) {
    let start = offset
    let (end, isClean) = bytes.withUnsafeBufferPointer { buffer in
      let end = buffer.firstOffset(of: UInt8(ascii: "\n"), in: start..<buffer.count)
      return (end, end.map { LedgerReader.isClean(buffer[start..<$0]) } ?? false)
    }
    guard let end else { throw .cutOff }
    guard isClean else { throw .fault(.unexpected(offset: start)) }
    offset = end + 1
  }

  /// Whether a value equals its own ``LedgerWriter/clean(_:)``.
  private static func isClean(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var (hasOnlyASCII, mayHoldControl) = (true, false)
    var previous = UInt8(ascii: " ")
    for byte in value {
      if byte >= 0x80 {
        hasOnlyASCII = false
        // U+0080 to U+009F, U+2028 and U+2029 begin with these bytes.
        if byte == 0xC2 || byte == 0xE2 { mayHoldControl = true }
      } else if byte < 0x20 || byte == 0x7F || (byte == 0x20 && previous == 0x20) {
        return false
      }
      previous = byte
    }
    guard previous != UInt8(ascii: " ") else { return false }
    if hasOnlyASCII { return true }
    guard (try? UTF8Span(validating: UnsafeBufferPointer(rebasing: value).span)) != nil
    else { return false }
    guard mayHoldControl else { return true }
    let text = String(decoding: value, as: UTF8.self)
    return LedgerWriter.clean(text) == text
  }

  /// Takes 64 hexadecimal digits and the newline after them.
  private mutating func skipDigest() throws(Stop) {
    let end = offset + 64
    for index in offset..<min(end, bytes.count) where !LedgerReader.isHexadecimal(bytes[index]) {
      throw .fault(.unexpected(offset: index))
    }
    guard end < bytes.count else { throw .cutOff }
    offset = end
    try expect("\n")
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || byte &- UInt8(ascii: "a") < 6
  }

  /// Reads the fenced diff, through the closing fence; the range of the diff itself.
  private mutating func fence() throws(Stop) -> Range<Int> {
    let opening = offset
    let ticks = bytes[offset...].prefix { $0 == UInt8(ascii: "`") }.count
    guard ticks >= 3 else {
      throw offset + ticks == bytes.count ? .cutOff : .fault(.unexpected(offset: offset))
    }
    offset += ticks
    try expect("diff\n")
    let diff = offset..<(try diffEnd())
    offset = diff.upperBound
    let closing = [UInt8](repeating: UInt8(ascii: "`"), count: ticks) + [UInt8(ascii: "\n")]
    guard take(closing) else { throw stop(at: closing) }
    // The fence is one longer than any run of backticks within it: there is only one spelling.
    guard ticks == LedgerWriter.fenceLength(for: bytes[diff]) else {
      throw .fault(.unexpected(offset: opening))
    }
    return diff
  }

  /// Every line of a diff begins with a sign; the first line that begins with a backtick closes it.
  private func diffEnd() throws(Stop) -> Int {
    let end = bytes.withUnsafeBufferPointer { buffer -> Int? in
      var start = offset
      while start < buffer.count, buffer[start] != UInt8(ascii: "`") {
        let end = buffer.lineEnd(from: start, before: buffer.count)
        guard buffer[end - 1] == UInt8(ascii: "\n") else { return nil }
        start = end
      }
      return start
    }
    guard let end else { throw .cutOff }
    return end
  }
}
