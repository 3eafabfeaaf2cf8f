import FoundationEssentials
import HallHistory
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "the vectors of FIPS 180-4",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
          + "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ])
  func vectors(_ text: String, digest: String) {
    #expect(SHA256.hex(of: Array(text.utf8)) == digest)
  }

  @Test("a million times the letter a, whole and in pieces")
  func million() {
    let digest = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(SHA256.hex(of: bytes) == digest)
    var hash = SHA256()
    var offset = 0
    var size = 1
    while offset < bytes.count {
      let end = min(bytes.count, offset + size)
      hash.update(bytes[offset..<end])
      offset = end
      size = size % 997 + 61
    }
    #expect(hash.digest == digest)
  }

  @Test(
    "the pieces a text comes in do not matter", arguments: [1, 3, 55, 56, 63, 64, 65, 127, 128])
  func pieces(_ size: Int) {
    let bytes = (0..<500).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    var hash = SHA256()
    for start in stride(from: 0, to: bytes.count, by: size) {
      hash.update(bytes[start..<min(start + size, bytes.count)])
    }
    #expect(hash.digest == SHA256.hex(of: bytes))
  }

  @Test("every length up to 200 bytes agrees with sha256sum")
  func againstTool() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "hall-sha256-\(getpid())-\(UInt64.random(in: 0..<UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var expected = ""
    for length in 0...200 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ length) }
      let name = folder.path + "/\(length + 1000)"
      try Data(bytes).write(to: URL(filePath: name))
      expected += "\(SHA256.hex(of: bytes))  \(name)\n"
    }
    guard let output = output(of: "sha256sum \(folder.path)/*") else {
      withKnownIssue("sha256sum is not installed, so nothing was compared with it") {
        Issue.record("no sha256sum")
      }
      return
    }
    #expect(output == expected)
  }

  /// The output of a command; nil if the shell does not find it.
  private func output(of command: String) -> String? {
    guard let pipe = popen(command + " 2>/dev/null", "r") else { return nil }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return pclose(pipe) == 0 ? String(decoding: bytes, as: UTF8.self) : nil
  }
}
