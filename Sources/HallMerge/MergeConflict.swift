import HallModel

/// A contradiction of two versions of a document: where it is, and what each says.
///
/// None is ever settled silently: it is left in the text between markers, or by somebody's choice.
package struct MergeConflict: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// One fact with two values: a vote with two counts, a task with two due days.
    case value
    /// One side took away what the other changed.
    case removed
    /// The same lines of text, written anew by both.
    case text
    /// The parts of one thing, in two orders or in no order that can be read.
    case whole
  }

  package let kind: Kind
  /// What it is about, from the outside in, and the titles of that.
  package let subjects: [Fact.Subject]
  package let titles: [String]
  /// The key as it is written; nil where a whole thing is meant.
  package let label: String?
  /// What both came from, and what each says; nil where nothing stands there.
  package let base: String?
  package let first: String?
  package let second: String?
}

/// Whose word goes, where two contradict each other.
package enum MergeChoice: Sendable, Equatable {
  case first, second
  /// Both, one after the other; of text.
  case both
}
