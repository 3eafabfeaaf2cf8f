import Testing

struct SealedTextTests {
  @Test func aChangeOfApprovedTextNeedsAReason() throws {
    #expect(
      try said(.sealed, revision: 4, path: meetingPath) == [
        "agendas/M-2025-001.md:3:1 error sealed", "已确认的内容与历史第 4 版不同，改动没有记下",
        "写明理由记下：hall 记下 M-2025-001 -m 理由",
      ])
  }
}
