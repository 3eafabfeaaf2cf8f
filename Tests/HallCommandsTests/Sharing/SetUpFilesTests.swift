import Foundation
@testable import HallCommands
@testable import HallSharing
import TestSupport
import Testing

/// What `git-setup` writes outside the hall for other programs is shared with the hall.
@Suite("The files of git-setup", .needs(.git))
struct SetUpFilesTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("a file counts as changed by git-setup only if nothing but its lines differs")
  func ownLines() {
    let lines = MarkedLines.prettier
    let (new, added) = (lines.adding(to: nil), lines.adding(to: bytes("node_modules\n")))
    #expect(lines.isOnlyChange(from: nil, to: new) && lines.isOnlyChange(from: new, to: nil))
    #expect(lines.isOnlyChange(from: bytes("node_modules\n"), to: added))
    #expect(
      lines.isOnlyChange(from: bytes("node_modules\n"), to: lines.adding(to: bytes("node_modules")))
        == false)
    #expect(!lines.isOnlyChange(from: bytes("dist\n"), to: added))
    #expect(!lines.isOnlyChange(from: nil, to: added))
    #expect(!lines.isOnlyChange(from: nil, to: bytes("dist\n")))
    #expect(!lines.isOnlyChange(from: new, to: new))
  }

  @Test(
    "the files of git-setup are shared with the hall, wherever the hall is", arguments: ["", "厅"])
  func shared(hall: String) throws {
    let shared = try SharedHall([:], hall: hall)
    #expect(shared.share("乙").status == 0)
    let top = URL(filePath: shared.path("甲"))
    let (ours, theirs) = (top.appending(path: ".prettierignore"), top.appending(path: "别人.txt"))
    try Data(MarkedLines.prettier.adding(to: nil)).write(to: ours)
    try Data("x".utf8).write(to: theirs)
    let answer = shared.share("甲")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(shared.git(of: "甲", "status", "--porcelain", "-z").text == "?? 别人.txt\0")
    #expect(shared.share("乙").status == 0)
    let there = URL(filePath: shared.path("乙")).appending(path: ".prettierignore")
    #expect(try Data(contentsOf: there) == Data(MarkedLines.prettier.adding(to: nil)))
    // A removed file is removed for everybody; a file with other lines is not shared.
    try FileManager.default.removeItem(at: ours)
    #expect(shared.share("甲").status == 0)
    #expect(shared.share("乙").status == 0)
    #expect(!FileManager.default.fileExists(atPath: there.path(percentEncoded: false)))
    try Data(MarkedLines.prettier.adding(to: bytes("node_modules\n"))).write(to: ours)
    #expect(shared.share("甲").status == 0)
    #expect(shared.git(of: "甲", "status", "--porcelain", "-z").text.contains("?? .prettierignore"))
  }

  @Test(
    "the files of git-setup are noticed even if nothing else has changed", arguments: ["", "厅"])
  func alone(hall: String) throws {
    let shared = try SharedHall([:], hall: hall)
    // The first call looks at everything, so that the next one need not.
    for _ in 1...2 { #expect(shared.share("甲").status == 0) }
    let ours = URL(filePath: shared.path("甲")).appending(path: ".prettierignore")
    try Data(MarkedLines.prettier.adding(to: nil)).write(to: ours)
    let answer = shared.share("甲")
    #expect(answer.status == 0 && !answer.output.contains("没有新的"), "\(answer)")
    #expect(shared.git(of: "甲", "status", "--porcelain").text == "")
    #expect(shared.share("甲").output.contains("没有新的"))
  }
}
