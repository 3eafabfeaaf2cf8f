import HallModel
import HallSyntax

/// What a remote says it has: its branches, and which of them it calls its own.
struct RemoteHeads {
  /// The commits of the branches, by their names as in `refs/heads/main`.
  let commits: [String: String]
  /// The branch that a clone checks out; nil where the remote does not say.
  let main: String?

  /// - Parameter text: what `git ls-remote --symref` says.
  init(_ text: String) {
    var commits: [String: String] = [:]
    var main: String?
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 2 else { continue }
      if fields[0].hasPrefix("ref: "), fields[1] == "HEAD" {
        main = String(fields[0].dropFirst("ref: ".count))
      } else if fields[1].hasPrefix("refs/heads/") {
        commits[fields[1]] = fields[0]
      }
    }
    self.commits = commits
    self.main = main.flatMap { commits[$0] == nil ? nil : $0 }
  }
}

/// The branch that the hall is shared on.
struct SharedPlace {
  /// The remote's name.
  let remote: String
  /// The branch there, as in `refs/heads/main`.
  let reference: String
  /// What is there; nil where it is not there yet.
  let commit: String?
  /// Whether the branch is the one that the remote calls its own, or there is no other.
  let isMain: Bool
  /// Whether the repository's settings do not name it yet.
  let isNew: Bool
  /// What it was called when this clone last shared on it.
  let formerName: String?
  /// The branch that this clone last shared on, and that is no longer there, though the others' own
  /// was there beside it: somebody has merged it and taken it away.
  let goneName: String?

  /// The branch's name, as in `main`.
  var branch: String { reference.replacing("refs/heads/", with: "") }
}

/// Which branch a hall is shared on: the upstream, where the remote has it; else the remote's own;
/// never one of this machine.
extension Sharing {
  /// Why a hall has no shared place.
  enum NoPlace {
    /// No remote is named.
    case noRemote
    /// A remote that does not answer, and what git says of it.
    case unreachable(remote: String, ProgramResult)
    /// This branch has another name than the others' one, and nobody has said that it is shared.
    case otherBranch(BranchChoice)
  }

  enum Found {
    case place(SharedPlace)
    case none(NoPlace)
  }

  func sharedPlace() throws(CommandError) -> Found {
    guard let branch = repository.branch else { return .none(.noRemote) }
    let configured = repository.setting("branch.\(branch).remote")
    let merge = repository.setting("branch.\(branch).merge")
    // `.` is this very repository.
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
      // Where nobody had seen the others' own beside it, it has another name now.
      let isBeside = wasThere(main.replacing("refs/heads/", with: ""))
      return .place(shared(main, was: isBeside ? nil : name, gone: isBeside ? name : nil))
    }
    // Whoever began a branch beside the others' one did it for a reason.
    if repository.commit(main) != nil {
      return .none(.otherBranch(BranchChoice(branch: branch, own: shared(own), main: shared(main))))
    }
    return place(main)
  }

  /// The remote that a branch without settings is shared at.
  private func onlyRemote(_ branch: String) throws(CommandError) -> String? {
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
        zh: "选定一个：git config branch.\(branch).remote 名字，再打 hall share",
        en: "choose one: git config branch.\(branch).remote NAME, and run 'hall share' again"))
  }
}
