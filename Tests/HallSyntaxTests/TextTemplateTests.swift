import HallSyntax
import Testing

@Suite("A template is filled")
struct TextTemplateTests {
  private func filled(_ text: String, _ values: [String: String]) throws(EditFault) -> String {
    let template = TextTemplate(Array(text.utf8))
    let document = try template.filled(as: "agendas/M-2025-001.md", .meeting) { values[$0] }
    return String(decoding: document.bytes, as: UTF8.self)
  }

  @Test(
    "a place gets its value or its default; without either, the line is left out",
    arguments: [
      ("a {{甲}} b\nc", ["甲": "1"], "a 1 b\nc"), ("a {{ 甲 }}{{甲}}\n", ["甲": "1"], "a 11\n"),
      ("a\n- 问题: {{甲}}\nc\n", [:], "a\nc\n"), ("地点: {{甲|}}\r\nb\r\n", [:], "地点:\r\nb\r\n"),
      ("a {{甲| 别的 }}", [:], "a 别的"), ("a {{甲|别的}}", ["甲": "1"], "a 1"),
      ("a {{甲}}\nb\n", ["甲": " \n "], "b\n"), ("{{甲}} {{乙}}\nb", ["甲": "1"], "b"),
      ("a {{甲}} {{乙|}} \n", ["甲": "{{乙}}"], "a {{乙}}\n"),
      ("a {{甲\n}} {{}} }}\n", [:], "a {{甲\n}} {{}} }}\n"),
      ("a\n\n{{甲}}\n\nb\n", [:], "a\n\nb\n"), ("a\r\n\r\n{{甲}}\r\n", [:], "a\r\n"),
      ("a\n\n\n\nb{{甲|}}\n\n\n", [:], "a\n\n\n\nb\n\n\n"),
      ("a {{Ａ|}}x\n", ["a": "1"], "a 1x\n"),
    ])
  func values(_ text: String, values: [String: String], expected: String) throws {
    #expect(try filled(text, values) == expected)
  }

  @Test("a heading is left out with everything under it")
  func headings() throws {
    let text = "## 议程\n\n### 1. {{甲}}\n\n- 时长: 5分钟\n\n#### 表决: x\n\n### 2. 乙\n\n## 附\n"
    #expect(try filled(text, [:]) == "## 议程\n\n### 2. 乙\n\n## 附\n")
    #expect(try filled(text, ["甲": "丙"]) == text.replacing("{{甲}}", with: "丙"))
  }

  @Test("a value stays on its line, and forms no structure at its beginning")
  func lines() throws {
    #expect(try filled("{{甲}}\n", ["甲": "## 议程\n- [ ] T1 x"]) == "\\## 议程 - [ ] T1 x\n")
    #expect(try filled("---\n会议: {{甲}}\n---\n", ["甲": "a\n---"]) == "---\n会议: a ---\n---\n")
  }

  @Test(
    "a text that would be read as something else is refused, with its line",
    arguments: ["[ ] T1 x", "结论: 撤回", "```"])
  func forged(_ value: String) {
    #expect(throws: EditFault.notRead(line: 5)) {
      try filled("## 议程\n\n### 1. a\n\n- {{甲}}\n", ["甲": value])
    }
  }

  @Test("the places are listed in order, each once")
  func places() {
    let template = TextTemplate(Array("{{乙|x}} {{甲}}\n{{乙}}\n".utf8))
    #expect(template.places.map(\.name) == ["乙", "甲"])
    #expect(template.places.map(\.hasDefault) == [true, false])
  }
}
