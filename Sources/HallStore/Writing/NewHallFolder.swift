/// A folder that will become a hall.
package struct NewHallFolder: Sendable {
  /// The folder, with every link resolved; it may not exist yet.
  private let path: String
  private let shownPath: String
  private let disk: any Disk

  /// - Parameter base: the folder that a relative path starts from.
  package init(_ folder: String, from base: String, disk: any Disk = SystemDisk()) {
    path = folder.hasPrefix("/") ? folder : base + "/" + folder
    shownPath = folder
    self.disk = disk
  }

  /// Whether anything exists at a path within it.
  package func has(_ name: String) -> Bool { FileSystem.exists(path + "/" + name) }

  /// Whether something is in it, also something hidden. What cannot be listed counts as something.
  package var isOccupied: Bool {
    guard FileSystem.exists(path) else { return false }
    guard let descriptor = try? OpenFolder(DiskPath(path), isListed: true).keep(),
      let names = try? FileSystem.names(in: descriptor, withHidden: true)
    else { return true }
    return !names.isEmpty
  }

  /// The folder with every link resolved if it exists; else the path where it will be made.
  package var realPath: String { FileSystem.realPath(path) ?? path }

  /// What is in its way: a file, or something else that is not a folder, at one of its steps.
  package var obstacle: String? {
    var steps = Substring(path)
    var shown = Substring(shownPath)
    while !steps.isEmpty {
      if FileSystem.exists(String(steps)) {
        return FileSystem.isFolder(String(steps)) ? nil : String(shown)
      }
      guard let slash = steps.lastIndex(of: "/"), let cut = shown.lastIndex(of: "/") else {
        return nil
      }
      steps = steps[..<slash]
      shown = shown[..<cut]
    }
    return nil
  }

  /// The bytes of a file in it; nil if there is none.
  package func bytes(of name: String) throws(HallWriter.Failure) -> [UInt8]? {
    guard let place = HallPath(name) else { throw .outside(name) }
    do throws(DiskFailure) { return try disk.read(DiskPath(path, place.steps))?.bytes } catch {
      throw .disk(error)
    }
  }

  /// Makes the folder and some folders within it.
  package func make(_ folders: [HallPath.Area]) throws(HallWriter.Failure) -> HallFolder {
    do throws(DiskFailure) {
      _ = try disk.makeFolder(DiskPath(path))
      for folder in folders {
        _ = try disk.makeFolder(DiskPath(path, HallPath.folder(folder).steps))
      }
    } catch {
      throw .disk(error)
    }
    guard let root = FileSystem.realPath(path) else {
      throw .store(StoreFailure(path: shownPath, reason: .notFound))
    }
    return HallFolder(root: root, shownPath: shownPath)
  }
}

extension HallFolder {
  /// The bytes of a file in the hall; nil if there is none.
  package func existing(_ path: String) throws(StoreFailure) -> [UInt8]? {
    do throws(StoreFailure) { return try bytes(of: path) } catch {
      if error.reason == .notFound { return nil }
      throw error
    }
  }
}
