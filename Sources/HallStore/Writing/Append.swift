#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Revisions added to histories in place, one write and one sync for each: the way of `record`,
/// which changes no document.
///
/// A crash leaves a revision without its chain, which says that its writing was cut off. Whoever
/// writes next takes it away and records the document's text again. An error leaves what was.
struct Append {
  /// What is added to one history, at its path within the hall.
  struct Part {
    let path: String
    /// The history as it was read under the lock; nil where there is none yet.
    let found: StoredFile?
    /// How much of it stays.
    let whole: Int
    let bytes: [UInt8]
    /// The mode of a new history: the document's.
    let mode: UInt32?
  }

  let root: String
  let disk: any Disk

  enum Failure: Error {
    case disk(DiskFailure)
    /// The file is not the one that was read.
    case changed(String)
    /// The file is replaced, and not written to: it has another name as well (a copy made by hard
    /// links, which must stay as it is), or only its folder may be written to.
    case replacing
  }

  /// A file that is being added to, and how long it is where nothing is.
  private struct Opened {
    let part: Part
    let file: Int32
  }

  func commit(_ parts: [Part]) throws(Failure) {
    var opened: [Opened] = []
    defer { for open in opened { disk.close(open.file) } }
    do throws(Failure) {
      for part in parts {
        opened.append(Opened(part: part, file: try open(part)))
      }
      try onDisk { () throws(DiskFailure) in
        for open in opened {
          if let found = open.part.found, open.part.whole < found.bytes.count {
            try disk.truncate(open.file, to: open.part.whole)
          }
          try disk.writeAll(open.part.bytes, to: open.file)
        }
        for open in opened { try disk.sync(open.file) }
        if opened.contains(where: { $0.part.found == nil }) {
          try disk.syncFolder(root + "/history")
        }
      }
    } catch {
      for open in opened {
        if open.part.found == nil {
          try? disk.remove(root + "/" + open.part.path)
        } else {
          try? disk.truncate(open.file, to: open.part.whole)
        }
      }
      throw error
    }
  }

  private func open(_ part: Part) throws(Failure) -> Int32 {
    let path = root + "/" + part.path
    guard let found = part.found else {
      return try onDisk { () throws(DiskFailure) in
        if try disk.makeFolder(root + "/history") { try disk.syncFolder(root) }
        return try disk.create(path, mode: part.mode)
      }
    }
    let open: OpenFile
    do throws(DiskFailure) { open = try disk.openEnd(path) } catch {
      throw error.number == EACCES || error.number == EPERM ? .replacing : .disk(error)
    }
    guard open.inode == found.inode, open.size == found.bytes.count else {
      disk.close(open.file)
      throw .changed(part.path)
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
