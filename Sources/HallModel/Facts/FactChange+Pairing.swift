extension FactChange {
  /// The changes, with one that goes and one that comes combined into one that changes: a value of
  /// a list, a row of the roster. The lines of a log, which only grows, are left as they are.
  package static func paired(_ changes: [FactChange]) -> [FactChange] {
    struct Place: Hashable {
      let subjects: [Fact.Subject]
      let key: String?
    }
    var places: [Place: [Int]] = [:]
    for (index, change) in changes.enumerated() where change.label != nil && change.key != "log" {
      places[Place(subjects: change.subjects, key: change.key), default: []].append(index)
    }
    var paired = changes.map(Optional.some)
    for indices in places.values where indices.count == 2 {
      let (gone, come) = (changes[indices[0]], changes[indices[1]])
      guard gone.kind == .removed, come.kind == .added else { continue }
      paired[indices[0]] = nil
      paired[indices[1]] = FactChange(
        kind: .changed, subjects: come.subjects, titles: come.titles, label: come.label,
        key: come.key, before: gone.before, after: come.after)
    }
    return paired.compactMap { $0 }
  }
}
