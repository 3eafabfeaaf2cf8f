import HallGit
import HallModel
import HallSyntax
import HallWords

/// Exchange with the shared place.
extension Sharing {
  /// The result of a push.
  enum Pushed {
    case done
    /// There was nothing to push.
    case nothing
    /// Somebody has pushed in the meantime, or is about to; git's message.
    case behind(String)
    /// It was accepted, but is not there.
    case unseen
    case refused(String)
  }

  /// Fetches the commit of the shared place.
  func fetch(_ place: SharedPlace) throws(Refusal) -> String? {
    guard place.commit != nil else { return nil }
    let fetched = network(
      ["fetch", "--quiet", "--no-tags", "--", place.remote, place.reference], .moving)
    guard fetched.isDone, let commit = repository.commit("FETCH_HEAD") else {
      throw unreachable(place.remote, fetched, .moving)
    }
    return commit
  }

  /// Pushes the branch; never overwrites what the others have.
  ///
  /// - Parameter theirs: the commit there.
  func push(_ place: SharedPlace, over theirs: String?) throws(Refusal) -> Pushed {
    guard let head = repository.commit("HEAD"), theirs != head else { return .nothing }
    let pushed = network(
      ["push", "--quiet", "--porcelain", "--", place.remote, "\(head):\(place.reference)"], .moving)
    if pushed.isOverdue { throw unreachable(place.remote, pushed, .moving) }
    guard pushed.isDone else {
      let said = pushed.text + pushed.errorText
      let isBehind = ["fetch first", "non-fast-forward", "[rejected]", "cannot lock ref"]
        .contains(where: said.contains)
      if isBehind, !said.contains("[remote rejected]") || said.contains("cannot lock ref") {
        GitLocks.removeLeft(of: place, said, in: repository)
        return .behind(Sharing.words(pushed))
      }
      return .refused(Sharing.words(pushed))
    }
    return try holds(head, place) ? .done : .unseen
  }

  /// Whether the shared branch contains a commit, according to the remote itself.
  private func holds(_ head: String, _ place: SharedPlace) throws(Refusal) -> Bool {
    let asked = network(
      ["ls-remote", "--exit-code", "--", place.remote, place.reference], .asking)
    guard asked.isDone, let commit = asked.text.split(separator: "\t").first else { return false }
    if commit == head { return true }
    // Somebody has pushed on top of it.
    guard let now = try? fetch(place) else { return false }
    return repository.isAncestor(head, of: now)
  }

  // MARK: What was seen there

  func seenRef(_ place: SharedPlace) -> String {
    let remote = place.remote.utf8.map { byte -> String in
      let isPlain = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
      return isPlain ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16)
    }.joined()
    return "refs/hall/shared/\(remote)/\(place.branch)"
  }

  /// The commit that was seen there last: by this program, else by git. It is kept until the
  /// present one is merged, whatever git fetches meanwhile.
  func seen(_ place: SharedPlace) -> String? {
    if let own = repository.commit(seenRef(place)) { return own }
    let name = "refs/remotes/\(place.remote)/\(place.formerName ?? place.branch)"
    guard let known = repository.commit(name) else { return nil }
    _ = repository.git(["update-ref", "--no-deref", seenRef(place), known])
    return known
  }

  /// Keeps the commit that was there and is merged now.
  func keepSeen(_ place: SharedPlace, _ theirs: String) {
    _ = repository.git(["update-ref", "--no-deref", seenRef(place), theirs])
  }

  /// The same, for a place known by the commit seen before.
  func keepSeen(_ theirs: String, inPlaceOf known: String) {
    let listed = repository.git([
      "for-each-ref", "--format=%(refname)", "--points-at", known, "refs/hall/shared",
    ])
    for ref in listed.text.split(separator: "\n") {
      _ = repository.git(["update-ref", "--no-deref", String(ref), theirs])
    }
  }

  /// Keeps the commit that is there now, and the fact that this branch is shared there.
  func keepSeen(_ place: SharedPlace) {
    guard let head = repository.commit("HEAD"), let branch = repository.branch else { return }
    keepSeen(place, head)
    guard place.isNew else { return }
    _ = git(["config", "branch.\(branch).remote", place.remote])
    _ = git(["config", "branch.\(branch).merge", place.reference])
  }

  // MARK: Words

  /// Reports that it is shared; on a branch of its own, also which one.
  func tellShared(_ place: SharedPlace, _ answer: inout Answer) {
    if place.isMain {
      tell("已经交给大家。", "Shared with the others.", &answer)
    } else {
      tell(
        "已经交到分支「\(place.branch)」，不在大家平时用的那个上。", "Shared on the branch '\(place.branch)'.", &answer)
    }
  }

  /// Reports that the others use a different name now.
  func tellRenamed(_ place: SharedPlace, _ answer: inout Answer) {
    if let gone = place.goneName {
      return tell(
        "大家那边没有分支「\(gone)」了，以后交到「\(place.branch)」。",
        "the others have no branch '\(gone)' any more; from now on '\(place.branch)' is used.",
        &answer)
    }
    guard let former = place.formerName else { return }
    tell(
      "大家用的分支「\(former)」改名叫「\(place.branch)」了，以后交到这里。",
      "the shared branch '\(former)' is called '\(place.branch)' now, and is used from now on.",
      &answer)
  }

  static func unseen(_ place: SharedPlace) -> Refusal {
    .refused(
      Phrase(
        zh: "交上去了，可是大家共用的地方（\(place.remote)）看不到它。改动都在这台电脑上，没有丢",
        en: "it was sent, but '\(place.remote)' does not have it; everything is committed here"),
      hint: Phrase(
        zh: "再打一次 hall 分享；还是这样，请管共用地方的人看看分支「\(place.branch)」",
        en: "run 'hall share' again; if it goes on, ask the administrator of the shared place"
          + " about the branch '\(place.branch)'"))
  }

  func notTaken(_ place: SharedPlace, _ said: String) -> Refusal {
    let isProtected = [
      "protected branch", "GH006", "GH013", "pre-receive hook declined", "not allowed to push",
    ]
    .contains(where: said.contains)
    let own =
      "\(place.branch)-\(author.name.filter { !$0.isWhitespace && !"~^:?*[\\".contains($0) })"
    return .refused(
      Phrase(
        zh: "大家共用的地方（\(place.remote)）没有收下。改动已经存在这台电脑上，没有丢",
        en: "'\(place.remote)' did not take it; everything is committed on this machine"),
      hint: isProtected
        ? Phrase(
          zh: "「\(place.branch)」要先给别人看过才收。交一条自己的：git push \(place.remote) HEAD:refs/heads/\(own)，"
            + "再请委员会看分支「\(own)」、合进去。它说：\(said)",
          en:
            "'\(place.branch)' takes only reviewed changes. Share a branch of your own:"
            + " git push \(place.remote) HEAD:refs/heads/\(own), and ask the committee to review and"
            + " merge '\(own)'. It says: \(said)")
        : Phrase(zh: "请管共用地方的人看看。它说：\(said)", en: "ask its administrator; it says: \(said)"))
  }
}
