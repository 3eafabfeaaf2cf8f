import HallModel
import HallSyntax
import HallWords
import TestSupport
import Testing

@testable import HallWork

@Suite("One person of the roster")
struct PersonActTests {
  private static let units = """
    ---
    议事厅: 试厅
    ---

    ## 名册

    | 姓名 | 方   | 户      | 面积  |
    | ---- | ---- | ------- | ----- |
    | 张三 | 居民 | 2-1-301 | 86.40 |
    | 张三 | 居民 | 5-2-102 | 70.00 |
    | 钱七 | 居民 |         |       |
    | 赵六 | 物业 |         |       |

    """

  private func set(
    _ work: WorkHall, _ name: String, _ cells: [Keyword: String], leaves: Bool = false,
    isPrivate: Bool = false
  ) throws -> Phrase {
    try work.session().perform(
      SetPerson(name, cells, leaves: leaves, isPrivate: isPrivate)
    ).did
  }

  private func refused(
    _ work: WorkHall, _ name: String, _ cells: [Keyword: String], leaves: Bool = false
  ) throws -> Refusal {
    try work.session().refusal(of: SetPerson(name, cells, leaves: leaves, isPrivate: false))
  }

  @Test("a new person is added in the columns of the table, with those it lacks")
  func added() throws {
    let work = try WorkHall()
    let did = try set(
      work, "温书敏", [.partyColumn: "居民", .unitColumn: "3-2-501", .areaColumn: "89.5平方米"])
    #expect(did.zh == "名册加了「温书敏」，居民，3-2-501，89.50㎡")
    let text = try work.text("hall.md")
    #expect(text.contains("| 姓名 | 方   | 身份 | 户"), "\(text)")
    #expect(text.contains("| 温书敏 | 居民 |"), "\(text)")
    let row = try #require(try work.hall().charter.roster.rows.last)
    #expect(row.name == "温书敏" && row.party == "居民" && row.unit == "3-2-501")
    #expect(row.area?.text == "89.50")
    #expect(try work.text("history/hall.md").contains("* why: 名册加了「温书敏」，居民，3-2-501，89.50㎡\n"))
  }

  @Test("a party may be written with the name")
  func partyWithName() throws {
    let work = try WorkHall()
    _ = try set(work, "物业/小孙", [:])
    #expect(try work.hall().charter.roster.rows.last?.party == "物业")
  }

  @Test("of a person who is there, only what is said changes")
  func changed() throws {
    let work = try WorkHall(Self.units)
    let did = try set(work, "钱七", [.unitColumn: "4-1-201"])
    #expect(did.zh == "名册上 钱七：户 （空） → 4-1-201")
    let unit = try set(work, "张三", [.unitColumn: "2号楼1单元301", .areaColumn: "92.15"])
    #expect(unit.zh == "名册上 2-1-301  张三：面积 86.40 → 92.15")
    let rows = try work.hall().charter.roster.rows
    #expect(rows.map(\.unit) == ["2-1-301", "5-2-102", "4-1-201", ""])
    #expect(rows.map { $0.area?.text } == ["92.15", "70.00", nil, nil])
  }

  @Test("a further unit of an owner is a row of its own")
  func anotherUnit() throws {
    let work = try WorkHall(Self.units)
    _ = try set(work, "张三", [.partyColumn: "居民", .unitColumn: "9-1-101"])
    #expect(try work.hall().charter.roster.rows.count { $0.name == "张三" } == 3)
  }

  @Test("somebody leaves; undo brings the row back")
  func leaves() throws {
    let work = try WorkHall(Self.units)
    let before = try work.text("hall.md")
    let did = try set(work, "张三", [.unitColumn: "5-2-102"], leaves: true)
    #expect(did.zh == "名册去掉了「张三」，居民，5-2-102，70.00㎡")
    #expect(try work.hall().charter.roster.rows.map(\.name) == ["张三", "钱七", "赵六"])
    #expect(try work.text("hall.md") != before)
  }

  @Test("a private roster stays private, and a new one is private if it is said")
  func kept() throws {
    let work = try WorkHall("---\n议事厅: 试厅\n---\n")
    _ = try set(work, "温书敏", [.partyColumn: "居民"], isPrivate: true)
    _ = try set(work, "钱七", [.partyColumn: "居民"])
    let text = try work.text("private/roster.md")
    #expect(text.contains("温书敏") && text.contains("钱七"))
    #expect(try !work.text("hall.md").contains("温书敏"))
    #expect(try work.text(".gitignore").contains("private/"))
  }

  @Test(
    "what cannot be meant is refused, and nothing is written",
    arguments: [
      ("张三", [Keyword.areaColumn: "90"], "名册上有 2 个「张三」", false),
      ("张三", [:], "名册上有 2 个「张三」", true),
      ("温书敏", [:], "没有写是哪一方的", false),
      ("温书敏", [.partyColumn: "居名"], "没有「居名」这个方", false),
      ("温书敏", [.partyColumn: "居民", .areaColumn: "八十"], "面积的值「八十」读不懂", false),
      ("温书敏", [.partyColumn: "居民", .ownerColumn: "李四13800138000"], "手机号", false),
      ("温书敏", [:], "名册上没有「温书敏」", true),
      ("赵六", [.partyColumn: "物业"], "本来就是这样", false),
      ("钱七、赵六", [.partyColumn: "居民"], "不是一个人", false),
      (" ", [.partyColumn: "居民"], "是空的", false),
    ])
  func refusals(_ name: String, _ cells: [Keyword: String], message: String, leaves: Bool) throws {
    let work = try WorkHall(Self.units)
    let refusal = try refused(work, name, cells, leaves: leaves)
    #expect(refusal.message.zh.contains(message), "\(refusal.message.zh)")
    #expect(try work.text("hall.md") == Self.units)
  }

  @Test("typed text stays in its cell")
  func hostile() throws {
    let work = try WorkHall()
    _ = try set(work, "甲|乙", [.partyColumn: "居民", .roleColumn: "a|b\n| x | y |"])
    let rows = try work.hall().charter.roster.rows
    #expect(rows.count == 4 && rows.last?.party == "居民")
  }
}
