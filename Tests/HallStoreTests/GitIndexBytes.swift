/// An index as git writes it (Documentation/gitformat-index): everything about each file except its
/// path is zeros.
struct GitIndexBytes {
  var version = 2
  /// 20 for SHA-1, 32 for SHA-256.
  var objectSize = 20
  var extensions: [UInt8] = []
  private let paths: [[UInt8]]

  init(_ paths: [String], version: Int = 2, objectSize: Int = 20, extensions: [UInt8] = []) {
    self.paths = paths.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
    (self.version, self.objectSize, self.extensions) = (version, objectSize, extensions)
  }

  static func number(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).reversed().map { UInt8(value >> ($0 * 8) & 0xFF) }
  }

  var bytes: [UInt8] {
    var bytes = Array("DIRC".utf8) + Self.number(version, 4) + Self.number(paths.count, 4)
    var before: [UInt8] = []
    for path in paths {
      let start = bytes.count
      bytes += [UInt8](repeating: 0, count: 40 + objectSize) + Self.number(path.count, 2)
      if version == 4 {
        let common = zip(path, before).prefix { $0 == $1 }.count
        bytes += [UInt8(before.count - common)] + path[common...] + [0]
      } else {
        bytes += path
        let length = bytes.count - start
        bytes += [UInt8](repeating: 0, count: (length / 8 + 1) * 8 - length)
      }
      before = path
    }
    return bytes + extensions + [UInt8](repeating: 0, count: objectSize)
  }
}
