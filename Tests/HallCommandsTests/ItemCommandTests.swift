import HallCommands
import TestSupport
import Testing

@Suite("Items are put on an agenda and moved at the command line")
struct ItemCommandTests {
  private static let path = "agendas/M-2025-010.md"

  private func hall() throws -> TestHall {
    try TestHall([
      Self.path:
        "---\n会议: M-2025-010\n状态: 拟定\n---\n\n# 会\n\n## 议程\n\n### 1. 主管\n\n### 2. 车棚\n",
      "matters/Q-2025-014.md": "---\n问题: Q-2025-014\n---\n\n# 反水\n",
    ])
  }

  @Test("the words of the call, in both languages, are the facts of the item")
  func words() throws {
    let (one, two) = (try hall(), try hall())
    let chinese = one.atTerminal(
      "议题", "10", "照明", "--问题", "Q14", "--提出", "张三", "--时长", "1小时", "--接在", "1")
    let english = two.atTerminal(
      "item", "10", "照明", "--matter", "Q14", "--raised-by", "张三", "--minutes", "60", "--after", "1")
    #expect(chinese.output == english.output)
    #expect(
      chinese.output.hasPrefix(
        "M-2025-010 加了议题 2：照明（60分钟）\n其他议题的编号跟着变：2→3\n接下来可以：\n  hall 看 M-2025-010\n"),
      "\(chinese.output)\(chinese.errors)")
    #expect(one.text(Self.path) == two.text(Self.path))
    #expect(
      one.text(Self.path).contains(
        "### 2. 照明\n\n- 问题: Q-2025-014\n- 提出: 张三\n- 时长: 60分钟\n\n### 3. 车棚\n"))
  }

  @Test("an item moves, and undo brings it back")
  func moved() throws {
    let hall = try hall()
    let before = hall.text(Self.path)
    let answer = hall.write("item", "M-2025-010", "--move", "2", "--after", "0")
    #expect(answer.output.hasPrefix("M-2025-010 议题 2「车棚」移到最前面，现在是议题 1\n"))
    #expect(hall.text(Self.path).hasSuffix("### 1. 车棚\n\n### 2. 主管\n"))
    #expect(hall.write("undo").status == 0)
    #expect(hall.text(Self.path) == before)
  }

  @Test("an agenda that others have keeps its numbers, and both sides' items meet", .needs(.git))
  func shared() throws {
    let text = "---\n会议: M-2025-010\n状态: 拟定\n---\n\n# 会\n\n## 议程\n\n### 1. 主管\n\n### 2. 车棚\n"
    let shared = try SharedHall([Self.path: text])
    #expect(shared.share("乙").status == 0)
    let answer = shared.run("甲", ["item", "M-2025-010", "--move", "2", "--after", "0"])
    #expect(answer.errors == "这份议程已经分享给别人，各项的编号不变，只排先后\n")
    #expect(shared.text(Self.path, of: "甲").hasSuffix("### 2. 车棚\n\n### 1. 主管\n"))
    shared.run("乙", ["item", "M-2025-010", "照明", "--after", "1"])
    #expect(shared.share("甲").status == 0)
    #expect(shared.share("乙").status == 0)
    #expect(
      shared.text(Self.path, of: "乙").contains("### 2. 车棚\n\n### 1. 主管\n\n### 3. 照明\n"),
      "\(shared.text(Self.path, of: "乙"))")
    // Nobody else has one that was not shared yet.
    shared.run("乙", ["new", "例会", "--on", "2026-01-10", "--item", "甲", "--item", "乙"])
    let own = shared.run("乙", ["item", "M-2026-001", "--move", "2", "--after", "0"])
    #expect(own.output.contains("现在是议题 1"), "\(own.output)\(own.errors)")
  }

  @Test(
    "calls that mean nothing are refused",
    arguments: [
      (["M-2025-010", "题", "--move", "1"], "「hall 议题 --move」用不上「题」"),
      (["M-2025-010", "--move", "1", "--minutes", "20"], "互相矛盾"),
      (["M-2025-010"], "「hall 议题」还要写「标题」"), (["M-2025-010", " "], "「标题」是空的"),
      (["Q-2025-014", "题"], "不是会议"), (["M-2025-010", "题", "--matter", "Q-2025-099"], "Q-2025-099"),
    ])
  func refused(words: [String], message: String) throws {
    let hall = try hall()
    let before = try hall.everything()
    let answer = CommandTable.answer(
      ["item"] + words, in: hall.context(environment: ["HALL_AUTHOR": "王五"]))
    #expect(answer.status == 2)
    #expect(answer.errors.contains(message), "\(answer.errors)")
    #expect(try hall.everything() == before)
  }
}
