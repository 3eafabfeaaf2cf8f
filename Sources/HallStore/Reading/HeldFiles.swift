/// The files of a hall from another source than its folder: git's index, or a commit.
///
/// Private files are still read from the folder: they are not in git.
package struct HeldFiles: Sendable {
  /// By their paths within the hall.
  let bytes: [String: [UInt8]]

  package init(_ bytes: [String: [UInt8]]) {
    self.bytes = bytes
  }
}

extension HallFolder {
  /// Whether a path is read from the folder.
  func isOnDisk(_ path: String) -> Bool {
    guard let held else { return true }
    return path.hasPrefix("private/") && held.bytes[path] == nil
  }

  /// The names in one of the hall's folders, sorted, without hidden ones.
  func list(_ folder: String) throws(StoreFailure.Reason) -> [String] {
    guard let held else { return try RecordFolder(folder, of: self, isListed: true).names() }
    let start = folder.isEmpty ? "" : folder + "/"
    let names = held.bytes.keys.lazy.filter { $0.hasPrefix(start) }
      .compactMap { $0.dropFirst(start.count).split(separator: "/").first.map(String.init) }
    return Set(names).filter { !$0.hasPrefix(".") }.sorted()
  }
}
