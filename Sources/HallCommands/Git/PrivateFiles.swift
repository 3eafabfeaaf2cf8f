import HallChecks
import HallModel
import HallStore
import HallSyntax
import HallWords

/// The files of a hall that are for nobody else, and what others get to see of them.
extension Invocation {
  /// The private files that git tracks or that others may read.
  func privateFiles(of folder: HallFolder) -> [PrivateFileFinding] {
    tracked(in: folder) + folder.exposedPrivateFiles()
  }

  private func tracked(in folder: HallFolder) -> [PrivateFileFinding] {
    // git is another program to start: without a private file there is nothing to ask it.
    guard folder.held == nil, folder.exists("private"),
      let repository = try? Repository(around: folder.root, context.programs)
    else { return [] }
    let listed = repository.git(["ls-files", "-z", "--", repository.prefix + "private"])
    guard listed.isDone else { return [] }
    return listed.output.split(separator: 0).map { path in
      let within = path.dropFirst(repository.prefix.utf8.count)
      return PrivateFileFinding(String(decoding: within, as: UTF8.self), .tracked)
    }
  }

  /// Names them on standard error, beside what a command does.
  func notePrivateFiles(of folder: HallFolder, _ language: Language, _ answer: inout Answer) {
    let problems = PrivateFile.problems(privateFiles(of: folder))
    let renderer = ProblemRenderer(documents: [], language: language, context: context)
    for problem in problems { answer.errors += renderer.text(problem) }
  }
}
