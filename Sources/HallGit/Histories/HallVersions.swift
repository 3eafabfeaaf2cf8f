import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax
import HallWords

/// The hall in three commits: the merge base, ours and theirs; only the files that are not the same
/// in all of them.
package struct HallVersions {
  /// A document or a history that has changed, in each of the three commits.
  package struct File {
    package var base: Version?
    package var ours: Version?
    package var theirs: Version?

    package init(base: Version? = nil, ours: Version? = nil, theirs: Version? = nil) {
      (self.base, self.ours, self.theirs) = (base, ours, theirs)
    }
    /// The first as committed, whatever the histories say.
    package fileprivate(set) var committed: Version?

    /// Whether both sides have changed it, and differently.
    package var isChangedTwice: Bool {
      ours?.bytes != base?.bytes && theirs?.bytes != base?.bytes && ours?.bytes != theirs?.bytes
    }
  }

  package struct Version {
    /// Its path within the hall.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      (self.path, self.bytes) = (path, bytes)
    }
  }

  /// The merge base of both sides.
  package let base: String?
  /// The documents by their identifiers, `hall` for `hall.md`, whatever the files are called.
  package private(set) var documents: [String: File] = [:]
  /// The histories by their documents.
  package private(set) var histories: [String: File] = [:]
  /// The documents whose version here differs from the one in their commit: the history was made whole,
  /// or given the revisions that it lacked.
  package private(set) var mended: Set<String> = []
  /// The documents that both sides have without a common version in git, but whose histories begin
  /// with the same revisions.
  package private(set) var begunAlike: Set<String> = []
  /// Approved texts that others have changed without the program. They are merged, and wait for the
  /// person who approved them.
  package var waiting: [UnsaidChange] = []
  /// The same for changes that are already in this clone.
  package var waitingHere: Set<String> = []

  /// Whether a change of a document waits for the person who approved it.
  package func isWaiting(_ name: String) -> Bool {
    waitingHere.contains(name) || waiting.contains { $0.name == name }
  }

  package init(_ repository: Repository, base: String?, ours: String, theirs: String) {
    self.base = base
    let sides: [WritableKeyPath<File, Version?>] = [\.base, \.ours, \.theirs]
    let listed = [base, ours, theirs].map { commit in
      commit.map { repository.files(in: $0) } ?? [:]
    }
    let paths = Set(listed.flatMap(\.keys)).filter { path in
      Set(listed.map { $0[path] }).count > 1 && HallVersions.isOfHall(path)
    }.sorted()
    for (side, files) in zip(sides, listed) {
      let here = paths.filter { files[$0] != nil }
      let contents = repository.contents(of: here.compactMap { files[$0] })
      for (path, bytes) in zip(here, contents) {
        guard let bytes else { continue }
        add(Version(path: path, bytes: bytes), to: side)
      }
    }
    for (name, file) in documents { documents[name]?.committed = file.base }
    for (name, file) in histories { histories[name]?.committed = file.base }
    findBeginnings()
  }

  /// The common version of a document according to both histories: a commit that one side has
  /// cherry-picked from the other is in both, but git does not see it as common.
  private mutating func findBeginnings() {
    for (name, file) in documents {
      guard let ours = file.ours, let theirs = file.theirs, ours.bytes != theirs.bytes,
        let place = HistoryPlace(named: name), let history = histories[name],
        let own = history.ours, let other = history.theirs
      else { continue }
      let (one, two) = (
        Ledger(own.bytes, of: place.documentPath), Ledger(other.bytes, of: place.documentPath)
      )
      let common = LedgerJoin.common(one, two)
      guard file.base == nil || common < min(one.revisions.count, two.revisions.count) else {
        continue
      }
      let shared = (one.beginning(in: two, of: place.kind), two.beginning(in: one, of: place.kind))
      let count = max(shared.0, shared.1)
      let before =
        history.base.map { Ledger($0.bytes, of: place.documentPath).revisions.count } ?? 0
      guard count > (file.base == nil ? 0 : before),
        let text = try? (shared.0 > shared.1 ? one : two).text(after: count)
      else { continue }
      documents[name]?.base = Version(path: ours.path, bytes: text)
      guard file.base == nil else { continue }
      begunAlike.insert(name)
      guard common > 0 else { continue }
      let end = one.revisions[common - 1].range.upperBound
      histories[name]?.base = Version(path: own.path, bytes: Array(own.bytes[..<end]))
    }
  }

  private mutating func add(_ version: Version, to side: WritableKeyPath<File, Version?>) {
    if let place = HistoryPlace(historyPath: version.path) {
      histories[place.name, default: File()][keyPath: side] = version
      return
    }
    let document = Document(
      path: version.path, kind: HallVersions.kind(of: version.path), bytes: version.bytes)
    guard let name = HistoryPlace(of: document)?.name else { return }
    documents[name, default: File()][keyPath: side] = version
  }

  /// Replaces their history, and their text if one is given.
  ///
  /// - Parameter held: the content at a path in their commit; for a file that is the same on all
  ///   sides, the common content.
  package mutating func mend(
    _ name: String, history: Version, document: Version? = nil, held: (String) -> [UInt8]?
  ) {
    func replaced(_ file: File?, by theirs: Version) -> File {
      var replaced = file ?? File()
      if file == nil, let same = held(theirs.path) {
        let version = Version(path: theirs.path, bytes: same)
        (replaced.base, replaced.ours, replaced.committed) = (version, version, version)
      }
      replaced.theirs = theirs
      return replaced
    }
    histories[name] = replaced(histories[name], by: history)
    if let document { documents[name] = replaced(documents[name], by: document) }
    mended.insert(name)
  }

  /// Uses a history that ours continues as the base: revisions missing from theirs then count as
  /// removed there, not as added here.
  package mutating func begin(_ name: String, at ledger: Ledger) {
    guard let own = histories[name]?.ours, let ours = documents[name]?.ours,
      LedgerJoin.common(Ledger(own.bytes, of: ledger.path), ledger) == ledger.revisions.count,
      let text = try? ledger.text(after: ledger.revisions.count)
    else { return }
    let path = documents[name]?.base?.path ?? ours.path
    documents[name]?.base = Version(path: path, bytes: text)
    histories[name]?.base = Version(path: own.path, bytes: ledger.bytes)
  }

  /// Whether a path of the hall is that of a document or a history.
  package static func isOfHall(_ path: String) -> Bool {
    path == "hall.md" || kind(of: path) != .other || HistoryPlace(historyPath: path) != nil
  }

  /// The kind of a file of the hall, by its path.
  package static func kind(of path: String) -> Document.Kind {
    HallFiles.kind(of: path) ?? .other
  }
}

extension Ledger {
  /// How many of its first revisions are also in another history of the document, with the same
  /// digest or made again.
  fileprivate func beginning(in other: Ledger, of kind: Document.Kind) -> Int {
    let lost = Set(
      RevisionPresence(in: other, of: kind).compare(with: self).lost.map(\.chain))
    return revisions.prefix { !lost.contains($0.chain) }.count
  }
}
