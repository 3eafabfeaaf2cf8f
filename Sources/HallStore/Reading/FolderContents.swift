#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Every file below a folder, whatever it is called.
package struct FolderContents: Sendable {
  /// The regular files, by their paths in the folder, sorted.
  package private(set) var files: [String] = []
  /// What is no regular file: links, pipes, names that are not text.
  package private(set) var others: [String] = []

  /// - Parameters:
  ///   - isAlone: whether files with a second name (hard links) are left out of `files`.
  ///   - isLeftOut: which files and folders are passed over, by their paths.
  package init(
    of root: String, isAlone: Bool = false, leavingOut isLeftOut: (String) -> Bool = { _ in false }
  ) throws(StoreFailure) {
    var folders = [""]
    while let folder = folders.popLast() {
      for name in try FolderContents.names(in: root, folder) {
        let path = folder.isEmpty ? name : folder + "/" + name
        guard !isLeftOut(path) else { continue }
        var info = stat()
        guard lstat(root + "/" + path, &info) == 0 else {
          others.append(path)
          continue
        }
        switch info.st_mode & S_IFMT {
        case S_IFDIR: folders.append(path)
        // A second name of a file shows the same text in two places.
        case S_IFREG where info.st_nlink == 1 || !isAlone: files.append(path)
        default: others.append(path)
        }
      }
    }
    files.sort()
    others.sort()
  }

  private static func names(in root: String, _ folder: String) throws(StoreFailure) -> [String] {
    let place = DiskPath(root, folder.split(separator: "/").map(String.init))
    do throws(StoreFailure.Reason) {
      let descriptor: Int32
      do throws(DiskFailure) { descriptor = try OpenFolder(place, isListed: true).keep() } catch {
        throw FileSystem.reason(error.number)
      }
      return try FileSystem.names(in: descriptor, withHidden: true)
    } catch {
      throw StoreFailure(path: folder.isEmpty ? root : folder, reason: error)
    }
  }
}
