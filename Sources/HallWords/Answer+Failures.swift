import HallModel
import HallStore
import HallSyntax

extension Answer {
  /// Names the files that could not be read, which keeps something from being answered.
  package mutating func add(
    _ failures: [StoreFailure], of loaded: LoadedHall, _ language: Language,
    _ layout: Layout
  ) {
    for failure in failures {
      raise(to: 2)
      errors += loaded.renderer(language, layout).text(failure.problem)
    }
  }

  /// Notes the files that could not be read, which do not keep a command from its work.
  package mutating func noteUnread(_ loaded: LoadedHall, _ language: Language, _ layout: Layout) {
    for problem in loaded.readingProblems {
      errors += loaded.renderer(language, layout).text(problem)
    }
  }
}
