import HallChecks
import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// What a call reports about the repository around a hall.
extension Invocation {
  /// The path to put before a hall's paths in an annotation: from the top of its repository;
  /// without a repository, from the current folder.
  func annotated(_ folder: HallFolder) -> String {
    do throws(Repository.Failure) {
      return try Repository(around: folder.root, context.programs).prefix
    } catch {
      return folder.shownPath == "." ? "" : folder.shownPath + "/"
    }
  }

  /// Adds a warning on standard error about private files that others can see.
  func notePrivateFiles(of folder: HallFolder, _ language: Language, _ answer: inout Answer) {
    answer.notePrivateFiles(of: folder, context.programs, language, context.layout)
  }
}
