import Foundation
import HallCommands
import HallHistory
import HallModel
import HallStore
import HallSyntax
import TestSupport
import Testing

/// Two clones of a hall with minutes that were approved without their figures.
final class FiguresHall {
  static let path = "agendas/M-2025-008.md"

  static let charter = """
    ---
    议事厅: 试厅
    语言: zh
    ---

    # 试厅

    ## 名册

    | 姓名 | 方 | 户 | 面积 |
    | --- | --- | --- | --- |
    | 张三 | 居民 | 1-101 | 80 |
    | 李四 | 居民 | 1-102 | 80 |
    | 钱七 | 居民 | 1-103 | 80 |

    """

  private static let vote = """
    #### 表决: 修路

    - 规则: 简单多数
    - 同意: 张三、李四
    - 反对: 钱七

    #### 决议 D1: 修路

    - [ ] T1 找人修
      - 负责: 居民/张三
      - 期限: 2025-12-20
    """

  /// Computes 应到 from the roster of `hall.md`, and 结果 from the votes for and against.
  static let reckoning = FigureReckoning { minutes, charter, _ in
    minutes.nodes.indices.filter { minutes.nodes[$0].kind == .vote }
      .flatMap { vote -> [WrittenFigure] in
        func names(_ keyword: Keyword) -> Int {
          minutes.field(keyword, of: vote).map { NameList.split($0).count } ?? 0
        }
        let people = charter.roster.rows.count
        let result = names(.votesFor) > names(.against) ? "通过" : "未通过"
        let all: [(Keyword, String?)] = [
          (.entitled, people > 0 ? "\(people)户" : nil), (.voteResult, result),
        ]
        return all.compactMap { entry -> WrittenFigure? in
          guard let text = entry.1, minutes.fieldNode(entry.0, of: vote) == nil else { return nil }
          return WrittenFigure(vote: vote, keyword: entry.0, text: text)
        }
      }
  }

  let shared: SharedHall

  init(charter: String = FiguresHall.charter) throws {
    let text = meeting(item: Self.vote).replacing("已召开", with: "已确认")
    shared = try SharedHall([Self.path: text], charter: charter)
    shared.reckoning = Self.reckoning
    #expect(shared.share("乙").status == 0)
  }

  /// Adds 应到 and 结果 to somebody's minutes, as `hall tally --write` does.
  @discardableResult
  func addFigures(
    _ name: String, entitled: String? = "3户", result: String? = "通过", reason: String? = nil
  ) throws -> [HallWriter.Recorded] {
    let folder = try HallFolder(at: shared.hallPath(name))
    let hall = try folder.load().hall
    let old = shared.text(Self.path, of: name)
    var edit = HallWriter.Edit(
      path: Self.path, kind: .meeting, old: Array(old.utf8),
      new: Array(Self.withFigures(old, entitled: entitled, result: result).utf8), why: "补上票数")
    edit.figures = FigureJudge(hall, shared.reckoning)
    return try HallWriter(folder).write([edit], by: author(name), reason: reason)
  }

  /// Writes a revision that calls itself figures, as no command of the program would.
  func forge(_ name: String, _ old: String, _ new: String) throws {
    let text = shared.text(Self.path, of: name)
    #expect(text.contains(old))
    let path = "history/M-2025-008.md"
    let history = Array(shared.text(path, of: name).utf8)
    var end = try LedgerEnd(history, of: Self.path, expecting: Array(text.utf8))
    let forged = text.replacing(old, with: new)
    let added = end.add(
      Array(forged.utf8),
      note: LedgerWriter.Note(at: author(name).at, by: name, why: "补上票数", kind: .figures))
    try shared.write(String(decoding: history + added, as: UTF8.self), to: path, of: name)
    try shared.write(forged, to: Self.path, of: name)
  }

  private func author(_ name: String) -> HallWriter.Author {
    HallWriter.Author(name: name, at: "2025-12-01T12:00:00+08:00")
  }

  static func withFigures(_ text: String, entitled: String?, result: String?) -> String {
    text.replacing("- 同意", with: (entitled.map { "- 应到: \($0)\n" } ?? "") + "- 同意")
      .replacing("钱七\n\n", with: "钱七\n" + (result.map { "- 结果: \($0)\n" } ?? "") + "\n")
  }

  func ledger(of name: String) -> Ledger {
    Ledger(Array(shared.text("history/M-2025-008.md", of: name).utf8), of: Self.path)
  }

  /// The kinds of the revisions in somebody's history.
  func kinds(of name: String) -> [String] {
    ledger(of: name).revisions.map { $0.kind?.rawValue ?? "-" }
  }
}
