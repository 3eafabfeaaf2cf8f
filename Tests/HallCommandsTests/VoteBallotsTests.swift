import Foundation
import HallCommands
import TestSupport
import Testing

@Suite("Paper ballots become a tally, and stay private")
struct VoteBallotsTests {
  private static let charter = """
    ---
    议事厅: 试厅
    语言: zh
    ---

    # 试厅

    ## 各方

    - 居民: 表决
    - 物业: 表决

    ## 名册

    | 姓名 | 方 | 户 | 面积 | 业主 |
    | --- | --- | --- | --- | --- |
    | 张三 | 居民 | 2-1-301 | 86.40 | 张三 |
    | 钱七 | 居民 | 2-1-502 | 92.15 | 钱七 |
    | 周九 | 居民 | 2-2-101 | 86.40 | 周九 |
    | 王芳 | 居民 | 2-2-102 | 70.00 | 王芳 |
    | 王芳 | 居民 | 2-2-103 | 70.00 | 王芳二 |
    | 赵六 | 物业 |  |  |  |

    """

  private static let vote = "#### 表决: 换\n\n- 规则: 业主一般事项\n- 方式: 书面\n"

  private func hall(_ files: [String: String] = [:], vote: String = Self.vote) throws -> TestHall {
    try TestHall(
      ["agendas/M-2025-008.md": meeting(item: vote)].merging(files) { $1 }, charter: Self.charter)
  }

  private static let sheet = """
    户号,产权人,意见,电话
    2号楼1单元301,张三,同意,13912345678
    2-1-502,钱七,赞成,
    2-2-101,周九,反对,
    2-2-102,王芳,弃权,
    2-2-103,,无效,

    """

  @Test("a sheet of ballots goes to private/, and its counts and digest go into the minutes")
  func sheet() throws {
    let hall = try hall(["b.csv": Self.sheet])
    let answer = hall.write("vote", "M-2025-008#1", "--ballots", "b.csv")
    #expect(answer.errors == "")
    #expect(answer.output.hasPrefix("M-2025-008#1 「换」：结果 "))
    #expect(answer.output.contains("最低参与：人数 "))
    #expect(
      hall.text("private/M-2025-008-1.md") == """
        # M-2025-008#1 换

        | 户 | 意见 |
        | --- | --- |
        | 2号楼1单元301 | 同意 |
        | 2-1-502 | 同意 |
        | 2-2-101 | 反对 |
        | 2-2-102 | 弃权 |
        | 2-2-103 | 无效 |

        """)
    let minutes = hall.text("agendas/M-2025-008.md")
    #expect(
      minutes.contains(
        """
        - 收回: 5户 404.95㎡
        - 无效: 1户 70.00㎡
        - 同意: 2户 178.55㎡
        - 反对: 1户 86.40㎡
        - 弃权: 1户 70.00㎡
        - 票册: private/M-2025-008-1.md sha256:
        """))
    #expect(hall.text(".gitignore").contains("private/\n"))
    #expect(!hall.text("history/M-2025-008.md").contains("2-1-502"))
    #expect(hall.run("check", "M-2025-008").status == 0)
    // The minutes have the counts, so a clone without the ballots has the same tally.
    let here = hall.run("tally", "M-2025-008").output
    try FileManager.default.removeItem(at: hall.folder.appending(path: "private"))
    #expect(hall.run("tally", "M-2025-008").output == here)
  }

  @Test("every invalid ballot is reported, and nothing is written")
  func problems() throws {
    let hall = try hall([
      "b.csv": """
      户,意见
      2-1-301,同意
      2号楼1单元301,反对
      9-9-9,同意
      王芳,同意
      2-1-502,也许
      赵六,同意
      2-2-101,
      ,同意
      2-2-102,=同意
      """
    ])
    let before = try hall.everything()
    let answer = hall.write("vote", "M-2025-008#1", "--ballots", "b.csv")
    #expect(answer.status == 2)
    let found = answer.errors.split(separator: "\n").filter { $0.hasPrefix("b.csv:") }
      .map { $0.split(separator: ":").prefix(3).joined(separator: ":") }
    #expect(
      found == [
        "b.csv:3:1", "b.csv:4:1", "b.csv:5:1", "b.csv:6:9", "b.csv:7:1", "b.csv:8:9", "b.csv:9:1",
        "b.csv:10:9",
      ])
    #expect(answer.errors.contains("「2号楼1单元301」在第 2 行已经投过"))
    #expect(answer.errors.contains("名册里叫「王芳」的不止一位"))
    #expect(try hall.everything() == before)
  }

  @Test("undo says that the ballot book stays")
  func undone() throws {
    let hall = try hall(["b.csv": Self.sheet])
    _ = hall.write("record")
    _ = hall.write("vote", "M-2025-008#1", "--ballots", "b.csv")
    let answer = hall.write("undo")
    #expect(answer.output.contains("票册还在 private/M-2025-008-1.md，不要就删掉它\n"))
  }

  @Test("a secret vote refuses named ballots")
  func secret() throws {
    let hall = try hall(
      ["b.csv": Self.sheet], vote: Self.vote.replacing("书面", with: "无记名"))
    let answer = hall.write("vote", "M-2025-008#1", "--ballots", "b.csv")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("无记名"))
    #expect(!hall.text("private/M-2025-008-1.md").contains("|"))
  }

  @Test("members are counted by party")
  func members() throws {
    let hall = try hall(
      ["b.csv": "姓名;意见\n张三;同意\n赵六;同意\n钱七;反对\n"],
      vote: "#### 表决: 换\n\n- 规则: 各方过半\n- 方式: 书面\n")
    #expect(hall.write("vote", "M-2025-008#1", "--ballots", "b.csv").errors == "")
    let minutes = hall.text("agendas/M-2025-008.md")
    #expect(minutes.contains("- 同意: 居民 1、物业 1\n- 反对: 居民 1\n- 弃权: 0人\n"))
    #expect(hall.run("check", "M-2025-008").status == 0)
  }

  @Test("an election counts each option")
  func election() throws {
    let hall = try hall(
      ["b.csv": "户,选择\n2-1-301,甲、乙\n2-1-502,乙\n2-2-101,弃权\n"],
      vote: "#### 表决: 选\n\n- 规则: 得票最多\n- 方式: 书面\n- 名额: 2\n- 选项 甲:\n- 选项 乙:\n- 选项 丙:\n")
    let answer = hall.write("vote", "M-2025-008#1", "--ballots", "b.csv")
    #expect(answer.errors == "")
    let minutes = hall.text("agendas/M-2025-008.md")
    #expect(minutes.contains("- 选项 甲: 居民 1\n- 选项 乙: 居民 2\n- 选项 丙: 0人\n"))
    #expect(hall.text("private/M-2025-008-1.md").contains("| 2-1-301 | 甲、乙 |\n"))
  }

  @Test(
    "a typed figure that differs from the ballots is refused",
    arguments: [
      (["--returned", "6"], "--returned 写的是 6，票数来是 5户 404.95㎡"),
      (["--for", "2户 200㎡"], "--for 写的是 2户 200㎡，票数来是 2户 178.55㎡"),
      (["--for", "张三、钱七"], "--for 写的是 张三、钱七，票数来是 2户 178.55㎡"),
      (["--against", ""], "--against 是空的，票数来是 1户 86.40㎡"),
      (["--returned", "5", "--invalid", "2", "--abstain", "无"], "--invalid 写的是 2，票数来是 1户 70.00㎡"),
    ])
  func doubled(_ given: [String], said: String) throws {
    let hall = try hall(["b.csv": Self.sheet])
    let before = try hall.everything()
    let answer = hall.write(["vote", "M-2025-008#1", "--ballots", "b.csv"] + given)
    #expect(answer.status == 2 && answer.errors.contains(said), "\(answer.errors)")
    #expect(try hall.everything() == before)
  }

  @Test("a typed figure that agrees with the ballots is accepted")
  func sameFigures() throws {
    let hall = try hall(["b.csv": Self.sheet])
    let answer = hall.write(
      "vote", "M-2025-008#1", "--ballots", "b.csv", "--returned", "5", "--for", "178.55㎡",
      "--delivered", "5户 404.95㎡")
    #expect(answer.errors == "" && answer.status == 0)
    let minutes = hall.text("agendas/M-2025-008.md")
    #expect(minutes.contains("- 收回: 5户 404.95㎡\n") && minutes.contains("- 同意: 2户 178.55㎡\n"))
    let election = try self.hall(
      ["b.csv": "姓名,选择\n张三,甲\n"],
      vote: "#### 表决: 选\n\n- 规则: 得票最多\n- 方式: 书面\n- 选项 甲:\n")
    let call = ["vote", "M-2025-008#1", "--ballots", "b.csv", "--option"]
    let refused = election.write(call + ["甲: 2"])
    #expect(refused.errors.contains("--option 甲 写的是 2，票数来是 居民 1"), "\(refused.errors)")
    #expect(election.write(call + ["甲: 1"]).status == 0)
  }

  @Test("ballots entered by hand override a typed figure, and a note says so")
  func doubledAtPrompt() throws {
    let hall = try hall()
    let answer = hall.atTerminal(
      "vote", "8#1", "--enter", "--returned", "3",
      answers: ["2-1-301 同意", "完", "2-1-301 同意", "完"])
    #expect(answer.status == 0)
    #expect(
      answer.errors.contains("注意：--returned 写的是 3，票数来是 1户 86.40㎡；按录入的票记\n"), "\(answer.errors)")
    #expect(hall.text("agendas/M-2025-008.md").contains("- 收回: 1户 86.40㎡\n"))
  }

  @Test("a second sheet does not replace the first ballot book")
  func again() throws {
    let hall = try hall(["b.csv": Self.sheet, "c.csv": Self.sheet.replacing("反对", with: "同意")])
    #expect(hall.write("vote", "M-2025-008#1", "--ballots", "b.csv").status == 0)
    let first = hall.text("private/M-2025-008-1.md")
    let answer = hall.write("vote", "M-2025-008#1", "--ballots", "c.csv")
    #expect(answer.errors == "")
    #expect(hall.text("private/M-2025-008-1.md") == first)
    #expect(hall.text("agendas/M-2025-008.md").contains("- 票册: private/M-2025-008-2.md sha256:"))
    #expect(hall.text("agendas/M-2025-008.md").contains("- 同意: 3户 264.95㎡\n"))
  }

  @Test("ballots are entered twice, and the paper decides where the entries differ")
  func entered() throws {
    let hall = try hall()
    let console = ScriptedConsole([
      "2-1-301 同意", "2-1-301 反对", "9-9 同意", "2-1-502 也许", "2-1-502 同", "2-2-101 反对",
      "2-2-103 同意", "撤", "", "完",
      "2-2-101 同意", "2-1-502 同意", "2-2-102 弃权", "2-1-301 同意", "完",
      "不知道", "反对", "没有",
    ])
    let answer = CommandTable.answer(
      ["vote", "8#1", "--enter"],
      in: hall.context(
        isTerminal: true, environment: ["HALL_AUTHOR": "王五", "NO_COLOR": "1"], console: console))
    #expect(answer.errors == "")
    #expect(console.shown.contains("「2-1-301」这一遍已经录过（第 1 张），没有记\n"))
    #expect(console.shown.contains("名册里没有「9-9」，没有记。"))
    #expect(console.shown.contains("去掉了 2-2-103 同意\n"))
    #expect(console.shown.contains("两遍有 2 处不同，请看纸票：\n  2-2-101：第一遍 反对，第二遍 同意\n"))
    #expect(console.shown.contains("  2-2-102：第一遍 没有这张，第二遍 弃权\n"))
    #expect(
      hall.text("private/M-2025-008-1.md").hasSuffix(
        "| 2-1-301 | 同意 |\n| 2-1-502 | 同意 |\n| 2-2-101 | 反对 |\n"))
    #expect(hall.text("agendas/M-2025-008.md").contains("- 收回: 3户 264.95㎡\n"))
  }

  @Test("two ballots of an owner of two units count once and must agree")
  func ownerOfTwo() throws {
    let hall = try TestHall(
      ["agendas/M-2025-008.md": meeting(item: Self.vote)],
      charter: Self.charter + "| 周九 | 居民 | 1-202 | 50.00 | 周九 |\n")
    let console = ScriptedConsole([
      "2-1-301 同意", "2-2-101 反对", "1-202 同意", "1-202 反对", "撤", "1-202 反对", "周九 反对", "完",
      "1-202 反对", "2-1-301 同意", "2-2-101 反对", "完",
    ])
    let answer = CommandTable.answer(
      ["vote", "8#1", "--enter"],
      in: hall.context(
        isTerminal: true, environment: ["HALL_AUTHOR": "王五", "NO_COLOR": "1"], console: console))
    #expect(answer.errors == "")
    #expect(
      console.shown.contains("「1-202」与第 2 张「2-2-101」是同一位业主（周九），那张写「反对」，意见不同，没有记；请看纸票\n"),
      "\(console.shown)")
    #expect(console.shown.contains("「1-202」与第 2 张「2-2-101」是同一位业主（周九），意见相同，算一票\n"))
    #expect(console.shown.contains("去掉了 1-202 反对\n"))
    #expect(console.shown.contains("「周九」与第 2 张「2-2-101」是同一位表决人，已经录过，没有记\n"))
    #expect(console.shown.contains("两遍一样，共 2 张。"))
    #expect(hall.text("agendas/M-2025-008.md").contains("- 收回: 2户 222.80㎡\n"))
  }

  @Test("a ballot of a unit without an area is refused")
  func noArea() throws {
    let hall = try TestHall(
      ["agendas/M-2025-008.md": meeting(item: Self.vote), "b.csv": "户,意见\n1-202,同意\n"],
      charter: Self.charter + "| 郑十 | 居民 | 1-202 |  | 郑十 |\n")
    let answer = hall.write("vote", "M-2025-008#1", "--ballots", "b.csv")
    #expect(
      answer.errors.contains("「1-202」在名册里没有面积，不能算业主票"), "\(answer.errors)")
    #expect(answer.errors.contains("先在名册里补上面积"))
  }

  @Test("equal votes of members are a tie, and between owners the area decides")
  func tie() throws {
    let vote = "#### 表决: 选\n\n- 规则: 得票最多\n- 选项 甲: 张三\n- 选项 乙: 钱七\n"
    let rule = "\n## 表决规则\n\n### 业主选\n\n- 表决人: 业主\n- 基数: 参与\n"
    let members = try hall(vote: vote).run("tally", "M-2025-008").output
    #expect(members.contains("甲 1，乙 1\n"), "\(members)")
    #expect(members.contains("结果 平票"), "\(members)")
    let hall = try TestHall(
      ["agendas/M-2025-008.md": meeting(item: vote.replacing("得票最多", with: "业主选"))],
      charter: Self.charter + rule)
    let owners = hall.run("tally", "M-2025-008").output
    #expect(owners.contains("票数相同，按面积：乙 92.15㎡，甲 86.40㎡\n"), "\(owners)")
    #expect(owners.contains("结果 当选 乙"), "\(owners)")
  }

  @Test("an owner who is not on the roster is named, and so is a result that cannot be computed")
  func leftRoster() throws {
    let text = meeting(
      item: "#### 表决: 换\n\n- 规则: 业主一般事项\n- 方式: 记名\n- 同意: 张三、邓家乐\n- 反对: 钱七\n- 结果: 通过\n")
    let hall = try TestHall(
      [
        "agendas/M-2025-008.md": text.replacing(
          "## 议程", with: "## 参会人员\n\n- 居民: 张三、邓家乐、钱七\n\n## 议程")
      ], charter: Self.charter)
    let tally = hall.run("tally", "M-2025-008").output
    #expect(tally.contains("「邓家乐」不在名册里，不知道面积，算不出按业主的票"), "\(tally)")
    let check = hall.run("check").output
    #expect(check.contains("写着「通过」，但算不出是不是：「邓家乐」不在名册里"), "\(check)")
  }

  @Test("if there are more ballots than owners, check names the owner of two units")
  func unitsAndOwners() throws {
    let text = meeting(item: Self.vote + "- 应到: 5户 404.95㎡\n- 送达: 6户 404.95㎡\n")
    let hall = try TestHall(
      ["agendas/M-2025-008.md": text],
      charter: Self.charter + "| 周九 | 居民 | 1-202 | 50.00 | 周九 |\n")
    let check = hall.run("check").output
    #expect(
      check.contains("送达人数 6，多于应到人数 5（名册里业主 5 位、6 户：周九 有 2 户，算一位）"), "\(check)")
  }

  @Test("an unfinished entry of ballots writes nothing, and --enter needs a terminal")
  func brokenOff() throws {
    let hall = try hall()
    let before = hall.text("agendas/M-2025-008.md")
    let answer = hall.atTerminal(
      "vote", "8#1", "--enter", answers: ["2-1-301 同意", "完", "2-1-301 同意"])
    #expect(answer.status == 2)
    #expect(answer.errors.contains("没有录完，什么也没有写"))
    #expect(hall.write("vote", "M-2025-008#1", "--enter").status == 2)
    #expect(hall.text("agendas/M-2025-008.md") == before)
    #expect(hall.text("private/M-2025-008-1.md") == "")
  }
}
