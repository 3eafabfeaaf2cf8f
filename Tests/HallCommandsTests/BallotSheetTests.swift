import HallCommands
import TestSupport
import Testing

@Suite("A sheet of ballots is read like a roster")
struct BallotSheetTests {
  private static let charter = """
    ---
    议事厅: 试厅
    语言: zh
    ---

    # 试厅

    ## 名册

    | 姓名 | 方 | 户 | 面积 | 业主 |
    | --- | --- | --- | --- | --- |
    | 张三 | 居民 | 1-1-101 | 80 | 张三 |
    | 李四 | 居民 | 1-1-102 | 90 | 李四 |
    | 张三 | 居民 | 1-2-101 | 70 | 张三 |
    | 王五 | 居民 | 1-2-102 |  | 王五 |

    """

  private func hall(_ sheet: String) throws -> TestHall {
    let vote = "#### 表决: 换\n\n- 规则: 业主一般事项\n- 方式: 书面\n"
    return try TestHall(
      ["agendas/M-2025-008.md": meeting(item: vote), "b.csv": sheet], charter: Self.charter)
  }

  @Test("a sheet may have the columns, merged cells, totals and titles of a roster")
  func columns() throws {
    let hall = try hall(
      "纸票汇总,,,,\n楼栋,单元,房号,业主,意见\n1号楼,1单元,101,张三,同意\n,,102,李四,反对\n合计,,,,同意1 反对1\n制表人：王五,,,,\n")
    let answer = hall.write("vote", "M-2025-008#1", "--ballots", "b.csv")
    #expect(answer.errors == "")
    #expect(answer.output.contains("没有读的 2 行：第 5 行「合计」（合计行）、第 6 行「制表人：王五」（表尾）\n"))
    #expect(answer.output.contains("读到 2 张票：同意 1、反对 1\n"))
    #expect(hall.text("private/M-2025-008-1.md").hasSuffix("| 1-1-101 | 同意 |\n| 1-1-102 | 反对 |\n"))
  }

  @Test("an owner of two units has one vote, and two different ballots are refused")
  func twoUnits() throws {
    let hall = try hall("户,意见\n1-1-101,同意\n1-1-102,反对\n1-2-101,同意\n")
    let answer = hall.write("vote", "M-2025-008#1", "--ballots", "b.csv")
    #expect(answer.errors == "")
    #expect(answer.output.contains("只算一票，没有另记：1-2-101\n"))
    #expect(hall.text("agendas/M-2025-008.md").contains("- 同意: 1户 150.00㎡\n"))
    let other = try self.hall("户,意见\n1-1-101,同意\n1-2-101,反对\n")
    let refused = other.write("vote", "M-2025-008#1", "--ballots", "b.csv")
    #expect(refused.errors.contains("b.csv:3:1: error: 「1-2-101」和第 2 行是同一位业主"))
  }

  @Test("a date in place of a unit is reported as a date, and only once")
  func date() throws {
    let hall = try hall("户,意见\n1月1日,同意\n")
    let answer = hall.write("vote", "M-2025-008#1", "--ballots", "b.csv")
    #expect(answer.errors.contains("b.csv:2:1: error: 「1月1日」是日期，不是户号"))
    #expect(!answer.errors.contains("名册里没有"))
  }

  @Test("at a terminal, vote asks for confirmation if rows were left out")
  func asked() throws {
    let hall = try hall("户,意见\n1-1-101,同意\n合计,1\n")
    let refused = hall.atTerminal("vote", "8#1", "--ballots", "b.csv", answers: ["否"])
    #expect(refused.errors.contains("没有写入"))
    #expect(hall.text("private/M-2025-008-1.md") == "")
    #expect(hall.atTerminal("vote", "8#1", "--ballots", "b.csv", answers: ["是"]).status == 0)
  }

  @Test("tally and check name the owners without an area")
  func withoutArea() throws {
    let hall = try hall("户,意见\n1-1-101,同意\n")
    _ = hall.write("vote", "M-2025-008#1", "--ballots", "b.csv")
    #expect(hall.run("tally").output.contains("名册里 1 户没有面积，没有算进来：1-2-102 王五\n"))
    let found = hall.run("check").output
    #expect(found.contains("warning: 「1-2-102 王五」没有面积，按业主表决时不算在内 [owner-area]"))
  }
}
