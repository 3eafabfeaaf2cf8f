import HallGit
import HallHistory
import HallStore
import HallWords

/// A signature that others have changed or deleted, though the signed revision exists. A signature
/// must never be overwritten or removed.
struct LostSignature {
  let path: String
  let bytes: [UInt8]
  let statement: SignatureStatement
  let isGone: Bool
  /// Who committed it; nil if no commit says.
  let commit: CommitFacts?

  /// - Parameters:
  ///   - now: the objects of their commit, by their paths.
  ///   - commits: the commits that had it, the later one first.
  ///   - broken: the histories that have lost something themselves, and are put back.
  static func all(
    _ repository: Repository, in theirs: String, _ now: [String: String], since commits: [String],
    broken: Set<String>
  ) -> [LostSignature] {
    var lost: [String: LostSignature] = [:]
    for commit in commits {
      let then = repository.files(in: commit, below: ["signatures"])
      let paths = then.keys.filter { now[$0] != then[$0] && lost[$0] == nil }.sorted()
      for (path, bytes) in zip(paths, repository.contents(of: paths.map { then[$0] ?? "" })) {
        // A file whose name does not fit its signature was never a signature. A renumbered document
        // has left its signatures behind.
        guard let bytes, let file = try? SignatureFile(bytes), file.path == path,
          broken.contains(file.statement.document) || isOfHistory(file.statement, now, repository)
        else { continue }
        lost[path] = LostSignature(
          path: path, bytes: bytes, statement: file.statement, isGone: now[path] == nil,
          commit: repository.lastCommit(of: path, in: "\(commit)..\(theirs)"))
      }
    }
    return lost.values.sorted { $0.path < $1.path }
  }

  private static func isOfHistory(
    _ statement: SignatureStatement, _ now: [String: String], _ repository: Repository
  ) -> Bool {
    guard let place = HistoryPlace(named: statement.document), let object = now[place.path],
      let bytes = repository.contents(of: [object])[0]
    else { return false }
    return Ledger(bytes, of: place.documentPath).revisions.contains {
      $0.chain == statement.chain || $0.formerChains.contains(statement.chain)
    }
  }
}

extension Sharing {
  /// Restores the bytes of signatures, during a merge.
  func putBack(_ signatures: [LostSignature], _ lock: HallLock) throws(Refusal) {
    guard !signatures.isEmpty else { return }
    try rewrite(signatures.map { ($0.path, $0.bytes) }, holding: lock)
    _ = stage(signatures.map(\.path))
  }
}
