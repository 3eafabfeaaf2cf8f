import HallModel
import HallStore
import HallSyntax
import HallWords

extension Answer {
  /// Names the files that could not be read, which keeps something from being answered.
  mutating func add(
    _ failures: [StoreFailure], of loaded: LoadedHall, _ language: Language,
    _ context: CommandContext
  ) {
    for failure in failures {
      raise(to: 2)
      errors += loaded.renderer(language, context).text(failure.problem)
    }
  }
}
