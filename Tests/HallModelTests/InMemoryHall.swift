import HallModel
import HallSyntax
import Testing

/// A hall from texts, by path.
func makeHall(_ files: [String: String], ballots: [String: String] = [:]) -> Hall {
  func document(_ path: String, _ kind: Document.Kind, _ text: String) -> Document {
    Document(path: path, kind: kind, bytes: Array(text.utf8))
  }
  let roster = files["private/roster.md"].map { document("private/roster.md", .roster, $0) }
  let charter = Charter(
    document: document("hall.md", .hall, files["hall.md"] ?? ""), privateRoster: roster)
  let documents = files.keys.sorted().compactMap { path -> Document? in
    guard let text = files[path] else { return nil }
    if path.hasPrefix("agendas/") { return document(path, .meeting, text) }
    return path.hasPrefix("matters/") ? document(path, .matter, text) : nil
  }
  var files: [String: BallotBook] = [:]
  for (path, text) in ballots {
    files[path] = BallotBook(document: document(path, .ballots, text), digest: "")
  }
  return Hall(charter: charter, documents: documents, ballotBooks: files)
}

/// A held meeting around one vote.
func minutes(_ vote: String, attendance: String = "", status: String = "已召开") -> String {
  """
  ---
  会议: M-2025-001
  状态: \(status)
  时间: 2025-09-25 14:30
  ---
  \(attendance.isEmpty ? "" : "## 参会人员\n\n\(attendance)\n")
  ## 议程

  ### 1. 甲

  #### 表决: 乙

  \(vote)
  """
}

/// The tally of the only vote of a meeting.
func tally(
  _ vote: String, hall: String = "", roster: String = "", attendance: String = "",
  ballots: [String: String] = [:], sourceLocation: SourceLocation = #_sourceLocation
) throws -> Tally {
  let files = [
    "hall.md": hall, "private/roster.md": roster,
    "agendas/M-2025-001.md": minutes(vote, attendance: attendance),
  ]
  let made = makeHall(files, ballots: ballots)
  let meeting = try #require(made.meetings.first, sourceLocation: sourceLocation)
  let found = try #require(meeting.votes.first, sourceLocation: sourceLocation)
  return made.tally(found, in: meeting)
}

/// The outcome of a vote in a word: its result, or why there is none.
func outcome(
  _ vote: String, hall: String = "", roster: String = "", attendance: String = "",
  ballots: [String: String] = [:], sourceLocation: SourceLocation = #_sourceLocation
) throws -> String {
  let outcome = try tally(
    vote, hall: hall, roster: roster, attendance: attendance, ballots: ballots,
    sourceLocation: sourceLocation
  ).outcome
  let word = outcome.result?.machineName ?? outcome.reason?.rawValue ?? "?"
  return outcome.elected.map { word + " " + $0.joined(separator: ",") } ?? word
}

/// A matter with a log and front matter.
func matter(_ log: String, front: String = "", body: String = "") -> String {
  "---\n问题: Q-2025-001\n\(front)\n---\n\n# 反水\n\n\(body)\n\n## 进展\n\n\(log)\n"
}
