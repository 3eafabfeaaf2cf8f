import HallModel
import HallStore
import HallWords

/// Committed files of the hall that are not in this work tree, because git was asked for only a
/// part of the repository (a sparse checkout).
extension Repository {
  /// Their paths within the hall.
  func leftOut() -> [String] {
    guard own.isSparse else { return [] }
    let listed = git(
      ["ls-files", "-t", "-z", "--full-name", "--"] + (prefix.isEmpty ? [] : [prefix]))
    return listed.output.split(separator: 0).compactMap { entry in
      let text = String(decoding: entry, as: UTF8.self)
      // `S PATH`: git skips it in the work tree.
      guard text.hasPrefix("S "), text.dropFirst(2).hasPrefix(prefix) else { return nil }
      let path = String(text.dropFirst(2 + prefix.count))
      return SharedFiles.contain(path) ? path : nil
    }
  }

  /// Refuses to write if a part of the record is not checked out: it would be started again from
  /// nothing.
  package func requireWhole() throws(Refusal) {
    let paths = leftOut()
    guard let first = paths.first else { return }
    throw .refused(
      Phrase(
        zh: "这台电脑只取出了议事厅的一部分文件，少了 \(paths.count) 个（\(first) 等）。什么也没有动",
        en:
          "\(paths.count) files of the hall are not in this clone (\(first) …): only a part of it was"
          + " checked out; nothing was changed"),
      hint: Phrase(
        zh: "先全部取出来：git sparse-checkout disable",
        en: "check out all of it: git sparse-checkout disable"))
  }
}
