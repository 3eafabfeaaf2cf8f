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
