import HallModel
import HallStore
import HallWords
import Testing

@Suite("A file that could not be read, in words")
struct StoreFailureTests {
  @Test("each failure is a problem, with a remedy if there is one")
  func problems() {
    let problem = StoreFailure(path: "agendas/M-2025-002.md", reason: .leadsOut).problem
    #expect(problem.id == "unreadable")
    #expect(problem.severity == .error)
    #expect(problem.hint != nil)
    #expect(problem.message.zh == "是指向议事厅之外的链接，没有读取")
  }
}
