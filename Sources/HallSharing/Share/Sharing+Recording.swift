import HallModel
import HallStore
import HallWork
import HallWords

extension Sharing {
  /// Loads the hall to write to it; reports files that could not be read.
  func open(_ answer: inout Answer) throws(Refusal) -> LoadedHall {
    let loaded = try session.open()
    for problem in loaded.readingProblems {
      answer.errors += loaded.renderer(language, layout).text(problem)
    }
    return loaded
  }

  /// What was recorded, a line for each revision; in a dry run, the diffs.
  func report(_ recorded: [HallWriter.Recorded]) -> String {
    session.isDryRun ? recorded.diffs : recorded.lines(language)
  }
}
