import HallModel
import HallStore
import HallWork
import HallWords

extension Sharing {
  /// The hall, loaded to be written to; says what of it could not be read.
  func open(_ answer: inout Answer) throws(Refusal) -> LoadedHall {
    let loaded = try session.open()
    for problem in loaded.readingProblems {
      answer.errors += loaded.renderer(language, layout).text(problem)
    }
    return loaded
  }

  /// What was recorded, a line for each revision; the diffs, for a dry run.
  func report(_ recorded: [HallWriter.Recorded]) -> String {
    session.isDryRun ? recorded.diffs : recorded.lines(language)
  }
}
