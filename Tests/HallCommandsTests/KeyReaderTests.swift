import HallCommands
import TestSupport
import Testing

/// Whatever bytes a terminal sends, they become keys and never block what comes next.
@Suite("Keys are read from any bytes")
struct KeyReaderTests {
  private static let pieces: [[UInt8]] =
    [
      "居民", "\u{1B}[", "\u{1B}[<", "\u{1B}O", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[1;5D", "\u{1B}",
      "\r", "\n", "\t", "a", "0", ";", "e\u{301}", "👨‍👩‍👧", "\u{7F}", "\u{4}",
    ].map { Array($0.utf8) } + [[0xE5], [0xFF], [0x80], [0xF0, 0x9F], [0xC2], [0x00], [0x9B]]

  /// The keys that were still held back after a pause in the input.
  private func settled(_ reader: inout KeyReader) -> [Key] {
    reader.isWaiting ? reader.flush() : []
  }

  @Test("Ctrl-C is always read, whatever came before it and however the bytes were split")
  func interrupt() {
    var random = SplitMix64(seed: 20_251_201)
    for round in 0..<4000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int(random.next() % 40) {
        if random.next() % 3 == 0 {
          bytes.append(UInt8(truncatingIfNeeded: random.next()))
        } else {
          bytes += Self.pieces[Int(random.next() % UInt64(Self.pieces.count))]
        }
      }
      bytes.removeAll { $0 == 0x03 }
      var reader = KeyReader()
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Int(random.next() % 7) + 1
        _ = reader.keys(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      _ = settled(&reader)
      #expect(reader.keys([0x03]).last == .interrupt, "round \(round): \(bytes)")
      #expect(!reader.isWaiting, "round \(round): \(bytes)")
    }
  }

  @Test("the text of a line is read whole, however the bytes were split")
  func pieces() {
    let bytes = Array("到 居民、👨‍👩‍👧 e\u{301}\r".utf8)
    for cut in 0...bytes.count {
      var reader = KeyReader()
      let keys = reader.keys(Array(bytes[..<cut])) + reader.keys(Array(bytes[cut...]))
      let text = keys.map { if case .text(let text) = $0 { text } else { "|" } }.joined()
      #expect(text == "到 居民、👨‍👩‍👧 e\u{301}|")
    }
  }

  @Test(
    "an invalid escape sequence loses only its escape character",
    arguments: [
      ("\u{1B}[居民反映一楼又反水了\r", "[居民反映一楼又反水了|"), ("\u{1B}O居\r", "O居|"), ("\u{1B}[12\r", "[12|"),
      ("\u{1B}[\u{1B}[A\r", "[||"),
    ] as [(String, String)])
  func noSequence(typed: String, read: String) {
    var reader = KeyReader()
    let keys = reader.keys(Array(typed.utf8))
    #expect(keys.map { if case .text(let text) = $0 { text } else { "|" } }.joined() == read)
  }

  @Test("a very long escape sequence is given up")
  func long() {
    var reader = KeyReader()
    _ = reader.keys([0x1B, UInt8(ascii: "[")] + Array(repeating: UInt8(ascii: "1"), count: 300))
    #expect(!reader.isWaiting)
  }
}
