import HallModel
import HallSheets
import HallSyntax

/// Spreadsheets.
extension Reader {
  private static let meeting = Meeting(
    Document(
      path: "agendas/M-2025-001.md", kind: .meeting,
      bytes: Array(
        """
        ---
        会议: M-2025-001
        状态: 已召开
        时间: 2025-11-20 14:00
        ---

        # 会

        ## 参会人员

        - 居民: 张三、李四
        - 物业: 赵六

        ## 议程

        ### 1. 一件事

        #### 表决: 换管

        - 规则: 业主一般事项
        - 方式: 书面

        #### 表决: 选一位

        - 规则: 默认
        - 选项 甲: 1
        - 选项 乙: 1

        """.utf8)), charter: charter)

  private static let judges = meeting.votes.map { vote in
    BallotJudge(
      vote, in: meeting, rule: vote.ruleName.flatMap { charter.rules[$0] } ?? VotingRule.builtIn[0],
      .zh)
  }

  /// A sheet as UTF-8; nil if it is no text.
  private static func text(_ input: Input) -> [UInt8]? {
    try? SheetEncoding.text(of: input.bytes, converters: [.library]).bytes
  }

  static let sheets: [Reader] = [
    Reader("roster sheet", .part(.sheets), 6) { input in
      guard let text = text(input) else { return nil }
      let sheet = RosterSheet(text, path: "x.csv", parties: charter.parties)
      let plan = RosterPlan(sheet, of: charter)
      for language in [Language.zh, .en] {
        _ = sheet.summary(language)
        _ = plan.text(language, most: 5)
        _ = RosterPlan.privateRoster(sheet.entries, language)
      }
      for problem in sheet.problems where problem.range.upperBound > text.count {
        return "a problem beyond the end"
      }
      return nil
    },
    Reader("ballot sheet", .part(.sheets), 6) { input in
      guard let text = text(input) else { return nil }
      for judge in judges {
        let sheet = BallotSheet(text, path: "x.csv", judge: judge)
        _ = judge.counts(of: sheet.ballots)
        _ = judge.options(of: sheet.ballots)
        _ = sheet.summary
        _ = Ballot.text(sheet.ballots, title: "票", .zh)
      }
      return nil
    },
  ]
}
