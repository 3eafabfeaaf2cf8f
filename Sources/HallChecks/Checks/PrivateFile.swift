import HallModel
import HallSyntax

/// A private file that others can see.
package enum PrivateFile: Check {
  package static let id = "private-file"
  package static let about = Phrase(
    zh: "private/ 里的文件（名册、票册）被 git 跟踪，会随仓库交给所有人；或者它的权限让这台电脑上的别人也能读。"
      + "这里的文件只给本人看。",
    en: "A file of private/ (a roster, ballots) is tracked by git, which gives it to everybody who"
      + " clones, or its mode lets others on this machine read it. Its content is for its owner"
      + " alone.")

  package static func check(hall: Hall, _ context: CheckContext, _ report: inout Report) {
    look(at: context.privateFiles, &report)
  }

  /// The same for the commands that report it along with their own output.
  package static func problems(_ findings: [PrivateFileFinding]) -> [Problem] {
    var report = Report(of: self)
    look(at: findings, &report)
    return report.problems
  }

  private static func look(at findings: [PrivateFileFinding], _ report: inout Report) {
    for finding in findings {
      let file = Document(path: finding.path, kind: .other, bytes: [])
      switch finding.exposure {
      case .tracked:
        report.error(
          file, 0..<0, zh: "git 跟踪了这份不公开的文件，会交给所有人",
          en: "git tracks this private file, and gives it to everybody",
          hint: Phrase(
            zh: "用「git rm --cached -- \(quoted(finding.path))」让 git 不再跟踪，再提交；以前的提交里还有它",
            en: "have git forget it with 'git rm --cached -- \(quoted(finding.path))' and commit;"
              + " older commits keep it"))
      case .readable:
        report.warning(
          file, 0..<0, zh: "这份不公开的文件，这台电脑上的别人也能读",
          en: "others on this machine may read this private file",
          hint: Phrase(
            zh: "用「chmod 600 \(quoted(finding.path))」只留给自己",
            en: "keep it to yourself with 'chmod 600 \(quoted(finding.path))'"))
      }
    }
  }

  /// A path quoted for a shell.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/": true
      default: scalar.value >= 0x2E80 && scalar != "\u{3000}"
      }
    }
    return isPlain
      ? path
      : "'"
        + path.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }
}
