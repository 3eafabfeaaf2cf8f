import HallHistory
import HallModel
import HallStore
import HallSyntax
import Testing

/// Revisions that add figures to approved minutes, and those that only claim to.
@Suite("Revisions of figures")
struct FigureRevisionsTests {
  static let path = "agendas/M-2025-008.md"

  static let vote = """
    #### 表决: 修路

    - 规则: 简单多数
    - 同意: 人0、人1
    - 反对: 人2
    """

  static func minutes(_ vote: String = Self.vote, status: String = "已确认") -> String {
    "---\n会议: M-2025-008\n状态: \(status)\n---\n\n# 会\n\n## 议程\n\n### 1. 路\n\n\(vote)\n\n说明。\n"
  }

  static let right = minutes()
    .replacing("- 同意", with: "- 应到: 3人\n- 同意")
    .replacing("人1\n", with: "人1、共 2人\n")
    .replacing("人2\n", with: "人2、共 1人\n- 结果: 通过\n")

  /// The verdict on a revision that turns one text into another.
  private func verdict(
    _ new: String, from old: String = Self.minutes(), people: Int = 3, why: String = "补",
    reckoning: FigureReckoning? = plainReckoning
  ) throws -> FigureVerdict {
    let temporary = try TemporaryHall()
    var charter = WrittenHistory("hall.md")
    charter.add(charterText(people), at: "01-01")
    // Changes after the approval have no effect.
    charter.add(charterText(people + 5), at: "09-01")
    try temporary.write(charter)
    var history = WrittenHistory(Self.path)
    history.add(old, at: "02-01")
    history.add(new, at: "10-01", why: why, kind: .figures)
    try temporary.write(history)
    let hall = try temporary.hall.load().hall
    let place = try #require(HistoryPlace(historyPath: "history/M-2025-008.md"))
    let figures = FigureRevisions(history.ledger, at: place, in: hall, reckoning)
    let found = try #require(figures.findings.first)
    #expect(found.revision == 2)
    // Every reader gets the same result.
    let isWrong = found.verdict.fault != nil
    let state = try #require(
      try temporary.hall.historyStates(of: hall, reckoning: reckoning).states.first)
    #expect(state.isBroken == isWrong)
    let findings = try temporary.hall.historyFindings(of: hall, unread: [], reckoning: reckoning)
    #expect(findings.findings.contains(where: \.isOfFigures) == isWrong)
    #expect(findings.findings.count == (isWrong ? 1 : 0))
    if let finding = findings.findings.first {
      #expect(Array(finding.file.bytes[finding.range]) == Array("* kind: figures".utf8))
    }
    return found.verdict
  }

  @Test("figures that everybody computes are right, all or some, whatever the roster is now")
  func isRight() throws {
    #expect(try verdict(Self.right) == .right)
    let some = Self.minutes().replacing("人2\n", with: "人2\n- 结果: 通过\n")
    #expect(try verdict(some) == .right)
    #expect(try verdict(Self.minutes().replacing("人1\n", with: "人1、共 2人\n")) == .right)
    // A list of lines gets its sum as one more line.
    let lines = Self.minutes().replacing("- 同意: 人0、人1", with: "- 同意:\n  - 人0\n  - 人1")
    #expect(try verdict(lines.replacing("- 人1\n", with: "- 人1\n  - 共 2人\n"), from: lines) == .right)
    // The file gained its last newline, and a blank line.
    let bare = String(Self.minutes().dropLast(6))
    #expect(bare.hasSuffix("人2"))
    #expect(try verdict(bare + "\n- 结果: 通过\n", from: bare) == .right)
    let crlf = Self.minutes().replacing("\n", with: "\r\n")
    #expect(try verdict(crlf.replacing("人2\r\n", with: "人2\r\n- 结果: 通过\r\n"), from: crlf) == .right)
  }

  /// Changes that somebody makes to approved minutes and calls figures.
  static let forgeries: [(name: String, old: String, new: String)] = [
    ("another field", "人2\n", "人2\n- 弃权: 0人\n"),
    ("another field of the item", "### 1. 路\n", "### 1. 路\n\n- 结论: 达成一致\n"),
    ("a name in a list", "人1\n", "人1、人5\n"),
    ("a name in a list and its sum", "人1\n", "人1、人5、共 3人\n"),
    ("another name", "人0", "人7"),
    ("a name less", "人0、", ""),
    ("another vote", "\n说明", "\n#### 表决: 再修\n\n- 结果: 通过\n\n说明"),
    ("a line less", "- 规则: 简单多数\n", ""),
    ("another rule", "简单多数", "全体过半数"),
    ("a sentence", "说明。", "说明。就这样。"),
    ("another title", "修路", "拆路"),
    ("a decision", "\n说明", "\n#### 决议 D1: 拆\n\n说明"),
    ("a sum with another word after it", "人1\n", "人1、共 2人（含委托）\n"),
    ("a sum of another list", "规则: 简单多数\n", "规则: 简单多数、共 2人\n"),
    ("no approval any more", "已确认", "已召开"),
    ("a table", "\n说明", "\n| 户 | 意见 |\n| --- | --- |\n| 1 | 同意 |\n\n说明"),
    ("a comment", "人2\n", "人2\n<!-- 结果: 通过 -->\n"),
    ("a signature", "说明。", "说明。\n\n## 各方签字\n\n- 居民: 张三 2025-10-01\n"),
  ]

  @Test("anything else it adds, changes or removes is a fault", arguments: forgeries)
  func forged(_ forgery: (name: String, old: String, new: String)) throws {
    #expect(Self.minutes().contains(forgery.old))
    // Together with a correct figure, and alone.
    for text in [Self.minutes(), Self.minutes().replacing("人2\n", with: "人2\n- 结果: 通过\n")] {
      let found = try verdict(text.replacing(forgery.old, with: forgery.new))
      switch found {
      case .wrong(.otherChange), .wrong(.draft): break
      case .wrong(.twice) where forgery.new.contains("结果"): break
      default: Issue.record("\(forgery.name): \(found)")
      }
    }
  }

  @Test("a value that differs from the one everybody computes")
  func otherValue() throws {
    func fault(_ old: String, _ new: String, people: Int = 3) throws -> [String] {
      let found = try verdict(Self.minutes().replacing(old, with: new), people: people)
      guard case .wrong(.otherValue(let keyword, let written, let reckoned)) = found else {
        return ["\(found)"]
      }
      return [keyword.word(.zh), written, reckoned ?? "-"]
    }
    #expect(try fault("人2\n", "人2\n- 结果: 未通过\n") == ["结果", "未通过", "通过"])
    #expect(try fault("- 同意", "- 应到: 8人\n- 同意") == ["应到", "8人", "3人"])
    #expect(try fault("- 同意", "- 应到: 3户\n- 同意") == ["应到", "3户", "3人"])
    #expect(try fault("人1\n", "人1、共 3人\n") == ["同意", "人0、人1、共 3人", "人0、人1、共 2人"])
    // 实到 is not among the figures computed here: with a roster in hall.md nobody can compute it.
    #expect(try fault("- 同意", "- 实到: 3人\n- 同意") == ["实到", "3人", "-"])
    // A private roster does not excuse what everybody can compute.
    #expect(try fault("人2\n", "人2\n- 结果: 未通过\n", people: 0) == ["结果", "未通过", "通过"])
  }

  @Test("in a draft, a second time, nothing, or without anything to compute from")
  func otherFaults() throws {
    func word(_ verdict: FigureVerdict) -> String {
      switch verdict {
      case .wrong(.twice): "twice"
      case .wrong(.otherChange): "other change"
      case .wrong(.otherValue(.voteResult, _, nil)): "no value"
      default: "\(verdict)"
      }
    }
    func carried(_ text: String) -> String { text.replacing("人2\n", with: "人2\n- 结果: 通过\n") }
    let draft = Self.minutes(status: "已召开")
    #expect(try verdict(carried(draft), from: draft) == .wrong(.draft))
    #expect(try verdict(Self.right, from: draft) == .wrong(.draft))
    let result = Self.right.replacing("通过\n", with: "通过\n- 结果: 通过\n")
    #expect(word(try verdict(result, from: Self.right)) == "twice")
    let summed = Self.minutes().replacing("人1\n", with: "人1、共 2人\n")
    let twice = summed.replacing("共 2人\n", with: "共 2人、共 2人\n")
    #expect(word(try verdict(twice, from: summed)) == "other change")
    #expect(try verdict(Self.minutes().replacing("\n说明", with: "\n\n说明")) == .wrong(.nothing))
    #expect(word(try verdict(carried(Self.minutes()), reckoning: nil)) == "no value")
  }

  @Test("figures from a private roster rely on the stated reason")
  func privateRoster() throws {
    let entitled = Self.minutes().replacing("- 同意", with: "- 应到: 66户\n- 同意")
    #expect(try verdict(entitled, people: 0) == .onItsWord)
    #expect(try verdict(entitled, people: 0, why: "") == .wrong(.unreasoned))
    let sum = Self.minutes().replacing("人1\n", with: "人1、共 2户 166.80㎡\n")
    #expect(try verdict(sum, people: 0) == .onItsWord)
    // A figure that needs no roster is still checked.
    #expect(
      try verdict(Self.minutes().replacing("人2\n", with: "人2\n- 结果: 通过\n"), people: 0) == .right)
  }

  @Test("without an approval, or a history of hall.md before it, it is unknown")
  func unknownCharter() throws {
    let temporary = try TemporaryHall()
    var history = WrittenHistory(Self.path)
    history.add(Self.minutes(), at: "02-01")
    history.add(Self.right, at: "10-01", kind: .figures)
    try temporary.write(history)
    let place = try #require(HistoryPlace(historyPath: "history/M-2025-008.md"))
    func found() throws -> FigureVerdict? {
      let hall = try temporary.hall.load().hall
      return FigureRevisions(history.ledger, at: place, in: hall, plainReckoning).findings.first?
        .verdict
    }
    #expect(try found() == .wrong(.unknownCharter(.noHistory)))
    var charter = WrittenHistory("hall.md")
    charter.add(charterText(3), at: "03-01")
    try temporary.write(charter)
    #expect(try found() == .wrong(.unknownCharter(.beginsLater)))
  }

  @Test("the approval in force then counts, not a later one")
  func approvedAgain() throws {
    let temporary = try TemporaryHall()
    var charter = WrittenHistory("hall.md")
    charter.add(charterText(3), at: "01-01")
    charter.add(charterText(9), at: "11-01")
    try temporary.write(charter)
    var history = WrittenHistory(Self.path)
    history.add(Self.minutes(), at: "02-01")
    history.add(Self.right, at: "10-01", kind: .figures)
    history.add(Self.right.replacing("已确认", with: "已召开"), at: "11-02", kind: .amendment)
    history.add(Self.right, at: "11-03")
    try temporary.write(history)
    let hall = try temporary.hall.load().hall
    let states = try temporary.hall.historyStates(of: hall, reckoning: plainReckoning).states
    #expect(states.map(\.verdict) == [.whole, .whole])
  }

  @Test("an edited file is found in addition to a wrong revision")
  func unrecorded() throws {
    let temporary = try TemporaryHall()
    var charter = WrittenHistory("hall.md")
    charter.add(charterText(3), at: "01-01")
    try temporary.write(charter)
    var history = WrittenHistory(Self.path)
    history.add(Self.minutes(), at: "02-01")
    history.add(Self.right.replacing("3人", with: "4人"), at: "10-01", kind: .figures)
    try temporary.write(history, document: Self.minutes())
    let hall = try temporary.hall.load().hall
    let findings = try temporary.hall.historyFindings(
      of: hall, unread: [], reckoning: plainReckoning
    ).findings
    #expect(findings.count == 2)
    #expect(findings.first?.verdict == .sealed)
    #expect(findings.last?.isOfFigures == true)
  }
}
