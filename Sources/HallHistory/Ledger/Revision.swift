/// One revision of a document, as its history has it.
package struct Revision: Sendable, Equatable {
  /// What a revision of approved minutes does.
  package enum Kind: String, Sendable {
    /// Only what goes on after approval: boxes, extensions, progress, signatures.
    case progress
    /// Anything else that was approved; it needs a reason.
    case amendment
  }

  /// From 1, without a gap.
  package var number: Int
  /// When: RFC 3339, as in `2025-09-03T09:12:03+08:00`.
  package var at: String
  package var by: String
  package var why: String
  package var kind: Kind?
  /// Where the revision stood before two histories were joined: `3 sha256:…`.
  package var was: String?
  /// SHA-256 of the whole document after the revision, 64 hexadecimal digits.
  package var content: String
  /// The diff, where it stands in the history.
  package var diff: Range<Int>
  /// SHA-256 of every byte of the history before the line that says it.
  package var chain: String
  /// The revision's lines, from `## N` to its chain.
  package var range: Range<Int>
}
