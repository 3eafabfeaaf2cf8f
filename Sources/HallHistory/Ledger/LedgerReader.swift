/// Reads a history byte by byte; between the diffs nothing may stand but what a history has there.
struct LedgerReader {
  /// Why a revision could not be read.
  enum Stop: Error {
    /// The history ends within it.
    case cutOff
    case fault(Ledger.Fault.Reason)
  }

  let bytes: [UInt8]
  var offset = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var atEnd: Bool { offset >= bytes.count }

  mutating func title(_ title: String) throws(Ledger.Fault.Reason) {
    if isCutOff("# \(title)\n") { throw .torn }
    guard take("# ") else { throw .unexpected(offset: offset) }
    guard take(title + "\n") else { throw .foreign }
  }

  /// The number that stands here.
  func number() -> Int? {
    let digits = bytes[offset...].prefix { $0 &- UInt8(ascii: "0") < 10 }
    return digits.count <= 9 ? Int(String(decoding: digits, as: UTF8.self)) : nil
  }

  mutating func revision(number: Int) throws(Stop) -> Revision {
    let start = offset
    try expect("\n## ")
    let heading = "\(number)\n"
    guard take(heading) else {
      throw isCutOff(heading) ? .cutOff : .fault(.number(expected: number))
    }
    var fields = Revision.Fields()
    try expect("\n* at: ")
    fields.at = try value()
    try expect("* by: ")
    fields.by = try value()
    try expect("* why: ")
    fields.why = try value()
    var kind: Revision.Kind?
    if take("* kind: ") {
      kind = Revision.Kind(rawValue: String(decoding: try value(), as: UTF8.self))
      guard kind != nil else { throw .fault(.unexpected(offset: start)) }
    }
    if take("* was: ") { fields.was = try value() }
    try expect("* content: sha256:")
    fields.content = try digest()
    try expect("\n")
    let diff = try fence()
    try expect("\n* chain: sha256:")
    fields.chain = try digest()
    return Revision(
      number: number, kind: kind, diff: diff, range: start..<offset, fields: fields)
  }

  private mutating func take(_ text: String) -> Bool {
    var text = text
    let isHere = text.withUTF8 { expected in
      bytes.withUnsafeBufferPointer { buffer in
        guard buffer.count - offset >= expected.count else { return false }
        for index in 0..<expected.count where buffer[offset + index] != expected[index] {
          return false
        }
        return true
      }
    }
    if isHere { offset += text.utf8.count }
    return isHere
  }

  /// Whether all that is left is the beginning of a text.
  private func isCutOff(_ text: String) -> Bool {
    bytes.count - offset < text.utf8.count && text.utf8.starts(with: bytes[offset...])
  }

  private mutating func expect(_ text: String) throws(Stop) {
    guard take(text) else {
      throw isCutOff(text) ? .cutOff : .fault(.unexpected(offset: firstDifference(text)))
    }
  }

  private func firstDifference(_ text: String) -> Int {
    offset + zip(bytes[offset...], text.utf8).prefix { $0 == $1 }.count
  }

  /// Where the line that begins at an offset ends: its newline; nil where it has none.
  private func newline(from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var index = start
      while index < buffer.count {
        if buffer[index] == UInt8(ascii: "\n") { return index }
        index += 1
      }
      return nil
    }
  }

  /// The rest of the line. It has one spelling only: no blank at an end or beside another, no
  /// control character, nothing that is not UTF-8.
  private mutating func value() throws(Stop) -> ArraySlice<UInt8> {
    guard let end = newline(from: offset) else { throw .cutOff }
    let value = bytes[offset..<end]
    guard LedgerReader.isClean(value) else { throw .fault(.unexpected(offset: offset)) }
    offset = end + 1
    return value
  }

  private static func isClean(_ value: ArraySlice<UInt8>) -> Bool {
    var hasOnlyASCII = true
    var previous = UInt8(ascii: " ")
    for byte in value {
      if byte >= 0x80 {
        hasOnlyASCII = false
      } else if byte < 0x20 || byte == 0x7F || (byte == 0x20 && previous == 0x20) {
        return false
      }
      previous = byte
    }
    guard previous != UInt8(ascii: " ") else { return false }
    if hasOnlyASCII { return true }
    let text = String(decoding: value, as: UTF8.self)
    return text.utf8.elementsEqual(value) && LedgerWriter.clean(text) == text
  }

  /// Takes 64 hexadecimal digits and the newline behind them.
  private mutating func digest() throws(Stop) -> ArraySlice<UInt8> {
    let end = offset + 64
    let digits = bytes[offset..<min(end, bytes.count)]
    if let wrong = digits.firstIndex(where: { !LedgerReader.isHexadecimal($0) }) {
      throw .fault(.unexpected(offset: wrong))
    }
    guard end < bytes.count else { throw .cutOff }
    offset = end
    try expect("\n")
    return digits
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
    let start = offset
    // Every line of a diff begins with a sign; the first that begins with a backtick closes it.
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "`") {
      guard let end = newline(from: offset) else { throw .cutOff }
      offset = end + 1
    }
    let diff = start..<offset
    try expect(String(repeating: "`", count: ticks) + "\n")
    // The fence is just longer than any run of backticks within it: one spelling only.
    guard ticks == LedgerWriter.fenceLength(for: bytes[diff]) else {
      throw .fault(.unexpected(offset: opening))
    }
    return diff
  }
}
