import Testing

struct MatterLogTests {
  @Test(arguments: [
    ("- 2025-03-02 收集\n- 2025-03-10 吹哨: 市政\n- 2025-03-05 方案: 两案", ["10:3 warning"]),
    ("- 2025年3月10日 收集\n- 2024/3/11 吹哨\n- 2025-03-12 会商", ["9:3 warning"]),
    ("- 2025-03-10 收集\n- 2025-03-09 电话\n- 2025-03-08 电话", ["9:3 warning", "10:3 warning"]),
    ("- 2025-03-02 收集\n- 2025-03-02 受理\n- 2025-03-05 方案", []),
    ("- 2025-03-02 收集\n- 2025-02-30 受理\n- 2025-03-05 方案", []),
  ])
  func theLogIsInTheOrderOfItsDays(log: String, expected: [String]) {
    #expect(found("matter-log", log: log) == expected)
  }
}
