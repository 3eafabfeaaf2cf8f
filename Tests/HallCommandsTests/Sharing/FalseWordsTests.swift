import Foundation
@testable import HallCommands
@testable import HallGit
import HallHistory
import HallStore
import TestSupport
import Testing

/// Messages about the past use the hall's own time zone and mention each thing once.
@Suite("Days and repetitions in messages", .needs(.git))
struct FalseWordsTests {
  @Test("the day of a commit is the day in the hall's time zone")
  func day() throws {
    let shared = try SharedHall.reverted()
    // In the hall's time zone, +08:00, this is 08:30 on 2 December.
    shared.git(
      of: "网页", "commit", "--quiet", "--amend", "--no-edit", "--date=2025-12-01T16:30:00-08:00")
    #expect(shared.git(of: "网页", "push", "--quiet", "--force").isDone)
    #expect(shared.share("乙").errors.contains("（某 2025-12-02 交的"))
  }

  @Test("restore says that the file changed even if the history gets no new revision")
  func restored() throws {
    let file = "agendas/M-2025-008.md"
    let minutes = ShareCommandTests.minutes.replacing("状态: 已召开", with: "状态: 已确认")
    let shared = try SharedHall([file: minutes], clones: ["甲", "乙", "网页"])
    shared.git(of: "网页", "pull", "--quiet")
    try shared.edit(file, of: "网页", "同意: 66户", "同意: 67户")
    shared.git(of: "网页", "commit", "--quiet", "--all", "--author=网页 <w@x.cn>", "-m", "改")
    #expect(shared.git(of: "网页", "push", "--quiet").isDone)
    #expect(shared.share("乙").status == 0)
    let planned = shared.run("乙", ["restore", "M-2025-008", "1", "--dry-run"])
    #expect(planned.output.hasPrefix("会改回第 1 版的样子"), "\(planned.output)\(planned.errors)")
    let answer = shared.run("乙", ["restore", "M-2025-008", "1"])
    #expect(answer.output == "已改回第 1 版的样子；历史的最后一版就是它，没有添新的一版\n")
    #expect(shared.text(file, of: "乙").contains("同意: 66户"))
    let again = shared.run("乙", ["restore", "M-2025-008", "1"])
    #expect(again.output == "已经是第 1 版的样子\n")
  }

  @Test("a lost revision that a join has made again is reported once")
  func lostOnce() throws {
    let place = try #require(HistoryPlace(named: "Q-2025-001"))
    func note(_ why: String, was: [String] = []) -> LedgerWriter.Note {
      LedgerWriter.Note(at: "2025-12-01T09:00:00+08:00", by: "甲", why: why, was: was)
    }
    let first = LedgerWriter.revision(
      after: [], number: 1, note: note("记"), from: [], to: [0x41, 0x0A], path: place.documentPath)
    let one = Ledger(first, of: place.documentPath)
    let chain = try #require(one.revisions.first?.chain)
    let second = LedgerWriter.revision(
      after: [], number: 1, note: note("记", was: ["1 sha256:\(chain)"]), from: [],
      to: [0x42, 0x0A],
      path: place.documentPath)
    let lost = [one, Ledger(second, of: place.documentPath)].flatMap { ledger in
      ledger.revisions.map {
        HistoryWitness.Lost(place: place, revision: $0, ledger: ledger, taker: "1a2b3c4")
      }
    }
    #expect(lost.count == 2)
    #expect(lost.eachOnce.map(\.revision.chain) == [lost[1].revision.chain])
  }
}
