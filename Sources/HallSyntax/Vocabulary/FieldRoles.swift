/// What a field is to the record, beside the value it takes.
///
/// Seal, review, merge, facts and checks go by these and name no key by hand, and `show` and the
/// machine formats give every field of a thing: a new field is one line of the vocabulary. What
/// follows from the kind of its value alone is asked of ``ValueKind``.
package struct FieldRoles: OptionSet, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Several may stand side by side, each a fact of its own.
  package static let repeats = FieldRoles(rawValue: 1 << 0)
  /// Goes on after the minutes are approved: it lies outside the seal.
  package static let afterApproval = FieldRoles(rawValue: 1 << 1)
  /// Is written when a task is done and told with that: when, with what result, by whose word.
  package static let closing = FieldRoles(rawValue: 1 << 2)
  /// Is told at once where its decision, task, rule or vote is new.
  package static let leading = FieldRoles(rawValue: 1 << 3)
  /// A figure of a vote: how many could take part.
  package static let electorate = FieldRoles(rawValue: 1 << 4)
  /// A figure of a vote, or its result: what came of it.
  package static let outcome = FieldRoles(rawValue: 1 << 5)
  /// One of the lists of a vote or an attendance of which a person stands in one.
  package static let exclusive = FieldRoles(rawValue: 1 << 6)
  /// Names other things of the hall by their identifiers.
  package static let refers = FieldRoles(rawValue: 1 << 7)
}

extension ValueKind {
  /// Whether it names people: one, or several.
  package var namesPeople: Bool { self == .person || self == .names }

  /// Whether it counts people or things, or may.
  package var isCount: Bool {
    switch self {
    case .count, .electorate, .ballots, .heads: true
    default: false
    }
  }

  /// Whether it lists people or things, each of which is a fact of its own.
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
  /// The keys of a place whose use there fits, in the order of the documentation.
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
  /// How the key of a field is used where it stands; nil where it means nothing there.
  package func use(of field: Int) -> Vocabulary.Use? {
    nodes[field].keyword.flatMap { Vocabulary.use(of: $0, in: keyScope(of: field)) }
  }
}
