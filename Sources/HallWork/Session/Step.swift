import HallModel
import HallStore
import HallSyntax
import HallWords

/// The result of an act: one step, which `undo` can undo; in a dry run, the step it would make.
package struct Step: Sendable {
  /// The language of its messages.
  package let language: Language
  /// The hall as it was read.
  package private(set) var hall: LoadedHall
  /// Whether it was only planned, in a dry run.
  package var isPlan = false
  /// What was done, in one line.
  package var did: Phrase
  /// Whether nothing was done because something is missing that the notes name.
  package var isUnfinished = false
  /// The number of the item that was added.
  package var number: Int?
  /// More about it, each on its own line.
  package var details: [String] = []
  /// A changed vote, to be shown leg by leg.
  package var tally: Tally?
  /// The changes of an amendment of approved text.
  package var amendment: DocumentDiff?
  /// What was read from a file, to be shown first.
  package let shown: [Phrase]
  /// Notes to be shown with it.
  package let notes: [Phrase]
  /// New warnings, which do not prevent recording.
  package var warnings: [Phrase] = []
  /// The usual next commands.
  package var next: [String] = []
  /// The revisions; empty if nothing was written.
  package var recorded: [HallWriter.Recorded] = []

  init(
    _ did: Phrase, _ language: Language, in hall: LoadedHall, shown: [Phrase], notes: [Phrase]
  ) {
    (self.did, self.language, self.hall) = (did, language, hall)
    (self.shown, self.notes) = (shown, notes)
    // Others may write while the result is shown.
    self.hall.lock = nil
  }
}
