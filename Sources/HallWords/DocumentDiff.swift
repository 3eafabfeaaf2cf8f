import HallHistory
import HallModel
import HallStore
import HallSyntax

/// Two texts of one document, compared.
package struct DocumentDiff {
  package let changes: [FactChange]
  /// Votes whose computed result changed.
  package let results: [(title: String, before: Tally?, after: Tally)]
  package let prose: [ProseChange]

  /// - Parameter charter: the hall's charter, whose rules decide; without one, no vote is computed.
  package init(from old: Document, to new: Document, in charter: Charter? = nil) {
    let (before, after) = (FactList(old), FactList(new))
    changes = FactChange.changes(from: before, to: after)
    results = charter.map { DocumentDiff.results(old, new, $0) } ?? []
    let places = Set(before.prose.keys).union(after.prose.keys)
    let order = after.order + before.order
    prose = places.sorted { left, right in
      (order.firstIndex(of: left) ?? -1) < (order.firstIndex(of: right) ?? -1)
    }.compactMap { place in
      let (old, new) = (before.prose[place] ?? "", after.prose[place] ?? "")
      let list = after.titles[place] == nil && !place.isEmpty ? before : after
      return old == new
        ? nil
        : ProseChange(subjects: place, titles: list.titles(of: place), before: old, after: new)
    }
  }

  private static func results(
    _ old: Document, _ new: Document, _ charter: Charter
  ) -> [(title: String, before: Tally?, after: Tally)] {
    guard new.kind == .meeting else { return [] }
    let before = Dictionary(Tally.ofVotes(in: Meeting(old, charter: charter))) { first, _ in first }
    return Tally.ofVotes(in: Meeting(new, charter: charter)).compactMap { place, tally in
      guard let was = before[place], was.computed != tally.computed else { return nil }
      return (tally.vote.title, was, tally)
    }
  }

  package func text(_ language: Language, _ style: Style) -> String {
    let say = language.say
    var lines = changes.map { change -> String in
      let sign =
        switch change.kind {
        case .added: style.isPlain ? say("新增", "added") : style.good("+")
        case .removed: style.isPlain ? say("去掉", "removed") : style.red("-")
        case .changed: style.isPlain ? say("改动", "changed") : style.magenta("~")
        }
      return sign + " " + VisibleText.line(FactText.line(change, language))
    }
    for result in results {
      let before = TallyText.word(result.before?.computed, language)
      let after = TallyText.word(result.after.computed, language)
      var line = say("表决「\(result.title)」算出的结果：", "vote '\(result.title)', computed: ")
      line += "\(before) → \(after)"
      if let leg = result.after.decidingLeg {
        line += say("（", " (") + leg.explanation[language] + say("）", ")")
      }
      lines.append(
        (style.isPlain ? say("结果", "result") : style.magenta("=")) + " " + VisibleText.line(line))
    }
    for change in prose {
      for line in FactText.prose(
        from: change.before, to: change.after, language, style)
      {
        lines.append("  " + line)
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  package var json: JSONValue {
    [
      "changes": .array(
        changes.map { change in
          [
            "change": .string(change.kind.rawValue),
            "subjects": .array(
              zip(change.subjects, change.titles).map { subject, title in
                [
                  "kind": .string("\(subject.kind)"), "name": .string(subject.name),
                  "title": .string(title),
                ]
              }),
            "key": JSONValue(change.key), "before": JSONValue(change.before),
            "after": JSONValue(change.after),
          ]
        }),
      "results": .array(
        results.map { result in
          [
            "title": .string(result.title),
            "before": JSONValue(result.before?.computed.name),
            "after": .string(result.after.computed.name),
          ]
        }),
      "prose_changed": .bool(!prose.isEmpty),
    ]
  }
}

/// Prose that changed, and where it is.
package struct ProseChange: Sendable {
  package let subjects: [Fact.Subject]
  package let titles: [String]
  package let before: String
  package let after: String
}
