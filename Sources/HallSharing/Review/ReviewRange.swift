import HallGit
import HallModel
import HallStore
import HallSyntax
import HallWords

/// The two states of a hall that are compared, and the reviewer.
package struct ReviewRange {
  package let repository: Repository
  /// The charter in the folder.
  package let charter: Charter?
  /// Nil if everything is new. For two named states it is their merge base, as in a merge request.
  package let from: Commit?
  package let to: Commit
  /// The older of two named states, if it is not the one that is compared.
  package let base: Base?
  /// The reviewer's mark; nil if states were named.
  package let mark: ReviewerMark?
  /// The number of documents with uncommitted edits; nil if the newer state was named.
  package let uncommitted: Int?
  /// The fetched commits of the others that the newer state does not have; nil for named states.
  let missing: (upstream: String, count: Int)?

  /// Why the first of two named states is not the one that is compared.
  package enum Base {
    /// The first state has changed since the merge base; the review leaves those changes out.
    case before(Commit, name: String)
    /// There is no merge base in this clone: the named state itself is compared.
    case nothingCommon(name: String, isShallow: Bool)

    /// The state that was named.
    var commit: Commit? {
      switch self {
      case .before(let commit, _): commit
      case .nothingCommon: nil
      }
    }
  }

  /// - Parameters:
  ///   - names: one state or two; none for what the reviewer has not seen.
  ///   - reviewer: the name of the reviewer, if given.
  package init(
    of folder: HallFolder, _ names: [String], for reviewer: String?, in world: World
  ) throws(Refusal) {
    charter = folder.charter().charter
    do throws(Repository.Failure) {
      repository = try Repository(around: folder.root, world.programs)
    } catch {
      throw ReviewRange.refusal(error)
    }
    mark =
      names.isEmpty
      ? ReviewerMark(reviewer: try ReviewRange.reviewer(reviewer, folder, world)) : nil
    guard let head = repository.datedCommit("HEAD") else {
      throw .refused(
        Phrase(zh: "这个议事厅在 git 里还没有提交过", en: "nothing of this hall has been committed yet"),
        hint: Phrase(
          zh: "先用「hall 分享」提交一次，或用 git commit",
          en: "commit it first: 'hall share', or 'git commit'"))
    }
    to = names.count > 1 ? try ReviewRange.commit(names[1], in: repository) : head
    if let mark {
      from = mark.commit(in: repository).flatMap { [repository] in repository.datedCommit($0) }
      base = nil
    } else {
      let named = try ReviewRange.commit(names[0], in: repository)
      (from, base) = names.count > 1 ? repository.start(named, names[0], to) : (named, nil)
    }
    uncommitted = names.count > 1 ? nil : repository.uncommittedDocuments()
    missing = names.count > 1 ? nil : repository.missing(from: to.digits)
  }

  /// The first of two states, as it was named.
  package var named: Commit? { base.map { $0.commit ?? from } ?? (mark == nil ? from : nil) }

  /// Moves the reviewer's mark to the newer state; returns the message about it.
  package func finish(_ language: Language) throws(Refusal) -> String {
    guard let mark else { return "" }
    if let failure = mark.move(to: to.digits, in: repository) {
      throw .refused(
        Phrase(zh: "没有记下看到了哪里", en: "the end of the review could not be saved"),
        hint: failure.isEmpty ? nil : Phrase(zh: "git 说：\(failure)", en: "git says: \(failure)"))
    }
    let name = VisibleText.line(mark.reviewer)
    return Phrase(
      zh: "已记下：\(name)看到 \(to.short)，下次从这里看起\n",
      en: "noted: \(name) has seen everything up to \(to.short)\n")[language]
  }

  private static func reviewer(
    _ name: String?, _ folder: HallFolder, _ world: World
  ) throws(Refusal) -> String {
    if let name = world.person(name, in: folder) { return name }
    throw .refused(
      Phrase(zh: "不知道是谁在看", en: "the name of the reviewer is missing"),
      hint: Phrase(
        zh: "用 --署名 写上姓名，或写出从哪个版本看起：hall 审阅 HEAD~5",
        en: "say who with --by NAME, or from which revision: 'hall review HEAD~5'"))
  }

  private static func commit(_ name: String, in repository: Repository) throws(Refusal)
    -> Commit
  {
    if let commit = repository.datedCommit(name) { return commit }
    // `A..B` has to be given as two words.
    let hasDots = name.contains("..")
    throw .refused(
      Phrase(zh: "git 里没有「\(name)」这个版本", en: "git knows no revision '\(name)'"),
      hint: hasDots
        ? Phrase(zh: "两个版本分开写：hall 审阅 旧版 新版", en: "write two words: 'hall review A B'")
        : Phrase(
          zh: "写分支、标签或提交的编号；用「git log」看有哪些",
          en: "name a branch, a tag or a commit; see 'git log'"))
  }

  private static func refusal(_ failure: Repository.Failure) -> Refusal {
    switch failure {
    case .noGit:
      .refused(
        Phrase(zh: "这台电脑上没有 git", en: "git is not installed here"),
        hint: Phrase(
          zh: "请装上 git；只看一份文件的改动，用「hall 比较」",
          en: "install git; 'hall diff' shows what changed in one document"))
    case .obstacle(let path): Repository.Failure.inTheWay(path)
    case .noRepository(let said):
      .refused(
        Phrase(zh: "这个议事厅不在 git 里", en: "this hall is not in git"),
        hint: said.contains("safe.directory")
          ? Phrase(zh: "git 说：\(said)", en: "git says: \(said)")
          : Phrase(
            zh: "用「git init」放进 git；只看一份文件的改动，用「hall 比较」",
            en: "put it into git with 'git init'; 'hall diff' shows what changed in one document"))
    }
  }
}

extension Repository {
  /// The start of the changes that another state would merge.
  fileprivate func start(
    _ named: Commit, _ name: String, _ to: Commit
  ) -> (Commit, ReviewRange.Base?) {
    guard let base = mergeBase(named.digits, to.digits).flatMap(datedCommit) else {
      return (named, .nothingCommon(name: name, isShallow: isShallow))
    }
    return base == named ? (named, nil) : (base, .before(named, name: name))
  }
}
