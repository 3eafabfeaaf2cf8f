import HallChecks
import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// What a call says of the repository around a hall.
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

  /// Names private files that others can see on standard error, beside what a command does.
  func notePrivateFiles(of folder: HallFolder, _ language: Language, _ answer: inout Answer) {
    answer.notePrivateFiles(of: folder, context.programs, language, context.layout)
  }
}
