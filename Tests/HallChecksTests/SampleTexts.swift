import HallChecks
import HallModel
import HallSyntax

/// The texts that tests insert their few lines into, so that line numbers are known.
enum Sample {
  /// Twelve people of five parties; two of them are called 王芳, two live in 2-2-102.
  static let hall = """
    ---
    议事厅: 兴连心议事厅
    通知期: 3天
    回访期: 15天
    ---
    # 兴连心议事厅
    ## 名册
    | 姓名 | 方 | 户 | 面积 | 业主 |
    | --- | --- | --- | --- | --- |
    | 张三 | 居民 | 2-1-301 | 86.40 | 张三 |
    | 钱七 | 居民 | 2-1-302 | 92.10 | 钱七 |
    | 周九 | 居民 | 2-2-101 | 78.55 | 周九 |
    | 吴桂兰 | 居民 | 2-2-102 | 88.00 | 吴桂兰 |
    | 郑国强 | 居民 | 2-2-102 | 88.00 | 吴桂兰 |
    | 王芳 | 居民 | 3-1-101 | 80.00 |  |
    | 王芳 | 居民 | 3-2-501 | 95.20 |  |
    | 赵六 | 物业 |  |  |  |
    | 何十 | 驻区单位 |  |  |  |
    | 市政排水 | 职能部门 |  |  |  |
    | 李四 | 社区 |  |  |  |
    | 王五 | 社区 |  |  |  |
    """

  /// The hall without anybody in it.
  static let emptyHall = "---\n议事厅: 空厅\n---\n"

  /// A meeting on 2025-09-25 with one item, whose text begins on line 13.
  static func meeting(
    item: String, status: String = "已召开", attendance: String = "- 居民: 张三、钱七\n- 物业: 赵六"
  ) -> String {
    """
    ---
    会议: M-2025-001
    状态: \(status)
    时间: 2025-09-25 14:30-16:00
    主持: 社区/李四
    ---
    # 协商会
    ## 参会人员
    \(attendance)
    ## 议程
    ### 1. 楼道灯
    \(item)
    """
  }

  /// A vote in an item: its heading on line 13, its fields from line 14.
  static func vote(_ fields: [String]) -> String {
    (["#### 表决: 换灯"] + fields.map { "- \($0)" }).joined(separator: "\n")
  }

  /// A task in an item: its box on line 13, its fields from line 14.
  static func task(_ fields: [String], box: String = " ") -> String {
    (["- [\(box)] T1 换灯"] + fields.map { "  - \($0)" }).joined(separator: "\n")
  }

  /// A matter of 2025-03-02, whose log begins on line 8.
  static func matter(log: String) -> String {
    """
    ---
    问题: Q-2025-001
    提出: 居民/张三
    日期: 2025-03-02
    ---
    # 一楼反水
    ## 进展
    \(log)
    """
  }
}

/// The findings of one check in a hall, as `agendas/M-2025-001.md:12:3 error`.
///
/// - Parameters:
///   - files: texts by path; the folder determines the kind of a file, and one outside matters/ and
///     agendas/ is a ballot file.
///   - digests: the digests of the ballot files; all zeros if none is given.
func found(
  _ id: String, hall: String = Sample.hall, files: [String: String], today: String = "2025-12-01",
  digests: [String: String] = [:]
) -> [String] {
  expectCheck(id)
  let charter = Document(path: "hall.md", kind: .hall, bytes: Array(hall.utf8))
  var documents: [Document] = []
  var ballotBooks: [String: BallotBook] = [:]
  for (path, text) in files.sorted(by: { $0.key < $1.key }) {
    func document(_ kind: Document.Kind) -> Document {
      Document(path: path, kind: kind, bytes: Array(text.utf8))
    }
    if path.hasPrefix("matters/") {
      documents.append(document(.matter))
    } else if path.hasPrefix("agendas/") {
      documents.append(document(.meeting))
    } else {
      let digest = digests[path] ?? String(repeating: "0", count: 64)
      ballotBooks[path] = BallotBook(document: document(.ballots), digest: digest)
    }
  }
  guard let day = try? Day(reading: Slice(today)) else { return ["no day: \(today)"] }
  let hall = Hall(
    charter: Charter(document: charter), documents: documents, ballotBooks: ballotBooks)
  let all = hall.documents + ballotBooks.values.map(\.document)
  return Checker.problems(in: hall, today: day).filter { $0.id == id }.map { problem in
    guard let document = all.first(where: { $0.path == problem.path }) else { return problem.path }
    let place = document.position(of: problem.range.lowerBound)
    return "\(problem.path):\(place.line):\(place.column) \(problem.severity.rawValue)"
  }
}

/// The same in a meeting with one item, as `13:3 error`.
func found(
  _ id: String, item: String, status: String = "已召开",
  attendance: String = "- 居民: 张三、钱七\n- 物业: 赵六", hall: String = Sample.hall
) -> [String] {
  let path = "agendas/M-2025-001.md"
  let text = Sample.meeting(item: item, status: status, attendance: attendance)
  return found(id, hall: hall, files: [path: text]).map { line in
    line.hasPrefix(path + ":") ? String(line.dropFirst(path.count + 1)) : line
  }
}

/// The same in a matter with a log, as `8:3 warning`.
func found(
  _ id: String, log: String, hall: String = Sample.hall, today: String = "2025-12-01"
) -> [String] {
  let path = "matters/Q-2025-001.md"
  return found(id, hall: hall, files: [path: Sample.matter(log: log)], today: today).map { line in
    line.hasPrefix(path + ":") ? String(line.dropFirst(path.count + 1)) : line
  }
}

/// The findings of one check in hall.md alone.
func found(_ id: String, hall: String) -> [String] { found(id, hall: hall, files: [:]) }
