import Foundation
import HallCommands
import Testing

@Suite("A hall is created")
struct InitCommandTests {
  @Test(
    "a new hall has parties, an empty roster and a calendar, and check finds no problems")
  func founded() throws {
    let folder = try TestHall.empty()
    let answer = folder.write(
      "init", "--name", "兴连心议事厅", "--community", "兴安南路社区", "--lang", "zh")
    #expect(answer.errors == "")
    #expect(answer.status == 0)
    #expect(
      folder.text("hall.md").hasPrefix(
        """
        ---
        议事厅: 兴连心议事厅
        社区: 兴安南路社区
        语言: zh
        时区: +08:00
        格式: 2
        通知期: 3天
        回访期: 15天
        ---

        # 兴连心议事厅

        ## 各方

        - 居民: 表决
        - 物业: 表决
        - 驻区单位: 表决
        - 职能部门: 列席
        - 社区: 召集

        ## 名册

        | 姓名 | 方 | 身份 | 户 | 面积 | 业主 |
        | --- | --- | --- | --- | --- | --- |

        ## 日历

        - 休: 2025-01-01
        """))
    #expect(folder.text("hall.md").contains("- 班: 2026-10-10\n"))
    #expect(folder.text(".gitignore") == ".hall/\nprivate/\n")
    #expect(
      folder.text(".gitattributes")
        == "*.md -text\nhistory/** -text -whitespace linguist-generated\n")
    #expect(folder.has("agendas"))
    #expect(folder.has("matters"))
    #expect(folder.text("history/hall.md").contains("* by: 王五\n* why: 议事厅开张\n"))
    #expect(folder.run("check").output == "没有发现问题\n")
    #expect(folder.run("verify").status == 0)
    #expect(folder.write("record").output == "没有要记的改动\n")
  }

  @Test(
    "an invalid folder name is refused, and nothing is created",
    arguments: [
      ("", "文件夹的名字是空的"), (" ", "文件夹的名字是空的"), ("\0", "控制字符"), ("\0/厅", "控制字符"),
      ("厅\n", "控制字符"), ("表.csv", "「表.csv」不是文件夹"), ("表.csv/厅", "「表.csv」不是文件夹"),
    ])
  func noFolder(name: String, message: String) throws {
    let folder = try TestHall.empty()
    try folder.write(Data(), to: "表.csv")
    for words in [["init", name], ["init", "--hall", name]] {
      let answer = CommandTable.answer(
        words + ["--name", "试厅", "--lang", "zh"],
        in: folder.context(environment: ["HALL_AUTHOR": "王五"]))
      #expect(answer.status == 2)
      #expect(answer.errors.contains(message), "\(answer.errors)")
    }
    #expect(try folder.everything().keys.sorted() == ["表.csv"])
  }

  @Test("the full path of the new hall is shown")
  func place() throws {
    let folder = try TestHall.empty()
    let answer = folder.write("init", "新厅", "--name", "试厅", "--lang", "zh")
    #expect(answer.output.contains("「试厅」已经建好\n在文件夹 /"), "\(answer.output)")
    #expect(answer.output.contains("/新厅\n"), "\(answer.output)")
  }

  @Test("an English hall gets its own folder and the machine's time zone")
  func english() throws {
    let folder = try TestHall.empty()
    let answer = folder.write("init", "halls/river", "--name", "River Hall", "--lang", "en")
    #expect(answer.output.hasPrefix("'River Hall' is made\nin the folder /"))
    let text = folder.text("halls/river/hall.md")
    #expect(text.hasPrefix("---\nhall: River Hall\nlanguage: en\ntime zone: +08:00\n"))
    #expect(text.contains("| name | party | role | unit | area | owner |\n"))
    #expect(text.contains("- departments: observes\n"))
    // China's holidays are for a Chinese hall, unless somebody asks for them.
    #expect(!text.contains("- off:"))
    #expect(folder.run("check", "--hall", "halls/river").status == 0)
  }

  @Test("the holidays are written as they are asked for", arguments: ["cn", "none", "无", "mars"])
  func calendar(word: String) throws {
    let folder = try TestHall.empty()
    for language in ["zh", "en"] {
      let name = "厅-\(language)"
      let answer = folder.write(
        "init", name, "--name", "厅", "--lang", language, "--calendar", word)
      guard word != "mars" else {
        #expect(answer.status == 2 && answer.errors.contains("cn"))
        continue
      }
      #expect(folder.text(name + "/hall.md").contains("2025-01-28") == (word == "cn"))
    }
  }

  @Test("an existing hall is left unchanged")
  func twice() throws {
    let folder = try TestHall.empty()
    #expect(folder.write("init", "--name", "一", "--lang", "zh").status == 0)
    let before = try folder.everything()
    for words in [["init", "--name", "二"], ["init", "."], ["init", ".", "--private"]] {
      let answer = CommandTable.answer(
        words, in: folder.context(environment: ["HALL_AUTHOR": "王五"]))
      #expect(answer.status == 2)
      #expect(answer.errors.contains("已经有议事厅「一」，没有动它"))
    }
    #expect(try folder.everything() == before)
  }

  @Test("existing files of git keep their lines")
  func gitFiles() throws {
    let folder = try TestHall.empty([
      ".gitignore": "*.bak\n/private", ".gitattributes": "x -text\n",
    ])
    #expect(folder.write("init", "--name", "一").status == 0)
    #expect(folder.text(".gitignore") == "*.bak\n/private\n.hall/\n")
    #expect(folder.text(".gitattributes").hasPrefix("x -text\n*.md -text\nhistory/** "))
  }

  @Test("at a terminal, init asks for the name and shows the next steps")
  func asked() throws {
    let folder = try TestHall.empty()
    let answer = folder.atTerminal("开张", "厅", "--lang", "zh", answers: ["  望江议事厅 "])
    #expect(answer.status == 0)
    #expect(folder.text("厅/hall.md").contains("\n# 望江议事厅\n"))
    #expect(
      answer.output.hasSuffix(
        """
        接下来可以：
          cd 厅
          hall 开张 --名册 名册.csv
          hall 问题 新增 问题
          hall 拟会 会议名称 --日期 日期

        """))
    #expect(folder.write("init", "二").errors.contains("--名称"))
    #expect(!folder.has("二"))
  }

  @Test(
    "no name can forge structure",
    arguments: [
      ("---", true), ("一\n---\n议事厅: 二", true), ("## 表决规则", true), ("- [x] T1", true), ("```", true),
      ("<!--", true), ("一\r\n## 日历", true), ("a: b", true), ("\u{202E}一", true),
    ])
  func hostile(_ name: String, isTaken: Bool) throws {
    let folder = try TestHall.empty()
    let answer = folder.write("init", "--name", name, "--community", name, "--lang", "zh")
    try #require((answer.status == 0) == isTaken, "\(answer)")
    guard isTaken else {
      #expect(!folder.has("hall.md"))
      return
    }
    #expect(folder.run("check").output == "没有发现问题\n")
    let headings = folder.text("hall.md").split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(headings == ["## 各方", "## 名册", "## 日历"])
    #expect(folder.text("hall.md").split(separator: "\n").filter { $0 == "---" }.count == 2)
  }

  @Test("a dry run creates nothing")
  func dryRun() throws {
    let folder = try TestHall.empty()
    let answer = folder.write("init", "厅", "--name", "一", "-n", "--lang", "zh")
    #expect(answer.output.contains("+# 一\n"))
    #expect(answer.output.hasSuffix("还会新建：agendas/、matters/、.gitignore、.gitattributes\n"))
    #expect(!folder.has("厅"))
  }

  @Test("init is refused where only the history of a hall is left")
  func historyOnly() throws {
    let folder = try TestHall.empty(["history/hall.md": "# hall\n"])
    #expect(folder.write("init", "--name", "一", "--lang", "zh").errors.contains("hall.md 却不见了"))
    #expect(!folder.has("hall.md"))
  }
}
