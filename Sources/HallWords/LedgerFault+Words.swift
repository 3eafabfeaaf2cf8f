import HallHistory
import HallModel

extension Ledger.Fault {
  /// Whether a program has converted the line ends.
  package var isOfLineEnds: Bool {
    if case .lineEnds = reason { return true }
    return false
  }
}

extension Ledger.Fault.Reason {
  /// What is wrong; it follows the number of the revision.
  package var phrase: Phrase {
    switch self {
    case .unexpected(let offset):
      Phrase(
        zh: "有一处写法不是历史里该有的（从第 \(offset + 1) 个字节起）",
        en: "has text at byte \(offset + 1) that no history has")
    case .lineEnds:
      Phrase(zh: "的换行不是 LF，多半被改成了 CRLF", en: "its lines end with CRLF, it seems, and not with LF")
    case .pointer:
      Phrase(
        zh: "没有取下来，只有 Git LFS 的指针", en: "was not fetched: only a pointer of Git LFS is there")
    case .foreign: Phrase(zh: "是另一份文件的历史", en: "is the history of another document")
    case .number(let expected):
      Phrase(zh: "的版本号不接着，应是 \(expected)", en: "its number does not follow; expected \(expected)")
    case .torn: Phrase(zh: "没有写完", en: "its writing was cut off")
    case .chain: Phrase(zh: "与前面的摘要对不上", en: "the chain's digest differs")
    case .diff: Phrase(zh: "的改动与上一版对不上", en: "its diff does not fit the revision before")
    case .path: Phrase(zh: "改的是另一份文件", en: "its diff is of another file")
    case .content: Phrase(zh: "的内容与摘要对不上", en: "its content has a different digest")
    }
  }
}
