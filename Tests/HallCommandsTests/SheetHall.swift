import Foundation
import HallCommands

/// A folder that is no hall yet, with spreadsheets in it.
extension TestHall {
  static func empty(_ files: [String: String] = [:]) throws -> TestHall {
    let hall = try TestHall(files)
    try FileManager.default.removeItem(at: hall.folder.appending(path: "hall.md"))
    return hall
  }

  func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: path).path(percentEncoded: false))
  }

  /// What stands between two lines of a file.
  func roster(_ path: String = "hall.md") -> String {
    text(path).split(separator: "\n").filter { $0.hasPrefix("|") }.dropFirst(2)
      .joined(separator: "\n")
  }
}

/// Texts in the encodings that spreadsheets are saved in.
enum Encoded {
  /// `姓名,户号,面积` and two rows, as Python's `encode('gb18030')` writes them.
  static let gb18030: [UInt8] = [
    0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xBB, 0xA7, 0xBA, 0xC5, 0x2C, 0xC3, 0xE6, 0xBB, 0xFD, 0x0D, 0x0A,
    0xD5, 0xC5, 0xC8, 0xFD, 0x2C, 0x32, 0x2D, 0x31, 0x2D, 0x33, 0x30, 0x31, 0x2C, 0x38, 0x36, 0x2E,
    0x34, 0x30, 0x0D, 0x0A, 0x81, 0x39, 0xEF, 0x31, 0x95, 0x34, 0xB2, 0x35, 0x2C, 0x32, 0x2D, 0x31,
    0x2D, 0x35, 0x30, 0x32, 0x2C, 0x39, 0x32, 0x2E, 0x31, 0x35, 0xA9, 0x4F, 0x0D, 0x0A,
  ]

  static func utf16(_ text: String, bigEndian: Bool = false) -> Data {
    var data = Data(bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE])
    for unit in text.utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      data.append(contentsOf: bigEndian ? [high, low] : [low, high])
    }
    return data
  }
}
