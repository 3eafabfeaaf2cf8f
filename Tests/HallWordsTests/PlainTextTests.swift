import HallWords
import Testing

@Suite("Markdown as plain text")
struct PlainTextTests {
  @Test(
    "without markup, and with everything that somebody wrote",
    arguments: [
      ("**重点**看`管`", "重点看管"), ("[公告](https://example.org)见", "公告（https://example.org）见"),
      ("[**粗**](x)", "粗（x）"), ("[plan](https://example.org)", "plan (https://example.org)"),
      ("[https://example.org](https://example.org)", "https://example.org"),
      ("[写信](mailto:hall@example.org)", "写信（hall@example.org）"),
      ("[a@example.org](mailto:a@example.org)", "a@example.org"),
      ("[M-2025-008](M-2025-008.md#t1)", "M-2025-008"), ("[上面](#表决)", "上面"), ("[空]()", "空"),
      ("[a] (b)", "[a] (b)"), ("[[x](y)", "[x (y)"), (#"\*5\*"#, "*5*"), ("总价2*3*4万元", "总价2*3*4万元"),
      ("2 * 3 * 4", "2 * 3 * 4"), ("C:\\目录", "C:\\目录"), ("[没完(", "[没完("),
      ("138****0000", "138****0000"), ("张**", "张**"), ("3*张三", "3*张三"),
      ("**甲*乙*丙**", "甲乙丙"),
      (
        "[图](../图片/a.jpg)、[页](https://example.org/a_(b))",
        "图（../图片/a.jpg）、页（https://example.org/a_(b)）"
      ),
      ("[a](javascript:alert(1))", "[a](javascript:alert(1))"),
      ("[a](//example.org)", "[a](//example.org)"),
    ])
  func line(text: String, expected: String) { #expect(PlainText.line(text) == expected) }

  @Test(
    "its time grows with the length, whatever the text",
    arguments: ["[", "[a](", "![", "](", "[[]("])
  func linear(part: String) {
    func steps(_ count: Int) -> Duration {
      let text = String(repeating: part, count: count)
      let clock = ContinuousClock()
      return (0..<3).map { _ in clock.measure { _ = PlainText.line(text) } }.min() ?? .zero
    }
    // Quadratic time would be four hundred times as long.
    #expect(steps(40_000) < steps(2_000) * 120 + .milliseconds(20))
  }
}
