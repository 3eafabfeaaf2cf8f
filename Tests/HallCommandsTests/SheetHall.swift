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
