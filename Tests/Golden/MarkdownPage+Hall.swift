import Foundation

/// A page may hold the files of a hall: `markdown hall.md`, `markdown agendas/M-2025-001.md`.
extension MarkdownPage {
  /// The files, by path.
  var files: [(path: String, text: String)] {
    blocks.compactMap { block in block.file.map { ($0, text(of: block)) } }
  }

  /// The hall, written to a folder of its own, which the caller removes.
  func writtenHall() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "hall-page-\(UUID().uuidString)")
    for (path, text) in files {
      try MarkdownPage.write(text, to: folder.appending(path: path))
    }
    return folder
  }

  static func write(_ text: String, to file: URL) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
