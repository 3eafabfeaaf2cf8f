import HallHistory
import Testing

@Suite("The statement under a signature")
struct SignatureStatementTests {
  private static let digest = String(repeating: "0123456789abcdef", count: 4)

  private func statement(party: String = "居民", person: String? = nil) -> SignatureStatement {
    SignatureStatement(
      document: "M-2025-008", revision: 3, content: Self.digest, chain: Self.digest, party: party,
      person: person, at: "2025-09-28T10:05:00+08:00")
  }

  @Test("a written statement can be read, and with any other byte it is refused")
  func roundTrip() throws {
    for person in ["张三", nil] {
      let statement = statement(person: person)
      let bytes = statement.bytes
      #expect(try SignatureStatement(bytes) == statement)
      for place in bytes.indices {
        var changed = bytes
        changed.remove(at: place)
        if let read = try? SignatureStatement(changed) { #expect(read.bytes == changed) }
        for byte in [UInt8(ascii: "\n"), UInt8(ascii: " "), 0, 0xFF, UInt8(ascii: "x")] {
          changed = bytes
          changed[place] = byte
          if let read = try? SignatureStatement(changed) { #expect(read.bytes == changed) }
        }
        #expect(throws: SignatureStatement.Fault.self) {
          try SignatureStatement(Array(bytes[..<place]))
        }
      }
      let fault = #expect(throws: SignatureStatement.Fault.self) {
        try SignatureStatement(bytes + [UInt8(ascii: "\n")])
      }
      #expect(fault?.offset == bytes.count)
    }
  }

  @Test(
    "a value in another spelling is refused at its place",
    arguments: [
      ("revision: 3", "revision: 03"), ("revision: 3", "revision: 0"),
      ("revision: 3", "revision: +3"),
      ("sha256:0123", "sha256:012X"), ("居民", " 居民"), ("居民", "居民 "), ("居民", "居\u{202E}民"),
      ("居民", "居\u{1B}民"), ("09-28", "02-30"), ("+08:00", ""), ("+08:00", "+8:00"), ("T10", " 10"),
    ])
  func spelling(old: String, new: String) {
    let text = String(decoding: statement().bytes, as: UTF8.self)
    let changed = text.replacing(old, with: new)
    #expect(changed != text)
    #expect(throws: SignatureStatement.Fault.self) { try SignatureStatement(Array(changed.utf8)) }
  }

  @Test("a moment converts to OpenSSH's form and back, at any offset")
  func moments() throws {
    for (text, compact) in [
      ("2025-09-28T10:05:00+08:00", "20250928020500"), ("1970-01-01T00:00:00Z", "19700101000000"),
      ("2024-02-29T23:59:59-05:30", "20240301052959"),
      ("2000-12-31T23:00:00-01:00", "20010101000000"),
      ("2100-03-01T00:00:00Z", "21000301000000"),
    ] {
      let moment = try #require(SignatureMoment(text))
      #expect(moment.compact(offset: 0) == compact)
      for offset in [0, 8 * 3600, -5 * 3600 - 1800] {
        let local = moment.compact(offset: offset)
        #expect(SignatureMoment(compact: local, offset: offset) == moment)
      }
      #expect(SignatureMoment(compact: compact + "Z", offset: 8 * 3600) == moment)
    }
    #expect(SignatureMoment(compact: "20250229", offset: 0) == nil)
    #expect(SignatureMoment(compact: "2025", offset: 0) == nil)
    #expect(SignatureMoment.zone(8 * 3600) == "<HALL>-8:00")
    #expect(SignatureMoment.zone(-5 * 3600 - 1800) == "<HALL>5:30")
  }

  @Test("in a file of signers no name equals another, a pattern, or a line")
  func names() {
    let names = [
      "居民", "居 民", "a,b", "*", "?", "!居民", "\"居民\"", "甲/乙", "a\nb", "a%2Cb", "#x", "-x", "é",
      "e\u{301}",
      "\u{3000}x", "x\u{200B}", "cert-authority", "namespaces=\"x\"",
    ]
    var seen: Set<[UInt8]> = []
    for party in names {
      for person in [nil] + names.map(Optional.some) {
        let name = SignerName.text(party: party, person: person)
        #expect(seen.insert(Array(name.utf8)).inserted, "\(name)")
        #expect(!name.contains { " \t\n\",*?!#\\".contains($0) })
      }
    }
    #expect(SignerName.text(party: "物业", person: "赵六") == "物业/赵六")
    #expect(SignerName.text(party: "a b,c") == "a%20b%2Cc")
  }

  private static let key =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHh5CndypGTPCAM6pX+MF5vwbsQdrLxSN+TBjeX5Xojb"
  private static let fingerprint = "SHA256:wiDyODaS5sd/JU23jymYSqDR6IsK3cyZ406MIKTziZk"

  @Test(
    "a line of a file of signers says who may sign what, and from when to when",
    arguments: [
      ("居民 KEY", "allowed"), ("居民 KEY 张三的钥匙", "allowed"), ("\t居民\t KEY\r", "allowed"),
      ("\"物业,居民\" KEY", "allowed"), ("居* KEY", "allowed"), ("*民,!居民 KEY", "unknown"),
      ("居? KEY", "unknown"), ("居??? KEY", "allowed"), ("物业 KEY", "unknown"),
      ("# 居民 KEY", "unknown"),
      ("居民 KEYX", "unknown"), ("居民 namespaces=\"hall-signature\" KEY", "allowed"),
      ("居民 namespaces=\"git,hall-*\" KEY", "allowed"), ("居民 namespaces=\"git\" KEY", "other"),
      ("居民 NAMESPACES=\"git\" KEY", "other"), ("居民 cert-authority KEY", "other"),
      ("居民 valid-before=\"20250928\" KEY", "expired"),
      ("居民 valid-before=\"202509281005\" KEY", "allowed"),
      ("居民 valid-before=\"202509280205Z\" KEY", "allowed"),
      ("居民 valid-before=\"x\" KEY", "expired"), ("居民 valid-after=\"20250929\" KEY", "early"),
      ("居民 namespaces=\"hall-signature\",valid-after=\"20250101\" KEY", "allowed"),
      ("居民 valid-before=\"20250101\" KEY\n居民 KEY", "allowed"),
      ("居民 valid-before=\"20250101 KEY", "unknown"),
    ])
  func signers(line: String, expected: String) throws {
    let bytes = Array(line.replacing("KEY", with: Self.key).utf8)
    let moment = try #require(SignatureMoment("2025-09-28T10:05:00+08:00"))
    let standing = AllowedSigners(bytes).standing(
      of: Self.fingerprint, for: ["居民"], at: moment, offset: 8 * 3600)
    let name =
      switch standing {
      case .allowed: "allowed"
      case .unknown: "unknown"
      case .otherPurpose: "other"
      case .expired: "expired"
      case .notYetValid: "early"
      }
    #expect(name == expected)
  }
}
