import HallChecks
import HallGit
import HallStore
import HallSyntax
import HallWords

extension Answer {
  /// Adds a warning on standard error about private files that others can see.
  package mutating func notePrivateFiles(
    of folder: HallFolder, _ programs: any Programs, _ language: Language, _ layout: Layout
  ) {
    let problems = PrivateFile.problems(folder.privateFiles(programs))
    let renderer = ProblemRenderer(documents: [], language: language, layout: layout)
    for problem in problems { errors += renderer.text(problem) }
  }
}
