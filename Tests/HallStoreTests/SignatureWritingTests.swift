import HallHistory
import HallStore
import Testing

/// A signature and its key's line are written together or not at all.
@Suite("Writing a signature")
struct SignatureWritingTests {
  private static let armor = """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgeHkKd3KkZM8IAzqlf4wXm/BuxB
    2svFI35MGN5fleiNsAAAAOaGFsbC1zaWduYXR1cmUAAAAAAAAABnNoYTUxMgAAAFMAAAAL
    c3NoLWVkMjU1MTkAAABAUI1JyvBg77y5aOn++8W4yMG04/7KC3W56SBeXxOBCRDwcw7r8I
    nT5mpfMDCUcdIhtQk1WRzB3YMIR6VG9izQAw==
    -----END SSH SIGNATURE-----

    """

  private func signature(_ person: String? = nil) throws -> SignatureFile {
    let digest = String(repeating: "0", count: 64)
    let statement = SignatureStatement(
      document: "M-2025-008", revision: 1, content: digest, chain: digest, party: "居民",
      person: person, at: "2025-09-28T10:05:00+08:00")
    let armor = try #require(ArmoredSignature(Array(Self.armor.utf8)))
    return SignatureFile(statement, armor)
  }

  @Test("a written signature file can be read, and names its key")
  func file() throws {
    let signed = try signature("张三")
    let read = try SignatureFile(signed.bytes)
    #expect(read.statement == signed.statement)
    #expect(read.bytes == signed.bytes)
    #expect(
      read.signature.key.fingerprint == "SHA256:wiDyODaS5sd/JU23jymYSqDR6IsK3cyZ406MIKTziZk")
    #expect(read.signature.namespace == SignatureStatement.namespace)
    #expect(signed.path.hasPrefix("signatures/M-2025-008.1.居民-张三."))
  }

  @Test("interrupted anywhere: both files are there or none", arguments: FaultyDisk.Fault.allCases)
  func everyOperation(fault: FaultyDisk.Fault) throws {
    let signed = try signature()
    let (old, new) = (Array("# 甲\n".utf8), Array("# 甲\n居民 x\n".utf8))
    var moment = 0
    while true {
      moment += 1
      #expect(moment < 200, "it never ends")
      let hall = try TemporaryHall()
      try hall.write(AllowedSigners.path, bytes: old)
      let disk = FaultyDisk(fault, at: moment)
      let result = Result {
        try HallWriter(hall.hall, disk: disk).add(signed, signers: (old: old, new: new))
      }
      // The next write finishes it, or cleans it up.
      _ = try HallWriter(hall.hall).lock()
      let (file, signers) = (hall.bytes(signed.path), hall.bytes(AllowedSigners.path))
      let isDone = file == signed.bytes && signers == new
      #expect(isDone || file == nil && signers == old, "at operation \(moment)")
      if case .success = result {
        #expect(isDone)
        if !disk.struck { break }
      }
    }
    #expect(moment > 8, "the seam was not in use")
  }

  @Test("a signature replaces no existing file, and no changed file of signers")
  func neverOver() throws {
    let signed = try signature()
    let hall = try TemporaryHall()
    try hall.write(signed.path, "已有的")
    #expect(throws: HallWriter.Failure.self) { try HallWriter(hall.hall).add(signed) }
    #expect(hall.bytes(signed.path) == Array("已有的".utf8))
    let other = try signature("张三")
    try hall.write(AllowedSigners.path, "别人的\n")
    #expect(throws: HallWriter.Failure.self) {
      try HallWriter(hall.hall).add(other, signers: (old: nil, new: [1]))
    }
    #expect(hall.bytes(other.path) == nil)
    #expect(hall.bytes(AllowedSigners.path) == Array("别人的\n".utf8))
  }
}
