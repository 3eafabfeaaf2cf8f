/// The public half of an OpenSSH key, as in signatures and files of signers.
package struct PublicKey: Hashable, Sendable {
  /// The key in OpenSSH's wire format: its kind, and the data for that kind.
  package let blob: [UInt8]
  /// As in `ssh-ed25519`.
  package let kind: String

  init?(_ blob: [UInt8]) {
    var fields = WireFields(blob[...])
    guard let name = fields.next(), let kind = String(validating: name, as: UTF8.self),
      !kind.isEmpty, kind.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    (self.blob, self.kind) = (blob, kind)
  }

  /// OpenSSH's name for it: `SHA256:` and 43 characters.
  package var fingerprint: String {
    let hex = Array(SHA256.hex(of: blob))
    let digest = stride(from: 0, to: hex.count, by: 2).compactMap {
      UInt8(String(hex[$0...$0 + 1]), radix: 16)
    }
    return "SHA256:" + Base64.text(digest, isPadded: false)
  }

  /// `ssh-ed25519 AAAA…`
  package var text: String { kind + " " + Base64.text(blob) }

  /// Whether it is a certificate, which vouches for a key but is not one.
  package var isCertificate: Bool { kind.contains("-cert-v") }
}

/// The fields of OpenSSH's wire format: each a length of four bytes, and that many bytes.
struct WireFields {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func number() -> Int? {
    guard rest.count >= 4 else { return nil }
    defer { rest = rest.dropFirst(4) }
    return rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }

  mutating func next() -> ArraySlice<UInt8>? {
    guard let count = number(), count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
