import HallWords

/// The content of the next commit: git's index, also the one that a hook is given.
extension Repository {
  /// One file of the index.
  package struct StagedFile: Sendable {
    /// From the top of the work tree.
    package let path: String
    package let object: String
    /// Whether a merge has left several versions of it.
    package let isUnmerged: Bool
  }

  /// The regular files of the index below a folder: empty for all, else ending in `/`.
  package func stagedFiles(below folder: String) -> [StagedFile]? {
    let listed = git(["ls-files", "--stage", "-z", "--"] + (folder.isEmpty ? [] : [folder]))
    guard listed.isDone else { return nil }
    return listed.output.split(separator: 0).compactMap { entry in
      let text = String(decoding: entry, as: UTF8.self)
      guard let tab = text.firstIndex(of: "\t") else { return nil }
      let facts = text[..<tab].split(separator: " ")
      guard facts.count == 3, facts[0].hasPrefix("100") else { return nil }
      return StagedFile(
        path: String(text[text.index(after: tab)...]), object: String(facts[1]),
        isUnmerged: facts[2] != "0")
    }
  }

  /// The paths that the next commit changes, from the top; for a first commit, all of them.
  package func stagedPaths() -> [String]? {
    let listed = git([
      "diff", "--cached", "--name-only", "--no-renames", "--no-ext-diff",
      "--ignore-submodules=all", "-z", "--",
    ])
    guard listed.isDone else { return nil }
    return listed.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The paths marked with `git add -N`: they are in the index, but not in the next commit.
  package func intendedPaths() -> [String] {
    let listed = git([
      "diff", "--name-only", "--diff-filter=A", "--no-renames", "--no-ext-diff",
      "--ignore-submodules=all", "-z", "--",
    ])
    return listed.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The parents of the next commit: `HEAD`, and what is being merged into it.
  package func parentsOfNext() -> [String] { ["HEAD", "MERGE_HEAD"].compactMap(commit) }

  /// The values of every key of the repository's own settings, by section, with names in lower
  /// case.
  package func settings() -> [String: [String]] {
    let listed = git(["config", "--local", "--list", "-z"])
    var settings: [String: [String]] = [:]
    for entry in listed.output.split(separator: 0) {
      let parts = entry.split(separator: UInt8(ascii: "\n"), maxSplits: 1)
      guard let key = parts.first else { continue }
      let value = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
      settings[String(decoding: key, as: UTF8.self), default: []].append(value)
    }
    return settings
  }
}
