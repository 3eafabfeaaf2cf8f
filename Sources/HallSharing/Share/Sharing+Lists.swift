import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Files that are lists of lines.
extension Sharing {
  /// Merges lists of independent lines: keys of signers, ignore patterns. The result has the
  /// additions of both sides.
  func uniteLists(_ lock: HallLock) throws(Refusal) {
    var files: [(path: String, bytes: [UInt8])] = []
    for path in ["signatures/allowed_signers", ".gitignore", ".gitattributes"] {
      let versions = (1...3).map { stage in
        repository.git(["cat-file", "blob", ":\(stage):\(repository.prefix)\(path)"])
      }
      guard versions[1].isDone, versions[2].isDone else { continue }
      let pieces = LineMerge.merge(
        base: versions[0].isDone ? versions[0].output : [], first: versions[2].output,
        second: versions[1].output)
      var text: [UInt8] = []
      for piece in pieces {
        switch piece {
        case .settled(let lines): text += lines
        case .bothAdded(let theirs, let ours): text += theirs + ours
        // If both sides have rewritten the same line, a person has to decide.
        case .conflict: return
        }
      }
      files.append((path, text))
    }
    guard !files.isEmpty else { return }
    try rewrite(files, holding: lock)
    _ = stage(files.map(\.path))
  }
}
