import HallModel
import HallSyntax
import HallWords

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
