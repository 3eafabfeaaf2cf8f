import Testing

@testable import HallPages

@Suite("Markdown as HTML")
struct MarkdownTests {
  private func html(_ text: String) -> String {
    var page = Markup()
    MarkdownPage(text.utf8).write(to: &page)
    return String(decoding: page.bytes, as: UTF8.self)
  }

  @Test(
    "blocks",
    arguments: [
      ("甲\n乙\n\n丙", "<p>甲乙</p>\n<p>丙</p>\n"),
      ("# 题 #\n## 二", "<h1>题</h1>\n<h2>二</h2>\n"), ("题\n===\n二\n---", "<h1>题</h1>\n<h2>二</h2>\n"),
      ("#题", "<p>#题</p>\n"), ("* * *\n---\n___", "<hr>\n<hr>\n<hr>\n"),
      ("> 甲\n> 乙\n丙\n\n丁", "<blockquote>\n<p>甲乙丙</p>\n</blockquote>\n<p>丁</p>\n"),
      ("> - a\nb", "<blockquote>\n<ul>\n<li>a\nb</li>\n</ul>\n</blockquote>\n"),
      ("- 甲\n- 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n"),
      ("- 甲\n\n- 乙", "<ul>\n<li>\n<p>甲</p>\n</li>\n<li>\n<p>乙</p>\n</li>\n</ul>\n"),
      ("- 甲\n  - 乙", "<ul>\n<li>甲\n<ul>\n<li>乙</li>\n</ul>\n</li>\n</ul>\n"),
      ("3. 甲\n4. 乙", "<ol start=\"3\">\n<li>甲</li>\n<li>乙</li>\n</ol>\n"),
      ("- 甲\n* 乙", "<ul>\n<li>甲</li>\n</ul>\n<ul>\n<li>乙</li>\n</ul>\n"),
      (
        "- [ ] 甲\n- [x] 乙",
        "<ul>\n<li><input type=\"checkbox\" disabled> 甲</li>\n"
          + "<li><input type=\"checkbox\" checked disabled> 乙</li>\n</ul>\n"
      ),
      (
        "```diff\n- 甲 <b>\n```\n乙",
        "<pre><code class=\"language-diff\">- 甲 &lt;b&gt;\n</code></pre>\n<p>乙</p>\n"
      ),
      ("    码\n      深\n\n乙", "<pre><code>码\n  深\n</code></pre>\n<p>乙</p>\n"),
      ("~~~\n甲\n\n乙", "<pre><code>甲\n\n乙\n</code></pre>\n"),
      ("甲\n    乙", "<p>甲乙</p>\n"), ("甲\nb", "<p>甲\nb</p>\n"),
      ("1. 甲\n\n   乙", "<ol>\n<li>\n<p>甲</p>\n<p>乙</p>\n</li>\n</ol>\n"),
      ("甲\n2. 乙", "<p>甲\n2. 乙</p>\n"), ("\t码", "<pre><code>码\n</code></pre>\n"),
      (
        "| 项 | 数 |\n| --- | ---: |\n| a\\|b | 1 |\n\n甲",
        "<table>\n<thead>\n<tr>\n<th>项</th>\n<th class=\"right\">数</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
          + "<td>a|b</td>\n<td class=\"right\">1</td>\n</tr>\n</tbody>\n</table>\n<p>甲</p>\n"
      ),
      ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"), ("", ""),
    ])
  func blocks(text: String, expected: String) { #expect(html(text) == expected) }

  @Test(
    "within a line",
    arguments: [
      ("*甲* **乙** ***丙***", "<em>甲</em> <strong>乙</strong> <em><strong>丙</strong></em>"),
      ("**注意：**请按时到会", "<strong>注意：</strong>请按时到会"),
      ("请看**“通知”**后签字", "请看<strong>“通知”</strong>后签字"),
      ("snake_case_name", "snake_case_name"), ("**没有关上", "**没有关上"),
      ("*a **b* c**", "<em>a <em><em>b</em> c</em></em>"), ("~~划去~~", "<del>划去</del>"),
      ("~一~", "~一~"),
      ("`码 <b>` ``a`b``", "<code>码 &lt;b&gt;</code> <code>a`b</code>"), ("`没关", "`没关"),
      (
        "[网页](https://example.org/a?b=1&c \"题\")",
        "<a href=\"https://example.org/a?b=1&amp;c\" rel=\"noopener noreferrer\">网页</a>"
      ),
      // An address that leads nowhere stays to be read.
      ("[坏](javascript:alert(1))", "[坏](javascript:alert(1))"),
      ("[坏](data:text/html,x)", "[坏](data:text/html,x)"), ("[近](../a.md)", "[近](../a.md)"),
      ("2*3*4", "2*3*4"),
      ("![图](https://example.org/a.png)", "图"), ("[没有](", "[没有]("), ("[甲][乙]", "[甲][乙]"),
      (
        "<https://example.org>",
        "<a href=\"https://example.org\" rel=\"noopener noreferrer\">https://example.org</a>"
      ),
      ("<b>", "&lt;b&gt;"), ("\\*不斜\\*", "*不斜*"), ("甲  \n乙\\\n丙", "甲<br>\n乙<br>\n丙"),
      ("[*甲](https://a.b)*", "<a href=\"https://a.b\" rel=\"noopener noreferrer\">*甲</a>*"),
      ("\u{202E}反\u{0007}", "反\u{FFFD}"),
    ])
  func lines(text: String, expected: String) {
    #expect(html(text) == "<p>" + expected + "</p>\n")
  }

  /// Doubling a text costs at most what two of them cost, and some more.
  @Test(
    "takes time in proportion to the text",
    arguments: [
      "> ", "- ", "*a **b ", "[", "](", "![", "`", "``a`", "[a](<b", "<a", "_a_*", "| a ", "1. ",
      "\\", "~~a",
      "[a](b(", "甲：**",
    ])
  func linear(piece: String) {
    let text = String(repeating: piece, count: 20_000)
    #expect(!html(text).isEmpty || piece == "> " || piece == "- " || piece == "1. ")
    let lines = String(repeating: piece + "\n", count: 20_000)
    #expect(!html(lines).isEmpty)
  }
}
