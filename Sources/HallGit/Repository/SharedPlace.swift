import HallModel
import HallSyntax
import HallWords

/// The branches of a remote, and its default branch.
package struct RemoteHeads {
  /// The commits of the branches, by full names as in `refs/heads/main`.
  package let commits: [String: String]
  /// The branch that a clone checks out; nil if the remote does not report it.
  package let main: String?

  /// - Parameter text: the output of `git ls-remote --symref`.
  package init(_ text: String) {
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
package struct SharedPlace {
  /// The remote's name.
  package let remote: String
  /// The branch there, as in `refs/heads/main`.
  package let reference: String
  /// The commit there; nil if the branch does not exist yet.
  package let commit: String?
  /// Whether the branch is the remote's default branch, or the only one.
  package let isMain: Bool
  /// Whether the repository's settings do not name it yet.
  package let isNew: Bool
  /// Its name when this clone last shared on it.
  package let formerName: String?
  /// The branch that this clone last shared on, if it no longer exists but the others' default
  /// branch existed beside it: somebody has merged and deleted it.
  package let goneName: String?

  package init(
    remote: String, reference: String, commit: String?, isMain: Bool, isNew: Bool,
    formerName: String?, goneName: String?
  ) {
    (
      self.remote, self.reference, self.commit, self.isMain, self.isNew, self.formerName,
      self.goneName
    ) = (remote, reference, commit, isMain, isNew, formerName, goneName)
  }

  /// The branch's name, as in `main`.
  package var branch: String { reference.replacing("refs/heads/", with: "") }
}
