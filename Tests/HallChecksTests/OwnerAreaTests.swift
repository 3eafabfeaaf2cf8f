import HallChecks
import HallModel
import HallSyntax
import Testing

@Suite("Owners without an area are reported")
struct OwnerAreaTests {
  private func problems(_ rows: String, head: String = "| 姓名 | 方 | 户 | 面积 | 业主 |") -> [Problem] {
    let text =
      "---\n议事厅: 厅\n语言: zh\n---\n\n# 厅\n\n## 名册\n\n\(head)\n| --- | --- | --- | --- | --- |\n\(rows)\n"
    let document = Document(path: "hall.md", kind: .hall, bytes: Array(text.utf8))
    let hall = Hall(charter: Charter(document: document), documents: [])
    return Checker.problems(in: hall, today: Day(number: 20_000)).filter { $0.id == "owner-area" }
  }

  @Test("a unit or an owner without an area, if others have one")
  func missing() {
    let found = problems(
      "| 张三 | 居民 | 1-1 | 80 | 张三 |\n| 李四 | 居民 | 1-2 |  | 李四 |\n| 王五 | 居民 |  |  | 王五 |")
    #expect(found.map(\.message.zh) == ["「1-2 李四」没有面积，按业主表决时不算在内", "「王五」没有面积，按业主表决时不算在内"])
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test("nobody who is not an owner, has an area in another row, or whose party does not vote")
  func complete() {
    let found = problems(
      "| 张三 | 居民 | 1-1 | 80 | 张三 |\n| 张小明 | 居民 | 1-1 |  |  |\n| 赵六 | 物业 |  |  |  |\n"
        + "| 李四 | 社区 | 9-1 |  |  |\n| 王五 | 居民 |  |  | 张三 |")
    #expect(found.isEmpty)
  }

  @Test("many are one warning; without votes by area, a roster without areas is not reported")
  func many() {
    let rows = (2...40).map { "| 人\($0) | 居民 | 1-\($0) |  |  |" }.joined(separator: "\n")
    let found = problems("| 张三 | 居民 | 1-1 | 80 | 张三 |\n" + rows)
    #expect(found.count == 1)
    #expect(found.first?.message.zh.hasPrefix("名册里有 39 户没有面积") == true)
    #expect(problems(rows).isEmpty)
  }
}
