import HallHistory
import HallWords

/// Where a reviewer has looked last: a ref of the reviewer's own, in this clone alone.
package struct ReviewerMark: Sendable {
  package let reviewer: String

  package init(reviewer: String) {
    self.reviewer = reviewer
  }

  /// `refs/hall/reviewed/王五`, whatever the name is.
  ///
  /// No two names have one ref, also where a disk takes upper and lower case, or two forms of one
  /// character, for the same. What is neither a small letter, a digit nor a Chinese character stands
  /// as the bytes it is; a name too long for a file's is its digest.
  package var ref: String {
    var name = ""
    for scalar in reviewer.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A, 0x3400...0x4DBF, 0x4E00...0x9FFF:
        name.unicodeScalars.append(scalar)
      default:
        for byte in String(scalar).utf8 {
          let digits = String(byte, radix: 16)
          name += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
        }
      }
    }
    if name.utf8.count > 200 { name = "%sha256-" + SHA256.hex(of: Array(reviewer.utf8)) }
    return "refs/hall/reviewed/" + name
  }

  /// The commit that was looked at last; nil where none was.
  package func commit(in repository: Repository) -> String? { repository.commit(ref) }

  /// Moves the mark to a commit; what git says where it cannot.
  package func move(to commit: String, in repository: Repository) -> String? {
    let result = repository.git(["update-ref", "--no-deref", ref, commit])
    return result.isDone ? nil : result.errorText
  }
}
