import Foundation
import HallCommands
import TestSupport
import Testing
@testable import HallGit

/// `hall sign`, with the real `ssh-keygen`.
@Suite("hall sign", .needs(.sshKeygen))
struct SignCommandTests {
  @Test("a party signs the last revision, and every command that reads shows it")
  func signs() throws {
    let hall = try SigningHall()
    let answer = hall.sign("居民")
    #expect(answer.output.contains("「居民」签了 M-2025-008 第 1 版"))
    #expect(hall.files.count == 1)
    #expect(try hall.verdicts() == ["valid stands"])
    #expect(hall.run("verify").output.contains("居民  第 1 版  2025-12-01 09:00  有效"))
    #expect(hall.run("show", "M-2025-008").output.contains("居民  第 1 版  2025-12-01 09:00  有效"))
    #expect(hall.run("log", "M-2025-008").output.contains("居民  第 1 版  2025-12-01 09:00  有效"))
    #expect(hall.run("show", "M-2025-008", "--json").output.contains("\"verdict\" : \"valid\""))
    #expect(!hall.run("check").output.contains("signature"))
  }

  /// The way of docs/committee.md, which is run as well.
  @Test("a signature can be checked with ssh-keygen alone, and a changed one fails")
  func stranger() throws {
    let hall = try SigningHall()
    hall.sign("居民/张三", with: "居民")
    let file = try #require(hall.files.first)
    let folder = hall.hall.folder.path(percentEncoded: false)
    let script = #"""
      cd "$1" && armored=$(mktemp)
      sed -n '/^-----BEGIN/,/^-----END/p' "$2" > "$armored"
      sed '/^$/,$d' "$2" | ssh-keygen -Y verify -f signatures/allowed_signers -n hall-signature \
        -I 居民/张三 -s "$armored"
      """#
    func check() throws -> ProgramResult {
      let call = ProgramCall(["sh", "-c", script, "sh", folder, file])
      return try #require(SystemPrograms().run(call))
    }
    let good = try check()
    #expect(good.isDone && good.text.hasPrefix("Good \"hall-signature\" signature"), "\(good)")
    try hall.hall.edit(file, "revision: 1", "revision: 2")
    #expect(!(try check().isDone))
  }

  @Test("signing twice changes nothing, and another key of the party adds a signature")
  func again() throws {
    let hall = try SigningHall()
    hall.sign("居民")
    let before = try hall.hall.everything()
    let again = hall.sign("居民")
    #expect(again.output.contains("已经用这把钥匙签过"))
    #expect(try hall.hall.everything() == before)
    hall.sign("居民", with: "物业")
    #expect(hall.files.count == 2)
    #expect(try hall.verdicts() == ["valid stands", "valid stands"])
  }

  @Test("a key that is not enrolled for the party is refused, and nothing is written")
  func unknownKey() throws {
    let hall = try SigningHall()
    let before = try hall.hall.everything()
    let refused = hall.run("sign", "M-2025-008", "--as", "居民", "--key", hall.key("居民"))
    #expect(refused.status == 2)
    #expect(refused.errors.contains("没有登记「居民」有这把钥匙"))
    #expect(refused.errors.contains("--enrol"))
    #expect(try hall.hall.everything() == before)
    hall.sign("居民")
    let other = hall.run("sign", "M-2025-008", "--as", "物业", "--key", hall.key("居民"))
    #expect(other.status == 2)
    #expect(other.errors.contains("登记的不是「物业」，是「居民」"))
    // A person's key may not sign for the party, but a party's key may sign for a person.
    hall.sign("物业/赵六", with: "物业")
    #expect(hall.run("sign", "M-2025-008", "--as", "物业", "--key", hall.key("物业")).status == 2)
    #expect(hall.run("sign", "M-2025-008", "--as", "居民/张三", "--key", hall.key("居民")).status == 0)
  }

  @Test("a dry run shows the lines that would be signed, and writes nothing")
  func dryRun() throws {
    let hall = try SigningHall()
    let before = try hall.hall.everything()
    let answer = hall.sign("居民", "-n")
    #expect(answer.output.contains("* revision: 1\n"))
    #expect(answer.output.contains("* party: 居民\n"))
    #expect(try hall.hall.everything() == before)
  }

  @Test("an unrecorded, damaged or missing revision is not signed, and the remedy is given")
  func unrecorded() throws {
    let hall = try SigningHall()
    func refused(_ words: String...) -> String {
      let call = ["sign", "M-2025-008", "--as", "居民", "--key", hall.key("居民"), "--enrol"]
      let answer = CommandTable.answer(call + words, in: hall.context())
      #expect(answer.status == 2)
      #expect(hall.files == [])
      return answer.errors
    }
    #expect(refused("--revision", "2").contains("没有第 2 版"))
    #expect(refused("--revision", "x").contains("读不懂"))
    let text = hall.hall.text(SigningHall.path)
    try hall.hall.edit(SigningHall.path, "换泵", "换管")
    #expect(refused().contains("先记下：hall 记下 M-2025-008 -m 理由"))
    try hall.hall.write(Data(text.utf8), to: SigningHall.path)
    try hall.hall.edit(SigningHall.path, "[ ] T1", "[x] T1")
    #expect(refused().contains("先记下：hall 记下 M-2025-008\n"))
    try hall.hall.write(Data(text.utf8), to: SigningHall.path)
    try hall.hall.edit("history/M-2025-008.md", "王五", "王六")
    #expect(refused().contains("历史第 1 版"))
    try FileManager.default.removeItem(
      at: hall.hall.folder.appending(path: "history/M-2025-008.md"))
    #expect(refused().contains("还没有历史"))
  }

  @Test("only a party can sign, and a typo gets a suggestion")
  func parties() throws {
    let hall = try SigningHall()
    let slip = hall.run("sign", "M-2025-008", "--as", "局民", "--key", hall.key("居民"))
    #expect(slip.status == 2 && slip.errors.contains("是不是想写「居民」"))
    #expect(hall.run("sign", "M-2025-008", "--as", "居民").errors.contains("没有写用哪把钥匙"))
    #expect(hall.run("sign", "M-2025-008", "--key", hall.key("居民")).errors.contains("居民、物业"))
    #expect(hall.run("sign", "8", "--as", "居民", "--key", hall.key("居民")).errors.contains("完整的编号"))
    let paper = hall.run("sign", "M-2025-008", "居民", "张三")
    #expect(paper.errors.contains("--代表 居民") && paper.errors.contains("签字"))
    for name in ["居民/张\n三", "居民/\u{202E}三", "居民/张\u{2028}三", "居民/\u{1B}[31m"] {
      let hidden = hall.run("sign", "M-2025-008", "--as", name, "--key", hall.key("居民"))
      #expect(hidden.status == 2 && hidden.errors.contains("看不见的字符"), "\(hidden.errors)")
    }
  }

  @Test("a key that has expired or is not yet valid cannot sign, even if enrolled again")
  func expired() throws {
    let hall = try SigningHall()
    hall.sign("居民")
    let line = hall.hall.text(hall.signers)
    for (option, words) in [
      ("valid-before=\"20251130\"", "已经过期（20251130）"), ("valid-after=\"20251202\"", "还没有生效"),
    ] {
      try hall.hall.write(
        Data(line.replacing("namespaces", with: option + ",namespaces").utf8), to: hall.signers)
      let answer = hall.run(
        "sign", "M-2025-008", "--as", "居民/张三", "--key", hall.key("居民"), "--enrol")
      #expect(answer.status == 2 && answer.errors.contains(words), "\(answer.errors)")
    }
    #expect(hall.files.count == 1)
  }

  @Test(
    "the file name of a key is never taken for an option or changed",
    arguments: [
      "-x", "--upload-pack=touch x", "a b", "it's \"it\"", "一把 钥匙", "line\nbreak", "$(touch x)",
      "-",
      "*", "%s",
    ])
  func keyNames(name: String) throws {
    let hall = try SigningHall(keys: [])
    try hall.makeKey(name)
    for path in [hall.key(name), "keys/" + name] {
      if !path.hasPrefix("/") {
        try FileManager.default.copyItem(
          at: hall.keys, to: hall.hall.folder.appending(path: "keys"))
      }
      let person = path.hasPrefix("/") ? "" : "/张三"
      let answer = hall.run("sign", "M-2025-008", "--as", "居民" + person, "--key=" + path, "--enrol")
      #expect(answer.status == 0, "\(answer.errors)")
    }
    #expect(try hall.verdicts() == ["valid stands", "valid stands"])
    #expect(hall.hall.text("x").isEmpty)
  }

  @Test(
    "a party with an unusual name can sign only for itself",
    arguments: [
      "-x", "--upload-pack=x", "甲 乙", "甲,居民", "*", "!居民", "\"居民\" x", "甲/乙", "a@b#c",
      "cert-authority",
    ])
  func partyNames(name: String) throws {
    let charter = TestHall.charter + "## 各方\n\n- 居民: 表决\n- \(name): 表决\n"
    let hall = try SigningHall(charter: charter, keys: ["钥匙"])
    hall.sign(name, with: "钥匙")
    #expect(try hall.verdicts() == ["valid stands"])
    #expect(hall.hall.text(hall.file).contains("* party: \(name)\n"))
    #expect(hall.hall.text(hall.signers).split(separator: "\n").count == 1)
    let other = hall.run("sign", "M-2025-008", "--as", "居民", "--key", hall.key("钥匙"))
    #expect(other.status == 2, "\(other.output)")
  }

  @Test("at a terminal ssh-keygen asks for the passphrase, and elsewhere the key is refused")
  func passphrase() throws {
    let hall = try SigningHall(keys: [])
    try hall.makeKey("锁", passphrase: "一二三四五")
    let words = ["sign", "M-2025-008", "--as", "居民", "--key", hall.key("锁"), "--enrol"]
    let refused = CommandTable.answer(words, in: hall.context())
    #expect(refused.status == 2 && refused.errors.contains("ssh-add"), "\(refused.errors)")
    #expect(hall.files == [])
    let console = ScriptedConsole([]) { words in
      // Replaces the person who types it.
      let key = words[words.firstIndex(of: "-f").map { $0 + 1 } ?? 0]
      let unlock = ["ssh-keygen", "-q", "-p", "-P", "一二三四五", "-N", "", "-f", key]
      guard SystemPrograms().run(ProgramCall(unlock))?.isDone == true else { return 1 }
      return SystemPrograms().run(ProgramCall(words))?.status
    }
    let asked = CommandTable.answer(words, in: hall.context(console: console))
    #expect(asked.status == 0, "\(asked.errors)")
    #expect(console.shown.contains("「居民」要签 M-2025-008 第 1 版"))
    #expect(console.programs.count == 1)
    #expect(try hall.verdicts() == ["valid stands"])
  }

  @Test("without ssh-keygen, sign says so, and so do the commands that read signatures")
  func noTool() throws {
    let hall = try SigningHall()
    hall.sign("居民")
    var context = hall.context()
    context.programs = NoPrograms()
    let words = ["sign", "M-2025-008", "--as", "居民", "--key", hall.key("居民")]
    #expect(CommandTable.answer(words, in: context).errors.contains("没有能用的 ssh-keygen"))
    let verified = CommandTable.answer(["verify"], in: context)
    #expect(verified.status == 2 && verified.output.contains("没有核对"))
    let checked = CommandTable.answer(["check"], in: context)
    #expect(checked.status == 0 && checked.output.contains("签名没有核对"))
    #expect(CommandTable.answer(["show", "8"], in: context).output.contains("没有核对"))
  }
}
