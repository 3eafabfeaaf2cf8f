import Foundation
import HallCommands
import Testing

/// Halls nobody would keep are answered all the same.
@Suite("Hostile halls", .timeLimit(.minutes(1)))
struct HostileHallTests {
  @Test("two files of one number, one of them with a byte order mark and no front matter")
  func byteOrderMark() throws {
    let hall = try TestHall([
      "agendas/M-2025-001-a.md": "# 甲\n", "agendas/M-2025-001-b.md": "\u{FEFF}# 乙\n",
    ])
    let answer = hall.run("check")
    #expect(answer.output.contains("agendas/M-2025-001-b.md:1:1: error"))
    #expect(answer.output.contains("1 | # 乙\n  | ^\n"))
    #expect(answer.status == 1)
  }
}
