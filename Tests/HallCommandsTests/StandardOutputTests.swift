import Foundation
import TestSupport
import Testing

/// The real program, where its answer cannot be written.
@Suite("An answer that cannot be written is an error", .needs(.builtProgram))
struct StandardOutputTests {
  private func said(_ script: String, in hall: TestHall) throws -> String {
    let program = try RealProgram.path
    return try RealProgram.start(
      "exec 2>&1; \(script); echo \"= $?\"", hall: program, in: hall.folder
    ).said()
  }

  @Test(
    "a full disk is reported for every form of output",
    arguments: [
      "list tasks", "list tasks --json", "list tasks --format csv", "help", "help list", "--help",
      "--version", "show M-2025-008 --raw", "overdue --as-of 2025-12-01",
    ])
  func full(call: String) throws {
    let hall = try ReadingTests.hall()
    let said = try said("$hall \(call) > /dev/full", in: hall)
    #expect(said.contains("结果没能显示出来：磁盘满了"), "\(said)")
    #expect(said.hasSuffix("= 2\n"), "\(said)")
  }

  @Test("a closed output is reported, and no file gets the answer instead")
  func closed() throws {
    let hall = try ReadingTests.hall()
    let before = hall.text("hall.md")
    let said = try said("$hall list tasks >&-", in: hall)
    #expect(said.contains("标准输出是关着的") && said.hasSuffix("= 2\n"), "\(said)")
    #expect(hall.text("hall.md") == before)
    // With an empty answer there is nothing to write.
    #expect(try self.said("$hall check --quiet >&-", in: hall) == "= 0\n")
  }

  @Test("a reader that closes the pipe early is not an error")
  func reader() throws {
    let hall = try ReadingTests.hall()
    let many = "$hall list tasks --json | head -c 1 > /dev/null"
    let said = try said(many, in: hall)
    #expect(said == "= 0\n")
    #expect(try self.said("($hall help; echo \"$?\" >&2) | true", in: hall).hasPrefix("0\n"))
  }

  @Test("a command that has already done its work says so and exits with 0")
  func done() throws {
    let hall = try ReadingTests.hall()
    let said = try said("$hall matter add 路灯 --on 2025-12-01 > /dev/full", in: hall)
    #expect(said.contains("已经做了") && said.hasSuffix("= 0\n"), "\(said)")
    #expect(try self.said("$hall list matters | grep -c 路灯", in: hall) == "1\n= 0\n")
  }
}
