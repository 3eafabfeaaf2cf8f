/// One revision of a document, as its history has it.
///
/// It keeps the places of what it says; strings are made of them when somebody asks.
package struct Revision: Sendable, Equatable {
  /// What a revision of approved minutes does.
  package enum Kind: String, Sendable {
    /// Only what goes on after approval: boxes, extensions, progress, signatures.
    case progress
    /// Anything else that was approved; it needs a reason.
    case amendment
  }

  /// From 1, without a gap.
  package let number: Int
  package let kind: Kind?
  /// The diff, where it stands in the history.
  package let diff: Range<Int>
  /// The revision's lines, from the blank one above `## N` to its chain.
  package let range: Range<Int>
  let fields: Fields

  /// The values of its lines, as they stand.
  struct Fields: Sendable, Equatable {
    var at: ArraySlice<UInt8> = []
    var by: ArraySlice<UInt8> = []
    var why: ArraySlice<UInt8> = []
    var was: ArraySlice<UInt8>?
    /// 64 hexadecimal digits each.
    var content: ArraySlice<UInt8> = []
    var chain: ArraySlice<UInt8> = []
  }

  /// When: RFC 3339, as in `2025-09-03T09:12:03+08:00`.
  package var at: String { Revision.text(fields.at) }
  package var by: String { Revision.text(fields.by) }
  package var why: String { Revision.text(fields.why) }
  /// Where the revision stood before two histories were joined: `3 sha256:…`.
  package var was: String? { fields.was.map(Revision.text) }
  /// SHA-256 of the whole document after the revision, 64 hexadecimal digits.
  package var content: String { Revision.text(fields.content) }
  /// SHA-256 of every byte of the history before the line that says it.
  package var chain: String { Revision.text(fields.chain) }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
