import HallModel
import HallStore
import HallWords

extension Invocation {
  /// What stands before a hall's paths in an annotation: where the hall is in its repository; from
  /// the current folder, where it is in none.
  func annotated(_ folder: HallFolder) -> String {
    do throws(Repository.Failure) {
      return try Repository(around: folder.root, context.programs).prefix
    } catch {
      return folder.shownPath == "." ? "" : folder.shownPath + "/"
    }
  }
}
