import HallStore
import HallWords

/// The git work tree that a hall is in, through the installed git.
///
/// Whatever a person or a file names becomes an argument after `--` or `--end-of-options`, or is
/// resolved to an object first, so it is never taken as an option.
package struct Repository: Sendable {
  /// The top folder of the work tree.
  package let top: String
  /// The path of the hall in it: empty, or ending in `/`.
  package let prefix: String
  package let programs: any Programs
  /// Whether the clone is shallow: it has only the latest commits.
  package let isShallow: Bool
  /// The programs that the repository's own settings would make git run.
  package let own: OwnSettings

  /// Why there is no repository to work with.
  package enum Failure: Error, Sendable {
    /// git is not installed.
    case noGit
    /// The folder is not in a work tree, or git refuses it; git's message.
    case noRepository(String)
    /// A pipe or a device, for which git would wait for ever.
    case obstacle(String)

    /// Whether there is a repository that git or this program will not read: it belongs to somebody
    /// else (git's `safe.directory`), or a file blocks git.
    package var isRefusal: Bool {
      switch self {
      case .noGit: false
      case .noRepository(let said): said.contains("safe.directory")
      case .obstacle: true
      }
    }
  }

  /// Another place in the same work tree.
  package init(_ other: Repository, prefix: String) {
    (top, programs, own) = (other.top, other.programs, other.own)
    isShallow = other.isShallow
    self.prefix = prefix
  }

  /// The work tree around a folder; links in its path are already resolved.
  package init(around folder: String, _ programs: any Programs) throws(Failure) {
    // The number of folders up to the top: a name could contain a line break, a number cannot.
    if let obstacle = GitObstacle.first(around: folder) { throw .obstacle(obstacle) }
    let words = ["-C", folder, "rev-parse", "--show-cdup", "--is-shallow-repository"]
    let call = ProgramCall(
      ["git"] + Repository.obeysNothing + words, environment: Repository.asksNobody)
    guard let found = programs.run(call) else { throw .noGit }
    guard found.isDone else { throw .noRepository(found.errorText) }
    let lines = found.text.split(separator: "\n", omittingEmptySubsequences: false)
    let depth = lines[0].split(separator: "/").count { $0 == ".." }
    isShallow = lines.count > 1 && lines[1] == "true"
    let steps = folder.split(separator: "/")
    top = "/" + steps.dropLast(depth).joined(separator: "/")
    prefix = steps.suffix(depth).map { $0 + "/" }.joined()
    self.programs = programs
    own = OwnSettings(of: top, programs)
  }

  /// What git may run in a call.
  package enum Obedience {
    /// Nothing that the repository brings: used for reading, in a folder that may come from
    /// anybody.
    case nothing
    /// Hooks and filters as well, as when a person commits by hand.
    case hooks
    /// The repository's settings apply: to look at a setting itself.
    case settings
  }

  /// No hook, no daemon, no signature check by a program of the repository's choice, no fetching of
  /// objects, no submodules.
  package static let obeysNothing = [
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "log.showSignature=false",
    "-c", "submodule.recurse=false", "-c", "diff.ignoreSubmodules=all",
  ]
  package static let asksNobody: [String: String?] = [
    "GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
  ]
  private static let obeysHooks = [
    "-c", "core.fsmonitor=false", "-c", "submodule.recurse=false", "-c",
    "fetch.recurseSubmodules=false", "-c", "push.recurseSubmodules=no", "-c",
    "diff.ignoreSubmodules=all",
  ]

  /// Runs git at the top of the work tree; status 127 if it cannot be started.
  ///
  /// - Parameters:
  ///   - settings: settings for this call, as git takes them.
  ///   - environment: variables for this call only.
  ///   - patience: for a call that waits for another machine.
  package func git(
    _ words: [String], input: [UInt8] = [], obeying obedience: Obedience = .nothing,
    settings: [String] = [], environment: [String: String?] = [:],
    patience: Patience? = nil
  ) -> ProgramResult {
    // This one command always takes its paths literally, and rejects the option.
    let literal = words.first == "check-ignore" ? [] : ["--literal-pathspecs"]
    let plain =
      ["git", "-C", top] + literal + ["--no-pager", "-c", "core.quotePath=false"]
    var variables: [String: String?] = ["LC_ALL": "C.UTF-8", "GIT_OPTIONAL_LOCKS": "0"]
    var limits: [String] = []
    switch obedience {
    case .nothing:
      limits = Repository.obeysNothing + own.withoutFilters
      variables.merge(Repository.asksNobody) { $1 }
    case .hooks: limits = Repository.obeysHooks
    case .settings: break
    }
    if !limits.isEmpty { variables.merge(OwnSettings.variables) { $1 } }
    var call = ProgramCall(
      plain + limits + settings + words, input: input,
      environment: variables.merging(environment) { $1 })
    if let patience {
      (call.waiting, call.limit, call.asksAtTerminal) = (patience.word, patience.limit, true)
    }
    let result = programs.run(call) ?? ProgramResult(status: 127)
    // A killed git leaves the lock of a ref, which then no other git may write.
    guard !result.isDone, case .locked(let path)? = GitTrouble(result.errorText),
      GitLocks.removeLeft(ofRef: path, in: self)
    else { return result }
    return programs.run(call) ?? ProgramResult(status: 127)
  }

  /// The first line of git's output, if it succeeds and prints one.
  package func line(_ words: [String]) -> String? {
    let result = git(words)
    guard result.isDone else { return nil }
    let line = result.text.split(separator: "\n", omittingEmptySubsequences: false).first
    return line.map(String.init).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The effective value of a setting when the repository was opened.
  package func setting(_ key: String) -> String? {
    own.value(key) { line(["config", "--get", $0]) }
  }

  /// Looks up commits by their names, in one call of git; nil for a name that is not a commit.
  package func commits(named names: [String]) -> [String?] {
    let asked = names.map { $0 + "^{commit}\n" }.joined()
    let lines = git(["cat-file", "--batch-check"], input: Array(asked.utf8)).text
      .split(separator: "\n")
    guard lines.count == names.count else { return names.map { _ in nil } }
    return lines.map { line in
      // `OBJECT commit SIZE`, or `NAME missing`
      let facts = line.split(separator: " ")
      return facts.count == 3 && facts[1] == "commit" ? String(facts[0]) : nil
    }
  }

  /// The commits of refs, by their full names; missing refs are left out.
  package func commits(of refs: [String]) -> [String: String] {
    let listed = git(["for-each-ref", "--format=%(objectname) %(refname)", "--"] + refs)
    var commits: [String: String] = [:]
    for line in listed.text.split(separator: "\n") {
      guard let space = line.firstIndex(of: " ") else { continue }
      commits[String(line[line.index(after: space)...])] = String(line[..<space])
    }
    return commits
  }

  /// The hash of the commit with this name; nil if git knows no such commit.
  package func commit(_ name: String) -> String? {
    let found = line(["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"])
    // `^HEAD` excludes commits, and comes back with its `^`.
    return found.flatMap { $0.allSatisfy(\.isHexDigit) ? $0 : nil }
  }

  /// The branch that is checked out; nil on a detached HEAD.
  package var branch: String? {
    let heads = "refs/heads/"
    // The full name: the short form may mean a tag of the same name.
    return line(["symbolic-ref", "--quiet", "HEAD"]).flatMap {
      $0.hasPrefix(heads) ? String($0.dropFirst(heads.count)) : nil
    }
  }

  /// The merge base of both commits.
  package func mergeBase(_ left: String, _ right: String) -> String? {
    line(["merge-base", left, right])
  }

  /// The hall's files in a commit, by their paths within the hall, with their objects.
  ///
  /// - Parameter folders: only the files below these, as in `history`; all files, if empty.
  package func files(in commit: String, below folders: [String] = []) -> [String: String] {
    let paths = folders.isEmpty ? (prefix.isEmpty ? [] : [prefix]) : folders.map { prefix + $0 }
    let listed = git(["ls-tree", "-r", "-z", "--full-tree", commit, "--"] + paths)
    var files: [String: String] = [:]
    for entry in listed.output.split(separator: 0) {
      let text = String(decoding: entry, as: UTF8.self)
      guard let tab = text.firstIndex(of: "\t") else { continue }
      let facts = text[..<tab].split(separator: " ")
      let path = text[text.index(after: tab)...]
      guard facts.count == 3, facts[1] == "blob", path.hasPrefix(prefix) else { continue }
      files[String(path.dropFirst(prefix.count))] = String(facts[2])
    }
    return files
  }

  /// The content of objects, in their order; nil for a missing one.
  package func contents(of objects: [String]) -> [[UInt8]?] {
    guard !objects.isEmpty else { return [] }
    let asked = Array((objects.joined(separator: "\n") + "\n").utf8)
    return Repository.objects(
      in: git(["cat-file", "--batch"], input: asked).output, count: objects.count)
  }

  /// Parses the output of `git cat-file --batch` for a number of objects.
  static func objects(in bytes: [UInt8], count: Int) -> [[UInt8]?] {
    var contents: [[UInt8]?] = []
    var offset = 0
    while contents.count < count {
      guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      let head = String(decoding: bytes[offset..<end], as: UTF8.self).split(separator: " ")
      offset = end + 1
      guard head.count == 3, let size = Int(head[2]), offset + size < bytes.count else {
        contents.append(nil)
        continue
      }
      contents.append(Array(bytes[offset..<offset + size]))
      offset += size + 1
    }
    while contents.count < count { contents.append(nil) }
    return contents
  }

  /// One file of the hall in a commit; nil if it does not exist.
  package func content(of path: String, in commit: String) -> [UInt8]? {
    let found = git(["cat-file", "blob", "\(commit):\(prefix)\(path)"])
    return found.isDone ? found.output : nil
  }
}
