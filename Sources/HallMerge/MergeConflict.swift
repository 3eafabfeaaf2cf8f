import HallModel

/// A contradiction between two versions of a document: where it is, and what each version says.
///
/// It is never settled silently: it stays in the text between markers, or is settled by a choice.
package struct MergeConflict: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// One fact with two values: a vote with two counts, a task with two due days.
    case value
    /// One side removed what the other changed.
    case removed
    /// The same lines of text, rewritten by both.
    case text
    /// The parts of one thing, in two orders or in no order that can be determined.
    case whole
  }

  package let kind: Kind
  /// Its subject, from the outside in, and the titles.
  package let subjects: [Fact.Subject]
  package let titles: [String]
  /// The key as written; nil if a whole thing is meant.
  package let label: String?
  /// The base's text, and that of each side; nil where a version has none.
  package let base: String?
  package let first: String?
  package let second: String?
}

/// Which side's words settle a contradiction.
package enum MergeChoice: Sendable, Equatable {
  case first, second
  /// Both, one after the other; only for text.
  case both
}
