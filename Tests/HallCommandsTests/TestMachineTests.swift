import Foundation
import HallCommands
import TestSupport
import Testing
@testable import HallGit

/// The tests do not see the settings of the person who runs them.
@Suite("The environment of the tests")
struct TestMachineTests {
  private func said(_ script: String) throws -> String {
    try RealProgram.start(
      script, hall: "/nonexistent/hall", in: FileManager.default.temporaryDirectory
    ).said()
  }

  @Test("the tests find no installed hall and no git settings", .needs(.git))
  func nothingElse() throws {
    #expect(try said("command -v hall; echo $?").hasPrefix("1") || said("command -v hall") == "")
    #expect(try said("git config --list; echo \"$HOME\"") == "/nonexistent\n")
    #expect(try said("test -t 0 || echo none") == "none\n")
    #expect(SystemPrograms().run(ProgramCall(["hall", "--version"])) == nil)
    #expect(SystemPrograms().run(ProgramCall(["git", "config", "user.name"]))?.text == "")
  }
}
