import HallModel
import HallStore

/// What one hall answers.
struct SearchAnswer {
  let folder: HallFolder
  let charter: Charter
  let lines: [FoundLine]
}
