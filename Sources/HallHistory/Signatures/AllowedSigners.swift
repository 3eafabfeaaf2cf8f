/// A file of signers, as OpenSSH reads it (`ssh-keygen(1)`, ALLOWED SIGNERS): who may sign with
/// which key, from when to when.
///
/// `ssh-keygen` verifies with the file; this type reads it to explain the result.
package struct AllowedSigners: Sendable {
  /// Its path in a hall.
  package static let path = "signatures/allowed_signers"

  package struct Entry: Sendable {
    /// Patterns of the names that may use it.
    package let principals: String
    package let key: PublicKey
    fileprivate var options: [String: String] = [:]
  }

  /// The status of a key for a person at a moment.
  package enum Standing: Equatable, Sendable {
    case allowed
    /// It belongs to somebody else, or to nobody: the names it is for.
    case unknown([String])
    /// It may sign other things, but not for a hall.
    case otherPurpose
    case expired(String)
    case notYetValid(String)
  }

  package private(set) var entries: [Entry] = []

  /// A line that is not an entry is ignored.
  package init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      var words = LineWords(line)
      guard !words.isComment, let principals = words.principals() else { continue }
      if let key = words.key() {
        entries.append(Entry(principals: principals, key: key))
      } else if let options = words.options(), let key = words.key() {
        entries.append(Entry(principals: principals, key: key, options: options))
      }
    }
  }

  /// The status of the key with a fingerprint for a person.
  ///
  /// - Parameters:
  ///   - names: the person's names, the narrowest first.
  ///   - offset: seconds east of Greenwich, for a day without a zone.
  package func standing(
    of fingerprint: String, for names: [String], at moment: SignatureMoment, offset: Int
  ) -> Standing {
    let entries = entries.filter { $0.key.fingerprint == fingerprint }
    var standing = Standing.unknown(entries.map(\.principals))
    for entry in entries
    where names.contains(where: { SignerName.matches($0, entry.principals) }) {
      let found = entry.standing(at: moment, offset: offset)
      if found == .allowed { return found }
      standing = found
    }
    return standing
  }

  /// The line that allows a name to sign a hall's revisions with a key.
  package static func line(_ name: String, _ key: PublicKey) -> String {
    "\(name) namespaces=\"\(SignatureStatement.namespace)\" \(key.text)\n"
  }
}

extension AllowedSigners.Entry {
  fileprivate func standing(at moment: SignatureMoment, offset: Int) -> AllowedSigners.Standing {
    if let spaces = options["namespaces"],
      !SignerName.matches(SignatureStatement.namespace, spaces)
    {
      return .otherPurpose
    }
    if options["cert-authority"] != nil { return .otherPurpose }
    if let after = options["valid-after"] {
      let start = SignatureMoment(compact: after, offset: offset)
      guard let start, start <= moment else { return .notYetValid(after) }
    }
    if let before = options["valid-before"] {
      let end = SignatureMoment(compact: before, offset: offset)
      guard let end, moment <= end else { return .expired(before) }
    }
    return .allowed
  }
}

/// The words of one line of a file of signers.
private struct LineWords {
  private var rest: ArraySlice<UInt8>

  init(_ line: ArraySlice<UInt8>) {
    rest = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    skipBlanks()
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private mutating func skipBlanks() { rest = rest.drop(while: LineWords.isBlank) }

  var isComment: Bool { rest.isEmpty || rest.first == UInt8(ascii: "#") }

  private mutating func word() -> ArraySlice<UInt8> {
    let word = rest.prefix { !LineWords.isBlank($0) }
    rest = rest[word.endIndex...]
    skipBlanks()
    return word
  }

  mutating func principals() -> String? {
    guard rest.first == UInt8(ascii: "\"") else { return String(validating: word(), as: UTF8.self) }
    let quoted = rest.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
    guard quoted.endIndex < rest.endIndex else { return nil }
    rest = rest[(quoted.endIndex + 1)...]
    skipBlanks()
    return String(validating: quoted, as: UTF8.self)
  }

  /// A key, if one is next.
  mutating func key() -> PublicKey? {
    var ahead = self
    let kind = ahead.word()
    guard let key = Base64.bytes(ahead.word()).flatMap(PublicKey.init),
      key.kind.utf8.elementsEqual(kind)
    else { return nil }
    self = ahead
    return key
  }

  /// `namespaces="a,b",valid-before="20251231"`, up to a blank outside quotes.
  mutating func options() -> [String: String]? {
    var options: [String: String] = [:]
    var name: [UInt8] = []
    var value: [UInt8] = []
    var (isQuoted, hasValue, isEscaped) = (false, false, false)
    func keep() {
      options[String(decoding: name, as: UTF8.self).lowercased()] = String(
        decoding: value, as: UTF8.self)
      (name, value, hasValue) = ([], [], false)
    }
    while let byte = rest.first, isQuoted || !LineWords.isBlank(byte) {
      rest = rest.dropFirst()
      switch byte {
      case UInt8(ascii: "\\") where isQuoted && !isEscaped && rest.first == UInt8(ascii: "\""):
        isEscaped = true
        continue
      case UInt8(ascii: "\"") where !isEscaped: isQuoted.toggle()
      case UInt8(ascii: "=") where !isQuoted && !hasValue: hasValue = true
      case UInt8(ascii: ",") where !isQuoted: keep()
      default: if hasValue { value.append(byte) } else { name.append(byte) }
      }
      isEscaped = false
    }
    guard !isQuoted else { return nil }
    keep()
    skipBlanks()
    return options
  }
}
