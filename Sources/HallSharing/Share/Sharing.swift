import HallGit
import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords
import HallWork

/// One call of `hall share`: the hall, its repository, and who shares.
package struct Sharing: Speaking {
  let session: Session
  let folder: HallFolder
  let repository: Repository
  let charter: Charter
  let author: HallWriter.Author
  /// How what is shown is laid out.
  let layout: Layout
  /// Whether what somebody has looked at is shared whatever is wrong with it.
  let isAnyway: Bool
  /// Asks somebody; nil where nobody can be asked.
  private let answering: (@Sendable (Question) throws(Refusal) -> Reply)?
  /// The merge driver, as a setting of each call of git.
  private let driver: [String]
  /// Whether it was said that the shared place has not answered yet.
  let hasWaited = WaitingWord()

  /// - Parameters:
  ///   - program: where this program is, for git to call; nil where nobody knows.
  ///   - answering: asks somebody; nil where nobody can be asked.
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
    // The driver is this very program, whatever path the repository's settings say.
    let isSetUp = repository.own.programs.contains { $0.key == GitSetting.driverKey }
    driver =
      isSetUp ? OwnSettings.word(GitSetting.driverKey, GitSetting.driver(program())) : []
  }

  /// The language of what is said.
  package var language: Language { session.language }

  /// Whether somebody can be asked.
  var canAsk: Bool { answering != nil }

  /// What somebody says to a question; nothing, where nobody can be asked.
  func reply(to question: Question) throws(Refusal) -> Reply {
    guard let answering else { return .declined }
    return try answering(question)
  }

  /// The words that somebody says to a question; nil for none.
  func words(_ question: Phrase, leaving: Phrase? = nil) throws(Refusal) -> String? {
    guard case .words(let text) = try reply(to: .words(question, leaving: leaving)) else {
      return nil
    }
    return TypedText.words(text)
  }

  /// Another hall of the same repository: what others have shared of it comes along.
  init(_ sharing: Sharing, _ folder: HallFolder, prefix: String) {
    (session, author, layout) = (sharing.session, sharing.author, sharing.layout)
    (isAnyway, answering) = (sharing.isAnyway, sharing.answering)
    self.folder = folder
    charter = folder.charter().charter
    repository = Repository(sharing.repository, prefix: prefix)
    driver = sharing.driver
  }

  /// The other halls that stand in the repository, here and in a commit.
  func otherHalls(in commit: String) -> [Sharing] {
    let whole = Repository(repository, prefix: "").files(in: commit)
    return whole.keys.sorted().compactMap { path in
      guard path == "hall.md" || path.hasSuffix("/hall.md") else { return nil }
      let prefix = String(path.dropLast("hall.md".count))
      // The history of a hall.md is called as it is, and no hall of its own.
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

  /// Whom a commit names: the author of the revisions; git's own settings, where there are any.
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

  /// A name as git takes one: without the signs that part it from an address.
  private static func gitName(_ name: String) -> String {
    let plain = name.filter { !"<>".contains($0) && !$0.isNewline }
    // git takes blanks and stops off both ends, and refuses what is left of nothing else.
    return plain.contains { $0.isLetter || $0.isNumber } ? plain : "hall"
  }

  /// Runs git, which may ask for a password where somebody can answer.
  func git(
    _ words: [String], input: [UInt8] = [], patience: Patience? = nil
  ) -> ProgramResult {
    var environment = identity
    if !canAsk { environment["GIT_TERMINAL_PROMPT"] = "0" }
    return repository.git(
      words, input: input, obeying: .hooks, settings: driver, environment: environment,
      patience: patience)
  }

  /// The same for paths of the hall, which are given to git as they are, whatever they hold.
  func git(_ words: [String], paths: [String]) -> ProgramResult {
    git(words, whole: paths.map { repository.prefix + $0 })
  }

  /// The same for paths from the top of the work tree.
  func git(_ words: [String], whole paths: [String]) -> ProgramResult {
    let list = paths.flatMap { path -> [UInt8] in Array(path.utf8) + [0] }
    return git(words + ["--pathspec-from-file=-", "--pathspec-file-nul"], input: list)
  }

  /// Puts files of the hall into the index as they stand, those that are gone as well.
  func stage(_ paths: [String]) -> ProgramResult {
    let list = Set(paths).sorted().flatMap { path -> [UInt8] in
      Array((repository.prefix + path).utf8) + [0]
    }
    return git(["update-index", "--add", "--remove", "-z", "--stdin"], input: list)
  }

  /// The hall's own clock, in seconds east of Greenwich.
  var offset: Int { session.world.offset(charter) }

  /// A line of the answer; what a file says in it is shown and not obeyed.
  func tell(_ zh: String, _ en: String, _ answer: inout Answer) {
    answer.output += VisibleText.line(say(zh, en)) + "\n"
  }

  /// What git says of why it did not do something, as a hint.
  static func words(_ result: ProgramResult) -> String {
    let lines = result.errorText.split(whereSeparator: \.isNewline)
      .map { Slice(String($0)).trimmed.string }
      .filter { !$0.isEmpty && !$0.hasPrefix("hint:") }
    return lines.prefix(4).joined(separator: "；")
  }

  // MARK: The hall's own files

  /// A file that is written anew, whatever stands there now.
  func rewriting(_ path: String, to new: [UInt8]) -> HallWriter.Rewrite {
    HallWriter.Rewrite(path: path, old: (try? folder.read(path, kind: .other))?.bytes, new: new)
  }

  /// Writes files anew, whatever stands there now.
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

  /// A file of the hall that is not as it is in the last commit.
  struct Changed {
    let path: String
    let isNew: Bool
  }

  /// The hall's own files that are not as they are in the last commit.
  func changed() -> [Changed] { changed(of: uncommitted() ?? []) }

  /// Those among files of the work tree.
  func changed(of files: [Changed]) -> [Changed] {
    files.compactMap { file in
      guard file.path.hasPrefix(repository.prefix) else { return nil }
      let path = String(file.path.dropFirst(repository.prefix.count))
      return SharedFiles.contain(path) ? Changed(path: path, isNew: file.isNew) : nil
    }
  }

  /// What is not as it is in the last commit, in the hall and of what `git-setup` writes beside it;
  /// paths from the top of the work tree. Nil where git does not tell.
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

  /// The hall's own files that a pattern of the repository, or of the user's, would leave out. They
  /// are part of the record all the same. Nil where git does not tell.
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

  /// The history that a commit has of a document; empty where it has none.
  func ledger(_ place: HistoryPlace, in commit: String?) -> Ledger {
    let bytes = commit.flatMap { repository.content(of: place.path, in: $0) } ?? []
    return Ledger(bytes, of: place.documentPath)
  }
}
