import HallChecks
import HallModel
import HallStore
import HallSyntax

extension LoadedHall {
  /// What kept whole files from being read: failures of the disk, and bytes that are not text.
  package var readingProblems: [Problem] {
    failures.map(\.problem) + hall.documents.compactMap(Utf8Encoding.problem)
  }

  /// The members of a JSON answer that name the hall.
  package var identity: JSONValue {
    ["hall": .string(name), "hall_dir": .string(folder.shownPath)]
  }
}
