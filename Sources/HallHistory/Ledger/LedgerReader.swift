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
    guard take("\(number)\n") else {
      throw rest("\(number)\n") ? .cutOff : .fault(.number(expected: number))
    }
    try expect("\n")
    let at = try field("at")
    let by = try field("by")
    let why = try field("why")
    let kind = try optionalField("kind")
    let was = try optionalField("was")
    let content = try digest("content")
    try expect("\n")
    let diff = try fence()
    try expect("\n")
    let chain = try digest("chain")
    guard kind == nil || kind.flatMap(Revision.Kind.init) != nil else {
      throw .fault(.unexpected(offset: start))
    }
    return Revision(
      number: number, at: at, by: by, why: why, kind: kind.flatMap(Revision.Kind.init), was: was,
      content: content, diff: diff, chain: chain, range: start..<offset)
  }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[offset...].starts(with: text.utf8) else { return false }
    offset += text.utf8.count
    return true
  }

  /// Whether all that is left is the beginning of a text.
  private func rest(_ text: String) -> Bool {
    bytes.count - offset < text.utf8.count && text.utf8.starts(with: bytes[offset...])
  }

  private mutating func expect(_ text: String) throws(Stop) {
    guard take(text) else {
      throw rest(text) ? .cutOff : .fault(.unexpected(offset: firstDifference(text)))
    }
  }

  private func firstDifference(_ text: String) -> Int {
    offset + zip(bytes[offset...], text.utf8).prefix { $0 == $1 }.count
  }

  /// The line from here on, without its newline.
  private mutating func line() throws(Stop) -> Range<Int> {
    guard let newline = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) else { throw .cutOff }
    defer { offset = newline + 1 }
    return offset..<newline
  }

  private mutating func field(_ key: String) throws(Stop) -> String {
    try expect("* \(key): ")
    let range = try line()
    // One spelling only: no blank at the end, no control character, nothing that is not UTF-8.
    let value = String(decoding: bytes[range], as: UTF8.self)
    guard Array(value.utf8) == Array(bytes[range]), LedgerWriter.clean(value) == value else {
      throw .fault(.unexpected(offset: range.lowerBound))
    }
    return value
  }

  private mutating func optionalField(_ key: String) throws(Stop) -> String? {
    guard bytes[offset...].starts(with: "* \(key): ".utf8) else { return nil }
    return try field(key)
  }

  private mutating func digest(_ key: String) throws(Stop) -> String {
    let start = offset
    let value = try field(key)
    guard let digest = LedgerReader.digest(value) else {
      throw .fault(.unexpected(offset: start))
    }
    return digest
  }

  /// The 64 digits behind `sha256:`.
  static func digest(_ text: String) -> String? {
    guard text.hasPrefix("sha256:") else { return nil }
    let digits = text.dropFirst(7)
    guard digits.utf8.count == 64,
      digits.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    return String(digits)
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
    let mark = String(repeating: "`", count: ticks)
    let start = offset
    while true {
      let here = offset
      let range = try line()
      if bytes[range].elementsEqual(mark.utf8) {
        let diff = start..<here
        // The fence is just longer than any run of backticks within it: one spelling only.
        guard ticks == LedgerWriter.fenceLength(for: bytes[diff]) else {
          throw .fault(.unexpected(offset: opening))
        }
        return diff
      }
    }
  }
}
