/// What a terminal says about its cursor: `ESC [ 12 ; 3 R`.
struct CursorReply {
  /// From 1.
  let column: Int

  /// Nil where there is no reply among the bytes, which may also be keys.
  init?(_ bytes: [UInt8]) {
    guard let end = bytes.lastIndex(of: UInt8(ascii: "R")),
      let start = bytes[..<end].lastIndex(of: UInt8(ascii: "["))
    else { return nil }
    let numbers = String(decoding: bytes[(start + 1)..<end], as: UTF8.self).split(separator: ";")
    guard numbers.count == 2, let column = Int(numbers[1]) else { return nil }
    self.column = column
  }
}
