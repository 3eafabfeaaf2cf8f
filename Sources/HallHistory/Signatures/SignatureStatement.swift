/// What a party signs: one revision of one document, by its digests.
///
/// The signature covers exactly ``bytes``: one line for each fact, each with only one spelling.
package struct SignatureStatement: Equatable, Sendable {
  /// The purpose of a hall's signatures: a signature made for anything else is not valid here.
  package static let namespace = "hall-signature"

  /// As in `M-2025-008`, or `hall`.
  package let document: String
  package let revision: Int
  /// SHA-256 of the document after the revision, and of its history up to it: 64 digits each.
  package let content: String
  package let chain: String
  package let party: String
  package let person: String?
  /// When: RFC 3339, as in `2025-09-27T10:05:00+08:00`.
  package let at: String

  package init(
    document: String, revision: Int, content: String, chain: String, party: String, person: String?,
    at: String
  ) {
    (self.document, self.revision, self.content) = (document, revision, content)
    (self.chain, self.party, self.person, self.at) = (chain, party, person, at)
  }

  package var bytes: [UInt8] {
    var text = "* document: \(document)\n* revision: \(revision)\n"
    text += "* content: sha256:\(content)\n* chain: sha256:\(chain)\n* party: \(party)\n"
    if let person { text += "* person: \(person)\n" }
    return Array((text + "* at: \(at)\n").utf8)
  }

  /// Where a text differs from the form of a statement.
  package struct Fault: Error, Equatable, Sendable {
    package let offset: Int
  }

  /// Parses exactly what ``bytes`` writes.
  package init(_ bytes: [UInt8]) throws(Fault) {
    var offset = 0
    func value(_ key: String) -> String? {
      let line = bytes[offset...].prefix { $0 != UInt8(ascii: "\n") }
      guard line.endIndex < bytes.count, line.starts(with: "* \(key): ".utf8),
        let text = String(validating: line.dropFirst(key.utf8.count + 4), as: UTF8.self),
        SignatureStatement.isPlain(text)
      else { return nil }
      offset = line.endIndex + 1
      return text
    }
    func required(_ key: String) throws(Fault) -> String {
      guard let value = value(key) else { throw Fault(offset: offset) }
      return value
    }
    func digest(_ key: String) throws(Fault) -> String {
      let start = offset
      let text = try required(key)
      let digits = text.dropFirst("sha256:".count)
      let isDigest =
        text.hasPrefix("sha256:") && digits.utf8.count == 64
        && digits.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
      guard isDigest else { throw Fault(offset: start) }
      return String(digits)
    }
    document = try required("document")
    let start = offset
    guard let number = Int(try required("revision")), number > 0 else { throw Fault(offset: start) }
    revision = number
    content = try digest("content")
    chain = try digest("chain")
    party = try required("party")
    person = value("person")
    let last = offset
    at = try required("at")
    guard SignatureMoment(at) != nil else { throw Fault(offset: last) }
    guard offset == bytes.count else { throw Fault(offset: offset) }
    guard self.bytes == bytes else { throw Fault(offset: start) }
  }

  /// Whether a name can be written in a statement unchanged: one line, without invisible
  /// characters.
  package static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
    return !isBlank(first) && !isBlank(last) && !text.unicodeScalars.contains(where: isHidden)
  }

  /// Whether a character is invisible, or changes how the text around it is shown.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse,
      .surrogate:
      true
    default: false
    }
  }
}
