/// One file of `signatures/`: a statement, a blank line, and OpenSSH's signature of the statement.
package struct SignatureFile: Sendable {
  package let statement: SignatureStatement
  package let signature: ArmoredSignature

  package init(_ statement: SignatureStatement, _ signature: ArmoredSignature) {
    (self.statement, self.signature) = (statement, signature)
  }

  package var bytes: [UInt8] { statement.bytes + [UInt8(ascii: "\n")] + signature.bytes }

  /// Parses exactly what ``bytes`` writes.
  package init(_ bytes: [UInt8]) throws(SignatureStatement.Fault) {
    let newline = UInt8(ascii: "\n")
    // The statement ends at the first blank line.
    var end = bytes.startIndex
    while end < bytes.count, bytes[end] != newline {
      end = (bytes[end...].firstIndex(of: newline) ?? bytes.count - 1) + 1
    }
    statement = try SignatureStatement(Array(bytes[..<end]))
    guard let signature = ArmoredSignature(Array(bytes[min(end + 1, bytes.count)...])) else {
      throw SignatureStatement.Fault(offset: min(end + 1, max(0, bytes.count - 1)))
    }
    self.signature = signature
  }

  /// The path of the file of this signature: `signatures/M-2025-008.3.居民.1f2e3d4c5b6a.md`.
  ///
  /// The name is for people; the digits depend on the signer and the key, so that two signatures
  /// never have the same path.
  package var path: String {
    SignatureFile.path(statement, key: signature.key.fingerprint)
  }

  package static func path(_ statement: SignatureStatement, key fingerprint: String) -> String {
    let principal = SignerName.text(party: statement.party, person: statement.person)
    let digest = SHA256.hex(of: Array((principal + "\n" + fingerprint).utf8)).prefix(12)
    var name = ""
    for character in statement.party + (statement.person.map { "-" + $0 } ?? "") {
      let isWord = character.isLetter || character.isNumber
      let next = isWord ? String(character) : "-"
      if name.utf8.count + next.utf8.count > 60 { break }
      name += next
    }
    return "signatures/\(statement.document).\(statement.revision).\(name).\(digest).md"
  }
}

/// A signature as `ssh-keygen -Y sign` writes it.
package struct ArmoredSignature: Sendable {
  package let bytes: [UInt8]
  package let key: PublicKey
  /// The purpose it was made for.
  package let namespace: String

  private static let opening = Array("-----BEGIN SSH SIGNATURE-----\n".utf8)
  private static let closing = Array("-----END SSH SIGNATURE-----\n".utf8)

  /// - Parameter bytes: the whole armor, and nothing around it.
  package init?(_ bytes: [UInt8]) {
    let newline = UInt8(ascii: "\n")
    guard bytes.count > ArmoredSignature.opening.count + ArmoredSignature.closing.count,
      bytes.starts(with: ArmoredSignature.opening),
      bytes.suffix(ArmoredSignature.closing.count).elementsEqual(ArmoredSignature.closing)
    else { return nil }
    let body = bytes.dropFirst(ArmoredSignature.opening.count)
      .dropLast(ArmoredSignature.closing.count)
    guard body.last == newline, let blob = Base64.bytes(body.filter { $0 != newline }) else {
      return nil
    }
    var fields = WireFields(blob.dropFirst(6))
    guard blob.starts(with: "SSHSIG".utf8), fields.number() == 1,
      let key = fields.next().flatMap({ PublicKey(Array($0)) }),
      let namespace = fields.next().flatMap({ String(validating: $0, as: UTF8.self) })
    else { return nil }
    (self.bytes, self.key, self.namespace) = (bytes, key, namespace)
  }
}
