import HallModel
import HallStore
import HallSyntax
import HallWords

/// A merge or a commit that was stopped in the middle: by Ctrl-C, by a power cut, or because git
/// alone was ended.
///
/// Everything that git was asked to do had been decided before, so undoing it loses nothing: the
/// next call starts again. What git had finished stays.
package struct StoppedSharing {
  package let folder: HallFolder
  /// The repository as the hall sees it; what git merged outside the hall is undone as well.
  package let repository: Repository
  package let note: SharingNote
  /// The time for the names of the copies, RFC 3339.
  package let moment: String

  package init(folder: HallFolder, repository: Repository, note: SharingNote, moment: String) {
    (self.folder, self.repository, self.note, self.moment) = (folder, repository, note, moment)
  }

  /// Undoes what is half done, while holding the hall's lock.
  ///
  /// - Returns: whether anything was half done.
  @discardableResult
  package func takeBack() -> Bool {
    let locks = GitLocks(of: repository)
    locks?.removeLeft(branch: repository.branch)
    let head = repository.commit("HEAD") ?? note.head
    let isMerging = note.theirs.map { repository.commit("MERGE_HEAD") == $0 } ?? false
    let mixed = note.theirs.map { self.mixed($0, head) } ?? []
    if note.theirs != nil, isMerging || !mixed.isEmpty {
      locks?.endMerge()
      _ = git(["read-tree", "--reset", head])
      restore(mixed, head)
      _ = git(["update-index", "-q", "--refresh"])
      HallWriter(folder).forgetTakenBack()
    } else {
      // Files staged for the commit are unstaged; what somebody else has staged stays.
      let own = repository.prefix.isEmpty ? "." : repository.prefix
      _ = git(["reset", "--quiet", "--", own])
    }
    HallWriter(folder).dropSharingNote()
    return isMerging || !mixed.isEmpty
  }

  private func git(_ words: [String], input: [UInt8] = []) -> ProgramResult {
    repository.git(words, input: input, environment: ["GIT_OPTIONAL_LOCKS": "1"])
  }

  /// A file that differs from the commit.
  private struct Mixed {
    /// Its path in the repository.
    let path: String
    let text: [UInt8]?
    /// Whether the merge has written it, completely or in part.
    let isOfMerge: Bool
  }

  private func isOfHall(_ path: String) -> Bool {
    path.hasPrefix(repository.prefix)
      && SharedFiles.contain(String(path.dropFirst(repository.prefix.count)))
  }

  /// The files that the merge was to change and that differ from the commit; outside the hall, only
  /// those that the merge has written.
  private func mixed(_ theirs: String, _ head: String) -> [Mixed] {
    let whole = Repository(repository, prefix: "")
    let merged = repository.git(["merge-tree", "--write-tree", note.head, theirs])
    let tree = merged.status <= 1 ? merged.text.split(separator: "\n").first.map(String.init) : nil
    let wanted = whole.files(in: head)
    let others = [note.head, theirs, tree].compactMap(\.self).map { whole.files(in: $0) }
    let touched = Set(others.flatMap { files in files.keys.filter { files[$0] != wanted[$0] } })
      .union(
        others.isEmpty
          ? [] : wanted.keys.filter { path in others.contains { $0[path] != wanted[path] } }
      ).union(recorded(since: head))
    return touched.sorted().compactMap { path in
      let text = try? OutsideFile.bytes(of: repository.top + "/" + path, from: "/")
      let objects = [wanted[path]].compactMap(\.self)
      let own = objects.isEmpty ? nil : repository.contents(of: objects)[0]
      guard text != own else { return nil }
      let written = repository.contents(of: Array(Set(others.compactMap { $0[path] })))
      let isOfMerge =
        text.map { text in
          (written + [own]).contains { $0?.starts(with: text) ?? false }
        } ?? true
      return isOfMerge || isOfHall(path)
        ? Mixed(path: path, text: text, isOfMerge: isOfMerge) : nil
    }
  }

  /// What was recorded for the merge and is in neither side's commit, in the histories only or in
  /// documents as well: an unrecorded edit, a number that was changed.
  ///
  /// The user's own work was committed before the merge began.
  private func recorded(since head: String) -> [String] {
    let histories = repository.historyPath
    let changed = git(
      ["diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", head, "--", histories])
    let new = git(["ls-files", "--others", "--exclude-standard", "-z", "--", histories])
    return (changed.output + new.output).split(separator: 0).flatMap { name -> [String] in
      let path = String(decoding: name, as: UTF8.self)
      guard path.hasPrefix(repository.prefix),
        let place = HistoryPlace(historyPath: String(path.dropFirst(repository.prefix.count)))
      else { return [] }
      // A text that was edited after that is the user's own, and stays.
      let document = try? folder.read(place.documentPath, kind: place.kind)
      let isRecorded = document.map { folder.isRecorded($0, at: place) } ?? false
      return isRecorded ? [path, repository.prefix + place.documentPath] : [path]
    }
  }

  /// Restores files to the committed text. A text of the hall that may be the user's own is kept in
  /// `.hall/replaced/`.
  private func restore(_ files: [Mixed], _ head: String) {
    let wanted = Repository(repository, prefix: "").files(in: head)
    for file in files {
      if let text = file.text, !file.isOfMerge {
        HallWriter(folder).keepCopy(
          of: String(file.path.dropFirst(repository.prefix.count)), text, at: moment)
      }
      if wanted[file.path] == nil {
        OutsideFile.remove(repository.top + "/" + file.path, below: repository.top)
      }
    }
    let there = files.map(\.path).filter { wanted[$0] != nil }
    guard !there.isEmpty else { return }
    _ = git(
      ["checkout-index", "--force", "-z", "--stdin"], input: there.flatMap { Array($0.utf8) + [0] })
  }
}
