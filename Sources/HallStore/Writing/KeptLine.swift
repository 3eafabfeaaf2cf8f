/// A line somebody was writing when the terminal was lost: `.hall/minute-M-2025-008`, until it is
/// taken up again.
package struct KeptLine: Sendable {
  private let path: String
  private let disk: any Disk

  package init(_ name: String, in folder: HallFolder, disk: any Disk = SystemDisk()) {
    path = "\(folder.root)/.hall/minute-\(name)"
    self.disk = disk
  }

  package var text: String? {
    guard let bytes = try? disk.read(path)?.bytes, !bytes.isEmpty else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Keeps a line in place of what was kept; an empty one is none.
  package func keep(_ text: String) throws(DiskFailure) {
    guard !text.isEmpty else { return }
    let new = path + ".new"
    _ = try disk.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
    try disk.remove(new)
    try disk.write(Array(text.utf8), toNew: new, mode: 0o600)
    try disk.rename(new, to: path)
  }

  package func remove() throws(DiskFailure) { try disk.remove(path) }
}
