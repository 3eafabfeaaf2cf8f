import Foundation
import HallCommands
import TestSupport
import Testing

/// What `hall review` says about the changes between two states.
@Suite("A hall is reviewed", .needs(.git))
struct ReviewCommandTests {
  private static let vote = """
    #### 表决: 修路

    - 规则: 简单多数
    - 同意: 8人
    - 反对: 5人
    - 结果: 通过

    #### 决议 D1: 修路

    - 性质: 业主共同决定
    - 公示: 2025-09-26 至 2025-10-11

    - [ ] T1 找人修
      - 负责: 物业
      - 期限: 2025-10-01
    - [ ] T2 每月扫一次
      - 负责: 物业
      - 期限: 长期

    """

  /// An approved meeting with a vote, recorded and committed.
  private func approved() throws -> ReviewedHall {
    let text = meeting(item: Self.vote).replacing("状态: 已召开", with: "状态: 已确认")
    let hall = try ReviewedHall(["agendas/M-2025-008.md": text])
    #expect(hall.run("record", "-m", "初次记录").status == 0)
    try hall.commit("first", at: "2025-10-12T09:00:00+08:00")
    return hall
  }

  @Test("signatures that go, and files that decide about the record, are named first")
  func beside() throws {
    let hall = try approved()
    try hall.write("a signature", to: "signatures/M-2025-008.3.张三.md")
    try hall.write("* text", to: ".gitattributes")
    try hall.commit()
    #expect(hall.run("review", "HEAD~1").output.contains("! .gitattributes：改了"))
    try hall.write("changed", to: "signatures/M-2025-008.3.张三.md")
    try hall.write("on: push", to: ".github/workflows/hall.yml")
    try hall.write("- 张三", to: "private/名单.md")
    try hall.write("读我", to: "README.md")
    try hall.commit()
    let changed = hall.run("review", "HEAD~1").output
    #expect(changed.contains("张三.md：签名被改动"), "\(changed)")
    #expect(changed.contains("! .github/workflows/hall.yml：改了"), "\(changed)")
    #expect(changed.contains("不该交到 git 里") && !changed.contains("README"), "\(changed)")
    try hall.git("rm", "-q", "signatures/M-2025-008.3.张三.md")
    try hall.commit()
    #expect(hall.run("review", "HEAD~1").output.contains("张三.md：签名没有了"))
  }

  @Test("what was recorded after an approval and is changed or taken out since comes first")
  func takenBack() throws {
    let hall = try approved()
    let path = "agendas/M-2025-008.md"
    try hall.edit(path, "  - 期限: 2025-10-01\n", "  - 期限: 2025-10-01\n  - 进展: 2025-10-20 找了两家\n")
    #expect(hall.run("record").status == 0)
    try hall.commit()
    #expect(!hall.run("review", "HEAD~1").output.contains("要当心"))
    try hall.edit(path, "  - 进展: 2025-10-20 找了两家\n", "")
    #expect(hall.run("record").status == 0)
    try hall.commit()
    let said = hall.run("review", "HEAD~1").output
    #expect(said.contains("要当心（1）\n! M-2025-008 议题1 决议 D1 任务 T1"), "\(said)")
    #expect(said.contains("确认以后记的，后来被改动或去掉"), "\(said)")
  }

  @Test("fetched commits that are not here are named")
  func behind() throws {
    let hall = try approved()
    try hall.commit("second")
    try hall.git("branch", "theirs")
    try hall.git("reset", "-q", "--hard", "HEAD~1")
    try hall.git("branch", "-q", "--set-upstream-to=theirs")
    let said = hall.run("review", "HEAD").output
    #expect(said.contains("theirs 上还有 1 次提交不在这里"), "\(said)")
    #expect(!hall.run("review", "HEAD", "HEAD").output.contains("theirs 上还有"))
  }

  @Test("an amendment that changes a result is one line with the deciding leg, who and why")
  func turnedVote() throws {
    let hall = try approved()
    try hall.edit(
      "agendas/M-2025-008.md", "同意: 8人\n- 反对: 5人\n- 结果: 通过", "同意: 5人\n- 反对: 8人\n- 结果: 未通过")
    try hall.edit("agendas/M-2025-008.md", "[ ] T1", "[x] T1")
    #expect(hall.run("record", "-m", "复核后更正").status == 0)
    try hall.commit()
    let answer = hall.run("review", "HEAD~1")
    #expect(
      answer.output.contains(
        """
        已确认的会议记录被修正（1）
        ~ M-2025-008 议题1 表决「修路」 同意 8人 → 5人，反对 5人 → 8人；结果 通过 → 未通过（同意 5，总数 13，没有超过 1/2）\
          — 王五 2025-12-01：复核后更正

        进展（1）
        ~ M-2025-008 议题1 决议 D1 任务 T1「找人修」 状态：未完成 → 完成  — 王五 2025-12-01：复核后更正

        """), "\(answer.output)")
    #expect(!answer.output.contains("要当心"))
    let quiet = hall.run("review", "HEAD", "HEAD", "--exit-code")
    #expect(quiet.status == 0)
    #expect(quiet.output.contains("没有变化"))
    #expect(hall.run("review", "HEAD~1", "--exit-code").status == 1)
  }

  @Test("approved text that was changed without an amendment gets a warning")
  func unrecordedSeal() throws {
    let hall = try approved()
    try hall.edit("agendas/M-2025-008.md", "同意: 8人", "同意: 9人")
    try hall.commit()
    let answer = hall.run("review", "HEAD~1")
    #expect(answer.output.contains("! M-2025-008：已确认的内容被改动，没有记下修正"), "\(answer.output)")
    #expect(answer.output.contains("已确认的会议记录被修正（1）\n~ M-2025-008 议题1 表决「修路」 同意 8人 → 9人"))
    let json = hall.run("review", "HEAD~1", "--json").output
    #expect(json.contains("\"kind\" : \"sealed\""))

    // The same without any history.
    let bare = try approved()
    try FileManager.default.removeItem(at: bare.hall.folder.appending(path: "history"))
    try bare.commit()
    try bare.edit("agendas/M-2025-008.md", "同意: 8人", "同意: 9人")
    try bare.commit()
    let said = bare.run("review", "HEAD~1")
    #expect(said.output.contains("! M-2025-008：已确认的内容被改动，没有记下修正"), "\(said.output)")
    #expect(said.status == 0)
  }

  @Test("several amendments of a fact are one line, and reverted amendments are listed, too")
  func amendedTwice() throws {
    let hall = try approved()
    for (old, new, why) in [("8人", "9人", "重数"), ("9人", "7人", "再数")] {
      try hall.edit("agendas/M-2025-008.md", "同意: " + old, "同意: " + new)
      #expect(hall.run("record", "-m", why).status == 0)
    }
    try hall.commit()
    let twice = hall.run("review", "HEAD~1").output
    #expect(twice.contains("已确认的会议记录被修正（1）"), "\(twice)")
    #expect(twice.contains("同意 8人 → 7人；") && twice.contains("：再数（第 2 版也改过）\n"), "\(twice)")
    try hall.edit("agendas/M-2025-008.md", "同意: 7人", "同意: 8人")
    #expect(hall.run("record", "-m", "还是8人").status == 0)
    try hall.commit()
    let back = hall.run("review", "HEAD~2").output
    #expect(back.contains("已确认的会议记录被修正（3）"), "\(back)")
    #expect(back.contains("~ M-2025-008 第 4 版修正过，现在看不出差别  — 王五 2025-12-01：还是8人"))
  }

  @Test("an amendment disguised as progress gets a warning, and so does the broken chain")
  func mislabelled() throws {
    let hall = try approved()
    try hall.edit("agendas/M-2025-008.md", "同意: 8人", "同意: 9人")
    #expect(hall.run("record", "-m", "更正").status == 0)
    try hall.edit("history/M-2025-008.md", "* kind: amendment", "* kind: progress")
    try hall.commit()
    let answer = hall.run("review", "HEAD~1")
    #expect(answer.output.contains("! M-2025-008：第 2 版改了已确认的内容，却没有写明是修正"), "\(answer.output)")
    #expect(answer.output.contains("! M-2025-008：历史第 2 版"))
    #expect(answer.output.contains("已确认的会议记录被修正（1）\n~ M-2025-008 议题1 表决「修路」 同意 8人 → 9人"))
    #expect(answer.status == 2)
  }

  @Test("a changed rule or roster lists the past votes that would now end differently")
  func turnedByRule() throws {
    let charter = """
      ---
      议事厅: 试厅
      ---

      # 试厅

      ## 名册

      | 姓名 | 方 |
      | --- | --- |
      | 甲 | 居民 |
      | 乙 | 居民 |
      | 丙 | 居民 |

      ## 表决规则

      ### 本厅规则

      - 通过: 人数 > 1/2
      - 基数: 同意加反对

      """
    let named = """
      #### 表决: 换灯

      - 规则: 委员会
      - 同意: 甲、乙
      - 实到: 2人
      - 结果: 通过

      """
    let files = [
      "hall.md": charter,
      "agendas/M-2025-008.md": meeting(
        item: Self.vote.replacing("简单多数", with: "本厅规则") + "\n" + named),
    ]
    let hall = try ReviewedHall(files)
    #expect(hall.run("record", "-m", "初次记录").status == 0)
    try hall.commit()
    try hall.edit("hall.md", "人数 > 1/2", "人数 ≥ 2/3")
    #expect(hall.run("record", "-m", "提高门槛").status == 0)
    try hall.commit()
    let rule = hall.run("review", "HEAD~1").output
    #expect(
      rule.contains(
        """
        按现在的规则或名册，过去的表决是另一个结果（已确认的不变）（1）
        = M-2025-008 议题1 表决「修路」：通过 → 未通过（同意 8，总数 13，不到 2/3）；规则改了（规则 本厅规则）\
          — 王五 2025-12-01：提高门槛

        """), "\(rule)")
    #expect(rule.contains("~ hall 规则「本厅规则」 通过：人数 > 1/2 → 人数 ≥ 2/3"))

    // Two members are not a majority of a larger committee.
    try hall.edit("hall.md", "| 丙 | 居民 |", "| 丙 | 居民 |\n| 丁 | 居民 |\n| 戊 | 居民 |")
    #expect(hall.run("record", "-m", "补录名册").status == 0)
    try hall.commit()
    let roster = hall.run("review", "HEAD~1").output
    #expect(
      roster.contains("= M-2025-008 议题1 表决「换灯」：通过 →") && roster.contains("；名册改了")
        && roster.contains("王五 2025-12-01：补录名册"), "\(roster)")
  }

  @Test("silent tasks and decisions are listed: overdue, standing, not posted or too briefly")
  func silent() throws {
    let hall = try approved()
    try hall.edit("hall.md", "语言: zh\n", "语言: zh\n公示期: 15天\n")
    let other = meeting(9, item: Self.vote.replacing("- 公示: 2025-09-26 至 2025-10-11\n", with: ""))
    try hall.write(other, to: "agendas/M-2025-009.md")
    try hall.write(
      meeting(10, item: Self.vote.replacing("至 2025-10-11", with: "至 2025-10-03")),
      to: "agendas/M-2025-010.md")
    try hall.commit()
    let answer = hall.run("review", "HEAD~1", "--as-of", "2025-12-01").output
    let silent = answer.components(separatedBy: "没有动静").last ?? ""
    #expect(
      silent == """
        （截至 2025-12-01）（4）
        · M-2025-008-T1 找人修，负责 物业：逾期 61 天，没有进展
        · M-2025-008-T2 每月扫一次，负责 物业：长期，2025-09-25 以来没有进展
        · M-2025-009-D1 修路：没有公示
        · M-2025-010-D1 修路：只公示了 7 天

        """, "\(answer)")

    // After a line of progress the task is not silent any more.
    try hall.edit(
      "agendas/M-2025-008.md", "期限: 2025-10-01", "期限: 2025-10-01\n  - 进展: 2025-11-01 找了")
    try hall.commit()
    #expect(!hall.run("review", "HEAD~1", "--as-of", "2025-12-01").output.contains("M-2025-008-T1"))
    // The day is that of the given state.
    #expect(hall.run("review", "HEAD~2", "HEAD~1").output.contains("逾期 61 天"))
  }

  @Test("a renamed file is the same document, and a deleted file gets a warning")
  func renamed() throws {
    let hall = try approved()
    try hall.git("mv", "agendas/M-2025-008.md", "agendas/M-2025-008-路.md")
    try hall.commit()
    let answer = hall.run("review", "HEAD~1").output
    #expect(
      answer.contains("~ M-2025-008 文件改名：agendas/M-2025-008.md → agendas/M-2025-008-路.md\n"))
    #expect(answer.contains("1 份文件有变化"))
    try hall.git("rm", "-q", "agendas/M-2025-008-路.md")
    try hall.commit()
    let gone = hall.run("review", "HEAD~1").output
    #expect(gone.contains("! M-2025-008：文件没有了"), "\(gone)")
    #expect(gone.contains("- M-2025-008 文件没有了「协商会」（已确认）"))
  }

  @Test("files that are not text and damaged or rewritten histories get a warning")
  func damaged() throws {
    let hall = try approved()
    try hall.hall.write(Data([0xFF, 0xFE, 0x00]), to: "matters/Q-2025-001.md")
    try hall.edit("history/M-2025-008.md", "* by: 王五", "* by 王五")
    try hall.commit()
    let answer = hall.run("review", "HEAD~1")
    #expect(answer.status == 2)
    #expect(answer.output.contains("! Q-2025-001：文件不是文字，没有比较"), "\(answer.output)")
    #expect(answer.output.contains("! M-2025-008：历史第 1 版"))
    #expect(answer.output.contains("+ Q-2025-001 新增\n"))

    let rewritten = try approved()
    for name in ["history", ".hall"] {
      try FileManager.default.removeItem(at: rewritten.hall.folder.appending(path: name))
    }
    #expect(rewritten.run("record", "-m", "另写").errors.contains("的历史不见了"))
    let again = rewritten.run("record", "M-2025-008", "--start-over", "-m", "另写")
    #expect(again.status == 0, "\(again.errors)")
    try rewritten.commit()
    let said = rewritten.run("review", "HEAD~1")
    #expect(said.output.contains("! M-2025-008：原来的第 1 版不在历史里了"), "\(said.output)")
  }

  @Test("every change is listed with the revision that made it")
  func origins() throws {
    let hall = try approved()
    for (day, why) in [("10-20", "材料"), ("11-20", "下雪")] {
      let call = ["task", "extend", "M-2025-008-T1", "2025-" + day, why, "--by", "李四"]
      #expect(hall.run(call).status == 0)
    }
    #expect(hall.run("task", "note", "M-2025-008-T2", "扫了", "--on", "2025-11-30").status == 0)
    try hall.commit()
    let answer = hall.run("review", "HEAD~1").output
    #expect(answer.contains("延期：加上 2025-10-20 材料  — 李四 2025-12-01：T1 延期至 2025-10-20"), "\(answer)")
    #expect(answer.contains("延期：加上 2025-11-20 下雪  — 李四 2025-12-01：T1 延期至 2025-11-20"))
    #expect(answer.contains("T2「每月扫一次」 进展：加上 2025-11-30 扫了  — 王五"))
  }

  @Test("reviewing a merge shows only what the other branch did")
  func merged() throws {
    let hall = try approved()
    try hall.git("checkout", "-q", "-b", "side")
    try hall.write("---\n问题: Q-2025-002\n---\n\n# 渗水\n", to: "matters/Q-2025-002.md")
    try hall.commit()
    try hall.git("checkout", "-q", "main")
    try hall.write("---\n问题: Q-2025-001\n---\n\n# 漏雨\n", to: "matters/Q-2025-001.md")
    try hall.commit()
    // As in a merge request: later changes of main are left out, and nothing appears removed.
    let base = try hall.git("merge-base", "main", "side")
    let aside = hall.run("review", "main", "side").output
    #expect(aside.contains("从两边分开的地方（\(base.prefix(7))）看起；「main」在那以后的改动不算在内。"), "\(aside)")
    #expect(aside.contains("+ Q-2025-002 新增「渗水」") && !aside.contains("Q-2025-001"))
    #expect(!aside.contains("注意：新版本"))
    let json = hall.run("review", "main", "side", "--json").output
    #expect(json.contains("\"from\" : {\n        \"commit\" : \"\(base)\""), "\(json)")
    #expect(json.contains("\"commit\" : \"\(try hall.git("rev-parse", "main"))\""))
    // With only one state given, it is compared as it is.
    try hall.git("checkout", "-q", "side")
    #expect(hall.run("review", "main").output.contains("注意：新版本不是在旧版本上接着做的"))
    try hall.git("checkout", "-q", "main")
    try hall.git("merge", "-q", "--no-edit", "side")
    let answer = hall.run("review", "HEAD~1").output
    #expect(answer.contains("+ Q-2025-002 新增「渗水」"), "\(answer)")
    #expect(!answer.contains("Q-2025-001"))
  }

  @Test("two states without a common ancestor are compared directly, and a note says so")
  func unrelated() throws {
    let hall = try approved()
    try hall.git("checkout", "-q", "--orphan", "other")
    try hall.write("---\n问题: Q-2025-002\n---\n\n# 渗水\n", to: "matters/Q-2025-002.md")
    try hall.commit()
    let answer = hall.run("review", "main", "other").output
    #expect(answer.contains("两边没有共同的来处，就从「main」比起。"), "\(answer)")
    #expect(answer.contains("+ Q-2025-002 新增「渗水」"))
  }

  @Test("an enrolled or removed key is listed among the warnings")
  func keys() throws {
    let hall = try approved()
    let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJwHXmAYFEBwDbxPsVQx6vMjDPZ0WY5bdhh6P0yBpJzZ"
    try hall.write("居民/张三 namespaces=\"hall-signature\" \(key)\n", to: "signatures/allowed_signers")
    try hall.commit()
    let added = hall.run("review", "HEAD~1")
    #expect(added.output.contains("新登记了签名的钥匙：居民/张三 SHA256:"), "\(added.output)")
    #expect(hall.run("review", "HEAD~1", "--exit-code").status == 1)
    try hall.write("", to: "signatures/allowed_signers")
    try hall.commit()
    #expect(hall.run("review", "HEAD~1").output.contains("取消了签名的钥匙：居民/张三"))
    #expect(!hall.run("review", "HEAD~2").output.contains("钥匙"))
  }
}
