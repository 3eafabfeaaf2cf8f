import Testing

struct MissingTests {
  @Test func theHistoryRebuildsItsDocument() throws {
    #expect(
      try said(.missing, line: 0..<12) == [
        "history/M-2025-001.md:1:1 error missing", "有 M-2025-001 的历史，文件却不见了",
        "用历史还原：在议事厅文件夹里运行 patch -p1 < history/M-2025-001.md",
      ])
  }
}
