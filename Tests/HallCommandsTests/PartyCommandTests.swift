import HallCommands
import HallWords
import Testing

@Suite("hall party")
struct PartyCommandTests {
  private func party(_ words: String..., hall: TestHall) -> Answer {
    CommandTable.answer(
      ["party"] + words, in: hall.context(environment: ["HALL_AUTHOR": "王五"]))
  }

  @Test("the parties with their roles and people; one is added, one is changed")
  func parties() throws {
    let hall = try MinuteHall.make()
    #expect(party(hall: hall).output.contains("社区      召集"), "\(party(hall: hall).output)")
    let added = party("业委会", hall: hall)
    #expect(added.status == 0 && added.output.contains("加一方「业委会」，表决"), "\(added)")
    let changed = party("社区", "表决", hall: hall)
    #expect(changed.output.contains("「社区」从召集改为表决"), "\(changed)")
    let text = hall.text("hall.md")
    #expect(text.contains("- 社区: 表决\n") && text.contains("- 业委会: 表决\n"), "\(text)")
    #expect(text.contains("- 居民: 表决\n") && text.contains("- 职能部门: 列席\n"), "\(text)")
  }

  @Test("what changes nothing or says no role is refused")
  func refused() throws {
    let hall = try MinuteHall.make()
    let before = hall.text("hall.md")
    let same = party("居民", "表决", hall: hall)
    #expect(same.status == 2 && same.errors.contains("「居民」本来就是「表决」"), "\(same)")
    let role = party("居民", "投票", hall: hall)
    #expect(role.status == 2 && role.errors.contains("写成 表决、列席、召集、不表决 之一"), "\(role)")
    let none = party("居民", hall: hall)
    #expect(none.status == 2 && none.errors.contains("身份"), "\(none)")
    #expect(hall.text("hall.md") == before)
  }

  @Test("a hall that writes no parties keeps the standard ones")
  func standard() throws {
    let hall = try TestHall([:])
    #expect(party("物业", "列席", hall: hall).status == 0)
    let lines = "- 居民: 表决\n- 物业: 列席\n- 驻区单位: 表决\n- 职能部门: 列席\n- 社区: 召集\n"
    #expect(hall.text("hall.md").hasSuffix("## 各方\n\n" + lines), "\(hall.text("hall.md"))")
  }

  @Test("meetings whose votes it counts anew are named")
  func recounted() throws {
    let hall = try MinuteHall.make()
    let console = ScriptedConsole(
      ["到 张三、钱七", "议 2", "表决 装灯 居民会议", "同意 张三、钱七"], isInteractive: false)
    _ = CommandTable.answer(
      ["minute", "M-2025-011"],
      in: hall.context(environment: ["HALL_AUTHOR": "王五"], console: console))
    let answer = party("居民", "列席", hall: hall)
    #expect((answer.output + answer.errors).contains("M-2025-011"), "\(answer)")
  }
}
