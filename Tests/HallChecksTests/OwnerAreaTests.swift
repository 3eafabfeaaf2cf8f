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

  @Test("shares in several units are added up, and those that cannot be added are named")
  func shares() {
    func shares(_ last: String) -> [String] {
      problems(
        "| 甲 | 居民 | 1-1 | 30% | 甲 |\n| 甲 | 居民 | 1-2 | 20% | 甲 |\n| 乙 | 居民 | 1-3 | 250‰ | |\n"
          + "| 丙 | 居民 | 1-4 | \(last) | |", head: "| 姓名 | 方 | 户 | 份额 | 业主 |"
      ).map(\.message.zh)
    }
    #expect(shares("25%") == [])
    #expect(shares("15%") == ["名册里的份额加起来是 900/1000，应该是 1000/1000"])
    #expect(shares("25") == ["份额写的是 25份，别的行写的是 30%，不能相加"])
  }

  @Test("who has a share and no area is named where a vote of the owners asks for area")
  func halves() {
    let head = "| 姓名 | 方 | 面积 | 份额 |\n| --- | --- | --- | --- |\n"
    let hall = "---\n议事厅: 厅\n---\n## 名册\n\(head)| 甲 | 居民 | 50 | 1 |\n| 乙 | 居民 |  | 1 |\n"
    let vote = { (rule: String) in Sample.meeting(item: Sample.vote(["规则: " + rule])) }
    let path = "agendas/M-2025-001.md"
    #expect(
      found("owner-area", hall: hall, files: [path: vote("业主一般事项")]) == ["hall.md:8:1 warning"])
    #expect(found("owner-area", hall: hall, files: [path: vote("委员会")]) == [])
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
