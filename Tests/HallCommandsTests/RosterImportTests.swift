import Foundation
import HallCommands
import TestSupport
import Testing
import HallWords

@Suite("A roster is imported from a spreadsheet")
struct RosterImportTests {
  private static let sheet = "姓名,方,户,面积\n张三,居民,2-1-301,86.4\n赵六,物业,,\n"

  @Test(
    "a sheet is read with any separator, line end and common header",
    arguments: [
      sheet, "\u{FEFF}" + sheet, sheet.replacing("\n", with: "\r\n"),
      sheet.replacing(",", with: ";"), sheet.replacing(",", with: "\t"),
      sheet.replacing(",", with: "，"), "兴安南路名册,,,\n\n" + sheet + ",,,\n",
      sheet.replacing("张三", with: "\"张三\""), sheet.replacing("86.4", with: "８６.4㎡"),
      "姓名,方,楼栋,单元,户,建筑面积（㎡）\n张三,居民,2,1,301,86.4\n赵六,物业,,,,\n",
      "Name,Party,Unit,Floor area\n张三,居民,2-1-301,86.4 m²\n赵六,物业,,\n",
    ])
  func forms(_ sheet: String) throws {
    let folder = try TestHall.empty(["a.csv": sheet])
    let answer = folder.write("init", "--name", "厅", "--roster", "a.csv", "--lang", "zh")
    #expect(answer.errors == "")
    #expect(
      folder.roster() == "| 张三 | 居民 |  | 2-1-301 | 86.40 |  |\n| 赵六 | 物业 |  |  |  |  |")
    #expect(folder.run("check").output == "没有发现问题\n")
  }

  @Test("quotes hold separators, quotes and line breaks")
  func quotes() throws {
    let folder = try TestHall.empty(["a.csv": "姓名,身份\r\n\"王,\"\"大\"\"\",\"楼长\r\n兼网格员\"\r\n"])
    #expect(folder.write("init", "--name", "厅", "--roster", "a.csv", "--lang", "zh").status == 0)
    #expect(folder.roster() == "| 王,\"大\" | 居民 | 楼长  兼网格员 |  |  |  |")
  }

  @Test("GB18030 is recognised, and the first rows are shown")
  func gb18030() throws {
    let folder = try TestHall.empty()
    try folder.write(Data(Encoded.gb18030), to: "a.csv")
    let answer = folder.write("init", "--name", "厅", "--roster", "a.csv", "--lang", "zh")
    #expect(
      answer.output.hasPrefix(
        "这份表是 GB18030 编码，读成这样：\n  张三  2-1-301  86.40\n  㐂𠮷  2-1-502  92.15\n"))
    #expect(folder.roster().contains("| 㐂𠮷 | 居民 |  | 2-1-502 | 92.15 |  |"))
  }

  @Test("UTF-16 is read in either byte order", arguments: [false, true])
  func utf16(_ bigEndian: Bool) throws {
    let folder = try TestHall.empty()
    try folder.write(Encoded.utf16(Self.sheet, bigEndian: bigEndian), to: "a.csv")
    #expect(folder.write("init", "--name", "厅", "--roster", "a.csv", "--lang", "zh").status == 0)
    #expect(folder.roster().hasPrefix("| 张三 | 居民 |  | 2-1-301 | 86.40 |  |"))
  }

  @Test(
    "a file that is not text is refused with how to save it, and nothing is created",
    arguments: [
      (Data([0x50, 0x4B, 3, 4, 20]), "Excel 工作簿"), (Data("姓名\0".utf8), "不是文字文件"),
      (Data("姓名,身份\n张三,楼长\n李四".utf8) + Data([0xFF, 0x0A]), "第 3 行有读不出的字（按 UTF-8 读）"),
      (Data(Encoded.gb18030) + Data([0xFF, 0xFF]), "第 4 行有读不出的字（按 GB18030 读）"),
    ])
  func notText(_ bytes: Data, _ fact: String) throws {
    let folder = try TestHall.empty()
    try folder.write(bytes, to: "a.csv")
    let answer = folder.write("init", "--name", "厅", "--roster", "a.csv", "--lang", "zh")
    #expect(answer.status == 2)
    #expect(answer.errors.contains(fact))
    #expect(answer.errors.contains("CSV UTF-8"))
    #expect(!folder.has("hall.md"))
  }

  @Test("a head in two languages and nothing below it is refused")
  func headsOfTwoRows() throws {
    let folder = try TestHall.empty(["a.csv": "姓名,方,户,面积\nName,Party,Unit,m"])
    let answer = folder.write("init", "--name", "厅", "--roster", "a.csv", "--lang", "zh")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("a.csv:1:"))
  }

  @Test("all wrong cells are reported at once, and nothing is written")
  func problems() throws {
    let folder = try TestHall.empty([
      "a.csv": """
      姓名,方,户,面积
      张三,居民,1-1,"5,210.30"
      李四,火星,1-2,86.12345
      ,居民,,10
      王五 13912345678,居民,1-3,-1
      赵六,居民,1-4
      钱七,居民,1-5,80
      钱七,居民,1-5,80
      孙八,居民,1-5,81
      "周九,居民,1-6,9
      """
    ])
    let answer = folder.write("init", "--name", "厅", "--roster", "a.csv", "--lang", "zh")
    #expect(answer.status == 2)
    let found = answer.errors.split(separator: "\n").filter { $0.hasPrefix("a.csv:") }
      .map { $0.split(separator: ":").prefix(3).joined(separator: ":") }
    #expect(
      found == [
        "a.csv:2:11", "a.csv:3:4", "a.csv:3:11", "a.csv:4:1", "a.csv:5:1", "a.csv:5:23",
        "a.csv:6:1", "a.csv:8:1", "a.csv:9:1", "a.csv:10:1",
      ])
    #expect(answer.errors.contains("数字中间有逗号"))
    #expect(!folder.has("hall.md"))
  }

  @Test("rows without a name are never the same person")
  func nameless() throws {
    let folder = try TestHall.empty([
      "a.csv": "姓名,户,面积\n张三,1-1,80\n,,80\n制表,,\n,,160\n,1-2,70\n,1-2,70\n"
    ])
    let answer = folder.write("init", "--name", "厅", "--roster", "a.csv", "--lang", "zh")
    #expect(answer.status == 2)
    #expect(!answer.errors.contains("同一人"), "\(answer.errors)")
    #expect(answer.errors.contains("a.csv:7:1: error: 和第 6 行是同一户，两行都没有姓名"), "\(answer.errors)")
    let lines = answer.errors.split(separator: "\n").filter { $0.contains("没有姓名也没有户号") }
    #expect(lines.count == 2)
  }

  @Test("phone and identity numbers are left out, and their columns are named")
  func personal() throws {
    let folder = try TestHall.empty([
      "a.csv": """
      姓名,联系电话,身份证号,身份,备注
      张三,13912345678,11010519491231002X,110105194912310021,x
      李四,13912345679,11010519491231003X,110105194912310031,y
      """
    ])
    let answer = folder.write("init", "--name", "厅", "--roster", "a.csv", "--lang", "zh")
    #expect(answer.output.contains("个人信息不进名册，没有写入：「联系电话」「身份证号」「身份」\n"))
    #expect(answer.output.contains("名册用不上，没有写入：「备注」\n"))
    #expect(!folder.text("hall.md").contains("1391"))
    #expect(!folder.text("hall.md").contains("110105"))
  }

  @Test(
    "a cell is only data and never structure",
    arguments: [
      "=1+1", "+1", "-1", "@x", "a|b", "|", "## 表决", "- [x] T1", "---", "```", "<!--", "\\",
      "x\n## 表决规则\n\n### 假", "\"", "a\\|b",
    ])
  func hostile(_ cell: String) throws {
    let quoted = "\"" + cell.replacing("\"", with: "\"\"") + "\""
    let folder = try TestHall.empty(["a.csv": "姓名,户\n\(quoted),1-1\n张三,\(quoted)\n"])
    let answer = folder.write("init", "--name", "厅", "--roster", "a.csv", "--lang", "zh")
    #expect(answer.errors == "")
    #expect(folder.run("check").output == "没有发现问题\n")
    let headings = folder.text("hall.md").split(separator: "\n").filter { $0.hasPrefix("#") }
    #expect(headings == ["# 厅", "## 各方", "## 名册", "## 日历"])
    #expect(folder.roster().split(separator: "\n").count == 2)
    // Importing the same sheet again changes nothing.
    let again = folder.write("init", "--roster", "a.csv")
    #expect(again.output.contains("没有变的 2 行"))
  }

  @Test("3000 owners are imported, and a second sheet changes only what differs")
  func many() throws {
    var sheet = "业主姓名,房号,建筑面积\r\n"
    for number in 1...3000 { sheet += "业主\(number),\(number / 60)-1-\(number),86.40\r\n" }
    let folder = try TestHall.empty(["a.csv": sheet])
    let answer = folder.write("init", "--name", "厅", "--roster", "a.csv", "--lang", "zh")
    #expect(answer.output.contains("名册：新增 3000 行"))
    #expect(answer.output.contains("…… 另有 2980 行"))
    #expect(folder.roster().hasPrefix("| 业主1 | 居民 |  | 0-1-1 | 86.40 | 业主1 |\n"))
    #expect(folder.run("check").output == "没有发现问题\n")
    try folder.write(Data(sheet.replacing("业主7,", with: "新业主,").utf8), to: "a.csv")
    let again = folder.write("init", "--roster", "a.csv")
    #expect(again.output.contains("~ 0-1-7  业主7：业主 业主7 → 新业主，姓名 业主7 → 新业主\n"))
    #expect(again.output.contains("没有变的 2999 行"))
    #expect(folder.write("init", "--roster", "a.csv", "-n").output.contains("没有变的 3000 行"))
  }

  // MARK: An existing roster

  private static let messy = """
    ---\r
    议事厅: 试厅\r
    ---\r
    \r
    # 试厅\r
    \r
    ## 名册\r
    \r
    | 户 |姓名|  方  |\r
    |---|:-:|---|\r
    |2号楼1单元301|   张三|居民 |\r
    |  2-1-502 |钱七 |居民|\r
    | | 赵六 |物业|\r
    |2-2-101|周九|居民|\r
    \r
    名册由社区维护。\r
    \r
    ## 别的\r
    """

  @Test("in a messy roster, only the rows that differ change")
  func messyRoster() throws {
    let hall = try TestHall(
      ["a.csv": "姓名,户号,面积\n张三,2-1-301,\n钱七,2-1-502,92.15\n周九,2-2-101,\n吴一,3-1,80\n"],
      charter: Self.messy)
    let answer = hall.write("init", "--roster", "a.csv")
    #expect(answer.errors == "")
    #expect(
      hall.text("hall.md")
        == Self.messy.replacing("|  方  |", with: "|  方  | 面积 |")
        .replacing("|---|:-:|---|", with: "|---|:-:|---| --- |")
        .replacing("|  2-1-502 |钱七 |居民|", with: "|  2-1-502 |钱七 |居民| 92.15 |")
        .replacing(
          "|2-2-101|周九|居民|\r\n", with: "|2-2-101|周九|居民|\r\n| 3-1 | 吴一 | 居民 | 80.00 |\r\n"))
    #expect(answer.output.contains("表里没有提到的方，名册里的 1 行不动\n"))
    #expect(hall.run("check").status == 0)
  }

  @Test("rows are removed only if somebody confirms it")
  func removal() throws {
    let hall = try TestHall(["a.csv": "姓名,户\n张三,2-1-301\n钱七,2-1-502\n"], charter: Self.messy)
    #expect(hall.write("record").status == 0)
    let refused = hall.write("init", "--roster", "a.csv")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("  - 周九  居民  2-2-101\n"))
    #expect(refused.errors.contains("--删去 1"))
    #expect(hall.text("hall.md") == Self.messy)
    let dry = hall.write("init", "--roster", "a.csv", "--dry-run")
    #expect(dry.output.contains("-|2-2-101|周九|居民|"))
    #expect(hall.text("hall.md") == Self.messy)
    #expect(hall.atTerminal("init", "--roster", "a.csv", answers: ["否"]).output == "没有写入\n")
    #expect(hall.text("hall.md") == Self.messy)
    #expect(hall.atTerminal("init", "--roster", "a.csv", answers: ["1"]).status == 0)
    #expect(hall.text("hall.md") == Self.messy.replacing("|2-2-101|周九|居民|\r\n", with: ""))
    #expect(hall.write("undo").status == 0)
    #expect(hall.text("hall.md") == Self.messy)
    #expect(hall.write("init", "--roster", "a.csv", "--removes", "1").status == 0)
    #expect(!hall.text("hall.md").contains("周九"))
  }

  @Test("every row that is changed or removed is shown, even if there are many")
  func allShown() throws {
    var old = "姓名,户,面积\n"
    var new = old
    for number in 1...40 {
      old += "人\(number),1-\(number),80\n"
      if number > 9 { new += "人\(number),1-\(number),\(number > 20 ? 80 : 81)\n" }
    }
    for number in 1...30 { new += "新\(number),2-\(number),80\n" }
    let folder = try TestHall.empty(["a.csv": old, "b.csv": new])
    #expect(folder.write("init", "--name", "厅", "--roster", "a.csv", "--lang", "zh").status == 0)
    let answer = folder.write("init", "--roster", "b.csv", "--removes", "9")
    for number in 1...9 {
      #expect(answer.output.contains("- 人\(number)  居民  1-\(number)  80.00\n"))
    }
    for number in 10...20 { #expect(answer.output.contains("~ 1-\(number)  人\(number)：")) }
    #expect(answer.output.contains("+ 新20 "))
    #expect(!answer.output.contains("+ 新21 "))
    #expect(answer.output.contains("…… 另有 10 行"))
  }

  @Test("a private roster is kept out of hall.md and the history, and stays private")
  func privateRoster() throws {
    let folder = try TestHall.empty([
      "a.csv": Self.sheet, "b.csv": Self.sheet + "吴一,居民,3-1,80\n",
      "c.csv": Self.sheet.replacing("86.4", with: "90"),
    ])
    let answer = folder.write(
      "init", "--name", "厅", "--roster", "a.csv", "--private", "--lang", "zh")
    #expect(answer.output.contains("名册 2 行，在 private/roster.md"))
    #expect(!folder.text("hall.md").contains("张三"))
    #expect(!folder.text("history/hall.md").contains("张三"))
    #expect(folder.roster("private/roster.md").contains("| 张三 | 居民 |  | 2-1-301 | 86.40 |  |"))
    let file = folder.folder.appending(path: "private/roster.md").path(percentEncoded: false)
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(folder.run("check").output == "没有发现问题\n")
    let dry = folder.write("init", "--roster", "c.csv", "-n")
    #expect(dry.output.contains("  ~ 2-1-301  张三：面积 86.40 → 90.00\n"))
    #expect(dry.output.contains("没有历史，写了就不能撤销；原来的会留一份在 .hall/replaced/\n"))
    #expect(folder.roster("private/roster.md").contains("86.40"))
    // Without --private, the next sheet still goes to the private roster.
    #expect(folder.write("init", "--roster", "b.csv").status == 0)
    #expect(folder.roster("private/roster.md").hasSuffix("\n| 吴一 | 居民 |  | 3-1 | 80.00 |  |"))
    #expect(!folder.text("hall.md").contains("吴一"))
    #expect(!folder.text("history/hall.md").contains("吴一"))
  }

  @Test("a private roster also adds private/ to .gitignore")
  func ignored() throws {
    let hall = try TestHall(["a.csv": Self.sheet])
    #expect(hall.write("init", "--roster", "a.csv", "--private").status == 0)
    #expect(hall.text(".gitignore") == ".hall/\nprivate/\n")
    #expect(hall.roster("private/roster.md").contains("张三"))
    #expect(hall.text("hall.md") == TestHall.charter)
  }
}
