import Foundation
@testable import HallCommands
@testable import HallGit
@testable import HallSharing
import TestSupport
import Testing

/// What keeps git from working is named.
@Suite("Trouble with git", .needs(.git))
struct GitTroubleTests {
  @Test(
    "trouble on this machine is recognised from git's message",
    arguments: [
      (
        "fatal: Unable to create '/x/.git/index.lock': File exists.\n\nAnother git process",
        GitTrouble.locked("/x/.git/index.lock")
      ),
      ("fatal: Unable to create '/x/.git/index.lock': Permission denied", .forbidden),
      ("error: cannot open '.git/FETCH_HEAD': Permission denied", .forbidden),
      (
        "error: insufficient permission for adding an object to repository database .git/objects",
        .forbidden
      ),
      ("fatal: Unable to create '/x/.git/index.lock': Read-only file system", .readOnly),
      ("error: unable to write file .git/objects/ab/cd: No space left on device", .full),
    ])
  func own(said: String, trouble: GitTrouble) {
    #expect(GitTrouble(said) == trouble)
  }

  @Test(
    "a message from the other side is not taken for trouble on this machine",
    arguments: [
      "git@host: Permission denied (publickey).",
      "remote: error: insufficient permission for adding an object to repository database ./objects",
      "remote: fatal: write error: No space left on device", "fatal: bad object",
    ])
  func others(said: String) {
    #expect(GitTrouble(said) == nil)
  }

  @Test("files in the way are named, with what to do and then git's own message")
  func named() throws {
    let shared = try SharedHall([:])
    #expect(shared.share("乙").status == 0)
    try shared.write("甲的\n", to: "笔记.txt", of: "甲")
    shared.git(of: "甲", "add", "笔记.txt")
    shared.git(of: "甲", "commit", "--quiet", "-m", "笔记")
    #expect(shared.share("甲").status == 0)
    try shared.write("乙的\n", to: "笔记.txt", of: "乙")
    let answer = shared.share("乙")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("「笔记.txt」别人也交了同名的"), "\(answer.errors)")
    #expect(answer.errors.contains("提示：给这里的改个名，或挪到别的文件夹，再打 hall 分享；git 说："))
    #expect(shared.text("笔记.txt", of: "乙") == "乙的\n")
    #expect(
      FilesInTheWay(
        "error: Your local changes to the following files would be overwritten by merge:\n\ta b\nAborting"
      )
      .edited == ["a b"])
  }
}
