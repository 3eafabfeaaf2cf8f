/// One revision of a document, as its history has it.
///
/// It keeps where it stands; what it says is read when somebody asks.
package struct Revision: Sendable {
  /// What a revision of approved minutes does.
  package enum Kind: String, Sendable {
    /// Only what goes on after approval: boxes, extensions, progress, signatures.
    case progress
    /// Anything else that was approved; it needs a reason.
    case amendment
    /// Figures that votes lacked, as everybody can reckon them, and nothing else.
    case figures
    /// Nothing: what it stands for says only what the history says already.
    case joined
  }

  /// From 1, without a gap.
  package let number: Int
  package let kind: Kind?
  /// The diff, where it stands in the history; empty where the revision changes nothing.
  package let diff: Range<Int>
  /// The revision's lines, from the blank one above `## N` to its chain.
  package let range: Range<Int>
  private let history: [UInt8]

  /// - Parameter history: bytes in which a whole revision was read at the range.
  init(number: Int, kind: Kind?, diff: Range<Int>, range: Range<Int>, in history: [UInt8]) {
    self.number = number
    self.kind = kind
    self.diff = diff
    self.range = range
    self.history = history
  }

  /// When: RFC 3339, as in `2025-09-03T09:12:03+08:00`.
  package var at: String { text(behind: "* at: ") ?? "" }
  package var by: String { text(behind: "* by: ") ?? "" }
  package var why: String { text(behind: "* why: ") ?? "" }
  /// What it stands for since histories were joined, a line a revision: where that one stood,
  /// `3 sha256:…`, and where before that, `, 2 sha256:…`.
  package var was: [String] { texts(behind: "* was: ") }
  /// SHA-256 of the whole document after the revision, 64 hexadecimal digits.
  package var content: String { text(behind: "* content: sha256:") ?? "" }
  /// SHA-256 of every byte of the history before the line that says it.
  package var chain: String {
    String(decoding: history[range.upperBound - 65..<range.upperBound - 1], as: UTF8.self)
  }

  private func text(behind word: StaticString) -> String? { texts(behind: word, most: 1).first }

  /// What stands behind a word above the diff: each has a line of its own, and no other line
  /// begins so.
  private func texts(behind word: StaticString, most: Int = .max) -> [String] {
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
  /// The chain digests of each revision that it stands for, the latest place first.
  package var formerPlaces: [[String]] {
    was.map { line in
      line.split(separator: " ").filter { $0.hasPrefix("sha256:") }.map {
        String($0.dropFirst("sha256:".count).prefix { $0 != "," })
      }
    }
  }

  /// The chain digests that it had, or stands for, in histories that were joined.
  package var formerChains: [String] { formerPlaces.flatMap(\.self) }

  /// Where it stands, and where it stood before that: `4 sha256:…, 3 sha256:…`, as another revision
  /// that stands for it says. One that changes nothing stands for others, and each has its line.
  var places: [String] {
    let own = "\(number) sha256:\(chain)"
    return kind == .joined ? [own] + was : [([own] + was).joined(separator: ", ")]
  }
}

extension Revision: Equatable {
  /// Whether two revisions say the same at the same place; the rest of their histories may differ.
  package static func == (left: Revision, right: Revision) -> Bool {
    left.number == right.number && left.range == right.range
      && left.history[left.range] == right.history[right.range]
  }
}
