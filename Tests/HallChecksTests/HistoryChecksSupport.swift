import HallChecks
import HallModel
import HallSyntax

/// The output of all checks for one finding, as `history/M-2025-001.md:3:1 error chain …`, and the
/// hint: exactly one check reports it.
func said(
  _ verdict: HistoryFinding.Verdict, revision: Int = 2, path: String = "history/M-2025-001.md",
  text: String = "# M-2025-001\n\n## 1\n", line: Range<Int> = 14..<18
) throws -> [String] {
  let charter = Document(path: "hall.md", kind: .hall, bytes: Array(Sample.emptyHall.utf8))
  let file = Document(path: path, kind: .other, bytes: Array(text.utf8))
  let finding = HistoryFinding(
    verdict, of: "M-2025-001", revision: revision, in: file, at: line)
  let problems = Checker.problems(
    in: Hall(charter: Charter(document: charter), documents: []),
    today: try Day(reading: Slice("2025-12-01")), histories: [finding])
  return problems.flatMap { problem in
    let place = file.position(of: problem.range.lowerBound)
    return [
      "\(problem.path):\(place.line):\(place.column) \(problem.severity.rawValue) \(problem.id)",
      problem.message.zh, problem.hint?.zh ?? "",
    ]
  }
}

/// The output of all checks for signatures, in the same form.
func said(_ signatures: [SignatureFinding]) throws -> [String] {
  let charter = Document(path: "hall.md", kind: .hall, bytes: Array(Sample.emptyHall.utf8))
  let problems = Checker.problems(
    in: Hall(charter: Charter(document: charter), documents: []),
    today: try Day(reading: Slice("2025-12-01")), signatures: signatures)
  return problems.flatMap { problem in
    [
      "\(problem.path) \(problem.severity.rawValue) \(problem.id)", problem.message.zh,
      problem.hint?.zh ?? "",
    ]
  }
}
