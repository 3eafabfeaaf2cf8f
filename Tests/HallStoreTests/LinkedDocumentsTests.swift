import HallModel
import HallStore
import HallSyntax
import Testing

@Suite("Only the documents that are linked with a thing")
struct LinkedDocumentsTests {
  /// A hall where 1 and 3 are about one matter, 4 goes on with 3, and 2 and 5 stand alone.
  private func hall() throws -> TemporaryHall {
    let temporary = try TemporaryHall()
    func meeting(_ number: Int, _ more: String) throws {
      try temporary.write(
        "agendas/M-2025-00\(number).md", "---\n会议: M-2025-00\(number)\n\(more)---\n\n# 会\n")
    }
    try meeting(1, "状态: 草稿\n")
    try meeting(2, "")
    try meeting(3, "")
    try meeting(4, "续会: M-2025-003\n")
    try meeting(5, "")
    for number in [1, 3] {
      let path = "agendas/M-2025-00\(number).md"
      let text = String(decoding: try #require(temporary.bytes(path)), as: UTF8.self)
      try temporary.write(path, text + "\n## 议程\n\n### 1. 甲\n\n- 问题: Q-2025-007\n")
    }
    try temporary.write("matters/Q-2025-007.md", "---\n问题: Q-2025-007\n---\n\n# 问\n")
    try temporary.write("matters/Q-2025-008.md", "---\n问题: Q-2025-008\n---\n\n# 问\n")
    return temporary
  }

  private func linked(_ temporary: TemporaryHall, _ text: String) throws -> [String] {
    let query = try #require(IdentifierQuery(text))
    let (hall, failures) = try temporary.hall.load(linkedWith: query)
    #expect(failures.isEmpty)
    return hall.documents.dropFirst().map { String($0.path.suffix(8).dropLast(3).suffix(5)) }
  }

  @Test("links are followed in both directions, as far as they go")
  func component() throws {
    let temporary = try hall()
    let all = ["5-007", "5-001", "5-003", "5-004"]
    #expect(try linked(temporary, "M-2025-004") == all)
    #expect(try linked(temporary, "M-2025-001") == all)
    #expect(try linked(temporary, "Q7") == all)
    #expect(try linked(temporary, "M-2025-002") == ["5-002"])
    #expect(try linked(temporary, "Q-2025-008") == ["5-008"])
    #expect(try linked(temporary, "M-2025-099").isEmpty)
  }

  @Test("a number without its letter is that of every document with it")
  func bareNumber() throws {
    let temporary = try hall()
    try temporary.write("agendas/M-2025-008.md", "---\n会议: M-2025-008\n---\n\n# 会\n")
    #expect(try linked(temporary, "8") == ["5-008", "5-008"])
  }

  @Test("a file whose name and front matter differ is linked by both")
  func misnamed() throws {
    let temporary = try hall()
    try temporary.write("agendas/M-2025-006.md", "---\n会议: M-2025-002\n---\n\n# 会\n")
    #expect(try linked(temporary, "M-2025-006") == ["5-002", "5-006"])
  }

  @Test("what cannot be read is reported, linked or not")
  func unreadable() throws {
    let temporary = try hall()
    try temporary.folder("agendas/M-2025-009.md")
    try temporary.write("agendas/M-2025-010.md", bytes: [0x23, 0xFF])
    let query = try #require(IdentifierQuery("M-2025-002"))
    let (part, failures) = try temporary.hall.load(linkedWith: query)
    #expect(failures == [StoreFailure(path: "agendas/M-2025-009.md", reason: .isFolder)])
    #expect(part.documents.contains { $0.fault != nil })
  }
}
