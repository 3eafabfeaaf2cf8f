/// The problems of one state of a hall, each with its number of occurrences, to find which problems
/// of another state are new.
package struct KnownProblems: Sendable {
  private struct Count {
    var errors = 0
    var warnings = 0
  }

  private var counts: [Problem.Identity: Count] = [:]

  package init(_ problems: [Problem] = []) {
    for problem in problems {
      switch problem.severity {
      case .error: counts[problem.identity, default: Count()].errors += 1
      case .warning: counts[problem.identity, default: Count()].warnings += 1
      }
    }
  }

  /// Adds another state: when two are merged, the problems of either are known.
  package mutating func formUnion(_ problems: [Problem]) {
    counts.merge(KnownProblems(problems).counts) { mine, other in
      Count(
        errors: max(mine.errors, other.errors), warnings: max(mine.warnings, other.warnings))
    }
  }

  /// The problems that are not among these, in their order.
  package func new(in problems: [Problem]) -> [Problem] {
    zip(problems, areNew(problems)).filter(\.1).map(\.0)
  }

  /// Which problems are not among these.
  ///
  /// A third problem of a kind is new if two were known. An error that was a warning is new; a
  /// warning that was an error is not.
  package func areNew(_ problems: [Problem]) -> [Bool] {
    var left = counts
    var isNew = problems.map { _ in true }
    func take(_ index: Int, _ count: WritableKeyPath<Count, Int>) {
      let identity = problems[index].identity
      guard isNew[index], let known = left[identity]?[keyPath: count], known > 0 else { return }
      left[identity]?[keyPath: count] = known - 1
      isNew[index] = false
    }
    for index in problems.indices where problems[index].severity == .error { take(index, \.errors) }
    for index in problems.indices where problems[index].severity == .warning {
      take(index, \.warnings)
      take(index, \.errors)
    }
    return isNew
  }
}
