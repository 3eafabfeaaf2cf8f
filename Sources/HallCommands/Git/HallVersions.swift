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
  /// The documents that others have changed without the program.
  var elsewhere: [String] = []

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

  /// Puts another history in the place of theirs; where it was the same on all sides, that is theirs
  /// no more.
  mutating func set(_ theirs: Version, of name: String, else same: [UInt8]) {
    var file = histories[name] ?? File()
    let version = Version(path: theirs.path, bytes: same)
    if histories[name] == nil { (file.base, file.ours) = (version, version) }
    file.theirs = theirs
    histories[name] = file
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
