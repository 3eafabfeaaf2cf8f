import Foundation
import HallCommands
import HallWords
import TestSupport
import Testing

@Suite("One call over many halls")
struct HallsCallTests {
  private let place: TestFolder

  init() throws {
    var files: [String: String] = [:]
    for (name, due) in [("一厅", "2025-10-15"), ("二厅", "2025-09-01"), ("三厅", "2026-01-01")] {
      files["街道/\(name)/hall.md"] = "---\n议事厅: \(name)\n语言: zh\n---\n\n# \(name)\n"
      files["街道/\(name)/agendas/M-2025-001.md"] = """
        ---
        会议: M-2025-001
        状态: 已召开
        时间: 2025-08-01 19:00
        ---

        # 会

        ## 议程

        ### 1. 灯

        - [ ] T1 装灯
          - 期限: \(due)

        """
    }
    place = try TestFolder(files)
  }

  private func run(_ words: String...) -> Answer { run(words) }

  private func run(_ words: [String]) -> Answer {
    let context = CommandContext(
      environment: ["LANG": "zh_CN.UTF-8"], workingDirectory: place.path, now: 0, machineOffset: 0,
      isTerminal: false, columns: 80)
    return CommandTable.answer(words, in: context)
  }

  @Test("what is overdue in all of them, the oldest first, each with its hall")
  func overdue() {
    let answer = run("逾期", "--各厅", "街道", "--截至", "2025-12-01")
    #expect(answer.status == 1 && answer.errors.isEmpty)
    let lines = answer.output.split(separator: "\n")
    #expect(lines.first == "逾期 2 项（截至 2025-12-01 周一）")
    #expect(lines[1].hasPrefix("二厅  逾期91天") && lines[3].hasPrefix("一厅  逾期47天"))
  }

  @Test("a hall that cannot be read is named, and the others are answered")
  func unread() throws {
    try FileManager.default.removeItem(atPath: place.path + "/街道/一厅/agendas")
    try place.write("", to: "街道/一厅/agendas")
    for words in [["overdue"], ["list", "tasks"], ["stats"], ["check"]] {
      let answer = run(words + ["--halls", "街道", "--as-of", "2025-12-01"])
      #expect(answer.status == 2, "\(words)")
      let said = answer.errors + answer.output
      #expect(said.contains("一厅") && said.contains("agendas"), "\(words)")
      #expect(answer.output.contains("二厅"), "\(words)")
    }
  }

  @Test("halls of one name are told apart by their folders, and one without a name has its folder")
  func names() throws {
    let charter = "---\n议事厅: 一厅\n语言: zh\n---\n\n# 一厅\n"
    try place.write(charter, to: "街道/二厅/hall.md")
    try FileManager.default.removeItem(atPath: place.path + "/街道/三厅/hall.md")
    try place.write("", to: "街道/三厅/hall.md")
    let overdue = run("overdue", "--halls", "街道", "--as-of", "2026-02-01").output
    for name in ["一厅 (街道/一厅)  ", "一厅 (街道/二厅)  ", "街道/三厅  "] {
      #expect(overdue.contains("\n" + name), "\(overdue)")
    }
    for words in [
      ["list", "tasks", "--as-of", "2026-02-01"], ["stats", "--as-of", "2026-02-01"],
      ["search", "装灯"],
    ] {
      let said = run(words + ["--halls", "街道"]).output
      #expect(said.contains("一厅 (街道/二厅)"), "\(words) \(said)")
    }
    #expect(run("check", "--halls", "街道").output.contains("一厅 (街道/一厅)\n"))
  }

  @Test(
    "every line of data has its hall's folder and one has the day; a hall without a charter has none"
  )
  func data() throws {
    try FileManager.default.removeItem(atPath: place.path + "/街道/三厅/hall.md")
    try FileManager.default.createDirectory(
      atPath: place.path + "/街道/三厅/hall.md", withIntermediateDirectories: false)
    let answer = run("export", "ndjson", "--halls", "街道", "--as-of", "2025-12-01")
    #expect(answer.status == 2 && answer.errors.contains("街道/三厅/hall.md"))
    let lines = answer.output.split(separator: "\n")
    #expect(lines.count > 8)
    for line in lines {
      let isWhole =
        line.contains("\"hall_dir\":\"街道/一厅\"") || line.contains("\"hall_dir\":\"街道/二厅\"")
      #expect(isWhole, "\(line)")
    }
    #expect(lines.count { $0.contains("\"as_of\":\"2025-12-01\"") } == 2)
    let written = run("export", "ndjson", "--halls", "街道", "--to", "全部.ndjson")
    #expect(written.status == 2 && written.output.contains("全部.ndjson"))
    let file = try String(contentsOfFile: place.path + "/全部.ndjson", encoding: .utf8)
    #expect(file.split(separator: "\n").count == lines.count)
  }

  @Test("more halls than are held at a time are all written, in order")
  func many() throws {
    for number in 10..<45 {
      try place.write(
        "---\n议事厅: 第\(number)厅\n---\n\n# 厅\n", to: "县/\(number)/hall.md")
    }
    let answer = run("export", "ndjson", "--halls", "县")
    let names = answer.output.split(separator: "\n").filter { $0.contains("\"entity\":\"hall\"") }
    #expect(names.count == 35)
    for (place, line) in names.enumerated() { #expect(line.contains("第\(place + 10)厅"), "\(line)") }
  }

  @Test("where no hall is, the call says so; beside --hall it is refused")
  func refused() throws {
    try place.write("", to: "空/说明.txt")
    #expect(run("overdue", "--halls", "空").errors.contains("下面没有议事厅"))
    #expect(run("overdue", "--halls", "街道", "--hall", "街道/一厅").status == 2)
    #expect(run("new", "会", "--halls", "街道").status == 2)
  }
}
