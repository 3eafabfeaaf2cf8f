import HallCommands
import Testing

@Suite("Attendance is noted")
struct AttendCommandTests {
  private func hall() throws -> TestHall {
    try TestHall(OwnLinesTests.files, charter: OwnLinesTests.charter)
  }

  private func text(_ hall: TestHall) -> String { hall.text(OwnLinesTests.held) }

  @Test("a name on the roster is listed under its party, and only once")
  func parties() throws {
    let hall = try hall()
    let answer = hall.atTerminal("attend", "8", "张三，李四;物业 小孙", "2-1-301")
    #expect(answer.output.contains("（现在到会 5 人）"))
    #expect(answer.errors.contains("「小孙」不在名册里"))
    #expect(text(hall).contains("- 居民: 张三、钱七（代理）\n- 物业: 赵六、小孙\n- 社区: 李四\n"))
    #expect(hall.atTerminal("attend", "8", "张三").output == "没有什么要改的\n")
  }

  @Test("a name that is not on the roster needs a party, and a typo gets a suggestion")
  func unknown() throws {
    let answer = try hall().atTerminal("attend", "8", "赵大")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("「赵大」不在名册里，不知道是哪一方的"))
    #expect(answer.errors.contains("写上是哪一方，如「居民/赵大」"))
    #expect(try hall().atTerminal("attend", "8", "居明/张三").errors.contains("是不是想写「居民/张三」"))
    #expect(try hall().atTerminal("attend", "8", "物业").errors.contains("「物业」是一方，不是一个人"))
  }

  @Test("the unit tells people with the same name apart")
  func ambiguous() throws {
    let hall = try hall()
    let answer = hall.atTerminal("attend", "8", "王芳")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("名册里有 2 位「王芳」"))
    #expect(answer.errors.contains("写户号：3-1-101、3-1-102"))
    #expect(hall.atTerminal("attend", "8", "3-1-102").status == 0)
    #expect(text(hall).contains("- 居民: 张三、钱七（代理）、3-1-102（王芳）\n"))
  }

  @Test("somebody marked present is no longer absent, and the other way round")
  func moved() throws {
    let hall = try hall()
    _ = hall.atTerminal("attend", "8", "周九")
    #expect(text(hall).contains("- 居民: 张三、钱七（代理）、周九\n- 物业: 赵六\n\n"))
    _ = hall.atTerminal("attend", "8", "--absent", "周九", "--excused", "赵六")
    #expect(text(hall).contains("- 居民: 张三、钱七（代理）\n- 缺席: 周九\n- 请假: 赵六\n\n"))
  }

  @Test("a head count includes the people who are not named")
  func count() throws {
    let hall = try hall()
    #expect(hall.atTerminal("attend", "8", "--count", "居民 1").errors.contains("已经写了 2 个人的姓名"))
    _ = hall.atTerminal("attend", "8", "--count", "居民 12、驻区单位 3人")
    #expect(text(hall).contains("- 居民: 张三、钱七（代理）等12人\n- 物业: 赵六\n- 驻区单位: 3人\n"))
    _ = hall.atTerminal("attend", "8", "周九")
    #expect(text(hall).contains("- 居民: 张三、钱七（代理）、周九等12人\n"))
    _ = hall.atTerminal("attend", "8", "--remove", "张三、钱七、周九")
    #expect(text(hall).contains("- 居民: 12人\n"))
    #expect(hall.atTerminal("attend", "8", "--count", "居名 3").status == 2)
  }

  @Test(
    "a proxy is written in one form, however it was typed",
    arguments: [
      "周九→钱七 委托书 2025-09-20", "周九 -> 钱七（委托书 2025-09-20）", "周九委托钱七 委托书 2025-09-20",
      "居民/周九 → 居民 钱七 委托书 2025-09-20",
    ])
  func proxy(_ words: String) throws {
    let hall = try hall()
    #expect(hall.atTerminal("attend", "8", "--proxy", words).status == 0)
    #expect(text(hall).contains("- 请假: 周九\n- 委托: 周九 → 钱七（委托书 2025-09-20）\n"))
    #expect(hall.atTerminal("attend", "8", "--proxy", words).output == "没有什么要改的\n")
  }

  @Test("a proxy whose holder is absent does not count, and a note says so")
  func absentHolder() throws {
    let hall = try hall()
    let answer = hall.atTerminal("attend", "8", "--proxy", "李四 → 周九")
    #expect(answer.errors == "注意：受托人「周九」没有到会，这份委托不算数\n")
    #expect(hall.atTerminal("attend", "8", "--proxy", "周九 → 赵六").errors == "")
  }

  @Test("nobody can give a second proxy, or a proxy to themselves")
  func secondProxy() throws {
    let hall = try hall()
    _ = hall.atTerminal("attend", "8", "--proxy", "周九 → 钱七")
    let before = text(hall)
    let answer = hall.atTerminal("attend", "8", "--proxy", "周九 → 张三")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("「周九」已经委托了「钱七」"))
    #expect(hall.atTerminal("attend", "8", "--proxy", "张三 → 张三").status == 2)
    #expect(text(hall) == before)
  }

  @Test("somebody who comes late is present, and the time can be corrected")
  func late() throws {
    let hall = try hall()
    _ = hall.atTerminal("attend", "8", "--late", "李四 15点10分")
    #expect(text(hall).contains("- 社区: 李四\n- 请假: 周九\n- 迟到: 李四 15:10\n"))
    _ = hall.atTerminal("attend", "8", "--late", "李四 15:20", "--left", "李四 15:50")
    #expect(text(hall).contains("- 迟到: 李四 15:20\n- 早退: 李四 15:50\n"))
    #expect(hall.atTerminal("attend", "8", "--late", "李四").status == 2)
  }

  @Test("the first person present marks the meeting as held, but not before its day")
  func held() throws {
    let hall = try hall()
    let early = hall.atTerminal("attend", "9", "张三", "--as-of", "2025-11-19")
    #expect(early.status == 2)
    #expect(early.errors.contains("2025-11-20 周四 才开，还不能记到会"))
    #expect(hall.atTerminal("attend", "9", "--excused", "周九", "--as-of", "2025-11-19").status == 0)
    #expect(hall.text(OwnLinesTests.notified).contains("状态: 已通知\n"))
    let answer = hall.atTerminal("attend", "9", "张三", "--as-of", "2025-11-20")
    #expect(answer.output.contains("会议记为「已召开」"))
    #expect(hall.text(OwnLinesTests.notified).contains("状态: 已召开\n"))
  }

  @Test("attendance at a cancelled meeting is refused")
  func cancelled() throws {
    let hall = try hall()
    try hall.edit(OwnLinesTests.notified, "已通知", "取消")
    #expect(hall.atTerminal("attend", "9", "张三").errors.contains("「M-2025-009」已经取消了"))
  }

  @Test("an English hall has English lines")
  func english() throws {
    let charter = """
      ---
      hall: Test
      language: en
      ---

      # Test

      ## Roster

      | name | party |
      | --- | --- |
      | Ann Lee | residents |
      | Ben Fox | property |
      | Dan Poe | residents |

      """
    let hall = try TestHall(
      ["agendas/M-2025-001.md": "---\nmeeting: M-2025-001\nwhen: 2025-09-01\n---\n\n# Talk\n"],
      charter: charter)
    let answer = hall.atTerminal(
      "attend", "1", "Ann Lee, Ben Fox", "--count", "units 2", "--proxy", "Dan Poe -> Ben Fox paper"
    )
    #expect(answer.output.hasPrefix("M-2025-001: present Ann Lee, Ben Fox; units 2; proxy "))
    #expect(
      hall.text("agendas/M-2025-001.md").hasSuffix(
        "## Attendance\n\n- residents: Ann Lee\n- property: Ben Fox\n- units: 2 people\n"
          + "- proxy: Dan Poe → Ben Fox (paper)\n"))
    #expect(hall.text("agendas/M-2025-001.md").contains("status: held\n"))
    #expect(hall.atTerminal("attend", "1", "units/Cid").status == 2)
  }
}
