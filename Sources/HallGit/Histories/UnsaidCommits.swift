import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// The commits that changed a document without its history, made for example on a git host's page.
package struct UnsaidCommits {
  struct Step {
    let facts: CommitFacts
    /// The document before and after the commit; nil if it did not exist.
    let before: [UInt8]?
    let text: [UInt8]?
  }

  /// Oldest first; never empty.
  let steps: [Step]

  package var last: CommitFacts { steps[steps.count - 1].facts }

  /// Their authors, each once, in order of first appearance.
  package var authors: [String] {
    steps.reduce(into: [String]()) { names, step in
      if !names.contains(step.facts.by) { names.append(step.facts.by) }
    }
  }

  /// One revision that records them.
  package struct Part {
    package let text: [UInt8]
    package let facts: CommitFacts
    /// The other authors involved.
    package let others: [String]

    package init(text: [UInt8], facts: CommitFacts, others: [String]) {
      (self.text, self.facts, self.others) = (text, facts, others)
    }
  }

  /// The revisions that a history lacks: one for each commit if each was made on the one before,
  /// else one for all of them.
  ///
  /// - Parameters:
  ///   - told: the text according to the history.
  ///   - document: the document as it is now.
  package func parts(from told: [UInt8], to document: Document) -> [Part] {
    var parts: [Part] = []
    var current = told
    for step in steps {
      guard step.before == current, let next = step.text else { return [whole(document.bytes)] }
      if next != current { parts.append(Part(text: next, facts: step.facts, others: [])) }
      current = next
    }
    // Nobody wrote the markers of an unfinished merge, so no revision may contain them.
    let isUnfinished = parts.contains { part in
      Document(path: document.path, kind: document.kind, bytes: part.text).hasMergeMarkers
    }
    return current == document.bytes && !parts.isEmpty && !isUnfinished
      ? parts : [whole(document.bytes)]
  }

  private func whole(_ text: [UInt8]) -> Part {
    Part(text: text, facts: last, others: authors.filter { $0 != last.by })
  }
}

extension UnsaidCommits.Part {
  /// A reason with the names of the other authors.
  ///
  /// - Parameter name: the person who accepts it as an amendment of approved text.
  func noted(_ why: String, acceptedBy name: String?, _ language: Language) -> String {
    let names = others.joined(in: language)
    let notes = [
      name.map { Phrase(zh: "\($0)认可", en: "accepted by \($0)") },
      others.isEmpty ? nil : Phrase(zh: "还有\(names)", en: "with \(names)"),
    ].compactMap { $0?[language] }
    guard !notes.isEmpty else { return why }
    return language == .zh
      ? why + "（" + notes.joined(separator: "，") + "）"
      : why + " (" + notes.joined(separator: ", ") + ")"
  }
}

extension LedgerEnd {
  /// Appends the revisions that a history lacks.
  ///
  /// - Parameters:
  ///   - document: the document as it is now.
  ///   - reason: why it was changed, if given.
  ///   - name: the person who accepts it as an amendment of approved text.
  package mutating func add(
    _ unsaid: UnsaidCommits, to document: Document, reason: String? = nil,
    acceptedBy name: String? = nil, _ language: Language
  ) -> [UInt8] {
    unsaid.parts(from: text, to: document).flatMap { part in
      let new = Document(path: document.path, kind: document.kind, bytes: part.text)
      let what = ChangeSummary.text(from: text, to: new, language)
      let why =
        reason
        ?? Phrase(zh: "在别的程序里修改：\(what)", en: "edited outside the program: \(what)")[language]
      let note = LedgerWriter.Note(
        at: part.facts.at, by: part.facts.by,
        why: part.noted(why, acceptedBy: name, language),
        kind: Seal.kind(of: document.kind, path: document.path, from: text, to: part.text))
      return add(part.text, note: note)
    }
  }
}

extension Repository {
  /// A commit that touched a document or its history.
  private struct Touch {
    let commit: String
    let parents: [String]
    let facts: CommitFacts
    var paths: Set<String>
  }

  /// The commits that changed a document and are not recorded in its history; nil if all are
  /// recorded.
  package func unsaidCommits(
    of path: String, _ place: HistoryPlace, in commit: String
  ) -> UnsaidCommits? {
    let (document, history) = (prefix + path, prefix + place.path)
    var recorded: [String] = []
    var touches = touches([document, history], in: commit, but: recorded)
    // Everything before a commit whose history matches its text is recorded.
    while recorded.count < 20,
      let last = touches.first(where: { touch in
        touch.paths.contains(history) && isRecorded(path, place, in: touch.commit)
      })
    {
      recorded.append(last.commit)
      touches = self.touches([document, history], in: commit, but: recorded)
    }
    let made = touches.filter { touch in
      guard touch.paths.contains(document), touch.parents.count < 2 else { return false }
      // If both were changed, the history may record something other than this change.
      guard touch.paths.contains(history) else { return true }
      return touch.parents.allSatisfy { isRecorded(path, place, in: $0) }
    }
    let wanted = made.isEmpty ? touches.filter { $0.paths.contains(document) }.prefix(1) : made[...]
    let texts = contents(
      of: wanted.flatMap { ["\($0.commit)^:\(document)", "\($0.commit):\(document)"] })
    let steps = wanted.enumerated().map { index, touch in
      UnsaidCommits.Step(
        facts: touch.facts, before: texts[2 * index], text: texts[2 * index + 1])
    }
    return steps.isEmpty ? nil : UnsaidCommits(steps: steps.reversed())
  }

  /// Whether a document's history leads to its text.
  private func isRecorded(_ path: String, _ place: HistoryPlace, in commit: String) -> Bool {
    let found = contents(of: ["\(commit):\(prefix)\(path)", "\(commit):\(prefix)\(place.path)"])
    guard let text = found[0], let history = found[1] else { return false }
    return (try? Ledger(history, of: place.documentPath).verify()) == text
  }

  /// Latest first.
  private func touches(_ paths: [String], in commit: String, but known: [String]) -> [Touch] {
    let said = git(
      [
        "log", "-m", "--full-history", "--topo-order", "--max-count=100", "--no-renames",
        "--name-only", "--format=%x01%H %P%n" + CommitFacts.format, "--end-of-options", commit,
      ] + known.map { "^" + $0 } + ["--"] + paths)
    var touches: [Touch] = []
    for entry in said.text.split(separator: "\u{1}") {
      let lines = entry.split(separator: "\n").map(String.init)
      guard lines.count > 1, let facts = CommitFacts(lines[1]) else { continue }
      let digits = lines[0].split(separator: " ").map(String.init)
      // A merge is listed once for each of its parents.
      if let last = touches.indices.last, touches[last].commit == digits.first {
        touches[last].paths.formUnion(lines.dropFirst(2))
      } else if let commit = digits.first {
        touches.append(
          Touch(
            commit: commit, parents: Array(digits.dropFirst()), facts: facts,
            paths: Set(lines.dropFirst(2))))
      }
    }
    return touches
  }
}
