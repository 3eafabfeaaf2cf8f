import Foundation
import TestSupport
import Testing

@testable import HallGit

@Suite("Programs that are installed are called")
struct SystemProgramsTests {
  @Test("a program that takes too long is stopped with all it has started")
  func limit() throws {
    let folder = try TestFolder()
    let mark = folder.path + "/mark"
    // Its child keeps what it says open, and would write later.
    var call = ProgramCall(["/bin/sh", "-c", "(sleep 3; echo late >'\(mark)') & sleep 30"])
    call.limit = 1
    let start = ContinuousClock.now
    let result = try #require(SystemPrograms().run(call))
    #expect(result.isOverdue)
    #expect(ContinuousClock.now - start < .seconds(10))
    Thread.sleep(forTimeInterval: 3.5)
    #expect(!FileManager.default.fileExists(atPath: mark))
    var quick = ProgramCall(["/bin/sh", "-c", "echo yes; exit 3"])
    quick.limit = 20
    let other = try #require(SystemPrograms().run(quick))
    #expect((other.text, other.status, other.isOverdue) == ("yes\n", 3, false))
  }
}
