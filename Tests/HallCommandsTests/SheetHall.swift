import Foundation
import HallCommands

/// A folder with spreadsheets that is not a hall yet.
extension TestHall {
  static func empty(_ files: [String: String] = [:]) throws -> TestHall {
    let hall = try TestHall(files)
    try FileManager.default.removeItem(at: hall.folder.appending(path: "hall.md"))
    return hall
  }

  func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: path).path(percentEncoded: false))
  }

  /// The rows of the first table of a file, without its header.
  func roster(_ path: String = "hall.md") -> String {
    text(path).split(separator: "\n").filter { $0.hasPrefix("|") }.dropFirst(2)
      .joined(separator: "\n")
  }
}
