import Foundation
import TestSupport
import Testing

@testable import HallGit

/// Other programs are looked for where somebody has installed them.
@Suite("Where programs are looked for")
struct ProgramFoldersTests {
  @Test("folders that are not named whole, and those in a hall, are left out")
  func trusted() throws {
    let folder = try TestFolder(["hall.md": "", "bin/git": "#!/bin/sh\n"])
    let root = folder.path
    let path = ".::bin:/usr/bin:\(root):\(root)/bin:../x:/bin:"
    #expect(ProgramFolders.trusted(of: path) == ["/usr/bin", "/bin"])
  }

  @Test("a program is its whole path, and never one beside the hall")
  func paths() {
    #expect(ProgramFolders.path(of: "sh")?.hasPrefix("/") == true)
    #expect(ProgramFolders.path(of: "./sh") == nil)
    #expect(ProgramFolders.path(of: "bin/sh") == nil)
    #expect(ProgramFolders.path(of: "no-such-program-anywhere") == nil)
  }

  private struct Says: Programs {
    let fields: [(String, String)]
    func run(_ call: ProgramCall) -> ProgramResult? {
      ProgramResult(
        status: 0, output: fields.flatMap { Array("\($0.0)\0\($0.1)\0".utf8) })
    }
  }

  @Test("only what the repository itself says is put aside, and what everybody knows is let be")
  func settings() {
    func unknown(_ fields: (String, String)...) -> String? {
      OwnSettings(of: "/某/厅", Says(fields: fields)).unknown?.key
    }
    #expect(unknown(("global", "core.sshcommand\nssh -i x")) == nil)
    #expect(unknown(("local", "core.sshcommand\nssh -i x")) == "core.sshcommand")
    #expect(unknown(("worktree", "core.hookspath\nx")) == "core.hookspath")
    #expect(unknown(("local", "filter.lfs.clean\ngit-lfs clean -- %f")) == nil)
    #expect(unknown(("local", "filter.lfs.clean\ngit-lfs clean -- %f; x")) == "filter.lfs.clean")
    #expect(unknown(("local", "credential.helper\nstore")) == nil)
    #expect(
      unknown(("local", "credential.https://x.helper\n/x/y")) == "credential.https://x.helper")
    #expect(unknown(("local", "merge.hall.driver\nx")) == nil)
    #expect(unknown(("local", "user.name\n某")) == nil)
    #expect(
      unknown(("global", "hall.trusted\n/某/厅"), ("local", "core.hookspath\nx")) == nil)
    #expect(
      unknown(("local", "hall.trusted\n/某/厅"), ("local", "core.hookspath\nx"))
        == "core.hookspath")
    let filters = OwnSettings(
      of: "/", Says(fields: [("local", "filter.a=b.clean\nx"), ("local", "filter.c.process\nx")]))
    #expect(filters.withoutFilters.contains("--config-env=filter.a=b.clean=HALL_GIT_NOTHING"))
    #expect(filters.withoutFilters.contains("filter.c.process="))
  }
}
