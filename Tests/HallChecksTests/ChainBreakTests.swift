import HallModel
import Testing

struct ChainBreakTests {
  @Test(arguments: [
    (HistoryFinding.Break.unexpected, "有一处写法不是历史里该有的"), (.foreign, "的标题是另一份文件的"),
    (.number(expected: 2), "的版本号不接着，应是 2"), (.digest, "与前面各行的摘要对不上，历史被改动过"),
    (.diff, "的改动与上一版对不上"), (.path, "改的是另一份文件"),
  ])
  func aChangedHistoryIsBroughtBack(fault: HistoryFinding.Break, fact: String) throws {
    #expect(
      try said(.chain(fault)) == [
        "history/M-2025-001.md:3:1 error chain", "M-2025-001 的历史第 2 版" + fact,
        "历史不能改：用「hall 记下 --接好」从 git 接上，没有 git 就从备份找回「history/M-2025-001.md」",
      ])
  }

  @Test func anIncompleteRevisionIsRemoved() throws {
    #expect(
      try said(.chain(.torn)) == [
        "history/M-2025-001.md:3:1 error chain", "M-2025-001 的历史第 2 版没有写完",
        "从这一行起删到文件末尾，再「hall 记下」",
      ])
  }
}
