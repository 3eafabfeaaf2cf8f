import HallHistory
import HallStore
import HallWords

/// The versions of histories that commits have replaced or removed. That includes a merge that kept
/// one side's version and dropped the other's.
package struct TakenAway {
  /// A history as it was before a commit.
  package struct Version {
    package let place: HistoryPlace
    /// The object name in git.
    package let object: String
    /// The commit that replaced it; nil if that is not committed.
    package let taker: String?

    package init(place: HistoryPlace, object: String, taker: String?) {
      (self.place, self.object, self.taker) = (place, object, taker)
    }
  }

  /// Latest first.
  package private(set) var versions: [Version] = []
  /// Whether git could report all of it.
  package let isComplete: Bool
  private let repository: Repository

  /// - Parameters:
  ///   - known: commits whose own past is excluded.
  ///   - commit: the commit whose past is searched.
  package init(_ repository: Repository, since known: [String], in commit: String) {
    self.repository = repository
    // `--full-history`: git otherwise omits a side of which a merge has kept nothing.
    let log = repository.git(
      [
        "log", "-m", "--full-history", "--no-renames", "--no-ext-diff", "--no-textconv",
        "--numstat", "-z", "--format=%x01%H %P%x02", commit,
      ] + known.map { "^" + $0 } + ["--", repository.historyPath])
    isComplete = log.isDone
    var takers: [String] = []
    var (taker, isMerge) = ("", false)
    for field in log.output.split(separator: 0) {
      var text = String(decoding: field, as: UTF8.self)
      if let mark = text.firstIndex(of: "\u{1}"), let end = text.firstIndex(of: "\u{2}") {
        let digits = text[text.index(after: mark)..<end].split(separator: " ")
        (taker, isMerge) = (digits.first.map(String.init) ?? "", digits.count > 2)
        text = String(text[text.index(after: end)...])
      }
      // A merge may keep every line of two sides, but the history of neither.
      let counts = text.drop { $0 == "\n" }.split(separator: "\t", maxSplits: 2)
      guard counts.count == 3, isMerge || counts[1] != "0", takers.last != taker else { continue }
      takers.append(taker)
    }
    for taker in takers {
      versions += repository.historyVersions(["diff-tree", "-m", "-r"], [taker], taker: taker)
    }
  }

  /// The versions of one history, parsed.
  package func ledgers(at place: HistoryPlace) -> [Ledger] {
    let objects = versions.filter { $0.place == place }.map(\.object)
    return repository.contents(of: objects).compactMap { bytes in
      bytes.map { Ledger($0, of: place.documentPath) }
    }
  }
}

extension Repository {
  /// The folder of the histories, from the top of the repository.
  var historyPath: String { prefix + "history" }

  /// The earlier version of each history in a raw diff.
  ///
  /// - Parameters:
  ///   - command: the git command that compares.
  ///   - commits: the commits it compares.
  ///   - taker: the commit that made the changes.
  func historyVersions(
    _ command: [String], _ commits: [String], taker: String? = nil
  ) -> [TakenAway.Version] {
    let diff = git(
      command + ["--no-renames", "--no-ext-diff", "--no-textconv", "--raw", "-z", "--no-abbrev"]
        + commits + ["--", historyPath])
    var versions: [TakenAway.Version] = []
    var object: String?
    for field in diff.output.split(separator: 0) {
      let text = String(decoding: field, as: UTF8.self)
      if text.hasPrefix(":") {
        let facts = text.split(separator: " ")
        let old = facts.count > 2 ? String(facts[2]) : ""
        object = old.contains { $0 != "0" } ? old : nil
      } else if let known = object {
        object = nil
        guard text.hasPrefix(prefix),
          let place = HistoryPlace(historyPath: String(text.dropFirst(prefix.count)))
        else { continue }
        versions.append(TakenAway.Version(place: place, object: known, taker: taker))
      }
    }
    return versions
  }
}
