import Testing

@testable import HallCommands

@Suite("Options have Chinese names")
struct OptionNamesTests {
  @Test("every option has one, and no command has the same one twice")
  func complete() {
    for spec in CommandTable.commands {
      let options = spec.allOptions
      for option in options { #expect(option.chinese != nil, "\(spec.name) \(option.name)") }
      let names = options.compactMap(\.chinese)
      let twice = Dictionary(grouping: names, by: { $0 }).filter { $0.value.count > 1 }.keys
      #expect(twice.isEmpty, "\(spec.name): \(twice.sorted())")
    }
  }

  @Test("a call in Chinese does what the same call in English does")
  func calls() throws {
    let matter = ["matters/Q-2025-001.md": "---\n问题: Q-2025-001\n---\n\n# 灯\n"]
    let (english, chinese) = (try TestHall(matter), try TestHall(matter))
    let one = english.write(
      "task", "add", "Q-2025-001", "装灯", "--lead", "物业/赵六", "--due", "2025-12-15")
    let two = chinese.write(
      "任务", "新增", "Q-2025-001", "装灯", "--负责", "物业/赵六", "--期限=2025-12-15")
    #expect(one.status == 0 && one.output == two.output, "\(one.errors)\(two.errors)")
    #expect(chinese.run("逾期", "--截至", "2026-01-01").status == 1)
  }
}
