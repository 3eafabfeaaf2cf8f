import HallModel
import HallStore

/// The answer for one hall.
struct SearchAnswer {
  let folder: HallFolder
  let charter: Charter
  let lines: [FoundLine]
}
