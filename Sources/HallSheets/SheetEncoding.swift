import HallModel
import HallSyntax
import HallWords

/// The encoding a spreadsheet was saved in.
package enum SheetEncoding: Equatable {
  case utf8, utf16, gb18030

  package var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16: "UTF-16"
    case .gb18030: "GB18030"
    }
  }

  /// Why bytes could not be read as text.
  package enum Fault: Error, Equatable {
    case workbook
    /// A web page or an XML file, which some programs save as a spreadsheet.
    case markup
    /// UTF-8 or GB18030 with one invalid place: the line, from 1.
    case damaged(SheetEncoding, line: Int)
    case binary
    /// GB18030, but this machine has no converter for it.
    case noConverter
  }

  /// The text as UTF-8, and its original encoding.
  ///
  /// Text that is not UTF-8 is read as GB18030, in which Chinese Excel saves a CSV.
  package static func text(
    of bytes: [UInt8], converters: [GB18030Converter] = [.library, .program]
  ) throws(Fault) -> (bytes: [UInt8], encoding: SheetEncoding) {
    if isWorkbook(bytes) { throw .workbook }
    if isMarkup(bytes) { throw .markup }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return (try utf16(bytes), .utf16)
    }
    guard let fault = EncodingFault(in: bytes) else { return (bytes, .utf8) }
    if fault.isNUL || bytes.contains(0) { throw .binary }
    let isMarked = bytes.starts(with: byteOrderMark)
    if isMarked || looksLikeUTF8(bytes[..<fault.offset]) {
      throw .damaged(.utf8, line: line(of: fault.offset, in: bytes))
    }
    for converter in converters {
      switch converter.convert(bytes) {
      case .text(let text) where EncodingFault(in: text) == nil: return (text, .gb18030)
      case .text: throw .binary
      case .stopped(let offset): throw .damaged(.gb18030, line: line(of: offset, in: bytes))
      case .notHere: continue
      }
    }
    throw .noConverter
  }

  /// Whether it is a workbook: a zipped one, or one of the older format.
  package static func isWorkbook(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }

  private static func isMarkup(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(400), as: UTF8.self).lowercased()
    let text = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    return ["<html", "<!doctype", "<table", "<?xml", "<meta", "<style"].contains(
      where: text.hasPrefix)
  }

  /// Whether so much of it is UTF-8 that it cannot be GB18030 by chance.
  private static func looksLikeUTF8(_ bytes: Slice) -> Bool {
    bytes.count { $0 >= 0xC0 } >= 8
  }

  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    let before = bytes.prefix(offset)
    let lines = before.count { $0 == UInt8(ascii: "\n") }
    // Line ends may be carriage returns alone.
    return (lines > 0 ? lines : before.count { $0 == UInt8(ascii: "\r") }) + 1
  }

  private static func utf16(_ bytes: [UInt8]) throws(Fault) -> [UInt8] {
    guard bytes.count % 2 == 0 else { throw .binary }
    let (high, low) = bytes[0] == 0xFE ? (0, 1) : (1, 0)
    let units = stride(from: 2, to: bytes.count, by: 2).map { index in
      UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + low])
    }
    guard let text = String(validating: units, as: UTF16.self), !units.contains(0) else {
      throw .binary
    }
    return Array(text.utf8)
  }
}

extension SheetEncoding.Fault {
  package var phrase: Phrase {
    switch self {
    case .workbook:
      Phrase(
        zh: "这是 Excel 工作簿，这台电脑上没有能读它的程序（LibreOffice 或 Gnumeric）",
        en: "this is a workbook, and no program on this machine reads it (LibreOffice, Gnumeric)")
    case .markup:
      Phrase(
        zh: "这是网页或 XML，不是 CSV，虽然名字像表格",
        en: "this is a web page or XML and not a CSV file, whatever it is called")
    case .damaged(let encoding, let line):
      Phrase(
        zh: "第 \(line) 行有读不出的字（按 \(encoding.name) 读）",
        en: "line \(line) holds a character that cannot be read (as \(encoding.name))")
    case .binary: Phrase(zh: "这不是文字文件", en: "this is not text")
    case .noConverter:
      Phrase(
        zh: "这份表不是 UTF-8，这台电脑上又没有能转换 GB18030 的程序",
        en: "this is not UTF-8, and nothing on this machine converts GB18030")
    }
  }

  package var hint: Phrase {
    Phrase(
      zh: "在 Excel 或 WPS 里「另存为」，类型选「CSV UTF-8（逗号分隔）」",
      en: "in the spreadsheet, save it as 'CSV UTF-8 (comma delimited)'")
  }
}
