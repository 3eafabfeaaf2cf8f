import HallModel
import HallStore
import HallWords

/// What git gives to others of a hall, and what stays behind.
package struct HandedCommits: Sendable {
  private let repository: Repository

  /// - Returns: nil where the hall is in no repository, or in one without a commit.
  package init?(of folder: HallFolder, _ programs: any Programs) {
    guard let repository = try? Repository(around: folder.root, programs),
      repository.git(["rev-parse", "--verify", "--quiet", "HEAD"]).isDone
    else { return nil }
    self.repository = repository
  }

  /// The files of a list that the last commit does not have as they are, by their paths in the hall.
  package func missing(of files: [String]) -> [String] {
    func paths(_ words: [String]) -> Set<String> {
      let listed = repository.git(
        words + ["--", repository.prefix.isEmpty ? "." : repository.prefix])
      return Set(
        listed.output.split(separator: 0).map {
          String(decoding: $0.dropFirst(repository.prefix.utf8.count), as: UTF8.self)
        })
    }
    let committed = paths(["ls-tree", "-r", "-z", "--full-tree", "--name-only", "HEAD"])
    let changed = paths(["diff", "--name-only", "-z", "HEAD"])
    return files.filter { !committed.contains($0) || changed.contains($0) }
  }

  /// Whether older commits are not on this machine: then nobody could clone what it hands over.
  package var isShallow: Bool { repository.isShallow }

  /// What is more or less in the commits than somebody would think.
  package var remarks: [Phrase] {
    var remarks: [Phrase] = []
    if isShallow {
      remarks.append(
        Phrase(
          zh: "这份克隆只有近来的提交，所以没有交提交记录；先取全：git fetch --unshallow",
          en:
            "this clone has only the latest commits, so none are handed over; first: git fetch --unshallow"
        ))
      return remarks
    }
    if !repository.prefix.isEmpty {
      remarks.append(
        Phrase(
          zh: "议事厅只是 git 仓库里的一个文件夹（\(repository.prefix)），提交记录里有整个仓库",
          en:
            "the hall is a folder (\(repository.prefix)) of its repository; the commits hold all of it"
        ))
    }
    let privates = repository.git(
      [
        "log", "--branches", "--tags", "--format=%h", "-n", "1", "--",
        repository.prefix + "private",
      ])
    if privates.isDone, !privates.output.isEmpty {
      remarks.append(
        Phrase(
          zh: "私密文件曾经提交进 git，提交记录里还有，交给别人以前想一想",
          en:
            "private files were committed to git once and are in the commits: think before you hand them on"
        ))
    }
    return remarks
  }

  /// Where the hall is shared, without names and passwords.
  package var places: [String] {
    let remotes = repository.git(["remote"]).text.split(separator: "\n")
    return remotes.compactMap { (name: Substring) -> String? in
      let found = repository.git(["remote", "get-url", "--", String(name)])
      guard found.isDone else { return nil }
      let address = found.text.split(separator: "\n").first.map(String.init) ?? ""
      // https://name:password@host/path
      let parts = address.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count > 2, parts[0].hasSuffix(":"), let at = parts[2].lastIndex(of: "@") else {
        return address
      }
      return (parts[..<2] + [parts[2][parts[2].index(after: at)...]] + parts[3...])
        .joined(separator: "/")
    }
  }

  /// Writes all branches and tags with their commits into one file, and has git check it.
  ///
  /// - Returns: git's last words if it failed; nil if all is well.
  package func bundle(to path: String) -> String? {
    for words in [
      ["bundle", "create", "-q", path, "--branches", "--tags"], ["bundle", "verify", "-q", path],
    ] {
      let result = repository.git(words)
      guard result.isDone else {
        return result.errorText.split(separator: "\n").last.map(String.init) ?? "git bundle"
      }
    }
    return nil
  }
}
