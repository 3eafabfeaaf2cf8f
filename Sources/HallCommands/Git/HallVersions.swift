import HallHistory
import HallModel
import HallStore
import HallSyntax

/// The hall in three commits: the one that two come from, ours and theirs; only the files that are
/// not the same in all of them.
struct HallVersions {
  /// A document or a history that has changed, in each of the three.
  struct File {
    var base: Version?
    var ours: Version?
    var theirs: Version?

    /// Whether both sides have made something else of it.
    var isChangedTwice: Bool {
      ours?.bytes != base?.bytes && theirs?.bytes != base?.bytes && ours?.bytes != theirs?.bytes
    }
  }

  struct Version {
    /// Its path within the hall.
    let path: String
    let bytes: [UInt8]
  }

  /// The documents by their identifiers, `hall` for `hall.md`, whatever the files are called.
  private(set) var documents: [String: File] = [:]
  /// The histories by their documents.
  private(set) var histories: [String: File] = [:]
  /// The documents whose version here differs from the one in their commit: the history was made whole,
  /// or given the revisions that it lacked.
  private(set) var mended: Set<String> = []
  /// The documents that both sides have, that git knows no common version of, and whose histories
  /// began as one.
  private(set) var begunAlike: Set<String> = []
  /// Approved texts that others have changed without the program. They are taken in, and wait for
  /// whoever approved them.
  var waiting: [UnsaidChange] = []
  /// The same of changes that are here already.
  var waitingHere: Set<String> = []

  /// Whether a change of a document waits for whoever approved it.
  func isWaiting(_ name: String) -> Bool {
    waitingHere.contains(name) || waiting.contains { $0.name == name }
  }

  init(_ repository: Repository, base: String?, ours: String, theirs: String) {
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
    findBeginnings()
  }

  /// A document that both sides have and git knows no base of, but whose histories began as one, a
  /// commit that both have picked say, is one document: what it was when they parted is its base.
  private mutating func findBeginnings() {
    for (name, file) in documents {
      guard file.base == nil, let ours = file.ours, file.theirs != nil,
        let place = HistoryPlace(named: name), let history = histories[name],
        history.base == nil, let own = history.ours, let theirs = history.theirs
      else { continue }
      let (one, other) = (
        Ledger(own.bytes, of: place.documentPath), Ledger(theirs.bytes, of: place.documentPath)
      )
      let common = LedgerJoin.common(one, other)
      if common > 0, let text = try? one.text(after: common) {
        let end = one.revisions[common - 1].range.upperBound
        documents[name]?.base = Version(path: ours.path, bytes: text)
        histories[name]?.base = Version(path: own.path, bytes: Array(own.bytes[..<end]))
      } else if one.beganAs(other), let text = try? one.text(after: 1),
        let also = try? other.text(after: 1), text == also
      {
        documents[name]?.base = Version(path: ours.path, bytes: text)
      } else {
        continue
      }
      begunAlike.insert(name)
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

  /// Puts another history, or another text as well, in the place of theirs.
  ///
  /// - Parameter held: what their commit has at a path: of a file that is the same on all sides, that
  ///   is what all had.
  mutating func mend(
    _ name: String, history: Version, document: Version? = nil, held: (String) -> [UInt8]?
  ) {
    func replaced(_ file: File?, by theirs: Version) -> File {
      var replaced = file ?? File()
      if file == nil, let same = held(theirs.path) {
        let version = Version(path: theirs.path, bytes: same)
        (replaced.base, replaced.ours) = (version, version)
      }
      replaced.theirs = theirs
      return replaced
    }
    histories[name] = replaced(histories[name], by: history)
    if let document { documents[name] = replaced(documents[name], by: document) }
    mended.insert(name)
  }

  /// Whether a path of the hall is a document's or a history's.
  static func isOfHall(_ path: String) -> Bool {
    path == "hall.md" || kind(of: path) != .other || HistoryPlace(historyPath: path) != nil
  }

  /// What a file of the hall is, by its path.
  static func kind(of path: String) -> Document.Kind {
    HallFiles.kind(of: path) ?? .other
  }
}
