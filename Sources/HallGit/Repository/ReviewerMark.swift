import HallHistory
import HallWords

/// The commit a reviewer has seen last: a ref of the reviewer's own, in this clone only.
package struct ReviewerMark: Sendable {
  package let reviewer: String

  package init(reviewer: String) {
    self.reviewer = reviewer
  }

  /// `refs/hall/reviewed/王五`, for any name.
  ///
  /// Different names have different refs, even on a disk that ignores case or Unicode
  /// normalization. Any character other than a small letter, a digit or a Chinese character is
  /// written as its bytes; a name too long for a file name is written as its digest.
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

  /// The commit that was seen last; nil before the first review.
  package func commit(in repository: Repository) -> String? { repository.commit(ref) }

  /// Moves the mark to a commit; git's message if that fails.
  package func move(to commit: String, in repository: Repository) -> String? {
    let result = repository.git(["update-ref", "--no-deref", ref, commit])
    return result.isDone ? nil : result.errorText
  }
}
