import HallModel
import HallStore

extension HallFolder {
  /// The private files of the hall that git tracks or others may read.
  package func privateFiles(_ programs: any Programs) -> [PrivateFileFinding] {
    tracked(programs) + exposedPrivateFiles()
  }

  private func tracked(_ programs: any Programs) -> [PrivateFileFinding] {
    // Starting git takes time: without a private file there is nothing to ask.
    guard held == nil, exists("private"),
      let repository = try? Repository(around: root, programs)
    else { return [] }
    let listed = repository.git(["ls-files", "-z", "--", repository.prefix + "private"])
    guard listed.isDone else { return [] }
    return listed.output.split(separator: 0).map { path in
      let within = path.dropFirst(repository.prefix.utf8.count)
      return PrivateFileFinding(String(decoding: within, as: UTF8.self), .tracked)
    }
  }
}
