import HallCommands
import Testing

/// Every command that writes changes only its own lines, however the file is formatted.
///
/// A new command adds its rows in a file of its own, `OwnLinesTests+Group.swift`, and names them in
/// `rows`.
@Suite("A command changes only its own lines")
struct OwnLinesTests {
  /// One call, and the lines that it removes from one file and adds to it.
  struct Row: Sendable, CustomTestStringConvertible {
    let words: [String]
    let path: String
    let out: [String]
    let into: [String]

    init(_ words: [String], _ path: String = held, out: [String] = [], in into: [String]) {
      self.words = words
      self.path = path
      self.out = out
      self.into = into
    }

    var testDescription: String { words.joined(separator: " ") }
  }

  static let held = "agendas/M-2025-008.md"
  static let notified = "agendas/M-2025-009.md"
  static let matter = "matters/Q-2025-014.md"

  static let rows = attendRows + voteRows + closingRows

  static let charter = """
    ---
    议事厅: 试厅
    语言: zh
    ---

    # 试厅

    ## 名册

    | 姓名 | 方 | 户 | 面积 |
    | --- | --- | --- | --- |
    | 张三 | 居民 | 2-1-301 | 86.40 |
    | 钱七 | 居民 | 2-1-502 | 92.15 |
    | 周九 | 居民 | 2-2-101 | 86.40 |
    | 王芳 | 居民 | 3-1-101 | 70 |
    | 王芳 | 居民 | 3-1-102 | 70 |
    | 赵六 | 物业 |  |  |
    | 李四 | 社区 |  |  |

    """

  /// The files of the hall, in their tidy form.
  static let files = [
    held: """
    ---
    会议: M-2025-008
    状态: 已召开
    时间: 2025-09-25 14:30-16:00
    ---

    # 协商会

    ## 参会人员

    - 居民: 张三、钱七（代理）
    - 物业: 赵六
    - 请假: 周九

    ## 议程

    ### 1. 更换主管

    - 问题: Q-2025-014

    张三说了三次反水。

    - 同意：这是散文。

    #### 表决: 更换主管

    - 规则: 业主一般事项
    - 方式: 书面
    - 应到: 120户 9860.50㎡
    - 收回: 92户 7402.80㎡
    - 同意: 70户 5610.30㎡
    - 反对: 12户 960.20㎡
    - 弃权: 10户 832.30㎡
    - 结果: 通过

    #### 决议 D1: 更换主管

    - 性质: 业主共同决定

    由物业牵头。

    - [ ] T1 取得报价
      - 负责: 物业/赵六
      - 期限: 2025-10-15

    ### 2. 车棚

    选址还没有想好。

    """,
    notified: """
    ---
    会议: M-2025-009
    状态: 已通知
    时间: 2025-11-20 14:30
    ---

    # 专题会

    ## 议程

    ### 1. 屋面

    先议局部修补。

    """,
    matter: """
    ---
    问题: Q-2025-014
    日期: 2025-03-02
    ---

    # 反水

    ## 进展

    - 2025-03-02 收集: 一楼

    """,
  ]

  @Test("a command changes its own lines and nothing else", arguments: rows, MessyFile.allCases)
  func ownLines(_ row: Row, _ file: MessyFile) throws {
    let hall = try TestHall(
      OwnLinesTests.files.mapValues(file.text), charter: OwnLinesTests.charter)
    let before = OwnLinesTests.files.keys.map { ($0, hall.text($0)) }
    let context = hall.context(
      environment: ["HALL_AUTHOR": "王五"], console: ScriptedConsole([], isInteractive: false))
    let answer = CommandTable.answer(row.words, in: context)
    #expect(answer.status == 0, "\(answer.errors)")
    for (path, old) in before where path != row.path { #expect(hall.text(path) == old) }
    let old = before.first { $0.0 == row.path }?.1 ?? ""
    let new = hall.text(row.path)
    let change = LineChange(from: old, to: new)
    #expect(LineChange.bare(change.removed) == row.out)
    #expect(LineChange.bare(change.inserted) == row.into)
    let bytes = new.utf8
    #expect(bytes.count { $0 == 13 } == (file.isCRLF ? bytes.count { $0 == 10 } : 0))
  }

  @Test("a dry run writes nothing", arguments: rows)
  func dryRun(_ row: Row) throws {
    let hall = try TestHall(OwnLinesTests.files, charter: OwnLinesTests.charter)
    let before = try hall.everything()
    let context = hall.context(environment: ["HALL_AUTHOR": "王五"])
    let answer = CommandTable.answer(row.words + ["--dry-run"], in: context)
    #expect(answer.status == 0, "\(answer.errors)")
    for line in row.into { #expect(answer.output.contains(line)) }
    #expect(try hall.everything() == before)
  }
}
