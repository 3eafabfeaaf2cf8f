import HallModel
import HallSyntax

/// Where the hall is shared.
extension Sharing {
  struct Remote {
    let name: String
    /// The branch there, as in `refs/heads/main`.
    let reference: String
  }

  /// What is there.
  enum Fetched {
    case commit(String)
    /// The branch is not there yet.
    case nothing
    /// What git says of it.
    case unreachable(String)
  }

  enum Pushed {
    case done
    /// Others have all of it.
    case nothing
    /// Somebody has shared something meanwhile.
    case behind
    case refused(String)
  }

  /// The place that the branch is shared at; nil where there is none.
  func remote() throws(CommandError) -> Remote? {
    guard let branch = repository.branch else { return nil }
    let name = repository.line(["config", "--get", "branch.\(branch).remote"])
    let reference = repository.line(["config", "--get", "branch.\(branch).merge"])
    if let name, let reference { return Remote(name: name, reference: reference) }
    let names = git(["remote"]).text.split(separator: "\n").map(String.init)
    guard let only = names.count == 1 ? names.first : names.first(where: { $0 == "origin" }) else {
      if names.isEmpty { return nil }
      throw .refused(
        Phrase(
          zh: "有几个共用的地方，不知道交到哪一个：\(names.joined(separator: "、"))",
          en: "there are several remotes: \(names.joined(separator: ", "))"),
        hint: Phrase(
          zh: "选定一个：git push -u 名字 \(branch)", en: "choose one: git push -u NAME \(branch)"))
    }
    return Remote(name: only, reference: "refs/heads/" + branch)
  }

  func fetch(_ remote: Remote) -> Fetched {
    let found = git(["ls-remote", "--exit-code", "--", remote.name, remote.reference])
    if found.status == 2 { return .nothing }
    guard found.isDone else { return .unreachable(Sharing.words(found)) }
    let fetched = git(["fetch", "--quiet", "--no-tags", "--", remote.name, remote.reference])
    guard fetched.isDone, let commit = repository.commit("FETCH_HEAD") else {
      return .unreachable(Sharing.words(fetched))
    }
    return .commit(commit)
  }

  /// Gives the branch to the others; never over what they have.
  func push(_ remote: Remote) -> Pushed {
    guard let head = repository.commit("HEAD") else { return .nothing }
    if case .commit(let theirs) = known(remote), theirs == head { return .nothing }
    let pushed = git([
      "push", "--quiet", "--porcelain", "--", remote.name, "\(head):\(remote.reference)",
    ])
    if pushed.isDone { return .done }
    let said = pushed.text + pushed.errorText
    if ["fetch first", "non-fast-forward", "[rejected]", "cannot lock ref"].contains(
      where: said.contains),
      !said.contains("[remote rejected]") || said.contains("cannot lock ref")
    {
      return .behind
    }
    return .refused(Sharing.words(pushed))
  }

  /// Refuses to begin a second branch where the others share on another one.
  func requireNoOther(_ remote: Remote) throws(CommandError) {
    let heads = git(["ls-remote", "--heads", "--", remote.name]).text.split(separator: "\n")
      .compactMap { $0.split(separator: "\t").last.map(String.init) }
    guard let branch = repository.branch, heads.count == 1, let only = heads.first,
      repository.line(["config", "--get", "branch.\(branch).merge"]) == nil
    else { return }
    let name = only.replacing("refs/heads/", with: "")
    throw .refused(
      Phrase(
        zh: "大家用的分支叫「\(name)」，这里的叫「\(branch)」，交上去别人看不到",
        en: "the others share on the branch '\(name)', and this is '\(branch)'"),
      hint: Phrase(
        zh: "把这里的改成一样的名字：git branch -m \(name)，再打 hall share",
        en: "rename this one: git branch -m \(name), and run 'hall share' again"))
  }

  /// Says that it is there; where on a branch of its own, so that nobody looks for it elsewhere.
  func tellShared(_ remote: Remote, _ answer: inout Answer) {
    let main = repository.line([
      "symbolic-ref", "--quiet", "--short", "refs/remotes/\(remote.name)/HEAD",
    ])
    let name = remote.reference.replacing("refs/heads/", with: "")
    if let main, main != "\(remote.name)/\(name)" {
      tell("已经交到分支「\(name)」，不在大家平时用的那个上。", "Shared on the branch '\(name)'.", &answer)
    } else {
      tell("已经交给大家。", "Shared with the others.", &answer)
    }
  }

  /// What is there, as it was asked last.
  private func known(_ remote: Remote) -> Fetched {
    let found = git(["ls-remote", "--exit-code", "--", remote.name, remote.reference])
    guard found.isDone, let commit = found.text.split(separator: "\t").first else {
      return .nothing
    }
    return .commit(String(commit))
  }

  static func unreachable(_ remote: Remote, _ said: String) -> CommandError {
    .refused(
      Phrase(
        zh: "连不上大家共用的地方（\(remote.name)）。改动已经存在这台电脑上，没有丢",
        en: "'\(remote.name)' cannot be reached; everything is committed on this machine"),
      hint: Phrase(
        zh: "有网络时再打一次 hall share",
        en: "try 'hall share' again later" + (said.isEmpty ? "" : "; git says: \(said)")))
  }

  static func notTaken(_ remote: Remote, _ said: String) -> CommandError {
    .refused(
      Phrase(
        zh: "大家共用的地方（\(remote.name)）没有收下。改动已经存在这台电脑上，没有丢",
        en: "'\(remote.name)' did not take it; everything is committed on this machine"),
      hint: Phrase(zh: "它说：\(said)", en: "it says: \(said)"))
  }
}
