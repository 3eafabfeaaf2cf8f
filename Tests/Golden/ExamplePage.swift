import Foundation

/// A page whose fences are the files of a hall: `markdown hall.md`, `markdown agendas/M-2025-001.md`.
struct ExamplePage {
  let text: String
  /// The words after the opening backticks of each fence, and the text.
  let fences: [(info: String, text: String)]

  /// - Parameter path: from the root of the repository.
  init(_ path: String) throws {
    text = try Repository.text(path)
    fences = ExamplePage.fences(of: text)
  }

  private static func fences(of page: String) -> [(info: String, text: String)] {
    var fences: [(String, String)] = []
    var open: (mark: String, info: String, lines: [String])?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let current = open {
        if line == current.mark {
          fences.append((current.info, current.lines.joined(separator: "\n") + "\n"))
          open = nil
        } else {
          open?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        let mark = String(line.prefix { $0 == "`" })
        open = (mark, String(line.dropFirst(mark.count)), [])
      }
    }
    return fences
  }

  /// The files of the hall, by path.
  var files: [(path: String, text: String)] {
    fences.filter { $0.info.hasPrefix("markdown ") }
      .map { (String($0.info.dropFirst("markdown ".count)), $0.text) }
  }

  /// The hall, written to a folder of its own, which the caller removes.
  func writtenHall() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "hall-page-\(UUID().uuidString)")
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return folder
  }
}
