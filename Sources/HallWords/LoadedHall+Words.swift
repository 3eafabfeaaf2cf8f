import HallChecks
import HallModel
import HallStore
import HallSyntax

extension LoadedHall {
  /// Why whole files could not be read: failures of the disk, and bytes that are not text.
  package var readingProblems: [Problem] {
    failures.map(\.problem)
      + (hall.documents + hall.charter.rosterDocuments.dropFirst())
      .compactMap(Utf8Encoding.problem)
  }

  /// The documents that a problem of the hall may stand in.
  package var shownDocuments: [Document] {
    hall.documents + hall.charter.rosterDocuments.dropFirst()
      + hall.ballotBooks.values.map(\.document)
  }

  /// The members of a JSON answer that name the hall.
  package var identity: JSONValue {
    ["hall": .string(name), "hall_dir": .string(folder.shownPath)]
  }
}
