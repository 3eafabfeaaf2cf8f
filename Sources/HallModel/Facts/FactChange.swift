import HallSyntax

/// What changed between two texts of a document, as one fact.
package struct FactChange: Sendable, Equatable {
  package enum Kind: String, Sendable { case added, removed, changed }

  package let kind: Kind
  package let subjects: [Fact.Subject]
  /// The titles of the subjects, from the text they are shown from.
  package let titles: [String]
  /// The key as written; nil where a whole thing was added or removed.
  package let label: String?
  /// The key in machine formats.
  package let key: String?
  package let before: String?
  package let after: String?

  /// The keys that a completed task reports together with its state: when, with what result, on
  /// whose word.
  package static let closingKeys = Set(
    Vocabulary.keys(in: .task) { $0.roles.contains(.closing) }.map(\.machineName))

  /// Every change, in the order of the new text; removals come first.
  package static func changes(from old: FactList, to new: FactList) -> [FactChange] {
    var changes: [FactChange] = []
    let gone = old.order.filter { new.titles[$0] == nil }
    let come = new.order.filter { old.titles[$0] == nil }
    changes += whole(gone, .removed, old)
    let (before, after) = (grouped(old.facts), grouped(new.facts))
    for fact in old.facts where !isWithin(fact.subjects, gone) {
      let place = Place(fact)
      let values = after[place] ?? []
      let isList = fact.repeats || values.count > 1 || (before[place]?.count ?? 0) > 1
      if values.isEmpty || isList && !values.contains(fact.value) {
        changes.append(FactChange(fact, .removed, fact.value, nil, old))
      }
    }
    for fact in new.facts where !isWithin(fact.subjects, come) {
      let values = before[Place(fact)] ?? []
      let isList = fact.repeats || values.count > 1 || (after[Place(fact)]?.count ?? 0) > 1
      if values.isEmpty || isList && !values.contains(fact.value) {
        changes.append(FactChange(fact, .added, nil, fact.value, new))
      } else if !isList, let value = values.first, value != fact.value {
        changes.append(FactChange(fact, .changed, value, fact.value, new))
      }
    }
    changes += whole(come, .added, new)
    for subjects in new.order where old.titles[subjects] != nil {
      guard let was = old.titles[subjects], let now = new.titles[subjects], was != now,
        subjects.last?.kind != .section
      else { continue }
      changes.append(
        FactChange(
          kind: .changed, subjects: subjects, titles: new.titles(of: subjects), label: "",
          key: "title", before: was, after: now))
    }
    return changes
  }

  private struct Place: Hashable {
    let subjects: [Fact.Subject]
    let key: String

    init(_ fact: Fact) { (subjects, key) = (fact.subjects, fact.key) }
  }

  private static func grouped(_ facts: [Fact]) -> [Place: [String]] {
    var grouped: [Place: [String]] = [:]
    for fact in facts { grouped[Place(fact), default: []].append(fact.value) }
    return grouped
  }

  private static func isWithin(_ subjects: [Fact.Subject], _ outer: [[Fact.Subject]]) -> Bool {
    outer.contains { subjects.starts(with: $0) }
  }

  /// Something added or removed as a whole is one change, whatever it contains.
  private static func whole(
    _ subjects: [[Fact.Subject]], _ kind: Kind, _ list: FactList
  ) -> [FactChange] {
    subjects.filter { subject in !subjects.contains { $0 != subject && subject.starts(with: $0) } }
      .map { subject in
        let title = list.titles[subject]
        return FactChange(
          kind: kind, subjects: subject, titles: list.titles(of: subject), label: nil, key: nil,
          before: kind == .removed ? title : nil, after: kind == .added ? title : nil)
      }
  }

  private init(
    _ fact: Fact, _ kind: Kind, _ before: String?, _ after: String?, _ list: FactList
  ) {
    self.init(
      kind: kind, subjects: fact.subjects, titles: list.titles(of: fact.subjects),
      label: fact.label, key: fact.key, before: before, after: after)
  }

  package init(
    kind: Kind, subjects: [Fact.Subject], titles: [String], label: String?, key: String?,
    before: String?, after: String?
  ) {
    self.kind = kind
    self.subjects = subjects
    self.titles = titles
    self.label = label
    self.key = key
    self.before = before
    self.after = after
  }
}

extension FactList {
  /// The titles of the subjects, outermost first.
  package func titles(of subjects: [Fact.Subject]) -> [String] {
    subjects.indices.map { titles[Array(subjects[...$0])] ?? "" }
  }
}
