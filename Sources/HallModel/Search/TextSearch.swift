import HallSyntax

/// A search for words, all of which must occur in one part of a document.
package struct TextSearch: Sendable {
  /// The parts that are searched.
  package enum Place: String, Sendable, CaseIterable {
    case matters, meetings, decisions, tasks, votes
  }

  private let patterns: [TextPattern]
  private let place: Place?

  /// - Parameter place: nil for everything.
  package init(_ patterns: [TextPattern], in place: Place? = nil) {
    self.patterns = patterns
    self.place = place
  }

  /// Whether documents of a kind are searched at all.
  package func takes(_ kind: Document.Kind) -> Bool {
    switch place {
    case nil, .tasks: true
    case .matters: kind == .matter
    case .meetings, .decisions, .votes: kind == .meeting
    }
  }

  /// The matching lines of a file. Only a file that contains every word is parsed.
  package func found(in file: SourceFile) -> FoundLines {
    guard file.fault == nil else { return FoundLines(unreadable: file.document) }
    guard takes(file.kind) else { return FoundLines() }
    var matches: [[Range<Int>]] = []
    for pattern in patterns {
      let found = pattern.matches(in: file.bytes)
      guard !found.isEmpty else { return FoundLines() }
      matches.append(found)
    }
    return FoundLines(lines(in: file.document, matches))
  }

  private func lines(in document: Document, _ matches: [[Range<Int>]]) -> [FoundLine] {
    var parts = Parts(document, words: patterns.count)
    for (word, ranges) in matches.enumerated() {
      for range in ranges where isAskedFor(document.node(at: range.lowerBound), in: document) {
        parts.add(range, of: word)
      }
    }
    // One pass over the file, however many lines of it are found.
    let outline = SearchOutline(document)
    var (offset, line) = (0, 1)
    return parts.complete().map { matches in
      let start = matches.first?.lowerBound ?? 0
      line += document.bytes[offset..<start].count { $0 == UInt8(ascii: "\n") }
      offset = start
      return FoundLine(in: document, outline, line: line, matches: matches)
    }
  }

  private func isAskedFor(_ node: Int, in document: Document) -> Bool {
    let kind: Node.Kind
    switch place {
    case nil, .matters, .meetings: return true
    case .decisions: kind = .decision
    case .tasks: kind = .task
    case .votes: kind = .vote
    }
    return document.nodes[node].kind == kind || document.ancestor(of: node, kind) != nil
  }
}

/// The nested parts of one document, and what was found in each.
///
/// Of the parts that contain every word, the smallest count: a task and not the decision above it.
/// The rest of the decision counts only if it contains every word without the task.
private struct Parts {
  private let document: Document
  private let wordCount: Int
  /// By the node of the part; the document itself is -1.
  private var found: [Int: [(word: Int, range: Range<Int>)]] = [:]

  init(_ document: Document, words: Int) {
    self.document = document
    wordCount = words
  }

  mutating func add(_ range: Range<Int>, of word: Int) {
    let node = document.node(at: range.lowerBound)
    let part = Parts.isPart(document.nodes[node].kind) ? node : holder(of: node)
    found[part, default: []].append((word, range))
  }

  private static func isPart(_ kind: Node.Kind) -> Bool {
    [.item, .vote, .decision, .task].contains(kind)
  }

  private func holder(of node: Int) -> Int {
    var parent = Int(document.nodes[node].parent)
    while parent >= 0, !Parts.isPart(document.nodes[parent].kind) {
      parent = Int(document.nodes[parent].parent)
    }
    return parent
  }

  /// The matches that count, a line at a time, in the order of the file.
  mutating func complete() -> [[Range<Int>]] {
    var counted: [Range<Int>] = []
    var parts = Set(found.keys)
    for part in found.keys {
      var part = part
      while part >= 0, parts.insert(holder(of: part)).inserted { part = holder(of: part) }
    }
    // A part comes after the one that contains it, so from the end the smallest come first.
    for part in parts.sorted(by: >) {
      guard let entries = found.removeValue(forKey: part) else { continue }
      if Set(entries.map(\.word)).count == wordCount {
        counted += entries.map(\.range)
      } else if part >= 0 {
        found[holder(of: part), default: []] += entries
      }
    }
    return byLine(
      counted.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) })
  }

  private func byLine(_ matches: [Range<Int>]) -> [[Range<Int>]] {
    var lines: [[Range<Int>]] = []
    for match in matches {
      let last = lines.last?.last
      let isSameLine = last.map { last in
        !document.bytes[last.lowerBound..<match.lowerBound].contains(UInt8(ascii: "\n"))
      }
      if isSameLine == true { lines[lines.count - 1].append(match) } else { lines.append([match]) }
    }
    return lines
  }
}
