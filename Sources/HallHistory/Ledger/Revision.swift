/// One revision of a document, as recorded in its history.
///
/// It keeps ranges; the values are read on access.
package struct Revision: Sendable {
  /// The kind of a revision of approved minutes.
  package enum Kind: String, Sendable {
    /// Changes only what may change after approval: boxes, extensions, progress, signatures.
    case progress
    /// Changes something else that was approved; it needs a reason.
    case amendment
    /// Adds figures that votes lacked, as everybody can compute them, and nothing else.
    case figures
    /// Changes nothing: the revisions it replaces add nothing new.
    case joined
  }

  /// From 1, without a gap.
  package let number: Int
  package let kind: Kind?
  /// The range of the diff in the history; empty where the revision changes nothing.
  package let diff: Range<Int>
  /// The revision's lines, from the blank one above `## N` to its chain.
  package let range: Range<Int>
  private let history: [UInt8]

  /// - Parameter history: bytes in which a whole revision was found at the range.
  init(number: Int, kind: Kind?, diff: Range<Int>, range: Range<Int>, in history: [UInt8]) {
    self.number = number
    self.kind = kind
    self.diff = diff
    self.range = range
    self.history = history
  }

  /// When: RFC 3339, as in `2025-09-03T09:12:03+08:00`.
  package var at: String { text(after: "* at: ") ?? "" }
  package var by: String { text(after: "* by: ") ?? "" }
  package var why: String { text(after: "* why: ") ?? "" }
  /// The revisions it replaces since histories were joined, one line for each: the place of that
  /// revision, `3 sha256:…`, and its earlier places, `, 2 sha256:…`.
  package var was: [String] { texts(after: "* was: ") }
  /// SHA-256 of the whole document after the revision, 64 hexadecimal digits.
  package var content: String { text(after: "* content: sha256:") ?? "" }
  /// SHA-256 of every byte of the history before the line that contains it.
  package var chain: String {
    String(decoding: history[range.upperBound - 65..<range.upperBound - 1], as: UTF8.self)
  }

  private func text(after word: StaticString) -> String? { texts(after: word, most: 1).first }

  /// The values after a word above the diff: each is on a separate line, and no other line begins
  /// with the word.
  private func texts(after word: StaticString, most: Int = .max) -> [String] {
    history.withUnsafeBufferPointer { buffer in
      var found: [String] = []
      var start = range.lowerBound
      while start < diff.lowerBound, found.count < most {
        let end = buffer.lineEnd(from: start, before: diff.lowerBound)
        if buffer.starts(start..<end, with: word) {
          let value = start + word.utf8CodeUnitCount..<end - 1
          found.append(String(decoding: buffer[value], as: UTF8.self))
        }
        start = end
      }
      return found
    }
  }
}

extension Revision {
  /// The chain digests of each revision that it replaces, the latest place first.
  package var formerPlaces: [[String]] {
    was.map { line in
      line.split(separator: " ").filter { $0.hasPrefix("sha256:") }.map {
        String($0.dropFirst("sha256:".count).prefix { $0 != "," })
      }
    }
  }

  /// The chain digests that it had itself, or that it replaces, in histories that were joined.
  package var formerChains: [String] { formerPlaces.flatMap(\.self) }

  /// Its place and its earlier places: `4 sha256:…, 3 sha256:…`, as written in another revision
  /// that replaces it. A revision that changes nothing replaces others, and each of them has a
  /// line.
  var places: [String] {
    let own = "\(number) sha256:\(chain)"
    return kind == .joined ? [own] + was : [([own] + was).joined(separator: ", ")]
  }
}

extension Revision: Equatable {
  /// Whether two revisions have the same content at the same place; the rest of their histories may
  /// differ.
  package static func == (left: Revision, right: Revision) -> Bool {
    left.number == right.number && left.range == right.range
      && left.history[left.range] == right.history[right.range]
  }
}
