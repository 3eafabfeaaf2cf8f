import Foundation
import HallCommands
import HallWords
import Synchronization
import TestSupport
import Testing

@testable import HallGit

/// How signatures are judged, with every way one can go wrong, by the real `ssh-keygen`.
@Suite("Signatures", .needs(.sshKeygen))
struct SignatureTests {
  @Test("any changed byte of a statement or a signature is found")
  func changedByte() throws {
    let hall = try SigningHall()
    hall.sign("居民")
    let file = hall.file
    let bytes = Array(hall.hall.text(file).utf8)
    // Each line of the statement and of the signature, at its first and last bytes and within.
    var places: Set<Int> = []
    var start = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      places.formUnion([start, start + line.count / 2, start + max(0, line.count - 1)])
      start += line.count + 1
    }
    for place in places.sorted() where place < bytes.count {
      var changed = bytes
      changed[place] = changed[place] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
      try hall.hall.write(Data(changed), to: file)
      let verdicts = try hall.verdicts()
      #expect(
        verdicts.allSatisfy { ["altered", "malformed", "other_namespace"].contains($0) },
        "byte \(place): \(verdicts)")
      #expect(verdicts.count == 1)
    }
    for changed in [[], Array(bytes.dropLast()), bytes + [0x0A], Array(bytes.dropFirst())] {
      try hall.hall.write(Data(changed), to: file)
      #expect(try hall.verdicts() == ["malformed"])
    }
    try hall.hall.write(Data(bytes), to: file)
    try hall.hall.edit(file, "revision: 1", "revision: 2")
    #expect(try hall.verdicts() == ["altered"])
    let check = hall.run("check", "M-2025-008")
    #expect(check.status == 1)
    #expect(check.output.contains("error: 「居民」对 M-2025-008 第 2 版的签名不算数：签名和它上面的文字对不上"))
  }

  @Test("a signature with another key or for another party is not valid")
  func otherKey() throws {
    let hall = try SigningHall()
    hall.sign("居民")
    let line = hall.hall.text(hall.signers)
    let other = try String(contentsOfFile: hall.key("物业") + ".pub", encoding: .utf8)
    let words = other.split(separator: " ")
    try hall.hall.write(Data("居民 \(words[0]) \(words[1])\n".utf8), to: hall.signers)
    #expect(try hall.verdicts() == ["unknown_key"])
    try hall.hall.write(Data(line.replacing("居民 ", with: "物业 ").utf8), to: hall.signers)
    #expect(try hall.verdicts() == ["unknown_key"])
    #expect(hall.run("verify").output.contains("登记的不是这一方，而是「物业」"))
    try FileManager.default.removeItem(at: hall.hall.folder.appending(path: hall.signers))
    #expect(try hall.verdicts() == ["unknown_key"])
    // A key may also be enrolled by hand, with patterns, remarks and a broken line beside it.
    try hall.hall.write(
      Data("# 钥匙\r\nx y z\n\"居*,!居委\" \(line.split(separator: " ", maxSplits: 1)[1])".utf8),
      to: hall.signers)
    #expect(try hall.verdicts() == ["valid stands"])
  }

  @Test("a signature or a key for another purpose is not valid")
  func otherPurpose() throws {
    let hall = try SigningHall()
    hall.sign("居民")
    let file = hall.file
    let line = hall.hall.text(hall.signers)
    try hall.hall.write(
      Data(line.replacing("hall-signature", with: "git").utf8), to: hall.signers)
    #expect(try hall.verdicts() == ["key_for_others"])
    try hall.hall.write(Data(line.utf8), to: hall.signers)
    let text = hall.hall.text(file)
    let statement = try #require(text.components(separatedBy: "\n\n").first) + "\n"
    let signed = try #require(
      SystemPrograms().run(
        ProgramCall(
          ["ssh-keygen", "-Y", "sign", "-n", "file", "-f", hall.key("居民")],
          input: Array(statement.utf8))))
    try hall.hall.write(Data((statement + "\n" + signed.text).utf8), to: file)
    #expect(try hall.verdicts() == ["other_namespace"])
    #expect(hall.run("verify").output.contains("它是为「file」签的"))
  }

  @Test("a signature is not valid if its key had expired or was not yet valid")
  func expired() throws {
    let hall = try SigningHall()
    hall.sign("居民")
    let line = hall.hall.text(hall.signers)
    // It was signed at 2025-12-01 09:00 in the hall's zone, which also applies to days without one.
    for (option, verdict) in [
      ("valid-before=\"20251201085959\"", "expired"), ("valid-before=\"20251201\"", "expired"),
      ("valid-before=\"20251201005959Z\"", "expired"),
      ("valid-before=\"20251201090000\"", "valid stands"),
      ("valid-after=\"20251201090001\"", "not_yet_valid"),
      ("valid-after=\"202512010900\"", "valid stands"),
      ("valid-after=\"20251201\",valid-before=\"20251202\"", "valid stands"),
    ] {
      try hall.hall.write(
        Data(line.replacing("namespaces", with: option + ",namespaces").utf8), to: hall.signers)
      #expect(try hall.verdicts() == [verdict], "\(option)")
    }
  }

  @Test("a signature does not match a history that was changed or rewritten")
  func otherHistory() throws {
    let hall = try SigningHall()
    hall.sign("居民")
    let history = "history/M-2025-008.md"
    let text = hall.hall.text(history)
    try hall.hall.edit(history, "王五", "王六")
    #expect(try hall.verdicts() == ["history"])
    func rewrite(_ new: String, by name: String) throws {
      try FileManager.default.removeItem(at: hall.hall.folder.appending(path: history))
      try FileManager.default.removeItem(at: hall.hall.folder.appending(path: ".hall"))
      try hall.hall.edit(SigningHall.path, "换泵", new)
      #expect(hall.run("record", "--by", name).status == 0)
    }
    try rewrite("换泵", by: "王六")
    #expect(try hall.verdicts() == ["chain"])
    try rewrite("换管", by: "王五")
    #expect(try hall.verdicts() == ["content"])
    try FileManager.default.removeItem(at: hall.hall.folder.appending(path: history))
    #expect(try hall.verdicts() == ["no_revision"])
    try hall.hall.write(Data(text.utf8), to: history)
    #expect(try hall.verdicts() == ["valid stands"])
  }

  @Test("a signature stands after progress, and is outdated after an amendment")
  func amendment() throws {
    let hall = try SigningHall()
    hall.sign("居民")
    hall.sign("物业")
    try hall.hall.edit(SigningHall.path, "- [ ] T1", "- [x] T1")
    _ = hall.run("record")
    #expect(try hall.verdicts() == ["valid stands", "valid stands"])
    try hall.hall.edit(SigningHall.path, "换泵", "换管")
    _ = hall.run("record", "-m", "写错了")
    #expect(try hall.verdicts() == ["valid amended", "valid amended"])
    #expect(hall.run("show", "8").output.contains("签的是第 1 版，之后有修正（第 3 版）"))
    let check = hall.run("check")
    #expect(check.status == 0)
    #expect(check.output.contains("warning: 「居民」签的是 M-2025-008 第 1 版，之后有修正（第 3 版）"))
    // A party that signs again is not reminded any more; the others still are.
    hall.sign("居民")
    let renewed = hall.run("check", "M-2025-008").output
    #expect(!renewed.contains("「居民」签的是") && renewed.contains("「物业」签的是"))
    #expect(hall.run("log", "8").output.contains("之后有修正（第 3 版），已再签"))
  }

  @Test("a signature stands after an approval only if nothing else has changed")
  func approval() throws {
    let hall = try SigningHall()
    let path = "agendas/M-2025-009.md"
    try hall.hall.write(Data(meeting(9, item: SigningHall.item).utf8), to: path)
    _ = hall.run("record")
    func sign(_ party: String) -> Answer {
      hall.run("sign", "M-2025-009", "--as", party, "--key", hall.key(party), "--enrol")
    }
    let first = sign("居民")
    #expect(first.status == 0 && first.errors.contains("还没有确认"))
    try hall.hall.edit(path, "换泵", "换管")
    _ = hall.run("record")
    #expect(try hall.verdicts() == ["valid changed"])
    #expect(!hall.run("check").output.contains("signature"))
    #expect(sign("物业").status == 0)
    try hall.hall.edit(path, "已召开", "已确认")
    _ = hall.run("record")
    #expect(try hall.verdicts() == ["valid approved_otherwise", "valid stands"])
    #expect(hall.run("check").output.contains("之后改过（第 2 版）才确认的"))
  }

  @Test("commands that read never write, and without a signature ssh-keygen is not started")
  func readsOnly() throws {
    let hall = try SigningHall()
    let calls = [
      ["verify"], ["check"], ["show", "8"], ["log", "8"], ["verify", "8", "--json"],
      ["show", "8", "--json", "--revision", "1"], ["log", "8", "--json"],
    ]
    var context = hall.context()
    context.programs = Watched()
    for words in calls { _ = CommandTable.answer(words, in: context) }
    #expect(Watched.count.withLock { $0 } == 0)
    hall.sign("居民")
    let before = try hall.hall.everything()
    for words in calls {
      #expect(CommandTable.answer(words, in: hall.context()).status == 0)
    }
    #expect(try hall.hall.everything() == before)
  }

  @Test("a link in place of the signatures folder or the file of signers is not followed")
  func links() throws {
    let hall = try SigningHall()
    let outside = hall.keys.appending(path: "outside")
    let manager = FileManager.default
    try manager.createDirectory(at: outside, withIntermediateDirectories: true)
    let folder = hall.hall.folder.appending(path: "signatures")
    try manager.createSymbolicLink(at: folder, withDestinationURL: outside)
    let words = ["sign", "M-2025-008", "--as", "居民", "--key", hall.key("居民"), "--enrol"]
    #expect(CommandTable.answer(words, in: hall.context()).status == 2)
    #expect(try manager.contentsOfDirectory(atPath: outside.path(percentEncoded: false)) == [])
    try manager.removeItem(at: folder)
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    let target = outside.appending(path: "list")
    try Data().write(to: target)
    try manager.createSymbolicLink(
      at: folder.appending(path: "allowed_signers"), withDestinationURL: target)
    #expect(CommandTable.answer(words, in: hall.context()).status == 2)
    #expect(try Data(contentsOf: target).isEmpty)
  }
}

private struct Watched: Programs {
  static let count = Mutex(0)
  func run(_ call: ProgramCall) -> ProgramResult? {
    // git may be asked about the histories, but no other program may be started.
    if call.words.first != "git" { Watched.count.withLock { $0 += 1 } }
    return nil
  }
}
