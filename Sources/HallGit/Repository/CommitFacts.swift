import HallWords

/// Who made a commit, and when.
package struct CommitFacts: Equatable {
  package let by: String
  /// RFC 3339, with the author's offset.
  package let at: String
  /// The same moment in seconds since 1970-01-01 00:00 UTC.
  private let time: Int
  package let subject: String

  /// The day in an offset of so many seconds east of Greenwich: beside other days of a hall, the
  /// hall's.
  package func day(offset: Int) -> Substring { Timestamp.text(time, offset: offset).prefix(10) }

  /// The format argument for `git log`.
  package static let format = "%an%x00%aI%x00%at%x00%s"

  /// - Parameter line: a line in that format.
  init?(_ line: some StringProtocol) {
    let facts = line.split(separator: "\0", omittingEmptySubsequences: false)
    guard facts.count == 4, let time = Int(facts[2]), abs(time) < 1 << 40 else { return nil }
    (by, at, subject) = (String(facts[0]), String(facts[1]), String(facts[3]))
    self.time = time
  }
}

extension Repository {
  /// The last commit that touched a path of the hall.
  ///
  /// - Parameter range: a commit, or `A..B`.
  package func lastCommit(of path: String, in range: String) -> CommitFacts? {
    let said = git([
      "log", "-1", "--format=" + CommitFacts.format, "--end-of-options", range, "--", prefix + path,
    ])
    return said.text.split(separator: "\n").first.flatMap { CommitFacts($0) }
  }

  /// Who made a commit; nil if there is no such commit.
  package func facts(of commit: String) -> CommitFacts? {
    let said = git(["log", "-1", "--format=" + CommitFacts.format, "--end-of-options", commit])
    return said.text.split(separator: "\n").first.flatMap { CommitFacts($0) }
  }
}
