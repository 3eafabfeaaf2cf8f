import Foundation
import HallCommands
import Testing
import HallWords

@Suite("Rows of a sheet are data, totals, remarks or headers")
struct SheetRowTests {
  private func read(_ sheet: String) throws -> (roster: String, said: String) {
    let folder = try TestHall.empty(["a.csv": sheet])
    let answer = folder.write("init", "--name", "厅", "--roster", "a.csv", "--lang", "zh")
    return (folder.roster(), answer.errors + answer.output)
  }

  private static let rows = "张三,居民,2-1-301,86.40\n钱七,居民,2-1-302,86.40\n"
  private static let roster =
    "| 张三 | 居民 |  | 2-1-301 | 86.40 |  |\n| 钱七 | 居民 |  | 2-1-302 | 86.40 |  |"

  @Test(
    "totals and remarks below a table are left out and named",
    arguments: [
      "合计,,2户,172.80", "合 计,,,172.80", ",,合计,172.80", "1号楼小计,,,172.80", "总计：2户,,,",
      "共计（2户）,,,172.8", "Total,,2,172.80", "全部,,,172.80", "其中：出租,,1,86.40", "户数,,2,",
      "Building 1 subtotal,,,172.80", "Grand Total,,,",
      ",,2户,172.80", ",,,172.80", ",,2,172.80", "制表人：王五,,审核：李四,", "制表日期,2025-03-10,,",
      "备注：以产证为准,,,", "说明,本表一式两份,,", "注：1. 空着的还没有登记,,,", "Prepared by: Wang,,,",
      "2025年3月10日,,,", "负责人签字：,,日期：,", "业委会（盖章）,,,", "第1页 共1页,,,", "以上由物业提供。,,,", "姓名,方,户,面积",
    ])
  func leftOut(_ row: String) throws {
    let (roster, said) = try read("姓名,方,户,面积\n" + Self.rows + row + "\n")
    #expect(roster == Self.roster, "\(said)")
    #expect(said.contains("没有读的 1 行：第 4 行「"), "\(said)")
  }

  @Test(
    "the row of a person is never left out, whatever it looks like",
    arguments: [
      "合计兴,居民,2-1-303,80", "Total Energies,居民,2-1-303,80", "Sum,居民,2-1-303,80",
      "Alice Sum,居民,2-1-303,80", "注德明,居民,2-1-303,80", "吴一,居民,2-1-303,172.80", "吴一,居民,,",
      ",居民,2-1-303,80", "Date,居民,2-1-303,80",
    ])
  func data(_ row: String) throws {
    let (roster, said) = try read("姓名,方,户,面积\n" + Self.rows + row + "\n")
    #expect(roster.split(separator: "\n").count == 3, "\(said)")
    #expect(!said.contains("没有读的"))
  }

  @Test("a row with neither a name nor a unit is an error unless it is a total")
  func nobody() throws {
    let (_, said) = try read("姓名,方,户,面积\n" + Self.rows + ",居民,,99\n,,,99\n")
    #expect(said.contains("a.csv:4:1: error: 这一行没有姓名也没有户号"))
    #expect(said.contains("a.csv:5:1: error: 这一行没有姓名也没有户号"))
  }

  @Test("a total that differs from the sum is reported")
  func wrongTotal() throws {
    let (_, said) = try read("姓名,方,户,面积\n" + Self.rows + "合计,,,182.80\n")
    #expect(said.contains("第 4 行的合计写的是 182.80，读到的各行加起来是 172.80，请核对\n"))
  }

  @Test("a summary of the sheet is shown, with the units that have no area")
  func summary() throws {
    let (_, said) = try read("业主,房号,面积\n张三,1-1,80\n张三,1-2,70.5\n李四,1-3,\n")
    #expect(said.contains("表里读到 3 行，业主 1 位，3 户，面积合计 150.50㎡\n"))
    #expect(said.contains("1 户没有面积，按业主表决时不算在内：1-3 李四\n"))
  }

  @Test(
    "the header is found below titles, even if it spans several rows",
    arguments: [
      "兴安南路名册,,,\n2025年3月,,,\n\n姓名,方,户,面积\n", "业主信息,,房屋信息,\n姓名,方,户,面积\n",
      "姓名,方,房屋,\n,,户,面积\n", "姓名,方,户,建筑面积\n,,,（㎡）\n", "姓名,方,户,面积\nName,Party,Unit,Area\n",
      "填表单位：物业,,填表人：王五,\n姓名,方,户,面积\n", "业主,,,\n姓名,方,户,面积\n", "sep=,\n姓名,方,户,面积\n",
    ])
  func headers(_ header: String) throws {
    let (roster, said) = try read(header + Self.rows)
    #expect(roster == Self.roster, "\(said)")
  }

  @Test(
    "a sheet without a header is refused with what to add",
    arguments: ["", "张三,居民,业主,2-1-300,80\n", "张三,户主\n李四,户主\n"])
  func noHeader(_ row: String) throws {
    let (roster, said) = try read(row + (row.contains("户主") ? "" : Self.rows))
    #expect(roster == "")
    #expect(said.contains("没有找到表头"), "\(said)")
    #expect(said.contains("在第一行上面加一行表头"))
  }

  @Test("a merged building or entrance is taken from the row above")
  func merged() throws {
    let (roster, said) = try read(
      "楼栋,单元,房号,业主,面积\n1号楼,1单元,101,张三,80\n,,102,李四,80\n,2单元,101,王五,80\n"
        + "2号楼,,101,赵六,80\n小计,,,,320\n,,102,钱七,80\n")
    let units = roster.split(separator: "\n").compactMap { row in
      row.split(separator: "|", omittingEmptySubsequences: false).dropFirst(4).first
    }.map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(units == ["1-1-101", "1-1-102", "1-2-101", "2-101", "2-102"])
    #expect(said.contains("「楼栋」有 3 格空着（像是合并过的单元格），照上面一行补上\n"), "\(said)")
  }

  @Test("a merged party is taken from the row above")
  func mergedParty() throws {
    let (roster, said) = try read("方,姓名,户\n居民,张三,1-1\n,李四,1-2\n物业,赵六,\n,钱七,\n")
    #expect(roster.contains("| 李四 | 居民 |"))
    #expect(roster.contains("| 钱七 | 物业 |"))
    #expect(said.contains("「方」有 2 格空着（像是合并过的单元格），照上面一行补上\n"))
    // If no cells were merged, an empty cell stays empty.
    let (other, _) = try read("方,姓名,户\n居民,张三,1-1\n居民,王五,1-3\n,李四,1-2\n物业,赵六,\n")
    #expect(other.contains("| 李四 |  |"))
  }

  @Test("a row with only a building applies to the doors below it")
  func captions() throws {
    let (roster, said) = try read(
      "房号,业主,面积\n1号楼,,\n101,张三,80\n102,李四,80\n2号楼1单元,,\n101,王五,80\n")
    #expect(roster.contains("| 张三 | 居民 |  | 1-101 |"))
    #expect(roster.contains("| 王五 | 居民 |  | 2-1-101 |"))
    #expect(said.contains("没有读的 2 行：第 2 行「1号楼」（小标题）"))
  }

  @Test("a second table with the same header is read as well")
  func nextTable() throws {
    let (roster, said) = try read(
      "表格 1,,\n姓名,户,面积\n张三,1-1,80\n表格 2,,\n姓名,户,面积\n李四,1-2,80\n")
    #expect(roster.split(separator: "\n").count == 2)
    #expect(said.contains("第 4 行「表格 2」（小标题）"))
  }

  @Test("a sheet with nothing below its header is refused")
  func noRows() throws {
    #expect(try read("姓名,户\n,,\n").said.contains("表头下面一行也没有"))
  }

  @Test("a second table with a different header is an error")
  func twoTables() throws {
    let (_, said) = try read("姓名,户\n张三,1-1\n姓名,楼栋,房号,面积\n李四,1,2,80\n")
    #expect(said.contains("a.csv:3:1: error: 这里又是一行表头，和上面的不一样"), "\(said)")
  }

  @Test("a door number that includes its building is not prefixed again")
  func wholeDoors() throws {
    let (roster, _) = try read("楼栋,单元,房号,业主\n1,1,1-1-101,张三\n2,1,2-1-101,李四\n")
    #expect(roster.contains("| 1-1-101 |"))
    #expect(roster.contains("| 2-1-101 |"))
  }

  @Test(
    "a unit that became a date is refused",
    arguments: [
      "2001/1/1", "2001-1-1", "2001-01-01", "1月1日", "2001年1月1日", "Jan-01", "1-Jan", "36892",
      "2001/1/1 0:00", "01/01/2001", "２００１/１/１",
    ])
  func dates(_ unit: String) throws {
    let (roster, said) = try read("姓名,户\n李四,1-1-101\n张三,\(unit)\n")
    #expect(roster == "")
    #expect(said.contains("a.csv:3:4: error: 「\(unit)」是日期，不是户号"), "\(said)")
    #expect(said.contains("格式设成「文本」"))
  }

  @Test(
    "a unit that only looks like a date is accepted",
    arguments: ["10101", "1-1-101", "12-2-31", "3-1", "1/1/101"])
  func units(_ unit: String) throws {
    let (roster, said) = try read("姓名,户\n张三,\(unit)\n李四,30302\n")
    #expect(roster.contains("| \(unit) |"), "\(said)")
  }

  @Test("blanks, full-width forms and invisible characters are cleaned up")
  func blanks() throws {
    let (roster, _) = try read(
      "\u{FEFF}姓　名,方 ,户\u{A0},面积\n\u{3000}王\u{3000}芳\u{A0},居民\u{200B},２－１－３０１ ,８６.４０\u{A0}\n"
        + "=\"李四\",居民,=\"2-1-302\",86.40000000000001\n")
    #expect(
      roster
        == "| 王芳 | 居民 |  | 2-1-301 | 86.40 |  |\n| 李四 | 居民 |  | 2-1-302 | 86.40 |  |")
  }

  @Test("lines may end in a lone carriage return, even with quoted cells")
  func carriageReturns() throws {
    let (roster, _) = try read("姓名,方,户,面积\r张三,\"居民\",2-1-301,86.40\r钱七,居民,2-1-302,86.40\r")
    #expect(roster == Self.roster)
    let (_, said) = try read("姓名,方,户,面积\r张三,居民,2-1-301,x\r")
    #expect(said.contains("a.csv:2:15: error: 「x」读不出面积"), "\(said)")
  }

  @Test("a column 单位 with parties is read as the party, and any other leads to a question")
  func organisation() throws {
    let (roster, said) = try read("姓名,单位,职务\n刘芳,社区,书记\n老马,物业,主管\n")
    #expect(roster.hasPrefix("| 刘芳 | 社区 | 书记 |"))
    #expect(said.contains("「单位」读作「方」\n"))
    let sheet = "姓名,单位\n刘芳,第一中学\n老马,供电公司\n"
    let (none, refused) = try read(sheet)
    #expect(none == "")
    #expect(refused.contains("a.csv:1:4: error: 「单位」这一列写的不是各方"))
    let folder = try TestHall.empty(["a.csv": sheet])
    let answer = folder.atTerminal(
      "init", "--name", "厅", "--roster", "a.csv", "--lang", "zh", answers: ["1", "是"])
    #expect(answer.errors == "")
    #expect(folder.roster().hasPrefix("| 刘芳 | 居民 |"))
  }

  @Test("a column that says whether somebody is an owner is not read as names")
  func whetherOwner() throws {
    let (roster, said) = try read("姓名,业主,户,面积\n张三,是,1-1,80\n李四,是,1-2,80\n")
    #expect(roster.contains("| 张三 | 居民 |  | 1-1 | 80.00 |  |"))
    #expect(said.contains("业主 2 位"))
  }

  @Test("a web page named like a spreadsheet is recognised")
  func markup() throws {
    let (_, said) = try read("<html><table><tr><td>姓名</td></tr></table></html>")
    #expect(said.contains("这是网页或 XML，不是 CSV"))
  }
}
