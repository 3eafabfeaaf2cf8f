import Testing

struct ContentDigestTests {
  @Test func aTextWithAnotherDigestNamesItsRevision() throws {
    #expect(
      try said(.content, revision: 1) == [
        "history/M-2025-001.md:3:1 error content", "M-2025-001 第 1 版还原出来的正文，与它记下的摘要不符",
        "历史不能改：用「hall 记下 --接好」从 git 接上，没有 git 就从备份找回「history/M-2025-001.md」",
      ])
  }
}
