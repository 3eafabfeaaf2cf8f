import HallChecks
import HallModel
import HallStore
import HallSyntax

/// A hall and where it came from.
struct LoadedHall: Sendable {
  let folder: HallFolder
  let hall: Hall
  /// Files that could not be read at all.
  let failures: [StoreFailure]
  /// Held by a command that writes, as long as it goes on with what it has read.
  var lock: HallLock?

  var name: String { hall.charter.name }

  /// What kept whole files from being read: failures of the disk, and bytes that are not text.
  var readingProblems: [Problem] {
    failures.map(\.problem) + hall.documents.compactMap(Utf8.problem)
  }

  /// The members of a JSON answer that name the hall.
  var identity: JSONValue {
    ["hall": .string(name), "hall_dir": .string(folder.shownPath)]
  }
}
