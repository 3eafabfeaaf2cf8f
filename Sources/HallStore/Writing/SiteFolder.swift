import HallHistory

/// A folder of published pages. It holds what the program wrote and nothing else: a list of its files
/// stands in it, and a folder with anything that is not on the list is left alone.
package struct SiteFolder: Sendable {
  package enum Failure: Error, Sendable {
    /// Something that is not ours, by its path in the folder.
    case foreign(String)
    /// Another call is publishing into it.
    case busy
    /// Nothing was replaced.
    case disk(DiskFailure)
    /// Some pages were replaced, others not.
    case partly(DiskFailure)
  }

  /// What a publishing did.
  package struct Outcome: Sendable {
    package let written: Int
    package let removed: Int
    package let unchanged: Int
  }

  private static let list = ".hall-site"
  private static let staged = ".hall-new"
  /// Where pages are, beside those at the top.
  private static let folders = ["d", "m", "q"]
  private let path: String
  private let disk: any Disk

  package init(_ path: String, from base: String, disk: any Disk = SystemDisk()) {
    self.path = path.hasPrefix("/") ? path : base + "/" + path
    self.disk = disk
  }

  private func place(_ file: String) -> DiskPath {
    DiskPath(path, file.split(separator: "/").map(String.init))
  }

  /// What was published, if the folder still holds exactly that: nothing has to be made again where it
  /// was made from the same.
  package struct Stamp: Sendable, Equatable {
    /// A digest of everything that the pages were made from.
    package let source: String
    /// Words on the pages that may be names of residents.
    package let possibleNames: Int

    package init(source: String, possibleNames: Int) {
      (self.source, self.possibleNames) = (source, possibleNames)
    }
  }

  /// The stamp of what was published last, and the number of its files; nil where one of them is not as
  /// it was written, or a stop has left something.
  package func whole() throws(Failure) -> (stamp: Stamp, count: Int)? {
    guard let list = try list(), let stamp = list.stamp,
      !names(in: DiskPath(path)).contains(SiteFolder.staged)
    else { return nil }
    _ = try own(list)
    for (path, digest) in list.digests {
      let bytes: [UInt8]?
      do throws(DiskFailure) { bytes = try disk.read(place(path))?.bytes } catch {
        throw .disk(error)
      }
      guard let bytes, SiteFolder.isPage(path), SHA256.hex(of: bytes) == digest else { return nil }
    }
    return (stamp, list.digests.count)
  }

  /// Writes the files that differ, and removes those that are no longer among them. All new texts are
  /// on the disk before the first old one is replaced, so that a full disk leaves the old pages whole.
  ///
  /// - Parameter making: called once; calls `add` for each file, with its path in the folder. If two
  ///   files have one path, the later one is written. Returns what ``whole()`` tells the next time.
  package func publish(
    _ making: (
      _ add: (_ path: String, _ bytes: [UInt8]) throws(Failure) -> Void
    ) throws(Failure) -> Stamp?
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
    defer { disk.release(lock) }
    guard isFree else { throw .busy }
    let known = try own(try list())
    // What a stop has left may be pages with names.
    emptyStaged()
    defer { emptyStaged() }
    var waiting = WaitingFiles()
    let stamp = try making { (path, bytes) throws(Failure) in
      do throws(DiskFailure) { try stage(path, bytes, &waiting) } catch { throw .disk(error) }
    }
    return try replace(with: waiting, known, stamp)
  }

  private func emptyStaged() { TemporaryFolder.remove(place(SiteFolder.staged).text) }

  private func stagedPlace(_ number: Int) -> DiskPath { place(SiteFolder.staged + "/\(number)") }

  /// Lets a file wait, if it differs from the one that is there.
  private func stage(
    _ path: String, _ bytes: [UInt8], _ waiting: inout WaitingFiles
  ) throws(DiskFailure) {
    let old = waiting.numbers[path]
    if let old { try disk.remove(stagedPlace(old)) }
    waiting.digests[path] = SHA256.hex(of: bytes)
    waiting.numbers[path] = nil
    guard try disk.read(place(path))?.bytes != bytes else { return }
    // Pages may wait with names on them that are masked a moment later.
    if waiting.count == 0 { try OutsideFolder.make(place(SiteFolder.staged).text) }
    // Not synced one by one: pages can be written again, and there are thousands of them.
    let new = try disk.create(stagedPlace(waiting.count), mode: nil)
    defer { disk.close(new) }
    try disk.writeAll(bytes, to: new)
    waiting.numbers[path] = waiting.count
    waiting.count += 1
  }

  private func replace(
    with waiting: WaitingFiles, _ known: [String], _ stamp: Stamp?
  ) throws(Failure) -> Outcome {
    let gone = known.filter { waiting.digests[$0] == nil }
    let changed = waiting.numbers.sorted { $0.value < $1.value }
    let total = waiting.digests.count
    do throws(DiskFailure) {
      guard !changed.isEmpty || !gone.isEmpty else {
        try writeList(of: waiting.digests, stamp)
        return Outcome(written: 0, removed: 0, unchanged: total)
      }
      // Whatever is left of a stop is on the list.
      try writeList(Set(known).union(waiting.digests.keys).sorted())
    } catch {
      throw .disk(error)
    }
    do throws(DiskFailure) {
      for (path, number) in changed {
        let target = place(path)
        if target.steps.count > 1 { _ = try disk.makeFolder(target.folder) }
        try disk.rename(stagedPlace(number), to: target)
      }
      for file in gone { try disk.remove(place(file)) }
      // A folder without pages would be somebody else's the next time.
      for folder in SiteFolder.folders { OutsideFolder.removeIfEmpty(place(folder).text) }
      try writeList(of: waiting.digests, stamp)
    } catch {
      throw .partly(error)
    }
    return Outcome(written: changed.count, removed: gone.count, unchanged: total - changed.count)
  }

  private func writeList(_ paths: [String]) throws(DiskFailure) {
    let text = paths.map { $0 + "\n" }.joined()
    try disk.replace(place(SiteFolder.list), with: Array(text.utf8), mode: nil)
  }

  /// The stamp, and each file with its digest; nothing is written where the list says the same.
  private func writeList(
    of digests: [String: String], _ stamp: Stamp?
  ) throws(DiskFailure) {
    let lines = digests.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)\n" }
    let head = stamp.map { "\t\($0.source)\t\($0.possibleNames)\n" } ?? ""
    let text = Array((head + lines.joined()).utf8)
    guard try disk.read(place(SiteFolder.list))?.bytes != text else { return }
    try disk.replace(place(SiteFolder.list), with: text, mode: nil)
  }

  /// What the list of the folder says; nil without one.
  private func list() throws(Failure) -> SiteList? {
    do throws(DiskFailure) {
      return try disk.read(place(SiteFolder.list)).map { SiteList($0.bytes) }
    } catch {
      throw .disk(error)
    }
  }

  /// The files of ours that are there.
  private func own(_ list: SiteList?) throws(Failure) -> [String] {
    // The list may come from anybody: only what can be a page of a site is one.
    let known = list?.paths.filter(SiteFolder.isPage)
    let ours = Set(
      (known ?? []) + [SiteFolder.list, SiteFolder.list + ".hall-new", SiteFolder.staged])
    let folders = Set(
      ours.compactMap { $0.split(separator: "/").dropLast().first.map(String.init) })
    for name in names(in: DiskPath(path)) where !ours.contains(name) {
      let isOurs =
        folders.contains(name)
        || SiteFolder.folders.contains(name) && OutsideFolder.isEmpty(place(name).text)
      guard isOurs else { throw .foreign(name) }
      for inner in names(in: place(name)) where !ours.contains(name + "/" + inner) {
        throw .foreign(name + "/" + inner)
      }
    }
    return known ?? []
  }

  /// `index.html`, `d/M-2025-008-D1.html`, and what stands beside the pages.
  private static func isPage(_ path: String) -> Bool {
    if ["style.css", "search.js", "index.js", "feed.xml", "tasks.ics"].contains(path) {
      return true
    }
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    guard path.hasSuffix(".html"), let name = steps.last, !name.hasPrefix(".") else { return false }
    return steps.count == 1 || steps.count == 2 && folders.contains(String(steps[0]))
  }

  /// What is in a folder, but what a host of pages keeps there.
  private func names(in folder: DiskPath) -> [String] {
    TemporaryFolder.names(in: folder.text).filter { ![".git", ".nojekyll"].contains($0) }
  }
}

/// The files of a site, as far as they are made.
private struct WaitingFiles {
  /// Of each, by its path, SHA-256 in hexadecimal.
  var digests: [String: String] = [:]
  /// The numbers under which those wait that differ from what is there.
  var numbers: [String: Int] = [:]
  var count = 0
}

/// The list of a folder of pages: a line with the stamp, and one for each file with its digest.
private struct SiteList {
  private(set) var stamp: SiteFolder.Stamp?
  private(set) var paths: [String] = []
  /// Of the files that were wholly written.
  private(set) var digests: [(path: String, digest: String)] = []

  init(_ bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if parts.count == 3, parts[0].isEmpty, let count = Int(parts[2]) {
        stamp = SiteFolder.Stamp(source: parts[1], possibleNames: count)
      } else {
        paths.append(parts[0])
        if parts.count == 2 { digests.append((parts[0], parts[1])) }
      }
    }
    // A file without a digest: the publishing was stopped before all files were there.
    if digests.count != paths.count { stamp = nil }
  }
}
