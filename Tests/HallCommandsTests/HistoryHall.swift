import Foundation
import HallCommands
import HallWords
import Testing

extension TestHall {
  /// Runs a call as 王五.
  func write(_ words: String...) -> Answer { write(words) }

  func write(_ words: [String]) -> Answer {
    CommandTable.answer(words, in: context(environment: ["HALL_AUTHOR": "王五"]))
  }

  func text(_ path: String) -> String {
    (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)) ?? ""
  }

  /// Edits a file as any other program would.
  func edit(
    _ path: String, _ old: String, _ new: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = text(path)
    #expect(text.contains(old), "\(path) has no \(old)", sourceLocation: sourceLocation)
    try write(Data(text.replacing(old, with: new).utf8), to: path)
  }

  /// Every file below the folder, hidden ones too, with its bytes, mode and time.
  func everything() throws -> [String: String] {
    let manager = FileManager.default
    let root = folder.path(percentEncoded: false)
    var found: [String: String] = [:]
    for path in try manager.subpathsOfDirectory(atPath: root) {
      let full = root + "/" + path
      let facts = try manager.attributesOfItem(atPath: full)
      let bytes = manager.contents(atPath: full)?.base64EncodedString() ?? "-"
      let mode = facts[.posixPermissions].map { "\($0)" } ?? ""
      let changed = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      found[path] = "\(mode) \(changed) \(bytes)"
    }
    return found
  }
}
