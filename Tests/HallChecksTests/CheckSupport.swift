import HallChecks
import HallModel
import HallSyntax
import Testing

/// A hall with five parties, five people and a calendar.
let defaultHallText = """
  ---
  议事厅: 兴连心议事厅
  语言: zh
  ---

  # 兴连心议事厅

  ## 各方

  - 居民: 表决
  - 物业: 表决
  - 社区: 召集

  ## 名册

  | 姓名 | 方 | 户 | 面积 |
  | --- | --- | --- | --- |
  | 张三 | 居民 | 2-1-301 | 86.40 |
  | 钱七 | 居民 | 2-1-302 | 92.10 |
  | 赵六 | 物业 |  |  |
  | 王五 | 社区 |  |  |

  ## 日历

  - 休: 2025-10-01 至 2025-10-08

  """

/// The findings of one check in a hall, as `agendas/M-2025-001.md:12:3 error` and the Chinese
/// message.
///
/// - Parameter files: texts by path; the folder determines the kind of a file, and one outside
///   matters/ and agendas/ is the private roster or a ballot file.
func problems(
  _ id: String, hall: String = defaultHallText, files: [String: String],
  today: String = "2025-12-01"
) -> [String] {
  problems(id, hall: hall, bytes: files.mapValues { Array($0.utf8) }, today: today)
}

/// The same, for files that are not text.
func problems(
  _ id: String, hall: String = defaultHallText, bytes: [String: [UInt8]],
  today: String = "2025-12-01"
) -> [String] {
  found(id, hall: hall, bytes: bytes, today: today).map(\.text)
}

/// Expects that there is such a check: one that is misspelt finds nothing, and what is fine would
/// seem to be.
func expectCheck(_ id: String) {
  #expect(Checker.checks.contains { $0.id == id }, "there is no check \(id)")
}

/// The findings of a check, with the Chinese hint.
private func found(
  _ id: String, hall: String = defaultHallText, bytes: [String: [UInt8]],
  today: String = "2025-12-01"
) -> [(text: String, hint: String)] {
  expectCheck(id)
  let charter = Document(path: "hall.md", kind: .hall, bytes: Array(hall.utf8))
  var privateRoster: Document?
  var documents: [Document] = []
  var ballotBooks: [String: BallotBook] = [:]
  for (path, content) in bytes.sorted(by: { $0.key < $1.key }) {
    func document(_ kind: Document.Kind) -> Document {
      Document(path: path, kind: kind, bytes: content)
    }
    if path.hasPrefix("matters/") {
      documents.append(document(.matter))
    } else if path.hasPrefix("agendas/") {
      documents.append(document(.meeting))
    } else if path == "private/roster.md" {
      privateRoster = document(.roster)
    } else {
      ballotBooks[path] = BallotBook(document: document(.ballots), digest: "")
    }
  }
  let hall = Hall(
    charter: Charter(document: charter, privateRoster: privateRoster), documents: documents,
    ballotBooks: ballotBooks)
  guard let day = try? Day(reading: Slice(today)) else {
    return [("today is no day: \(today)", "")]
  }
  let all =
    [charter] + documents + (privateRoster.map { [$0] } ?? [])
    + ballotBooks.values.map(\.document)
  return Checker.problems(in: hall, today: day).filter { $0.id == id }.map { problem in
    let place = all.first { $0.path == problem.path }?.position(of: problem.range.lowerBound)
    let (line, column) = (place?.line ?? 0, place?.column ?? 0)
    return (
      "\(problem.path):\(line):\(column) \(problem.severity.rawValue) \(problem.message.zh)",
      problem.hint?.zh ?? ""
    )
  }
}

/// A meeting's path, for tests of one file.
let meetingPath = "agendas/M-2025-001.md"
let matterPath = "matters/Q-2025-001.md"

/// The findings of a check in one meeting with a front matter followed by this text, from line 6
/// on.
func problems(_ id: String, inMeeting text: String) -> [String] {
  let front = "---\n会议: M-2025-001\n状态: 已召开\n---\n\n"
  return problems(id, files: [meetingPath: front + text + "\n"]).map(withoutPath)
}

/// The findings of a check in one matter with a front matter followed by this text, from line 5 on.
func problems(_ id: String, inMatter text: String) -> [String] {
  let front = "---\n问题: Q-2025-001\n---\n\n"
  return problems(id, files: [matterPath: front + text + "\n"]).map(withoutPath)
}

/// The findings of a check in one item of a meeting; the text begins on line 10.
func problems(_ id: String, inItem text: String) -> [String] {
  problems(id, inMeeting: "## 议程\n\n### 1. 议题\n\n" + text)
}

/// The hints of a check for one item of a meeting.
func hints(_ id: String, inItem text: String) -> [String] {
  let front = "---\n会议: M-2025-001\n---\n## 议程\n### 1. 议题\n"
  return found(id, bytes: [meetingPath: Array((front + text).utf8)]).map(\.hint)
}

/// The findings of a check, with the Chinese message, in a held meeting with one item whose text begins
/// on line 13.
func messages(_ id: String, item: String) -> [String] {
  problems(id, hall: Sample.hall, files: [meetingPath: Sample.meeting(item: item)]).map(withoutPath)
}

/// The hints of a check for the item of such a meeting.
func hints(_ id: String, item: String) -> [String] {
  found(id, hall: Sample.hall, bytes: [meetingPath: Array(Sample.meeting(item: item).utf8)])
    .map(\.hint)
}

/// Removes the path if only one file can be meant.
private func withoutPath(_ problem: String) -> String {
  problem.firstIndex(of: ":").map { String(problem[problem.index(after: $0)...]) } ?? problem
}
