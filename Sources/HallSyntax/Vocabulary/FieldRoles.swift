/// What role a field has in the record, apart from the kind of value it takes.
///
/// Seal, review, merge, facts and checks use these roles and name no key themselves, and `show` and
/// the machine formats output every field of a thing: a new field is one line in the vocabulary.
/// Questions that depend only on the kind of value are answered by ``ValueKind``.
package struct FieldRoles: OptionSet, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// May occur several times, each a separate fact.
  package static let repeats = FieldRoles(rawValue: 1 << 0)
  /// May change after the minutes are approved: it is outside the seal.
  package static let afterApproval = FieldRoles(rawValue: 1 << 1)
  /// Is written when a task is done and reported with it: when, with what result, on whose word.
  package static let closing = FieldRoles(rawValue: 1 << 2)
  /// Is reported together with its decision, task, rule or vote when that is new.
  package static let leading = FieldRoles(rawValue: 1 << 3)
  /// A figure of a vote: how many could take part.
  package static let electorate = FieldRoles(rawValue: 1 << 4)
  /// A figure of a vote that is part of its outcome, or its result.
  package static let outcome = FieldRoles(rawValue: 1 << 5)
  /// One of the lists of a vote or an attendance; a person belongs in only one of them.
  package static let exclusive = FieldRoles(rawValue: 1 << 6)
  /// Refers to other things of the hall by their identifiers.
  package static let refers = FieldRoles(rawValue: 1 << 7)
}

extension ValueKind {
  /// Whether it names one or several people.
  package var namesPeople: Bool { self == .person || self == .names }

  /// Whether it counts people or things, or may do so.
  package var isCount: Bool {
    switch self {
    case .count, .electorate, .ballots, .heads: true
    default: false
    }
  }

  /// Whether it lists people or things, each of which is a separate fact.
  package var isList: Bool {
    switch self {
    case .names, .ballots, .matterReference: true
    default: false
    }
  }

  /// Whether it says when something is due.
  package var isDue: Bool { self == .dueDay || self == .dueDayAndText }
}

extension Vocabulary {
  /// The keys of a place whose use satisfies a condition, in the order of the documentation.
  package static func keys(in scope: Scope, where fits: (Use) -> Bool) -> [Keyword] {
    entries.filter { entry in
      entry.uses.contains { !$0.scope.isDisjoint(with: scope) && fits($0) }
    }.map(\.keyword)
  }

  /// The keys that list who is not there for a party: absent, excused, observing, invited.
  package static let attendanceLists = keys(in: .attendance) { $0.roles.contains(.exclusive) }

  /// The keys that count a vote: its sides, or its options.
  package static let voteSides = keys(in: .vote) { $0.value == .ballots }
}

extension Document {
  /// How the key of a field is used in its place; nil where it has no meaning there.
  package func use(of field: Int) -> Vocabulary.Use? {
    nodes[field].keyword.flatMap { Vocabulary.use(of: $0, in: keyScope(of: field)) }
  }
}
