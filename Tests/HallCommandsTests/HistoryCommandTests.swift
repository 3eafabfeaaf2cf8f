import Foundation
import HallCommands
import HallWords
import Synchronization
import TestSupport
import Testing

/// `record`, `log`, `diff`, `restore`, `undo` and `verify`, as a user calls them.
@Suite struct HistoryCommandTests {
  private let path = ReadingTests.path
  private let history = "history/M-2025-008.md"

  private func chains(_ hall: TestHall) -> [String] {
    hall.text(history).split(separator: "\n").filter { $0.hasPrefix("* chain: ") }
      .map { String($0.dropFirst("* chain: ".count)) }
  }

  @Test func `record records every document once, and finds nothing the second time`() throws {
    let hall = try TestHall([path: meeting(item: ReadingTests.item)])
    let answer = hall.write("record")
    #expect(answer.status == 0)
    #expect(answer.output.contains("已记下 M-2025-008 第 1 版  初次记录\n"))
    #expect(answer.output.contains("已记下 hall 第 1 版"))
    #expect(hall.text(history).contains("* by: 王五\n* why: 初次记录\n"))
    #expect(hall.text(history).contains("* at: 2025-12-01T09:00:00+08:00\n"))
    let before = try hall.everything()
    #expect(hall.write("record").output == "没有要记的改动\n")
    #expect(hall.write("record", "8", "-m", "x").output == "没有要记的改动\n")
    #expect(
      try hall.everything().filter { $0.key.hasSuffix(".md") }
        == before.filter { $0.key.hasSuffix(".md") })
  }

  @Test func `record needs a name`() throws {
    let hall = try TestHall([path: meeting(item: "甲")])
    let answer = hall.run("record")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("谁"))
    #expect(hall.text(history).isEmpty)
    #expect(hall.run("record", "--by", "李四").status == 0)
    #expect(hall.text(history).contains("* by: 李四\n"))
  }

  @Test func `the reason of a revision is what changed, or what the person wrote`() throws {
    let hall = try ReadingTests.hall()
    #expect(hall.text(history).contains("* why: 议题1 表决 同意 5→6\n"))
    try hall.edit(path, "同意: 6", "同意: 7")
    #expect(hall.write("record", "-m", "重新数过\n\n## 9").status == 0)
    #expect(hall.text(history).contains("* why: 重新数过 ## 9\n"))
    #expect(hall.run("verify").status == 0)
    let log = hall.run("log", "8")
    #expect(log.output.contains("重新数过"))
    #expect(log.output.contains("王五"))
    #expect(log.output.hasPrefix("M-2025-008  协商会\n"))
    let rows = hall.run("log", "8", "--format", "csv").output.components(separatedBy: "\r\n")
    #expect(rows.dropFirst().prefix(3).map { $0.split(separator: ",")[1] } == ["3", "2", "1"])
  }

  @Test func `a long reason goes on below itself on a terminal of 80 columns`() throws {
    let hall = try TestHall([path: meeting(item: ReadingTests.item)])
    _ = hall.write("record")
    try hall.edit(path, "同意: 5", "同意: 6")
    let why = String(repeating: "计票时漏了一张，当场补上，各方都看过，没有异议。", count: 4)
    #expect(hall.write("record", "-m", why).status == 0)
    let context = hall.context(isTerminal: true, columns: 80, environment: ["NO_COLOR": "1"])
    let lines = CommandTable.answer(["log", "8"], in: context).output.split(separator: "\n")
    #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 80 })
    #expect(lines.map { $0.drop { $0 == " " } }.joined().contains("没有异议。计票时"))
    #expect(!lines.contains { $0.contains("…") })
  }

  @Test func `a dry run shows the diff that would be recorded`() throws {
    let hall = try ReadingTests.hall()
    try hall.edit(path, "同意: 6", "同意: 7")
    let output = hall.write("record", "--dry-run").output
    #expect(output.contains("--- a/agendas/M-2025-008.md\n+++ b/agendas/M-2025-008.md\n"))
    #expect(output.contains("-- 同意: 6\n+- 同意: 7\n"))
  }

  @Test func `restore brings back a revision, and records unrecorded edits first`() throws {
    let hall = try ReadingTests.hall()
    let first = meeting(item: ReadingTests.item)
    try hall.edit(path, "同意: 6", "同意: 7")
    let answer = hall.write("restore", "8", "1")
    #expect(answer.status == 0)
    #expect(hall.text(path) == first)
    #expect(answer.output.contains("第 3 版  在别的程序里修改\n"))
    #expect(answer.output.contains("第 4 版  恢复到第 1 版\n"))
    #expect(hall.run("diff", "8", "3", "1").output.contains("同意：7 → 5"))
    #expect(hall.run("verify").status == 0)
    #expect(hall.write("restore", "8", "4").output.contains("已经是第 4 版"))
    let none = hall.write("restore", "8", "9")
    #expect(none.status == 2)
    #expect(none.errors.contains("「hall 历史 M-2025-008」"))
    let word = hall.write("restore", "8", "零")
    #expect(word.status == 2)
    #expect(word.errors.contains("版本写的「零」读不懂"))
  }

  @Test func `undo takes back one command after the other, and is not a step itself`() throws {
    let hall = try ReadingTests.hall()
    try hall.edit(path, "同意: 6", "同意: 7")
    try hall.edit("matters/Q-2025-001.md", "反水", "倒灌")
    #expect(hall.write("record").status == 0)
    let answer = hall.write("undo")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(hall.text(path).contains("同意: 6"))
    #expect(hall.text("matters/Q-2025-001.md").contains("反水"))
    #expect(hall.write("undo").status == 0)
    #expect(hall.text(path).contains("同意: 5"))
    // The first revision of a document cannot be undone.
    let before = hall.text(path)
    let first = hall.write("undo")
    #expect(first.status == 2)
    #expect(first.errors.contains("用「hall 改 ") && !first.errors.contains("hall 恢复"))
    #expect(hall.text(path) == before)
    #expect(hall.run("verify").status == 0)
    #expect(chains(hall).count == 5)
  }

  @Test func `undo takes back a command, but not an earlier edit in another program`() throws {
    let hall = try ReadingTests.hall()
    try hall.edit(path, "同意: 6", "同意: 7")
    #expect(hall.write("restore", "8", "2").status == 0)
    #expect(hall.text(path).contains("同意: 6"))
    #expect(hall.write("undo").status == 0)
    #expect(hall.text(path).contains("同意: 7"))
    // The edit is a step of its own.
    #expect(hall.write("undo").status == 0)
    #expect(hall.text(path).contains("同意: 6"))
    #expect(hall.write("undo").status == 0)
    #expect(hall.text(path).contains("同意: 5"))
    #expect(hall.run("verify").status == 0)
  }

  @Test func `a copy beside a document is not recorded as an edit of it`() throws {
    let hall = try ReadingTests.hall()
    let text = hall.text(path)
    let before = hall.text(history)
    try hall.write(
      Data(text.replacing("同意: 6", with: "同意: 7").utf8), to: "agendas/M-2025-008-备份.md")
    let answer = hall.write("record")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("编号相同"))
    #expect(hall.text(history) == before)
  }

  @Test func `verify still answers if a history cannot be read or all are gone`() throws {
    let hall = try ReadingTests.hall()
    #expect(hall.write("record").status == 0)
    try FileManager.default.createDirectory(
      at: hall.folder.appending(path: "history/M-2025-099.md"), withIntermediateDirectories: false)
    let answer = hall.run("verify")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("history/M-2025-099.md"))
    #expect(answer.output.contains("M-2025-008  完好"))
    try FileManager.default.removeItem(at: hall.folder.appending(path: "history"))
    let digest = String(repeating: "0", count: 64)
    let gone = hall.run("verify", "--expect", digest)
    #expect(gone.status == 1)
    #expect(gone.output.contains("没有这个摘要"))
  }

  @Test func `undo is refused if the document was edited since`() throws {
    let hall = try ReadingTests.hall()
    try hall.edit(path, "同意: 6", "同意: 7")
    let before = try hall.everything()
    #expect(hall.write("undo").status == 2)
    let after = try hall.everything()
    #expect(before == after)
  }

  @Test func `verify names the damage, and finds a rewritten history by its old digest`() throws {
    let hall = try ReadingTests.hall()
    let kept = chains(hall)
    #expect(kept.count == 2)
    for digest in kept {
      #expect(hall.run("verify", "8", "--expect", digest).status == 0)
      #expect(hall.run("verify", "--expect", String(digest.dropFirst(7))).status == 0)
    }
    let whole = hall.text(history)
    try hall.edit(history, "* why: 初次记录", "* why: 初次纪录")
    let flipped = hall.run("verify")
    #expect(flipped.status == 1)
    #expect(flipped.output.contains("第 1 版"))
    #expect(hall.run("verify", "--json").output.contains("\"verdict\" : \"chain\""))
    // Nothing is added to a damaged history.
    try hall.edit(path, "同意: 6", "同意: 7")
    #expect(hall.write("record").status == 2)
    try hall.write(Data(whole.utf8), to: history)
    #expect(hall.write("record").status == 0)

    try FileManager.default.removeItem(at: hall.folder.appending(path: history))
    let lost = hall.write("record")
    #expect(lost.status == 2 && lost.output.isEmpty)
    #expect(lost.errors.contains("这台电脑上记过第 3 版"))
    #expect(lost.errors.contains("--重新接"))
    #expect(hall.write("record", "--start-over").errors.contains("要写理由"))
    #expect(hall.write("record", "8", "--start-over", "-m", "硬盘坏了").status == 0)
    #expect(hall.text(history).contains("* why: 硬盘坏了"))
    #expect(hall.run("verify").status == 0)
    let rewritten = hall.run("verify", "--expect", kept[1])
    #expect(rewritten.status == 1)
    #expect(rewritten.output.contains("重写"))
  }

  @Test func `on a narrow terminal, the digest is shown below, and only if a document is named`()
    throws
  {
    let hall = try ReadingTests.hall()
    func lines(_ words: String...) -> [Substring] {
      let output = CommandTable.answer(words, in: hall.context(isTerminal: true)).output
      return output.split(separator: "\n")
    }
    #expect(!lines("verify").contains { $0.contains("sha256:") })
    #expect(lines("verify").last?.contains("写上编号") == true)
    let named = lines("verify", "8", "--lang", "zh")
    #expect(named.count == 2)
    #expect(named.last?.contains(chains(hall)[1]) == true)
    #expect(hall.run("verify").output.contains("sha256:"))
  }

  @Test func `verify warns of an unrecorded edit, and a missing document is an error`() throws {
    let hall = try ReadingTests.hall()
    try hall.edit(path, "同意: 6", "同意: 7")
    #expect(hall.run("verify").status == 0)
    #expect(hall.run("verify").output.contains("有没记下的改动"))
    try FileManager.default.removeItem(at: hall.folder.appending(path: path))
    #expect(hall.run("verify").status == 1)
    #expect(hall.run("verify", "--json").output.contains("\"verdict\" : \"missing\""))
  }

  @Test func `a deleted document can be restored from its history`() throws {
    let hall = try ReadingTests.hall()
    let text = hall.text(path)
    let file = hall.folder.appending(path: path)
    #expect(hall.write("restore", "M-2025-008").status == 2)
    try FileManager.default.removeItem(at: file)
    #expect(hall.write("restore", "M-2025-008", "--dry-run").output == text)
    #expect(hall.write("restore", "M-2025-008").status == 0)
    #expect(hall.text("agendas/M-2025-008.md") == text)
    #expect(hall.run("verify").status == 0)
    try FileManager.default.removeItem(at: hall.folder.appending(path: "agendas/M-2025-008.md"))
    #expect(hall.write("restore", "M-2025-008", "1").status == 0)
    #expect(hall.run("verify").status == 0)
    #expect(chains(hall).count == 3)
  }

  @Test func `a document that cannot be read is not called missing`() throws {
    let hall = try ReadingTests.hall()
    let file = hall.folder.appending(path: path)
    try FileManager.default.removeItem(at: file)
    try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
    let answer = hall.run("verify")
    #expect(answer.status == 2)
    #expect(answer.output.contains("文件读不了"))
    #expect(hall.write("restore", "M-2025-008").status == 2)
  }

  @Test func `a history cut off in its last revision loses only that one`() throws {
    let hall = try ReadingTests.hall()
    let whole = hall.text(history)
    try hall.write(Data(whole.utf8.dropLast(40)), to: history)
    #expect(hall.run("verify").status == 1)
    let said = Mutex("")
    var context = hall.context(environment: ["HALL_AUTHOR": "王五"])
    context.say = { text in said.withLock { $0 += text } }
    #expect(CommandTable.answer(["record"], in: context).status == 0)
    #expect(said.withLock { $0 } == "M-2025-008 第 2 版没有写完，已重新记下\n")
    #expect(hall.run("verify").status == 0)
    #expect(chains(hall).count == 2)
  }

  @Test func `restore keeps the mode of a file`() throws {
    let hall = try ReadingTests.hall()
    let file = hall.folder.appending(path: path).path(percentEncoded: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    #expect(hall.write("restore", "8", "1").status == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o640)
  }

  @Test func `a document that is a link is refused, and the link stays`() throws {
    let hall = try ReadingTests.hall()
    let file = hall.folder.appending(path: path)
    let target = hall.folder.appending(path: "agendas/elsewhere.md")
    try FileManager.default.moveItem(at: file, to: target)
    try FileManager.default.createSymbolicLink(at: file, withDestinationURL: target)
    try hall.edit("agendas/elsewhere.md", "同意: 6", "同意: 7")
    for words in [["record"], ["restore", "8", "1"], ["undo"]] {
      let before = hall.text("agendas/elsewhere.md")
      let answer = CommandTable.answer(
        words, in: hall.context(environment: ["HALL_AUTHOR": "王五"]))
      #expect(answer.status == 2, "\(words)")
      #expect(hall.text("agendas/elsewhere.md") == before)
      let path = file.path(percentEncoded: false)
      #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil)
    }
    #expect(chains(hall).count == 2)
  }
}

/// After an approval, every change is either progress or an amendment.
@Suite struct SealCommandTests {
  private let path = ReadingTests.path
  private let history = "history/M-2025-008.md"

  private func approved() throws -> TestHall {
    let hall = try ReadingTests.hall()
    try hall.edit(path, "状态: 已召开", "状态: 已确认")
    #expect(hall.write("record").status == 0)
    #expect(!hall.text(history).contains("* kind"))
    return hall
  }

  @Test func `ticking off a task is progress and needs no reason`() throws {
    let hall = try approved()
    try hall.edit(path, "- [ ] T1", "- [x] T1")
    try hall.edit(path, "  - 期限: 2025-10-15", "  - 期限: 2025-10-15\n  - 完成: 2025-10-10")
    #expect(hall.run("verify").status == 0)
    let answer = hall.write("record")
    #expect(answer.status == 0)
    #expect(answer.output.contains("确认后的进展"))
    #expect(hall.text(history).contains("* kind: progress\n"))
    #expect(hall.run("log", "8").output.contains("确认后的进展"))
  }

  @Test func `changing a count is an amendment and needs a reason`() throws {
    let hall = try approved()
    try hall.edit(path, "同意: 6", "同意: 7")
    #expect(hall.run("verify").status == 1)
    #expect(hall.run("verify", "--json").output.contains("\"verdict\" : \"sealed\""))
    let before = hall.text(history)
    for words in [["record"], ["record", "--dry-run"], ["record", "-m", ""]] {
      let answer = CommandTable.answer(
        words, in: hall.context(environment: ["HALL_AUTHOR": "王五"]))
      #expect(answer.status == 2, "\(words)")
      #expect(answer.errors.contains("理由"))
    }
    #expect(hall.text(history) == before)
    let answer = hall.write("record", "-m", "重新数过")
    #expect(answer.status == 0)
    #expect(answer.output.contains("确认后的修正"))
    #expect(hall.text(history).contains("* why: 重新数过\n* kind: amendment\n"))
    #expect(hall.run("verify").status == 0)
    #expect(hall.run("log", "8", "--json").output.contains("\"kind\" : \"amendment\""))
  }

  @Test func `an unrecorded amendment blocks other changes until it is recorded`() throws {
    let hall = try approved()
    try hall.edit(path, "同意: 6", "同意: 7")
    let before = (hall.text(path), hall.text(history))
    let answer = hall.write("restore", "8", "3", "-m", "回去")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("hall 记下 -m"))
    #expect((hall.text(path), hall.text(history)) == before)
    #expect(hall.write("record", "-m", "重新数过").status == 0)
    #expect(hall.write("restore", "8", "3").status == 2)
    #expect(hall.write("restore", "8", "3", "-m", "回去").status == 0)
    #expect(hall.text(path).contains("同意: 6"))
  }

  @Test func `blanks are not a reason, and an emptied document is refused`() throws {
    let hall = try approved()
    try hall.edit(path, "同意: 6", "同意: 7")
    for blank in [" ", "\u{3000}\t"] {
      #expect(hall.write("record", "-m", blank).status == 2)
    }
    try hall.write(Data(), to: path)
    let answer = hall.write("record")
    #expect(answer.status == 2)
    #expect(answer.errors.contains(path))
    #expect(answer.output.isEmpty)
  }

  @Test func `restoring an approved revision needs a reason, and the message gives the new status`()
    throws
  {
    let hall = try approved()
    try hall.edit(path, "状态: 已确认", "状态: 已召开")
    let away = hall.write("record", "-m", "没到时候")
    #expect(away.output.contains("没到时候；不再是「已确认」\n"))
    let before = hall.text(path)
    let none = hall.write("restore", "8", "3")
    #expect(none.status == 2)
    #expect(none.errors.contains("用「hall 恢复 8 3 -m 理由」"))
    #expect(hall.text(path) == before)
    #expect(hall.atTerminal("restore", "8", "3", answers: [""]).status == 2)
    let back = hall.atTerminal("restore", "8", "3", answers: ["都看过了"])
    #expect(back.output == "已记下 M-2025-008 第 5 版  都看过了；现在是「已确认」\n")
    let undone = hall.write("undo", "-m", "改回来")
    #expect(undone.output.hasPrefix("已撤销：都看过了（M-2025-008 第 6 版）  改回来；不再是「已确认」\n"))
  }

  @Test func `undo names unrecorded edits, and asks at a terminal`() throws {
    let hall = try ReadingTests.hall()
    try hall.edit("matters/Q-2025-001.md", "反水", "倒灌")
    let before = hall.text(path)
    let no = hall.atTerminal("undo")
    #expect(no.status == 0 && no.output == "没有撤销，什么也没有改\n")
    #expect(hall.text(path) == before)
    let yes = hall.write("undo")
    #expect(yes.status == 0)
    #expect(yes.errors.hasPrefix("注意：「matters/Q-2025-001.md」改过，还没有记下"))
    #expect(yes.output.hasPrefix("已撤销："))
    #expect(hall.text(path).contains("同意: 5"))
    #expect(hall.text("matters/Q-2025-001.md").contains("倒灌"))
  }

  @Test func `taking back an approval needs a reason`() throws {
    let hall = try approved()
    #expect(hall.write("undo").status == 2)
    try hall.edit(path, "状态: 已确认", "状态: 已召开")
    #expect(hall.write("record").status == 2)
    #expect(hall.write("record", "-m", "没到时候").status == 0)
    try hall.edit(path, "同意: 6", "同意: 7")
    #expect(hall.write("record").status == 0)
  }
}
