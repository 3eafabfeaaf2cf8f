import HallCommands
import HallWords
import Testing

@Suite("hall roster")
struct RosterCommandTests {
  private func roster(_ words: String..., hall: TestHall) -> Answer {
    CommandTable.answer(
      ["名册"] + words, in: hall.context(environment: ["HALL_AUTHOR": "王五"]))
  }

  @Test("the roster is listed; one person is added, changed and taken off, and undone")
  func people() throws {
    let hall = try MinuteHall.make()
    let before = hall.text("hall.md")
    #expect(roster(hall: hall).output.contains("张三"), "\(roster(hall: hall).output)")
    let added = roster("温书敏", "居民", "--户", "3-2-501", hall: hall)
    #expect(added.status == 0 && added.output.contains("名册加了「温书敏」"), "\(added)")
    #expect(roster(hall: hall).output.contains("3-2-501"))
    #expect(roster("温书敏", "--身份", "楼栋长", hall: hall).status == 0)
    let one = roster("温书敏", hall: hall).output
    #expect(one.contains("楼栋长") && !one.contains("张三"), "\(one)")
    #expect(roster("温书", hall: hall).errors.contains("没有写是哪一方的"))
    #expect(hall.text("hall.md").contains("楼栋长"))
    #expect(hall.run("check").status == 0, "\(hall.run("check").output)")
    #expect(roster("温书敏", "--去掉", hall: hall).status == 0)
    #expect(!roster(hall: hall).output.contains("温书敏"))
    for _ in 0..<3 { #expect(hall.write("undo").status == 0) }
    #expect(hall.text("hall.md") == before)
  }

  @Test("an option without a name, and options that contradict each other, are refused")
  func options() throws {
    let hall = try MinuteHall.make()
    #expect(roster("--去掉", hall: hall).status == 2)
    #expect(roster("张三", "--去掉", "--面积", "5", hall: hall).status == 2)
    #expect(roster("张三", "--去掉", "--另加", hall: hall).status == 2)
  }

  @Test("of several halls each is named")
  func several() throws {
    let (one, other) = (try MinuteHall.make(), try TestHall([:]))
    let answer = CommandTable.answer(
      ["roster", "--hall", one.folder.path(), "--hall", other.folder.path()], in: one.context())
    #expect(answer.output.hasPrefix("试厅\n"), "\(answer.output)")
  }

  @Test("a dry run writes nothing, and an empty roster says so")
  func nothing() throws {
    let hall = try TestHall([:])
    let before = hall.text("hall.md")
    #expect(roster("温书敏", "居民", "--只看", hall: hall).status == 0)
    #expect(hall.text("hall.md") == before)
    #expect(roster(hall: hall).output == "名册上还没有人\n")
  }
}
