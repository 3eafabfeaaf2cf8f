import HallModel
import HallStore
import HallSyntax
import HallWords

/// What an act has done: one step, which `undo` takes back; or, for a dry run, what it would do.
package struct Step: Sendable {
  /// The language it is told in.
  package let language: Language
  /// The hall as it was read.
  package private(set) var hall: LoadedHall
  /// The hall as it is now.
  package let outcome: Hall
  package let isDryRun: Bool
  /// What was done, in one line.
  package var did: Phrase
  /// Whether nothing was done for want of something that the notes name.
  package var isUnfinished = false
  /// The number of the item that was added.
  package var number: Int?
  /// What belongs to it, in lines of their own.
  package var details: [String] = []
  /// A vote that was changed, to be shown leg by leg.
  package var tally: Tally?
  /// What an amendment of approved text has changed.
  package var amendment: DocumentDiff?
  /// What was read of a file, to be shown first.
  package let shown: [Phrase]
  /// What is said beside it.
  package let notes: [Phrase]
  /// What is wrong now and was not before, in no way that keeps it from being recorded.
  package var warnings: [Phrase] = []
  /// What usually follows, as calls.
  package var next: [String] = []
  /// The revisions; none where nothing was written.
  package var recorded: [HallWriter.Recorded] = []

  init(
    _ did: Phrase, _ language: Language, in hall: LoadedHall, to outcome: Hall, isDryRun: Bool,
    shown: [Phrase], notes: [Phrase]
  ) {
    (self.did, self.language, self.outcome) = (did, language, outcome)
    (self.isDryRun, self.shown, self.notes) = (isDryRun, shown, notes)
    self.hall = hall
    // Others may write while it is told.
    self.hall.lock = nil
  }

  /// The files that could not be read.
  package var unread: [Problem] { hall.readingProblems }
}
