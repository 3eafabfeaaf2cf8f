import HallSyntax

/// Where a document and its history disagree, or a history contradicts itself.
///
/// The reader of the folder finds it; the checks report it. The model knows no history.
package struct HistoryFinding: Sendable {
  package enum Verdict: Sendable, Equatable {
    /// The digest of the text after a revision differs from the one in the revision.
    case content
    /// The history was changed after it was written.
    case chain(Break)
    /// Approved text differs from its history, and no revision says why.
    case sealed
    /// A revision that claims to add only figures did something else to approved text.
    case figures(FigureFault)
    /// A revision changed approved text without declaring an amendment.
    case mislabelled
    /// A history without its document.
    case missing
    /// A revision that is in git and no longer in the history.
    case lost(LostRevision)
    /// An edit that no revision has yet.
    case unrecorded
  }

  /// What a revision that is gone said about itself.
  package struct LostRevision: Sendable, Equatable {
    package let by: String
    /// As written there, `2025-09-03`.
    package let day: String
    package let why: String

    package init(by: String, day: String, why: String) {
      (self.by, self.day, self.why) = (by, day, why)
    }
  }

  /// What shows that a history was changed.
  package enum Break: Sendable, Equatable {
    /// Text that a history never has at this place.
    case unexpected
    /// Its line endings differ from those of a history.
    case lineEnds
    /// A pointer of Git LFS is in its place.
    case pointer
    /// It has the title of another document.
    case foreign
    /// The revision's number is not the next one.
    case number(expected: Int)
    /// The revision ends before its chain.
    case torn
    /// The digest of everything before it differs.
    case digest
    /// The diff does not fit the revision before it.
    case diff
    /// The diff is of another file.
    case path
  }

  /// Whether it concerns figures that were added after an approval.
  package var isOfFigures: Bool {
    if case .figures = verdict { true } else { false }
  }

  package let verdict: Verdict
  /// The document, as in `M-2025-008`, or `hall`.
  package let name: String
  /// The revision it was found in; for a document, the last one.
  package let revision: Int
  /// The file that shows it: the history, or the document.
  package let file: Document
  /// Its range in that file.
  package let range: Range<Int>

  package init(
    _ verdict: Verdict, of name: String, revision: Int, in file: Document, at range: Range<Int>
  ) {
    self.verdict = verdict
    self.name = name
    self.revision = revision
    self.file = file
    self.range = range
  }
}
