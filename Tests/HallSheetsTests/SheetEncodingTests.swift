import HallSheets
import HallWords
import TestSupport
import Testing

@Suite("What a spreadsheet was saved in is found out")
struct SheetEncodingTests {
  private static let text = "姓名,户号,面积\r\n张三,2-1-301,86.40\r\n㐂𠮷,2-1-502,92.15㎡\r\n"

  @Test(
    "the C library and the program read GB18030 alike",
    arguments: [GB18030Converter.library, .program])
  func converters(_ converter: GB18030Converter) {
    #expect(converter.convert(Encoded.gb18030) == .text(Array(Self.text.utf8)))
    let many = Array(repeating: Encoded.gb18030, count: 5000).flatMap(\.self)
    #expect(
      converter.convert(many) == .text(Array(String(repeating: Self.text, count: 5000).utf8)))
  }

  @Test(
    "a byte that is none is named with its line", arguments: [GB18030Converter.library, .program])
  func damaged(_ converter: GB18030Converter) {
    #expect(throws: SheetEncoding.Fault.damaged(.gb18030, line: 4)) {
      try SheetEncoding.text(of: Encoded.gb18030 + [0xFF, 0x0A], converters: [converter])
    }
  }

  @Test("where nothing converts, the text is not guessed at")
  func noConverter() {
    #expect(throws: SheetEncoding.Fault.noConverter) {
      try SheetEncoding.text(of: Encoded.gb18030, converters: [])
    }
    #expect(SheetEncoding.Fault.noConverter.hint.zh.contains("CSV UTF-8"))
  }

  @Test("UTF-8 with one broken character is not taken for GB18030")
  func brokenUTF8() {
    let bytes = Array("姓名,身份\n张三,楼长\n".utf8) + [0xE4, 0xB8] + Array("\n".utf8)
    #expect(throws: SheetEncoding.Fault.damaged(.utf8, line: 3)) {
      try SheetEncoding.text(of: bytes)
    }
  }
}
