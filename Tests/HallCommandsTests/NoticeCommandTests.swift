import Foundation
import HallCommands
import Testing

@Suite("A meeting's notice")
struct NoticeCommandTests {
  private static let charter = """
    ---
    议事厅: 试厅
    语言: zh
    通知期: 3天
    ---

    # 试厅

    """

  private static let agenda = """
    ---
    会议: M-2025-010
    状态: 拟定
    时间: 2025-12-11 14:30-16:30
    地点: 社区二楼
    主持: 社区/李四
    记录: 社区/王五
    ---

    # **过冬**专题会

    请各方提前看附件，
    有[意见](http://example.org/)先写下来。

    - 物业请带账目
    - 居民请带 `照片`

    <!-- 不要贴出去 -->

    ## 参会人员

    - 居民: 张三、钱七
    - 邀请: 供热公司

    ## 议程

    ### 1. 供暖

    - 时长: 40分钟
    - 附件: 测温记录

    会上再说的话。

    ### 二、漏雨

    #### 表决: 整修屋面

    - 规则: 业主一般事项
    - 方式: 书面
    - 投票期: 2025-12-12 至 2025-12-26
    - 范围: 2号楼业主

    """

  private func hall(_ status: String = "拟定") throws -> TestHall {
    try TestHall(
      ["agendas/M-2025-010.md": Self.agenda.replacing("状态: 拟定", with: "状态: \(status)")],
      charter: Self.charter)
  }

  @Test("the notice is plain text, one line per paragraph")
  func text() throws {
    let answer = try hall().run("通知", "10")
    #expect(answer.errors == "" && answer.status == 0)
    #expect(
      answer.output == """
        会议通知：过冬专题会

        时间：2025年12月11日 周四 14:30-16:30
        地点：社区二楼
        主持：社区 李四
        请到会：居民（张三、钱七）、物业、驻区单位、供热公司
        列席：职能部门
        召集：社区

        请各方提前看附件，有意见（http://example.org/）先写下来。

        · 物业请带账目
        · 居民请带 照片

        议题：
        1. 供暖（40分钟）
        附件：测温记录
        2. 漏雨
        表决：整修屋面
        按「业主一般事项」（参与的人数和面积都要达到 2/3；其中同意的人数和面积都要超过 1/2）；范围：2号楼业主；方式：书面；投票期：2025年12月12日至2025年12月26日

        联系人：社区 王五
        试厅
        2025年12月1日

        """)
  }

  @Test(
    "the notice explains the rule of a vote in words",
    arguments: [
      ("业主重大事项", "参与的人数和面积都要达到 2/3；其中同意的人数和面积都要达到 3/4"),
      ("居民会议", "到会的人数要超过 1/2；其中同意的人数要超过 1/2"),
      ("居民代表会议", "到会的人数要达到 2/3；其中同意的人数要超过 1/2"),
      ("委员会", "到会的人数要超过 1/2；全体当中同意的人数要超过 1/2"), ("各方一致", "到会的每一方都要同意"),
      ("各方过半", "每一方里，同意的都要多于反对的"), ("得票最多", "得票多的当选"),
    ])
  func rules(_ rule: String, words: String) throws {
    let hall = try hall()
    try hall.edit("agendas/M-2025-010.md", "业主一般事项", rule)
    #expect(hall.run("notice", "10").output.contains("按「\(rule)」（\(words)）；范围"))
  }

  @Test("the notice is in English if --lang asks for it")
  func english() throws {
    let output = try hall().run("notice", "10", "--lang", "en").output
    #expect(output.contains("When: 2025-12-11 Thu 14:30-16:30\nWhere: 社区二楼\n"))
    #expect(
      output.contains(
        "(taking part: at least 2/3 of heads and area; for: more than 1/2 of heads and area,"
          + " of those taking part)"))
  }

  @Test("missing fields and a cancelled meeting are noted, and the notice is still printed")
  func missing() throws {
    let hall = try hall("取消")
    try hall.edit("agendas/M-2025-010.md", "地点: 社区二楼\n主持: 社区/李四\n", "")
    let answer = hall.run("notice", "10")
    #expect(answer.errors == "注意：这次会议是「取消」\n注意：还没有写「地点、主持」\n")
    #expect(answer.output.contains("\n地点：另行通知\n"))
    #expect(answer.status == 0)
  }

  @Test("after a notice, the notice of another day says that it was moved, and both days")
  func moved() throws {
    let hall = try hall()
    _ = hall.write("notice", "M-2025-010", "--sent", "--on", "2025-11-28")
    #expect(hall.run("notice", "10").output.hasPrefix("会议通知："))
    // Another end is no other date.
    _ = hall.write("set", "M-2025-010", "时间", "2025-12-11 14:30-17:00")
    #expect(
      hall.run("notice", "10").output.hasPrefix("会议通知：过冬专题会\n\n时间：2025年12月11日 周四 14:30-17:00\n"))
    _ = hall.write("set", "M-2025-010", "时间", "2025-12-11 14:30-16:30")
    _ = hall.write("postpone", "M-2025-010", "--on", "12月18日下午三点")
    let moved = hall.run("notice", "10").output
    #expect(
      moved.hasPrefix(
        "会议改期通知：过冬专题会\n\n时间：2025年12月18日 周四 15:00（原定 2025年12月11日 周四 14:30-16:30，改期）\n"))
    #expect(moved.hasSuffix("\n2025年12月1日\n"))
    // The one that is out still says it.
    _ = hall.write("notice", "M-2025-010", "--sent")
    #expect(hall.run("notice", "10").output.contains("改期）"))
    _ = hall.write("postpone", "M-2025-010")
    #expect(
      hall.run("notice", "10").output.contains("时间：另行通知（原定 2025年12月18日 周四 15:00，改期）\n"))
    #expect(
      hall.run("notice", "10", "--lang", "en").output
        .contains("to be announced (moved from 2025-12-18 Thu 15:00)"))
  }

  @Test("control characters in a title are shown, not obeyed")
  func hostile() throws {
    let hall = try hall()
    try hall.edit("agendas/M-2025-010.md", "漏雨", "漏\u{1B}[2J雨")
    #expect(hall.run("notice", "10").output.contains("漏␛[2J雨"))
  }

  @Test("--sent marks the meeting as notified and changes only two lines")
  func sent() throws {
    let hall = try hall()
    let answer = hall.atTerminal("notice", "10", "--sent")
    #expect(answer.output.hasPrefix("M-2025-010 已通知：2025-12-01 周一\n"))
    #expect(answer.errors == "")
    #expect(
      hall.text("agendas/M-2025-010.md")
        == Self.agenda.replacing("状态: 拟定", with: "状态: 已通知")
        .replacing("记录: 社区/王五\n", with: "记录: 社区/王五\n通知: 2025-12-01\n"))
    #expect(hall.text("history/M-2025-010.md").contains("* why: 发出通知\n"))
    #expect(hall.run("notice", "10").output.hasSuffix("试厅\n2025年12月1日\n"))
    #expect(hall.write("notice", "M-2025-010", "--sent").output == "没有什么要改的\n")
  }

  @Test(
    "--sent changes only two lines in a file with unusual formatting, too",
    arguments: [
      { $0.replacing("\n", with: "\r\n") }, { String($0.dropLast()) },
      { $0.replacing("状态: 拟定", with: "状态 ：  拟定  ").replacing("\n\n", with: "\n") },
      { "\u{FEFF}" + $0 + "\n## 随笔\n\n```\n状态: 拟定\n```" },
    ] as [@Sendable (String) -> String])
  func messy(_ mess: @Sendable (String) -> String) throws {
    let hall = try hall()
    try hall.write(Data(mess(Self.agenda).utf8), to: "agendas/M-2025-010.md")
    func lines() -> [String] {
      // Swift treats a return and a newline as one character.
      hall.text("agendas/M-2025-010.md").utf8.split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
      ).map { String(decoding: $0, as: UTF8.self) }
    }
    let before = lines()
    #expect(hall.write("notice", "M-2025-010", "--sent").status == 0)
    let after = lines()
    let changes = after.difference(from: before)
    #expect(changes.insertions.count == 2 && changes.removals.count == 1)
    let ending = before[0].hasSuffix("\r") ? "\r" : ""
    #expect(after.contains("通知: 2025-12-01" + ending))
  }

  @Test("a notice that goes out too late leads to a warning")
  func late() throws {
    let hall = try hall()
    try hall.edit("agendas/M-2025-010.md", "2025-12-11", "2025-12-03")
    let answer = hall.write("notice", "M-2025-010", "--sent")
    #expect(answer.status == 0)
    #expect(answer.errors.contains("注意：2025-12-01 才通知 2025-12-03 的会议，通知期是3天"))
    #expect(hall.text("agendas/M-2025-010.md").contains("通知: 2025-12-01\n"))
  }

  @Test(
    "a meeting that was held, cancelled or postponed cannot be notified",
    arguments: ["投票中", "已召开", "已确认", "取消", "改期"])
  func refused(_ status: String) throws {
    let hall = try hall(status)
    let before = hall.text("agendas/M-2025-010.md")
    let answer = hall.write("notice", "M-2025-010", "--sent")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("M-2025-010 是「\(status)」，不能再记成已通知"))
    #expect(hall.text("agendas/M-2025-010.md") == before)
  }

  @Test("a dry run shows the two lines and writes nothing")
  func dryRun() throws {
    let hall = try hall()
    let before = try hall.everything()
    let answer = hall.write("notice", "M-2025-010", "--sent", "--on", "昨天", "-n")
    #expect(answer.output.contains("\n-状态: 拟定\n+状态: 已通知\n"))
    #expect(answer.output.contains("\n+通知: 2025-11-30\n"))
    #expect(try hall.everything() == before)
  }

  @Test("without a terminal, --sent needs a full identifier, and --on needs --sent")
  func usage() throws {
    let hall = try hall()
    #expect(hall.write("notice", "10", "--sent").status == 2)
    #expect(hall.run("notice", "10", "--on", "昨天").errors.contains("--日期 要和 --已发 一起用"))
    #expect(hall.run("notice", "M-2025-010#1").errors.contains("不是会议"))
  }
}
