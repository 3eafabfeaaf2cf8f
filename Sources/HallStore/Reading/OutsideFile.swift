/// A file that is no part of any hall: a spreadsheet somebody gives.
package enum OutsideFile {
  /// The bytes of a file at a path as it was given.
  ///
  /// - Parameter base: the folder that a relative path starts from.
  package static func bytes(of path: String, from base: String) throws(StoreFailure) -> [UInt8] {
    do throws(StoreFailure.Reason) {
      return try FileSystem.read(path.hasPrefix("/") ? path : base + "/" + path, within: "/")
    } catch {
      throw StoreFailure(path: path, reason: error)
    }
  }
}

/// Folders that are no part of any hall.
package enum OutsideFolder {
  /// A path with every link resolved, as far as it leads to something that is there.
  package static func realPath(_ path: String) -> String {
    var (there, rest) = (Substring(path), "")
    while !there.isEmpty {
      if let real = FileSystem.realPath(String(there)) {
        return (real == "/" && !rest.isEmpty ? "" : real) + rest
      }
      guard let slash = there.lastIndex(of: "/") else { break }
      rest = there[slash...] + rest
      there = there[..<slash]
    }
    return path
  }
}
