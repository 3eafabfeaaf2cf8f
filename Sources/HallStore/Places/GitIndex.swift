#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The paths in git's index of the work tree around a folder. The index is read as data: no setting
/// of a repository, which may be anybody's, takes effect, and no program is started.
///
/// Format: git's Documentation/gitformat-index, versions 2 to 4.
enum GitIndex {
  /// Whether git tracks a path in a folder, or anything below it. If an index exists but cannot be
  /// parsed, the answer is yes.
  static func tracks(_ name: String, in folder: String) -> Bool {
    guard let (top, directory) = repository(around: folder) else { return false }
    let bytes: [UInt8]
    do throws(StoreFailure.Reason) {
      bytes = try FileSystem.read(directory + "/index", within: "/")
    } catch {
      return error != .notFound
    }
    let inside = folder.utf8.dropFirst(top == "/" ? 1 : top.utf8.count + 1)
    let wanted = Array(inside) + (inside.isEmpty ? [] : [UInt8(ascii: "/")]) + Array(name.utf8)
    var isNamed = false
    func look(_ path: ArraySlice<UInt8>) {
      guard path.count >= wanted.count, !isNamed else { return }
      // A disk may treat upper and lower case as equal.
      guard zip(path, wanted).allSatisfy({ lowered($0) == lowered($1) }) else { return }
      isNamed = path.count == wanted.count || path[path.startIndex + wanted.count] == slash
    }
    // Object names are from SHA-1 or SHA-256, and only one of the two sizes fits.
    for size in [20, 32] {
      isNamed = false
      if let isWhole = walk(bytes, objectSize: size, look) { return isNamed || !isWhole }
    }
    return true
  }

  private static let slash = UInt8(ascii: "/")

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// The top of the work tree around a folder, and its git directory.
  static func repository(around folder: String) -> (top: String, directory: String)? {
    var top = folder
    while true {
      let git = (top == "/" ? "" : top) + "/.git"
      if FileSystem.isFolder(git) { return (top, git) }
      if FileSystem.exists(git) {
        // `gitdir: PATH` of a linked work tree or a submodule.
        let text = (try? FileSystem.read(git, within: "/")).map {
          String(decoding: $0, as: UTF8.self)
        }
        guard let line = text?.split(separator: "\n").first, line.hasPrefix("gitdir: ") else {
          return (top, git)
        }
        let path = String(line.dropFirst("gitdir: ".count))
        return (top, path.hasPrefix("/") ? path : (top == "/" ? "" : top) + "/" + path)
      }
      guard top != "/", let cut = top.lastIndex(of: "/") else { return nil }
      top = cut == top.startIndex ? "/" : String(top[..<cut])
    }
  }

  /// Visits the path of every entry.
  ///
  /// - Returns: whether these are all paths, or others are kept elsewhere; nil if the bytes are not
  ///   an index with objects of this size.
  private static func walk(
    _ bytes: [UInt8], objectSize: Int, _ look: (ArraySlice<UInt8>) -> Void
  ) -> Bool? {
    func number(_ offset: Int, _ size: Int) -> Int? {
      guard offset + size <= bytes.count else { return nil }
      return bytes[offset..<offset + size].reduce(0) { $0 << 8 | Int($1) }
    }
    guard bytes.starts(with: "DIRC".utf8), let version = number(4, 4), (2...4).contains(version),
      let count = number(8, 4)
    else { return nil }
    var offset = 12
    var path: [UInt8] = []
    for _ in 0..<count {
      let start = offset
      guard let flags = number(offset + 40 + objectSize, 2) else { return nil }
      offset += 42 + objectSize
      // A second word of flags, since version 3.
      if flags & 0x4000 != 0 { offset += 2 }
      let before = path
      if version == 4 {
        guard let cut = variable(bytes, &offset), cut <= path.count else { return nil }
        path.removeLast(cut)
      } else {
        path = []
      }
      guard offset <= bytes.count, let end = bytes[offset...].firstIndex(of: 0) else { return nil }
      path += bytes[offset..<end]
      let length = flags & 0xFFF
      guard !path.isEmpty, length == 0xFFF || length == path.count,
        !path.lexicographicallyPrecedes(before)
      else { return nil }
      offset = version == 4 ? end + 1 : start + ((end - start) / 8 + 1) * 8
      look(path[...])
    }
    // A `link` says that most entries are in another file.
    var isWhole = true
    while offset + objectSize < bytes.count {
      guard let size = number(offset + 4, 4) else { return nil }
      if bytes[offset..<offset + 4].elementsEqual("link".utf8) { isWhole = false }
      offset += 8 + size
    }
    return offset + objectSize == bytes.count ? isWhole : nil
  }

  /// A number of variable length: version 4 writes in this way how many bytes of the previous path
  /// to drop.
  private static func variable(_ bytes: [UInt8], _ offset: inout Int) -> Int? {
    var value = 0
    var isFirst = true
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if !isFirst { value += 1 }
      guard value < 1 << 24 else { return nil }
      value = value << 7 | Int(byte & 0x7F)
      if byte & 0x80 == 0 { return value }
      isFirst = false
    }
    return nil
  }
}
