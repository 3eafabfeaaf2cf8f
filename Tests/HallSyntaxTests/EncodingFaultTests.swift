import HallSyntax
import Testing

@Suite("Files that are not text")
struct EncodingFaultTests {
  @Test(
    "the first byte that is not UTF-8, or the first NUL, is reported",
    arguments: [
      ([0x41, 0xFF, 0x00] as [UInt8], 1, false), ([0x41, 0x00, 0xFF], 1, true),
      ([0xE4, 0xB8], 0, false), ([0x0A, 0xC0, 0xAF], 1, false), ([0xED, 0xA0, 0x80], 0, false),
      ([0xF4, 0x90, 0x80, 0x80], 0, false), ([0x00], 0, true),
      ([0xEF, 0xBB, 0xBF, 0x80], 3, false),
    ])
  func faults(_ bytes: [UInt8], offset: Int, isNUL: Bool) throws {
    let fault = try #require(EncodingFault(in: bytes))
    #expect(fault.offset == offset)
    #expect(fault.isNUL == isNUL)
  }

  @Test(
    "text has no fault",
    arguments: ["", "a", "议事厅", "\u{FEFF}x", "\u{10FFFF}", "\u{FFFD}", "e\u{301}"])
  func text(_ text: String) {
    #expect(EncodingFault(in: Array(text.utf8)) == nil)
  }

  @Test("every first byte is judged as by the standard library")
  func everySequence() {
    let ends: [[UInt8]] = [[], [0x7F], [0x80], [0xBF], [0xC0], [0x80, 0x80], [0xBF, 0xBF]]
    // Alone, and within enough text that many bytes are examined at once, wherever they begin.
    let borders: [UInt8] = [0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
    for (before, after) in [(1, 0), (1, 40), (2, 20), (16, 32), (32, 18), (34, 0), (65, 7)] {
      let seconds = before + after == 1 ? Array(0x7E...0xFF) : borders
      for first in UInt8(0x7F)...0xFF {
        for second in seconds {
          for end in ends {
            let bytes =
              Array(repeating: 0x41, count: before) + [first, second] + end
              + Array(repeating: 0x42, count: after)
            let isText = String(validating: bytes, as: UTF8.self) != nil
            guard (EncodingFault(in: bytes) == nil) == isText else {
              Issue.record("\(bytes) is \(isText ? "" : "not ")text")
              return
            }
          }
        }
      }
    }
  }

  @Test("text cut anywhere, and bytes changed anywhere, are judged as by the standard library")
  func changedText() {
    let text = Array("议事厅 é 的\u{300}记录\u{FEFF}，第 3 次：ünï 同意 12 户 결의 ก ok。end".utf8)
    for length in 0...text.count {
      for change in 0..<length {
        for byte: UInt8 in [0, 0x41, 0x80, 0xBF, 0xC1, 0xC3, 0xE0, 0xE4, 0xED, 0xF0, 0xFF] {
          var bytes = Array(text[..<length])
          bytes[change] = byte
          let isText = !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
          if (EncodingFault(in: bytes) == nil) != isText {
            Issue.record("\(bytes) is \(isText ? "" : "not ")text")
            return
          }
        }
      }
    }
  }

  @Test(
    "such a file is one block of prose, kept byte for byte",
    arguments: [
      Document.Kind.hall, .matter, .meeting, .roster, .ballots, .other,
    ])
  func keptWhole(_ kind: Document.Kind) {
    let bytes = Array("---\n会议: M-2025-008\n---\n# 题\n".utf8) + [0xFF, 0x0A]
    let document = Document(path: "x.md", kind: kind, bytes: bytes)
    #expect(document.bytes == bytes)
    #expect(document.frontMatter == nil)
    #expect(Array(document.children()) == [0])
    #expect(NodeChecker(bytes).fault(in: document, length: bytes.count) == nil)
  }

  @Test("the fault is reported by line and column")
  func place() throws {
    let bytes = Array("# 题\n正文".utf8) + [0x80]
    let document = Document(path: "x.md", kind: .meeting, bytes: bytes)
    let fault = try #require(document.fault)
    #expect(document.position(of: fault.offset) == SourcePosition(line: 2, column: 3))
  }
}
