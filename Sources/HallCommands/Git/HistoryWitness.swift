import HallHistory
import HallStore

/// What git remembers of the histories: they only grow, so that whatever a commit of the branch had
/// must still be there, in its place or made again by a join.
struct HistoryWitness {
  /// A revision that a commit has, and the hall has no more.
  struct Lost {
    let place: HistoryPlace
    let revision: Revision
    /// The commit, as its digits.
    let commit: String
  }

  let repository: Repository
  let folder: HallFolder

  /// The revisions that are gone, each once, in the order of their documents.
  func lost() -> [Lost] {
    var lost: [Lost] = []
    let versions = shortened()
    guard !versions.isEmpty else { return [] }
    let present = Present(in: folder)
    for (version, bytes) in zip(versions, repository.contents(of: versions.map(\.object))) {
      guard let bytes else { continue }
      let ledger = Ledger(bytes, of: version.place.documentPath)
      // What is damaged there is no witness beyond its damage.
      for revision in ledger.revisions where !present.holds(revision, of: ledger) {
        guard !lost.contains(where: { $0.revision.chain == revision.chain }) else { continue }
        lost.append(Lost(place: version.place, revision: revision, commit: version.commit))
      }
    }
    return lost.sorted { ($0.place.path, $0.revision.number) < ($1.place.path, $1.revision.number) }
  }

  /// What the hall's histories have now: a document may have another name since.
  private struct Present {
    private var chains: Set<String> = []
    private var revisions: [String: [(chain: String, lines: Set<[UInt8]>)]] = [:]

    init(in folder: HallFolder) {
      for place in (try? folder.historyPlaces()) ?? [] {
        guard let ledger = try? folder.ledger(of: place) else { continue }
        chains.formUnion(ledger.revisions.flatMap { [$0.chain] + $0.formerChains })
        revisions[ledger.path] = ledger.revisions.map { revision in
          (revision.chain, Present.lines(ledger.bytes[revision.diff]))
        }
      }
    }

    /// Whether a revision is there, made again under another number or named by one, or others have
    /// made just its change: what both sides of a join have said stands in it once.
    func holds(_ revision: Revision, of ledger: Ledger) -> Bool {
      if chains.contains(revision.chain) { return true }
      let lines = Present.lines(ledger.bytes[revision.diff])
      let own = Set(ledger.revisions.map(\.chain))
      let said = (revisions[ledger.path] ?? []).filter { !own.contains($0.chain) }
        .reduce(into: Set<[UInt8]>()) { $0.formUnion($1.lines) }
      return lines.isSubset(of: said)
    }

    /// The lines that a diff adds and takes away, with their signs.
    private static func lines(_ bytes: ArraySlice<UInt8>) -> Set<[UInt8]> {
      let signs = Array("+-".utf8)
      return Set(
        bytes.split(separator: UInt8(ascii: "\n")).filter { line in
          line.first.map(signs.contains) == true && !line.starts(with: "+++ ".utf8)
            && !line.starts(with: "--- ".utf8)
        }.map { Array($0) })
    }
  }

  private struct Version {
    let place: HistoryPlace
    let object: String
    let commit: String
  }

  /// The versions of histories from which something was taken away, by a commit or since the last.
  private func shortened() -> [Version] {
    let path = repository.prefix + "history"
    let log = repository.git([
      "log", "-m", "--no-renames", "--no-ext-diff", "--no-textconv", "--numstat", "-z",
      "--format=%x01%H", "HEAD", "--", path,
    ])
    var commits: [String] = []
    var commit = ""
    for field in log.output.split(separator: 0) {
      var text = String(decoding: field, as: UTF8.self)
      if let mark = text.firstIndex(of: "\u{1}") {
        commit = String(text[text.index(after: mark)...].prefix { $0.isHexDigit })
        text = String(text[text.index(after: mark)...].drop { $0.isHexDigit || $0 == "\n" })
      }
      let counts = text.drop { $0 == "\n" }.split(separator: "\t", maxSplits: 2)
      guard counts.count == 3, counts[1] != "0", commits.last != commit else { continue }
      commits.append(commit)
    }
    let before = commits.flatMap { commit in
      versions(
        repository.git(["diff-tree", "-m", "-r", "--no-renames", "--raw", "-z", commit, "--", path]
        ),
        commit)
    }
    let now = repository.git([
      "diff", "--no-renames", "--no-ext-diff", "--ignore-submodules=all", "--raw", "-z",
      "--no-abbrev", "HEAD", "--", path,
    ])
    return versions(now, repository.commit("HEAD") ?? "") + before
  }

  /// What stood there before each change of a raw diff.
  private func versions(_ diff: ProgramResult, _ commit: String) -> [Version] {
    var versions: [Version] = []
    var object: String?
    for field in diff.output.split(separator: 0) {
      let text = String(decoding: field, as: UTF8.self)
      if text.hasPrefix(":") {
        let facts = text.split(separator: " ")
        let old = facts.count > 2 ? String(facts[2]) : ""
        object = old.contains { $0 != "0" } ? old : nil
      } else if let known = object {
        object = nil
        guard text.hasPrefix(repository.prefix),
          let place = HistoryPlace(historyPath: String(text.dropFirst(repository.prefix.count)))
        else { continue }
        versions.append(Version(place: place, object: known, commit: commit))
      }
    }
    return versions
  }
}
