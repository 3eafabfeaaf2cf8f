import Testing

struct UnrecordedEditTests {
  @Test func anEditIsAWarning() throws {
    #expect(
      try said(.unrecorded, path: meetingPath) == [
        "agendas/M-2025-001.md:3:1 warning unrecorded", "与历史第 2 版不同，改动还没有记下",
        "用「hall 记下 M-2025-001」记下",
      ])
  }

  @Test func aHallWithoutHistoriesHasNoFindings() {
    #expect(found("unrecorded", item: "张三说灯坏了。", status: "已确认") == [])
  }
}
