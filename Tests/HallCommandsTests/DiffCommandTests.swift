import Foundation
import HallCommands
import TestSupport
import Testing

/// `hall diff` shows facts.
@Suite struct DiffCommandTests {
  private let path = ReadingTests.path

  @Test(
    "each change is one line, with before and after",
    arguments: [
      ("同意: 5", "同意: 1", "~ 议题1 表决「换泵」 同意：5 → 1\n"),
      ("同意: 5", "同意: 1", "= 表决「换泵」算出的结果：通过 → 未通过"),
      ("- 反对: 2\n", "- 反对: 2\n- 弃权: 1\n", "+ 议题1 表决「换泵」 弃权：加上 1\n"),
      ("  - 期限: 2025-10-15", "  - 期限: 2025-10-16", "期限：2025-10-15 → 2025-10-16\n"),
      ("物业/赵六", "物业/钱七", "负责：物业/赵六 → 物业/钱七\n"), ("- [ ] T1", "- [x] T1", "状态：未完成 → 完成\n"),
      ("- [ ] T1", "#### 决议 D2: 再议\n\n- [ ] T1", "+ 新增 议题1 决议 D2「再议」\n"),
      ("状态: 已召开", "状态: 已确认", "~ 状态：已召开 → 已确认\n"), ("# 协商会", "# 商量会", "~ 标题：协商会 → 商量会\n"),
      ("## 议程", "## 参会人员\n\n- 居民: 张三、李四\n\n## 议程", "参会人员"),
    ])
  func facts(old: String, new: String, expected: String) throws {
    let hall = try TestHall([path: meeting(item: ReadingTests.item)])
    _ = hall.write("record")
    try hall.edit(path, old, new)
    let output = hall.run("diff", "8").output
    #expect(output.contains(expected), "\(output)")
  }

  @Test(
    "changes in a matter and in hall.md are shown as facts, too",
    arguments: [
      ("Q-2025-001", "三家\n", "三家\n- 2025-03-12 会商: 先疏通\n", "+ 进展：加上 2025-03-12 会商: 先疏通\n"),
      ("Q-2025-001", "\n## 进展\n\n- 2025-03-10 收集: 三家\n", "", "- 删去 进展\n"),
      ("hall", "> 1/2", "> 2/3", "~ 规则「老规则」 通过：人数 > 1/2 → 人数 > 2/3\n"),
      ("hall", "### 老规则", "### 新规则\n\n- 表决人: 成员\n\n### 老规则", "+ 新增 规则「新规则」\n"),
      ("hall", "| 张三 | 居民 |", "| 张三 | 物业 |", "名册 张三：去掉 居民\n"),
    ])
  func otherDocuments(name: String, old: String, new: String, expected: String) throws {
    let charter =
      TestHall.charter + """
        ## 名册

        | 姓名 | 方 |
        | --- | --- |
        | 张三 | 居民 |

        ## 表决规则

        ### 老规则

        - 表决人: 成员
        - 通过: 人数 > 1/2

        """
    let matter = "---\n问题: Q-2025-001\n---\n\n# 反水\n\n## 进展\n\n- 2025-03-10 收集: 三家\n"
    let hall = try TestHall(["matters/Q-2025-001.md": matter], charter: charter)
    _ = hall.write("record")
    try hall.edit(name == "hall" ? "hall.md" : "matters/Q-2025-001.md", old, new)
    let output = hall.run("diff", name).output
    #expect(output.contains(expected), "\(output)")
  }

  @Test func `prose is compared character by character`() throws {
    let hall = try TestHall([path: meeting(item: "物业说下个月修好，大家都同意。")])
    _ = hall.write("record")
    try hall.edit(path, "下个月", "这个月")
    let output = hall.run("diff", "8").output
    #expect(output.contains("[-下-]{+这+}个月"), "\(output)")
    #expect(!output.contains("-物业说"))
  }

  @Test func `diff can show a unified diff and set the exit code`() throws {
    let hall = try ReadingTests.hall()
    #expect(hall.run("diff", "8", "--exit-code").status == 0)
    #expect(hall.run("diff", "8").output == "M-2025-008 没有不同\n")
    try hall.edit(path, "\n## 议程", "\n\n## 议程")
    #expect(hall.run("diff", "8").output.contains("只有空行、写法或注释不同"))
    try hall.edit(path, "\n\n\n## 议程", "\n\n## 议程")
    #expect(hall.run("diff", "8", "1", "2", "--exit-code").status == 1)
    let bytes = try #require(hall.run("diff", "8", "1", "--text").bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("--- a/agendas/M-2025-008.md\n+++ b/agendas/M-2025-008.md\n@@ "))
    #expect(text.contains("\n-- 同意: 5\n+- 同意: 6\n"))
    #expect(hall.run("diff", "8", "1", "2", "--json").output.contains("\"before\" : \"5\""))
    #expect(hall.run("diff", "8", "7").status == 2)
    #expect(hall.run("diff", "8", "-1").status == 2)
  }

  @Test func `compared with revision 0, everything in a document is new`() throws {
    let hall = try ReadingTests.hall()
    let output = hall.run("diff", "8", "0", "1").output
    #expect(output.contains("+ "))
    #expect(!output.contains("\n- "))
  }
}
