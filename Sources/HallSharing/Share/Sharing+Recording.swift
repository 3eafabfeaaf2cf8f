import HallModel
import HallStore
import HallWork
import HallWords

extension Sharing {
  /// Loads the hall to write to it; reports files that could not be read.
  func open(_ answer: inout Answer) throws(Refusal) -> LoadedHall {
    let loaded = try session.open()
    answer.noteUnread(loaded, language, layout)
    return loaded
  }
}
