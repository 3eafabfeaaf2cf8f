import HallGit
import HallModel
import HallSyntax
import HallWords
import HallWork

/// The branch a hall is shared on: the upstream, if the remote has it; else the remote's default
/// branch; never a local branch.
extension Sharing {
  /// Why a hall has no shared place.
  enum NoPlace {
    /// No remote is configured.
    case noRemote
    /// A remote that does not answer, with git's message.
    case unreachable(remote: String, ProgramResult)
    /// This branch has a different name from the others' one, and sharing it was not confirmed.
    case otherBranch(BranchChoice)
  }

  enum Found {
    case place(SharedPlace)
    case none(NoPlace)
  }

  func sharedPlace() throws(Refusal) -> Found {
    guard let branch = repository.branch else { return .none(.noRemote) }
    let configured = repository.setting("branch.\(branch).remote")
    let merge = repository.setting("branch.\(branch).merge")
    // `.` means this repository.
    let upstream = configured == "." ? nil : merge
    let chosen = configured == "." ? nil : configured
    let named: String?
    if let chosen { named = chosen } else { named = try onlyRemote(branch) }
    guard let remote = named else { return .none(.noRemote) }
    let asked = network(
      ["ls-remote", "--symref", "--", remote, "HEAD", "refs/heads/*"], .asking)
    guard asked.isDone else { return .none(.unreachable(remote: remote, asked)) }
    let heads = RemoteHeads(asked.text)
    func shared(
      _ reference: String, was former: String? = nil, gone: String? = nil
    ) -> SharedPlace {
      SharedPlace(
        remote: remote, reference: reference, commit: heads.commits[reference],
        isMain: heads.main == nil || heads.main == reference,
        isNew: upstream != reference || chosen == nil, formerName: former, goneName: gone)
    }
    func place(_ reference: String, was former: String? = nil) -> Found {
      .place(shared(reference, was: former))
    }
    if let upstream, heads.commits[upstream] != nil || heads.commits.isEmpty {
      return place(upstream)
    }
    let own = "refs/heads/" + branch
    if upstream == nil, heads.commits[own] != nil || heads.commits.isEmpty { return place(own) }
    guard let main = heads.main ?? heads.commits.keys.sorted().first else { return place(own) }
    if let upstream {
      let name = upstream.replacing("refs/heads/", with: "")
      func wasThere(_ name: String) -> Bool {
        repository.commit("refs/remotes/\(remote)/\(name)") != nil
      }
      guard wasThere(name) else { return place(upstream) }
      // If the others' default branch was never seen beside it, it is the same branch renamed.
      let isBeside = wasThere(main.replacing("refs/heads/", with: ""))
      return .place(shared(main, was: isBeside ? nil : name, gone: isBeside ? name : nil))
    }
    // A branch started beside the others' one was started on purpose.
    if repository.commit(main) != nil {
      return .none(.otherBranch(BranchChoice(branch: branch, own: shared(own), main: shared(main))))
    }
    return place(main)
  }

  /// The remote for a branch without settings.
  private func onlyRemote(_ branch: String) throws(Refusal) -> String? {
    let names = git(["remote"]).text.split(separator: "\n").map(String.init)
    if let only = names.count == 1 ? names.first : names.first(where: { $0 == "origin" }) {
      return only
    }
    if names.isEmpty { return nil }
    throw .refused(
      Phrase(
        zh: "有几个共用的地方，不知道交到哪一个：\(names.joined(separator: "、"))",
        en: "there are several remotes: \(names.joined(separator: ", "))"),
      hint: Phrase(
        zh: "选定一个：git config branch.\(branch).remote 名字，再打 hall 分享",
        en: "choose one: git config branch.\(branch).remote NAME, and run 'hall share' again"))
  }
}
