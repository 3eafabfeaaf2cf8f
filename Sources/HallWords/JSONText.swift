import HallModel

/// JSON text: one member a line, the keys of an object sorted byte by byte.
///
/// Characters that a terminal would obey, or hide, are written as `\u…`.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  private var depth = 0
  /// Whether all is in one line.
  private let isOneLine: Bool

  /// - Parameter depth: how many lists or objects are open around it.
  init(isOneLine: Bool = false, depth: Int = 0) {
    self.isOneLine = isOneLine
    self.depth = depth
  }

  /// How many entries of a long list are held at a time.
  private static let batch = 1_024

  /// Writes an object. The entries of its lists are made and written on all cores, some at a time, and each
  /// part of the text is handed over as soon as it is there.
  static func write(
    _ members: JSONMembers, lists: [String: JSONList], to take: ([UInt8]) -> Void
  ) {
    var text = JSONText()
    let keys = (members.keys + Array(lists.keys)).sorted(by: JSONMembers.precedes)
    text.addMembers(keys.count) { text, place in
      text.addKey(keys[place])
      guard let list = lists[keys[place]] else { return text.add(members[keys[place]] ?? .null) }
      text.add(list, handingTo: take)
    }
    take(text.bytes)
  }

  private mutating func add(_ list: JSONList, handingTo take: ([UInt8]) -> Void) {
    open(UInt8(ascii: "["))
    Parallel.map(count: list.count, inBatchesOf: JSONText.batch, chunksOf: 64) { [depth] place in
      var entry = JSONText(depth: depth)
      entry.add(list.entry(place))
      return entry.bytes
    } handingTo: { place, entry in
      startLine(isFirst: place == 0)
      bytes += entry
      if (place + 1) % JSONText.batch == 0 { hand(to: take) }
    }
    hand(to: take)
    close(UInt8(ascii: "]"))
  }

  private mutating func hand(to take: ([UInt8]) -> Void) {
    take(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func addMembers(_ count: Int, _ add: (inout JSONText, Int) -> Void) {
    open(UInt8(ascii: "{"))
    for place in 0..<count {
      startLine(isFirst: place == 0)
      add(&self, place)
    }
    close(UInt8(ascii: "}"))
  }

  private mutating func addKey(_ key: String) {
    add(key)
    if isOneLine { bytes.append(UInt8(ascii: ":")) } else { append(" : ") }
  }

  private mutating func addEntries(_ count: Int, _ add: (inout JSONText, Int) -> Void) {
    open(UInt8(ascii: "["))
    for place in 0..<count {
      startLine(isFirst: place == 0)
      add(&self, place)
    }
    close(UInt8(ascii: "]"))
  }

  mutating func add(_ value: JSONValue) {
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .integer(let value): bytes += String(value).utf8
    case .string(let value): add(value)
    case .array(let values): addEntries(values.count) { text, place in text.add(values[place]) }
    case .object(let object):
      addMembers(object.members.count) { text, place in
        text.addKey(object.members[place].key)
        text.add(object.members[place].value)
      }
    }
  }

  private mutating func open(_ bracket: UInt8) {
    bytes.append(bracket)
    if !isOneLine { bytes.append(UInt8(ascii: "\n")) }
    depth += 1
  }

  private mutating func startLine(isFirst: Bool) {
    if !isFirst { if isOneLine { bytes.append(UInt8(ascii: ",")) } else { append(",\n") } }
    indent()
  }

  private mutating func close(_ bracket: UInt8) {
    if !isOneLine { bytes.append(UInt8(ascii: "\n")) }
    depth -= 1
    indent()
    bytes.append(bracket)
  }

  private mutating func indent() {
    guard !isOneLine else { return }
    for _ in 0..<depth / 8 { append("                ") }
    let rest: StaticString = "                "
    bytes.append(contentsOf: UnsafeBufferPointer(start: rest.utf8Start, count: depth % 8 * 2))
  }

  /// Adds text of the program itself: the bytes are copied as they are.
  @inline(__always)
  private mutating func append(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func add(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let isCopied = text.utf8.withContiguousStorageIfAvailable { plain in
      if JSONText.mayNeedEscape(plain) { return false }
      bytes.append(contentsOf: plain)
      return true
    }
    if isCopied != true {
      for scalar in text.unicodeScalars {
        if JSONText.isEscaped(scalar) {
          addEscape(of: scalar)
        } else {
          bytes += String(scalar).utf8
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func mayNeedEscape(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    VisibleText.mayHoldHostile(text)
      || text.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
  }

  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\"" || scalar == "\\" || VisibleText.isHostile(scalar)
  }

  private mutating func addEscape(of scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": bytes += "\\\"".utf8
    case "\\": bytes += "\\\\".utf8
    case "\u{8}": bytes += "\\b".utf8
    case "\u{C}": bytes += "\\f".utf8
    case "\n": bytes += "\\n".utf8
    case "\r": bytes += "\\r".utf8
    case "\t": bytes += "\\t".utf8
    default:
      for unit in String(scalar).utf16 {
        bytes += ("\\u" + VisibleText.hex(UInt32(unit)).lowercased()).utf8
      }
    }
  }
}
