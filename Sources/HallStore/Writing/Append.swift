#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Adds revisions to histories in place, with one write and one sync for each: for `record`, which
/// changes no document.
///
/// A crash leaves a revision without its chain, which shows that it is incomplete. The next write
/// removes it and records the document's text again. An error leaves everything as it was.
///
/// A new history is written whole in `.hall/` and then renamed: no history begins with an
/// incomplete revision, so one that does has lost something.
struct Append {
  /// The addition to one history, at its path within the hall.
  struct Part {
    let path: HallPath
    /// The history as read under the lock; nil if there is none yet.
    let found: StoredFile?
    /// How much of it is kept.
    let whole: Int
    let bytes: [UInt8]
    /// The mode of a new history: that of the document.
    let mode: UInt32?
  }

  let folder: HallFolder
  let disk: any Disk

  private var historyFolder: DiskPath { folder.place(.folder(.history)) }

  enum Failure: Error {
    case disk(DiskFailure)
    /// The file has changed since it was read.
    case changed(String)
    /// The file must be replaced rather than appended to: it has another name as well (a copy made
    /// by hard links, which must not change), nothing of it is kept, only its folder is writable,
    /// or `.hall/` is on another disk.
    case replacing
  }

  /// A file that is being appended to, and its original length.
  private struct Opened {
    let part: Part
    let file: DiskFile

    var isNew: Bool { part.found == nil }
  }

  func commit(_ parts: [Part]) throws(Failure) {
    var opened: [Opened] = []
    defer { for open in opened { disk.close(open.file) } }
    var named: [DiskPath] = []
    var count = 0
    do throws(Failure) {
      for part in parts {
        opened.append(Opened(part: part, file: try open(part, after: count)))
        if part.found == nil { count += 1 }
      }
      let new = opened.filter(\.isNew)
      try onDisk { () throws(DiskFailure) in
        for open in opened {
          if let found = open.part.found, open.part.whole < found.bytes.count {
            try disk.truncate(open.file, to: open.part.whole)
          }
          try disk.writeAll(open.part.bytes, to: open.file)
        }
        for open in opened { try disk.sync(open.file) }
      }
      for open in new.reversed() {
        // Under the lock no instance of this program creates one; another program may have.
        let path = folder.place(open.part.path)
        guard try onDisk({ () throws(DiskFailure) in try disk.read(path) == nil }) else {
          throw .changed(open.part.path.text)
        }
        do throws(DiskFailure) {
          try disk.rename(open.file.path, to: path)
          named.append(path)
        } catch {
          throw error.number == EXDEV ? .replacing : .disk(error)
        }
      }
      if !new.isEmpty {
        try onDisk { () throws(DiskFailure) in try disk.syncFolder(historyFolder) }
      }
    } catch {
      for open in opened {
        if open.isNew {
          try? disk.remove(open.file.path)
        } else {
          try? disk.truncate(open.file, to: open.part.whole)
        }
      }
      for path in named { try? disk.remove(path) }
      throw error
    }
  }

  /// Removes what a crash left of new histories.
  func sweep() throws(DiskFailure) { try disk.removeNumbered(waiting) }

  private func waiting(_ index: Int) -> DiskPath { folder.place(.notes("history.\(index)")) }

  /// - Parameter count: how many histories before it are new.
  private func open(_ part: Part, after count: Int) throws(Failure) -> DiskFile {
    let path = folder.place(part.path)
    guard let found = part.found else {
      return try onDisk { () throws(DiskFailure) in
        if try disk.makeFolder(historyFolder) { try disk.syncFolder(folder.top) }
        try disk.remove(waiting(count))
        return try disk.create(waiting(count), mode: part.mode)
      }
    }
    guard part.whole > 0 else { throw .replacing }
    let open: OpenFile
    do throws(DiskFailure) { open = try disk.openEnd(path) } catch {
      throw error.number == EACCES || error.number == EPERM ? .replacing : .disk(error)
    }
    guard open.inode == found.inode, open.size == found.bytes.count else {
      disk.close(open.file)
      throw .changed(part.path.text)
    }
    guard open.links == 1 else {
      disk.close(open.file)
      throw .replacing
    }
    return open.file
  }

  private func onDisk<Value>(
    _ work: () throws(DiskFailure) -> Value
  ) throws(Failure) -> Value {
    do throws(DiskFailure) { return try work() } catch { throw .disk(error) }
  }
}
