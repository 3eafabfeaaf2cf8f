import Foundation
import HallCommands
import TestSupport
import Testing

/// Private files are readable only by their owner, or reported.
@Suite("Private files that others can see are reported")
struct PrivateFileTests {
  private let roster = "private/roster.md"
  private static let text = "## 名册\n\n| 姓名 | 方 |\n| --- | --- |\n| 张三 | 居民 |\n"

  private func setMode(_ mode: Int, _ path: String, _ folder: URL) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode],
      ofItemAtPath: folder.appending(path: path).path(percentEncoded: false))
  }

  private func mode(_ path: String, _ folder: URL) throws -> Int? {
    let file = folder.appending(path: path).path(percentEncoded: false)
    let facts = try FileManager.default.attributesOfItem(atPath: file)
    return (facts[.posixPermissions] as? NSNumber)?.intValue
  }

  @Test("a private file that others can read is reported until its mode or folder is closed")
  func readable() throws {
    let hall = try TestHall([roster: Self.text])
    try setMode(0o644, roster, hall.folder)
    let answer = hall.run("check")
    #expect(answer.status == 0)
    #expect(
      answer.output.hasPrefix(
        """
        private/roster.md:1:1: warning: 这份不公开的文件，这台电脑上的别人也能读 [private-file]
        1 | ## 名册
          | ^
        提示：用「chmod 600 private/roster.md」只留给自己
        """), "\(answer.output)")
    #expect(hall.run("verify").errors.contains("[private-file]"))
    try setMode(0o700, "private", hall.folder)
    #expect(hall.run("check").output == "没有发现问题\n")
    try setMode(0o755, "private", hall.folder)
    for (mode, isNamed) in [(0o640, true), (0o604, true), (0o600, false)] {
      try setMode(mode, roster, hall.folder)
      #expect(hall.run("check").output.contains("[private-file]") == isNamed)
    }
  }

  @Test("a private file that is rewritten becomes readable only by its owner")
  func rewritten() throws {
    let hall = try TestHall([roster: Self.text, ".gitignore": "private/\n"])
    try setMode(0o644, roster, hall.folder)
    try hall.write(Data("姓名,方\n张三,居民\n李四,居民\n".utf8), to: "名册.csv")
    let answer = hall.write("init", "--roster", "名册.csv", "--private", "--yes")
    #expect(answer.status == 0, "\(answer.errors)\(answer.output)")
    #expect(hall.text(roster).contains("李四"))
    #expect(try mode(roster, hall.folder) == 0o600)
  }

  @Test(
    "a tracked private file is reported by check, verify, git-setup and check --staged",
    .needs(.git))
  func tracked() throws {
    for folder in ["", "厅/"] {
      let tree = try GitWorkTree(folder, files: [roster: Self.text, "private/a b.md": "x\n"])
      for path in [roster, "private/a b.md"] { try setMode(0o600, path, tree.hall) }
      _ = try tree.sh("git add -A -f && git commit -qm x")
      let checked = tree.run("check")
      #expect(checked.status == 1)
      #expect(
        checked.output.contains(
          """
          private/roster.md:1:1: error: git 跟踪了这份不公开的文件，会交给所有人 [private-file]
          1 | ## 名册
            | ^
          提示：用「git rm --cached -- private/roster.md」让 git 不再跟踪，再提交；以前的提交里还有它
          """), "\(checked.output)")
      #expect(checked.output.contains("「git rm --cached -- 'private/a b.md'」"))
      for call in ["verify", "git-setup"] {
        #expect(tree.run(call).errors.contains("private/roster.md: error: "), "\(call)")
      }
      _ = try tree.sh("git rm -q --cached -- private/roster.md 'private/a b.md'", in: tree.hall)
      #expect(!tree.run("check").output.contains("[private-file]"))
      // Adding it in the next commit is refused; removing it is not.
      _ = try tree.sh("git commit -qm y --no-verify; git add -f private", in: tree.hall)
      let staged = tree.run("check", "--staged")
      #expect(staged.status == 1 && staged.output.contains("[private-file]"), "\(staged.output)")
    }
  }

  @Test("a tracked private file is reported by share", .needs(.git))
  func shared() throws {
    let hall = try SharedHall([:])
    try hall.write(Self.text, to: roster, of: "甲")
    #expect(!hall.share("甲").errors.contains("git 跟踪了"))
    #expect(hall.git(of: "甲", "add", "-f", roster).isDone)
    #expect(hall.git(of: "甲", "commit", "--quiet", "-m", "x").isDone)
    #expect(hall.share("甲").errors.contains("private/roster.md: error: git 跟踪了这份不公开的文件"))
  }
}
