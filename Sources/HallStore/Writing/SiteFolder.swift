/// A folder of published pages. It holds what the program wrote and nothing else: a list of its files
/// stands in it, and a folder with anything that is not on the list is left alone.
package struct SiteFolder: Sendable {
  package enum Failure: Error, Sendable {
    /// Something that is not ours, by its path in the folder.
    case foreign(String)
    /// Another call is publishing into it.
    case busy
    case disk(DiskFailure)
  }

  /// What a publishing did.
  package struct Outcome: Sendable {
    package let written: Int
    package let removed: Int
    package let unchanged: Int
  }

  private static let list = ".hall-site"
  private static let staged = ".hall-new"
  private let path: String
  private let disk: any Disk

  package init(_ path: String, from base: String, disk: any Disk = SystemDisk()) {
    self.path = path.hasPrefix("/") ? path : base + "/" + path
    self.disk = disk
  }

  private func place(_ file: String) -> DiskPath {
    DiskPath(path, file.split(separator: "/").map(String.init))
  }

  /// Writes the files that differ, and removes those that are no longer among them. All new texts are
  /// on the disk before the first old one is replaced, so that a full disk leaves the old pages whole.
  package func publish(
    _ files: [(path: String, bytes: [UInt8])]
  ) throws(Failure) -> Outcome {
    let lock: DiskFile
    var isFree = false
    do throws(DiskFailure) {
      _ = try disk.makeFolder(DiskPath(path))
      lock = try disk.openLock(DiskPath(path), isFolder: true)
      isFree = try disk.tryLock(lock)
    } catch {
      throw .disk(error)
    }
    defer { disk.close(lock) }
    guard isFree else { throw .busy }
    let known = try own()
    do throws(DiskFailure) { return try write(files, known) } catch { throw .disk(error) }
  }

  private func write(
    _ files: [(path: String, bytes: [UInt8])], _ known: [String]
  ) throws(DiskFailure) -> Outcome {
    var changed: [(path: String, bytes: [UInt8])] = []
    for file in files where try disk.read(place(file.path))?.bytes != file.bytes {
      changed.append(file)
    }
    let paths = files.map(\.path)
    let gone = known.filter { !paths.contains($0) }
    guard !changed.isEmpty || !gone.isEmpty else {
      return Outcome(written: 0, removed: 0, unchanged: files.count)
    }
    // Whatever is left of a stop is on the list.
    try writeList(Set(known + paths).sorted())
    _ = try disk.makeFolder(place(SiteFolder.staged))
    var made: [DiskPath] = []
    do throws(DiskFailure) {
      for (number, file) in changed.enumerated() {
        let new = place(SiteFolder.staged + "/\(number)")
        try disk.remove(new)
        made.append(new)
        try disk.write(file.bytes, toNew: new, mode: nil)
      }
    } catch {
      for new in made { try? disk.remove(new) }
      throw error
    }
    for (number, file) in changed.enumerated() {
      let target = place(file.path)
      if target.steps.count > 1 { _ = try disk.makeFolder(target.folder) }
      try disk.rename(place(SiteFolder.staged + "/\(number)"), to: target)
    }
    for file in gone { try disk.remove(place(file)) }
    try writeList(paths.sorted())
    return Outcome(
      written: changed.count, removed: gone.count, unchanged: files.count - changed.count)
  }

  private func writeList(_ paths: [String]) throws(DiskFailure) {
    let text = paths.map { $0 + "\n" }.joined()
    try disk.replace(place(SiteFolder.list), with: Array(text.utf8), mode: nil)
  }

  /// The files of ours that are there.
  private func own() throws(Failure) -> [String] {
    let list: [UInt8]?
    do throws(DiskFailure) { list = try disk.read(place(SiteFolder.list))?.bytes } catch {
      throw .disk(error)
    }
    let known = list.map {
      String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    let ours = Set((known ?? []) + [SiteFolder.list, SiteFolder.staged])
    let folders = Set(
      ours.compactMap { $0.split(separator: "/").dropLast().first.map(String.init) })
    for name in names(in: DiskPath(path)) where !ours.contains(name) {
      guard folders.contains(name) else { throw .foreign(name) }
      for inner in names(in: place(name)) where !ours.contains(name + "/" + inner) {
        throw .foreign(name + "/" + inner)
      }
    }
    return (known ?? []).filter { !$0.contains("..") && !$0.hasPrefix("/") }
  }

  /// What is in a folder, but what a host of pages keeps there.
  private func names(in folder: DiskPath) -> [String] {
    TemporaryFolder.names(in: folder.text).filter { ![".git", ".nojekyll"].contains($0) }
  }
}
