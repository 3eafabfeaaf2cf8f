import HallSyntax

/// Where a document and its history disagree, or a history with itself.
///
/// Whoever reads the folder finds it; the checks say it. The model knows no history.
package struct HistoryFinding: Sendable {
  package enum Verdict: Sendable, Equatable {
    /// The text after a revision has another digest than the revision says.
    case content
    /// The history was changed after it was written.
    case chain(Break)
    /// Approved text is another than the history has, and no revision says why.
    case sealed
    /// A revision that calls itself one of figures has done something else to approved text.
    case figures(FigureFault)
    /// A revision has changed approved text and does not say that it amends.
    case mislabelled
    /// A history without its document.
    case missing
    /// A revision that git has, and the history has no more.
    case lost(LostRevision)
    /// An edit that no revision has yet.
    case unrecorded
  }

  /// What a revision that is gone says of itself.
  package struct LostRevision: Sendable, Equatable {
    package let by: String
    /// As it stands there, `2025-09-03`.
    package let day: String
    package let why: String

    package init(by: String, day: String, why: String) {
      (self.by, self.day, self.why) = (by, day, why)
    }
  }

  /// What shows that a history was changed.
  package enum Break: Sendable, Equatable {
    /// Text that no history has at this place.
    case unexpected
    /// Its lines end in another way than a history's.
    case lineEnds
    /// A pointer of Git LFS stands in its place.
    case pointer
    /// It has the title of another document.
    case foreign
    /// The revision's number does not follow.
    case number(expected: Int)
    /// The revision ends before its chain.
    case torn
    /// The digest of all that stands before is another.
    case digest
    /// The diff does not fit the revision before it.
    case diff
    /// The diff is of another file.
    case path
  }

  /// Whether it is of figures that were added after an approval.
  package var isOfFigures: Bool {
    if case .figures = verdict { true } else { false }
  }

  package let verdict: Verdict
  /// The document, as in `M-2025-008`, or `hall`.
  package let name: String
  /// The revision it is found in; of a document, the last one.
  package let revision: Int
  /// The file that shows it: the history, or the document.
  package let file: Document
  /// Where it stands in that file.
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
