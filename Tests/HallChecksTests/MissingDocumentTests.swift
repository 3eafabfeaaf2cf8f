import Testing

struct MissingDocumentTests {
  @Test func theHistoryRebuildsItsDocument() throws {
    #expect(
      try said(.missing, line: 0..<12) == [
        "history/M-2025-001.md:1:1 error missing", "有 M-2025-001 的历史，文件却不见了",
        "用「hall 恢复 M-2025-001」找回来",
      ])
  }
}
