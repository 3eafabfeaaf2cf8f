import HallSyntax

/// HTML in the making. Names of tags and attributes come from the program alone; every text is
/// escaped where it is added, so that nothing anybody wrote is ever live.
package struct Markup: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package typealias Attribute = (name: StaticString, value: String)

  /// An element with content.
  package mutating func element(
    _ tag: StaticString, _ attributes: [Attribute] = [], _ content: (inout Markup) -> Void
  ) {
    open(tag, attributes)
    content(&self)
    close(tag)
  }

  /// An element with a text.
  package mutating func element(
    _ tag: StaticString, _ attributes: [Attribute] = [], _ content: String
  ) {
    open(tag, attributes)
    text(content)
    close(tag)
  }

  package mutating func element(_ tag: StaticString, _ content: String) {
    element(tag, [], content)
  }

  /// A text whose line breaks are kept.
  package mutating func lines(_ text: String) {
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if place > 0 { raw("<br>\n") }
      self.text(String(line))
    }
  }

  package mutating func open(_ tag: StaticString, _ attributes: [Attribute] = []) {
    raw("<")
    raw(tag)
    for (name, value) in attributes {
      raw(" ")
      raw(name)
      raw("=\"")
      text(value)
      raw("\"")
    }
    raw(">")
  }

  package mutating func close(_ tag: StaticString) {
    raw("</")
    raw(tag)
    raw(">")
  }

  /// A text, of an element or of an attribute.
  package mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { self.text($0) }
  }

  /// The same in UTF-8. Signs that would change how the rest is shown are made visible or left out:
  /// control characters, and the bidirectional marks that reorder a line.
  package mutating func text<Bytes: Collection<UInt8>>(_ utf8: Bytes) {
    bytes.reserveCapacity(bytes.count + utf8.count)
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "\""): raw("&quot;")
      case UInt8(ascii: "'"): raw("&#39;")
      case UInt8(ascii: "\n"), UInt8(ascii: "\t"): bytes.append(byte)
      case 0..<0x20, 0x7F: raw("\u{FFFD}")
      // U+0080–U+009F control a terminal; U+FFFE and U+FFFF are in no XML.
      case 0xC2 where rest.first.map { (0x80...0x9F).contains($0) } ?? false:
        rest = rest.dropFirst()
        raw("\u{FFFD}")
      case 0xEF where Markup.isNoCharacter(rest):
        rest = rest.dropFirst(2)
        raw("\u{FFFD}")
      case 0xE2 where Markup.isBidirectional(rest): rest = rest.dropFirst(2)
      default: bytes.append(byte)
      }
    }
  }

  /// Markup of the program's own.
  package mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// What was made before, as it is.
  package mutating func append(_ other: Markup) { bytes += other.bytes }

  /// U+FFFE and U+FFFF, after their first byte.
  private static func isNoCharacter<Bytes: Collection<UInt8>>(_ rest: Bytes) -> Bool {
    let next = Array(rest.prefix(2))
    return next.count == 2 && next[0] == 0xBF && next[1] >= 0xBE
  }

  /// U+202A–U+202E and U+2066–U+2069, after their first byte.
  private static func isBidirectional<Bytes: Collection<UInt8>>(_ rest: Bytes) -> Bool {
    let next = Array(rest.prefix(2))
    guard next.count == 2 else { return false }
    return next[0] == 0x80 && (0xAA...0xAE).contains(next[1])
      || next[0] == 0x81 && (0xA6...0xA9).contains(next[1])
  }
}
