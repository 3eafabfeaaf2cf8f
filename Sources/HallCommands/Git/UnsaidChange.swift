import HallHistory
import HallModel
import HallStore
import HallSyntax

/// A change of approved text that no revision tells of: somebody made it on a git host's page, say.
/// It is in no force until whoever approved the text says so.
struct UnsaidChange {
  let name: String
  let commit: CommitFacts
  /// Who approved the text; nil where its history does not tell.
  let approver: String?

  /// Those in a hall as its last commit has it.
  ///
  /// - Parameter author: whoever asks: what somebody has committed by hand, that person answers for.
  static func all(
    in hall: Hall, of folder: HallFolder, _ repository: Repository, but author: String
  ) -> [UnsaidChange] {
    guard let head = repository.commit("HEAD") else { return [] }
    return folder.unrecordedDocuments(of: hall).compactMap { document in
      guard document.kind == .meeting, let place = HistoryPlace(of: document),
        let ledger = try? folder.ledger(of: place),
        let last = try? ledger.text(after: ledger.revisions.count),
        Seal.kind(of: .meeting, path: document.path, from: last, to: document.bytes) == .amendment,
        repository.content(of: document.path, in: head) == document.bytes,
        let commit = repository.unsaidCommit(of: document.path, place, in: head),
        commit.by != author
      else { return nil }
      return UnsaidChange(name: place.name, commit: commit, approver: ledger.approval?.by)
    }
  }
}

/// Who made a commit, and when.
struct CommitFacts: Equatable {
  let by: String
  /// RFC 3339, with the offset of whoever made it.
  let at: String
  /// The same moment in seconds since 1970-01-01 00:00 in Greenwich.
  private let time: Int
  let subject: String

  /// The day by a clock so many seconds east of Greenwich: beside other days of a hall, the hall's.
  func day(offset: Int) -> Substring { Timestamp.text(time, offset: offset).prefix(10) }

  /// - Parameter line: `%an%x00%aI%x00%at%x00%s`
  fileprivate init?(_ line: some StringProtocol) {
    let facts = line.split(separator: "\0", omittingEmptySubsequences: false)
    guard facts.count == 4, let time = Int(facts[2]), abs(time) < 1 << 40 else { return nil }
    (by, at, subject) = (String(facts[0]), String(facts[1]), String(facts[3]))
    self.time = time
  }
}

extension Repository {
  private static let facts = "%an%x00%aI%x00%at%x00%s"

  /// The last commit that touched a path of the hall.
  ///
  /// - Parameter range: a commit, or `A..B`.
  func lastCommit(of path: String, in range: String) -> CommitFacts? {
    let said = git([
      "log", "-1", "--format=" + Repository.facts, "--end-of-options", range, "--", prefix + path,
    ])
    return said.text.split(separator: "\n").first.flatMap { CommitFacts($0) }
  }

  /// The last commit that changed a document and not its history; else, where commits were made one,
  /// the last that left it other than its history tells.
  func unsaidCommit(of path: String, _ place: HistoryPlace, in commit: String) -> CommitFacts? {
    let said = git([
      "log", "--no-merges", "--max-count=100", "--no-renames", "--name-only",
      "--format=%x01" + Repository.facts + "%n%H", "--end-of-options", commit, "--", prefix + path,
      prefix + place.path,
    ])
    let entries = said.text.split(separator: "\u{1}").map { entry in
      entry.split(separator: "\n").map(String.init)
    }.filter { $0.dropFirst(2).contains(prefix + path) }
    if let entry = entries.first(where: { !$0.dropFirst(2).contains(prefix + place.path) }) {
      return CommitFacts(entry[0])
    }
    guard let entry = entries.first, let text = content(of: path, in: entry[1]),
      let history = content(of: place.path, in: entry[1])
    else { return nil }
    let ledger = Ledger(history, of: place.documentPath)
    guard let last = try? ledger.verify(), last != text else { return nil }
    return CommitFacts(entry[0])
  }
}
