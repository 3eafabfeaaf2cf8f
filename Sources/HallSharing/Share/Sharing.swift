import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords
import HallWork

/// One call of `hall share`: the hall, its repository, and the person who shares.
package struct Sharing: Speaking {
  let session: Session
  let folder: HallFolder
  let repository: Repository
  let charter: Charter
  let author: HallWriter.Author
  /// The layout of the output.
  let layout: Layout
  /// Whether to share in spite of errors that the person has seen.
  let isAnyway: Bool
  /// Asks the person; nil if nobody can be asked.
  private let answering: (@Sendable (Question) throws(Refusal) -> Reply)?
  /// The merge driver, as a setting of each call of git.
  private let driver: [String]
  /// Whether the message that the shared place has not answered yet was shown.
  let hasWaited = WaitingWord()

  /// - Parameters:
  ///   - program: the path of this program, for git to call; nil if it is unknown.
  ///   - answering: asks the person; nil if nobody can be asked.
  package init(
    _ session: Session, layout: Layout, isAnyway: Bool, program: () -> String?,
    asking answering: (@Sendable (Question) throws(Refusal) -> Reply)?
  ) throws(Refusal) {
    (self.session, self.layout, self.isAnyway) = (session, layout, isAnyway)
    self.answering = answering
    folder = session.folder
    charter = folder.charter().charter
    author = try session.author(charter)
    repository = try Repository.required(around: folder.root, session.world.programs)
    try repository.requireKnownPrograms()
    try repository.requireWhole()
    // The driver is always this very program, whatever path is in the repository's settings.
    let isSetUp = repository.own.programs.contains { $0.key == GitSetting.driverKey }
    driver =
      isSetUp ? OwnSettings.word(GitSetting.driverKey, GitSetting.driver(program())) : []
  }

  /// The language of messages.
  package var language: Language { session.language }

  /// Whether a person can be asked.
  var canAsk: Bool { answering != nil }

  /// The reply to a question; none, if nobody can be asked.
  func reply(to question: Question) throws(Refusal) -> Reply {
    guard let answering else { return .declined }
    return try answering(question)
  }

  /// The words of the reply to a question; nil for none.
  func words(_ question: Phrase, leaving: Phrase? = nil) throws(Refusal) -> String? {
    guard case .words(let text) = try reply(to: .words(question, leaving: leaving)) else {
      return nil
    }
    return TypedText.words(text)
  }

  /// Another hall of the same repository: its shared changes are merged as well.
  init(_ sharing: Sharing, _ folder: HallFolder, prefix: String) {
    (session, author, layout) = (sharing.session, sharing.author, sharing.layout)
    (isAnyway, answering) = (sharing.isAnyway, sharing.answering)
    self.folder = folder
    charter = folder.charter().charter
    repository = Repository(sharing.repository, prefix: prefix)
    driver = sharing.driver
  }

  /// The other halls in the repository, here and in a commit.
  func otherHalls(in commit: String) -> [Sharing] {
    let whole = Repository(repository, prefix: "").files(in: commit)
    return whole.keys.sorted().compactMap { path in
      guard path == "hall.md" || path.hasSuffix("/hall.md") else { return nil }
      let prefix = String(path.dropLast("hall.md".count))
      // The history of a hall.md has the same file name, but is not a hall of its own.
      let isHistory =
        ("/" + prefix).hasSuffix("/history/")
        && whole[String(prefix.dropLast("history/".count)) + "hall.md"] != nil
      guard !isHistory else { return nil }
      guard prefix != repository.prefix,
        let folder = try? HallFolder(at: repository.top + "/" + prefix)
      else { return nil }
      return Sharing(self, folder, prefix: prefix)
    }
  }

  /// The author of a commit: the author of the revisions; git's own settings, if there are any.
  var identity: [String: String?] {
    let email = repository.setting("user.email") ?? "hall@localhost"
    let own = Sharing.gitName(author.name)
    let name = repository.setting("user.name") ?? own
    let date = "\(session.world.now) +0000"
    return [
      "GIT_AUTHOR_NAME": own, "GIT_AUTHOR_EMAIL": email, "GIT_AUTHOR_DATE": date,
      "GIT_COMMITTER_NAME": name, "GIT_COMMITTER_EMAIL": email, "GIT_COMMITTER_DATE": date,
    ]
  }

  /// A name in a form that git accepts: without the characters that separate it from an address.
  private static func gitName(_ name: String) -> String {
    let plain = name.filter { !"<>".contains($0) && !$0.isNewline }
    // git strips blanks and full stops from both ends, and refuses a name without other characters.
    return plain.contains { $0.isLetter || $0.isNumber } ? plain : "hall"
  }

  /// Runs git, which may ask for a password if a person can answer.
  func git(
    _ words: [String], input: [UInt8] = [], patience: Patience? = nil
  ) -> ProgramResult {
    var environment = identity
    if !canAsk { environment["GIT_TERMINAL_PROMPT"] = "0" }
    return repository.git(
      words, input: input, obeying: .hooks, settings: driver, environment: environment,
      patience: patience)
  }

  /// The same for paths of the hall, which are passed to git literally.
  func git(_ words: [String], paths: [String]) -> ProgramResult {
    git(words, whole: paths.map { repository.prefix + $0 })
  }

  /// The same for paths from the top of the work tree.
  func git(_ words: [String], whole paths: [String]) -> ProgramResult {
    let list = paths.flatMap { path -> [UInt8] in Array(path.utf8) + [0] }
    return git(words + ["--pathspec-from-file=-", "--pathspec-file-nul"], input: list)
  }

  /// Stages files of the hall in their present state, including deleted ones.
  func stage(_ paths: [String]) -> ProgramResult {
    let list = Set(paths).sorted().flatMap { path -> [UInt8] in
      Array((repository.prefix + path).utf8) + [0]
    }
    return git(["update-index", "--add", "--remove", "-z", "--stdin"], input: list)
  }

  /// The hall's own clock, in seconds east of Greenwich.
  var offset: Int { session.world.offset(charter) }

  /// Adds a line to the answer; control characters from a file are shown, not obeyed.
  func tell(_ zh: String, _ en: String, _ answer: inout Answer) {
    answer.output += VisibleText.line(say(zh, en)) + "\n"
  }

  /// git's reason for a failure, as a hint.
  static func words(_ result: ProgramResult) -> String {
    let lines = result.errorText.split(whereSeparator: \.isNewline)
      .map { Slice(String($0)).trimmed.string }
      .filter { !$0.isEmpty && !$0.hasPrefix("hint:") }
    return lines.prefix(4).joined(separator: "；")
  }

  // MARK: The hall's own files

  /// A rewrite of a file, whatever its present content.
  func rewriting(_ path: String, to new: [UInt8]) -> HallWriter.Rewrite {
    HallWriter.Rewrite(path: path, old: (try? folder.read(path, kind: .other))?.bytes, new: new)
  }

  /// Rewrites files, whatever their present content.
  func rewrite(
    _ files: [(path: String, bytes: [UInt8])], holding lock: HallLock
  ) throws(Refusal) {
    do throws(HallWriter.Failure) {
      try HallWriter(folder).rewrite(
        files.map { rewriting($0.path, to: $0.bytes) }, holding: lock)
    } catch {
      throw .writing(error)
    }
  }

  /// A file of the hall that differs from the last commit.
  struct Changed {
    let path: String
    let isNew: Bool
  }

  /// The hall's own files that differ from the last commit.
  func changed() -> [Changed] { changed(of: uncommitted() ?? []) }

  /// The hall's own files among files of the work tree.
  func changed(of files: [Changed]) -> [Changed] {
    files.compactMap { file in
      guard file.path.hasPrefix(repository.prefix) else { return nil }
      let path = String(file.path.dropFirst(repository.prefix.count))
      return SharedFiles.contain(path) ? Changed(path: path, isNew: file.isNew) : nil
    }
  }

  /// The files that differ from the last commit, in the hall and among those that `git-setup`
  /// writes outside it; paths from the top of the work tree. Nil if git does not report them.
  func uncommitted() -> [Changed]? {
    let paths = [repository.prefix] + MarkedLines.atTop.map(\.path)
    let listed = git(
      ["status", "--porcelain=v1", "-z", "-uall", "--no-renames", "--ignore-submodules=all"]
        + (repository.prefix.isEmpty ? [] : ["--"] + paths))
    guard listed.isDone else { return nil }
    return listed.output.split(separator: 0).map { entry in
      Changed(
        path: String(decoding: entry.dropFirst(3), as: UTF8.self),
        isNew: entry.first == UInt8(ascii: "?"))
    }
  }

  /// The hall's own files that an ignore pattern of the repository, or of the user, matches. They
  /// are part of the record all the same. Nil if git does not report them.
  func ignored() -> [String]? {
    let listed = git(
      ["ls-files", "--others", "--ignored", "--exclude-standard", "--full-name", "-z"]
        + (repository.prefix.isEmpty ? [] : ["--", repository.prefix]))
    guard listed.isDone else { return nil }
    return listed.output.split(separator: 0).compactMap { entry in
      let path = String(decoding: entry, as: UTF8.self)
      guard path.hasPrefix(repository.prefix) else { return nil }
      let inner = String(path.dropFirst(repository.prefix.count))
      return SharedFiles.contain(inner) ? inner : nil
    }
  }

  /// The history of a document in a commit; empty if it has none.
  func ledger(_ place: HistoryPlace, in commit: String?) -> Ledger {
    let bytes = commit.flatMap { repository.content(of: place.path, in: $0) } ?? []
    return Ledger(bytes, of: place.documentPath)
  }
}
