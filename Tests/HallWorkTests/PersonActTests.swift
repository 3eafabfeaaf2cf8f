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
    _ work: WorkHall, _ name: String, _ cells: [Keyword: String], _ way: SetPerson.Way = .set,
    isPrivate: Bool = false
  ) throws -> Phrase {
    try work.session().perform(SetPerson(name, cells, way, isPrivate: isPrivate)).did
  }

  @Test("a new person is added in the columns of the table, with those it lacks")
  func added() throws {
    let work = try WorkHall()
    let did = try set(
      work, "温书敏", [.partyColumn: "居民", .unitColumn: "3-2-501", .areaColumn: "89.5平方米"])
    #expect(did.zh == "名册加了「温书敏」，居民，3-2-501，89.50㎡")
    let text = try work.text("hall.md")
    #expect(text.contains("| 姓名 | 方   | 身份 | 户"), "\(text)")
    let row = try #require(try work.hall().charter.roster.rows.last)
    #expect(row.name == "温书敏" && row.party == "居民" && row.unit == "3-2-501")
    #expect(row.area?.text == "89.50")
    #expect(
      try work.text("history/hall.md").contains("* why: 名册加了「温书敏」，居民，3-2-501，89.50㎡\n"))
  }

  @Test("a party may be written with the name, and a name that is there wins")
  func partyWithName() throws {
    let work = try WorkHall()
    _ = try set(work, "物业/小孙", [:])
    #expect(try work.hall().charter.roster.rows.last?.party == "物业")
    let odd = try WorkHall(Self.units.replacing("| 钱七 ", with: "| 物业/钱七（东） "))
    _ = try set(odd, "物业/钱七（东）", [.roleColumn: "楼长"])
    #expect(try odd.hall().charter.roster.rows.count == 4)
  }

  @Test("of a person who is there, only what is said changes; an empty text empties a cell")
  func changed() throws {
    let work = try WorkHall(Self.units)
    let did = try set(work, "钱七", [.unitColumn: "4-1-201"])
    #expect(did.zh == "名册上 钱七：户 （空） → 4-1-201")
    let unit = try set(work, "张三", [.unitColumn: "2号楼1单元301", .areaColumn: "92.15"])
    #expect(unit.zh == "名册上 2-1-301 张三：面积 86.40 → 92.15")
    _ = try set(work, "张三", [.unitColumn: "5-2-102", .areaColumn: ""])
    let rows = try work.hall().charter.roster.rows
    #expect(rows.map(\.unit) == ["2-1-301", "5-2-102", "4-1-201", ""])
    #expect(rows.map { $0.area?.text } == ["92.15", nil, nil, nil])
  }

  @Test("a further unit of an owner names the owner, and both count as one")
  func anotherUnit() throws {
    let work = try WorkHall(Self.units.replacing("5-2-102 | 70.00", with: "        |      "))
    let cells: [Keyword: String] = [.unitColumn: "9-1-101", .areaColumn: "60"]
    let refused = try work.session().refusal(
      of: SetPerson("张三", cells, .add, isPrivate: false))
    #expect(refused.message.zh.contains("没有写这一户是谁的"))
    _ = try set(work, "张三", cells.merging([.ownerColumn: "张三"]) { $1 }, .add)
    let roster = try work.hall().charter.roster
    #expect(roster.rows.count { $0.owner == "张三" } == 2)
    #expect(roster.owners.voters.count == 1)
  }

  @Test("a namesake is added beside the other")
  func namesake() throws {
    let work = try WorkHall(Self.units)
    _ = try set(work, "赵六", [.partyColumn: "居民", .unitColumn: "3-1-1"], .add)
    let rows = try work.hall().charter.roster.rows.filter { $0.name == "赵六" }
    #expect(rows.map(\.party) == ["物业", "居民"])
  }

  @Test("somebody is taken off, of two the one that is meant")
  func leaves() throws {
    let work = try WorkHall(Self.units)
    let did = try set(work, "张三", [.unitColumn: "5-2-102"], .remove)
    #expect(did.zh == "名册去掉了「张三」，居民，5-2-102，70.00㎡")
    #expect(try work.hall().charter.roster.rows.map(\.name) == ["张三", "钱七", "赵六"])
  }

  @Test("a new row stands beside the others of its party, in the file and in the table")
  func places() throws {
    let work = try WorkHall(
      Self.units + "\n| 姓名 | 方 |\n| --- | --- |\n| 王五 | 社区 |\n",
      files: ["private/roster.md": "# 名册\n\n| 姓名 | 方 |\n| --- | --- |\n| 周九 | 居民 |\n"])
    _ = try set(work, "小孙", [.partyColumn: "物业"])
    _ = try set(work, "李四", [.partyColumn: "社区"])
    _ = try set(work, "温书敏", [.partyColumn: "居民"])
    let text = try work.text("hall.md")
    #expect(text.contains("| 赵六 | 物业 |         |       |\n| 小孙"), "\(text)")
    #expect(text.hasSuffix("| 王五 | 社区 |\n| 李四 | 社区 |\n"), "\(text)")
    #expect(try work.text("private/roster.md").hasSuffix("| 周九 | 居民 |\n| 温书敏 | 居民 |\n"))
  }

  @Test("a private roster stays private, and a dry run says what would be in it")
  func kept() throws {
    let work = try WorkHall("---\n议事厅: 试厅\n---\n")
    _ = try set(work, "温书敏", [.partyColumn: "居民"], isPrivate: true)
    let step = try work.session().perform(
      SetPerson("钱七", [.partyColumn: "居民"], .set, isPrivate: false))
    #expect(step.notes.contains { $0.zh.contains("不能撤销") })
    let text = try work.text("private/roster.md")
    #expect(text.contains("温书敏") && text.contains("钱七"))
    #expect(try !work.text("hall.md").contains("温书敏"))
    #expect(try work.text(".gitignore").contains("private/"))
    var session = try work.session()
    session.isDryRun = true
    let plan = try session.perform(SetPerson("钱七", [:], .remove, isPrivate: false))
    #expect(plan.isPlan && plan.details == ["名册去掉了「钱七」，居民"])
    #expect(try work.text("private/roster.md") == text)
  }

  @Test("while the private roster cannot be read, nothing is written")
  func unread() throws {
    let work = try WorkHall(files: ["private/roster.md/x": ""])
    let refused = try work.session().refusal(
      of: SetPerson("温书敏", [.partyColumn: "居民"], .set, isPrivate: false))
    #expect(refused.message.zh.contains("private/roster.md"), "\(refused.message.zh)")
    #expect(try work.text("hall.md") == WorkHall.charter)
  }

  @Test(
    "what cannot be meant is refused, and nothing is written",
    arguments: [
      ("张三", [Keyword.roleColumn: "楼长"], .set, "名册上有 2 个「张三」"),
      ("张三", [:], .remove, "名册上有 2 个「张三」"),
      ("赵六", [.partyColumn: "居民"], .remove, "名册上的「赵六」是：物业"),
      ("赵六", [.partyColumn: "居民"], .set, "名册上的「赵六」是：物业"),
      ("张三", [.unitColumn: "9-9"], .set, "名册上的「张三」是：居民、2-1-301"),
      ("物业/赵六", [.partyColumn: "居民"], .set, "写了两个方"),
      ("温书敏", [:], .set, "没有写是哪一方的"),
      ("温书敏", [.partyColumn: "居名"], .set, "没有「居名」这个方"),
      ("温书敏", [.partyColumn: "居民", .areaColumn: "八十"], .set, "面积写的「八十」读不懂"),
      ("温书敏", [.partyColumn: "居民", .ownerColumn: "李四13800138000"], .set, "手机号"),
      ("李四13800138000", [.partyColumn: "居民"], .set, "手机号"),
      (
        "温书敏", [.partyColumn: "居民", .unitColumn: "2-1-301", .areaColumn: "90"], .set,
        "一户只有一个面积"
      ),
      ("温书敏", [:], .remove, "名册上没有「温书敏」"),
      ("赵六", [.partyColumn: "物业"], .set, "本来就是这样"),
      ("钱八、赵九", [.partyColumn: "居民"], .set, "不是一个人的姓名"),
      ("（x）", [.partyColumn: "居民"], .set, "不是一个人的姓名"),
      ("匿名", [.partyColumn: "居民"], .set, "不是一个人的姓名"),
      (" ", [.partyColumn: "居民"], .set, "是空的"),
    ] as [(String, [Keyword: String], SetPerson.Way, String)])
  func refusals(
    _ name: String, _ cells: [Keyword: String], _ way: SetPerson.Way, message: String
  ) throws {
    let work = try WorkHall(Self.units)
    let refusal = try work.session().refusal(of: SetPerson(name, cells, way, isPrivate: false))
    #expect(refusal.message.zh.contains(message), "\(refusal.message.zh)")
    #expect(try work.text("hall.md") == Self.units)
  }

  @Test("a public roster takes nobody privately")
  func open() throws {
    let work = try WorkHall(Self.units)
    for name in ["钱七", "温书敏"] {
      let refusal = try work.session().refusal(
        of: SetPerson(name, [.partyColumn: "居民", .roleColumn: "楼长"], .set, isPrivate: true))
      #expect(refusal.message.zh.contains("是公开的"))
    }
  }

  @Test("typed text stays in its cell")
  func hostile() throws {
    let work = try WorkHall()
    _ = try set(work, "甲|乙", [.partyColumn: "居民", .roleColumn: "a|b\n| x | y |"])
    let rows = try work.hall().charter.roster.rows
    #expect(rows.count == 4 && rows.last?.party == "居民")
  }
}
