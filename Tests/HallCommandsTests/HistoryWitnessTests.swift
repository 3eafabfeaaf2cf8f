import Foundation
import HallCommands
import TestSupport
import Testing

/// A mark in this clone shows up to where the past was found whole. It must not hide a loss.
@Suite("What git remembers of the histories", .needs(.git))
struct HistoryWitnessTests {
  private static let history = "history/Q-2025-001.md"

  private func shared() throws -> SharedHall {
    let hall = try SharedHall([
      "matters/Q-2025-001.md": "---\n问题: Q-2025-001\n---\n\n# 漏雨\n"
    ])
    for text in ["第一件", "第二件"] {
      #expect(hall.run("甲", ["matter", "note", "Q-2025-001", text]).status == 0)
      #expect(hall.share("甲").status == 0)
    }
    #expect(hall.share("甲").status == 0)
    return hall
  }

  private func mark(_ hall: SharedHall) -> String {
    hall.git(of: "甲", "for-each-ref", "--format=%(objectname)", "refs/hall/whole").text
  }

  private func head(_ hall: SharedHall) -> String { hall.git(of: "甲", "rev-parse", "HEAD").text }

  /// Commits a history without its last revision.
  private func lose(_ hall: SharedHall) {
    hall.git(of: "甲", "checkout", "-q", "HEAD~1", "--", ".")
    hall.git(of: "甲", "commit", "-qm", "x")
  }

  @Test("share moves the mark if nothing is lost, and commands that only read do not")
  func moves() throws {
    let hall = try shared()
    #expect(mark(hall) == head(hall))
    hall.git(of: "甲", "update-ref", "-d", "refs/hall/whole/top")
    #expect(hall.run("甲", ["verify"]).status == 0 && hall.run("甲", ["check"]).status == 0)
    #expect(mark(hall) == "")
    #expect(hall.share("甲").status == 0)
    #expect(mark(hall) == head(hall))
  }

  @Test("a loss is found and stops the mark until it is put back")
  func losses() throws {
    let hall = try shared()
    let before = mark(hall)
    lose(hall)
    for _ in 0...1 {
      #expect(
        hall.run("甲", ["verify"]).output.contains("丢") || hall.run("甲", ["verify"]).status == 1)
      #expect(hall.share("甲").status == 2)
      #expect(mark(hall) == before)
    }
    hall.git(of: "甲", "revert", "--no-edit", "HEAD")
    #expect(hall.run("甲", ["verify"]).status == 0)
    #expect(hall.share("甲").status == 0)
    #expect(mark(hall) == head(hall) && mark(hall) != before)
  }

  @Test("a mark on a commit of another branch does not hide a loss")
  func foreign() throws {
    let hall = try shared()
    hall.git(of: "甲", "checkout", "-q", "--orphan", "x")
    hall.git(of: "甲", "commit", "-qm", "x")
    hall.git(of: "甲", "update-ref", "refs/hall/whole/top", "HEAD")
    hall.git(of: "甲", "checkout", "-q", "main")
    lose(hall)
    #expect(hall.run("甲", ["verify"]).status == 1)
    #expect(hall.share("甲").status == 2)
  }

  @Test("a history restored only in the folder does not hide a loss in the last commit")
  func uncommitted() throws {
    let hall = try shared()
    let whole = hall.text(Self.history, of: "甲")
    lose(hall)
    let before = mark(hall)
    try hall.write(whole, to: Self.history, of: "甲")
    #expect(hall.run("甲", ["verify"]).status == 1 || mark(hall) == before)
    hall.git(of: "甲", "checkout", "-q", "--", ".")
    #expect(hall.run("甲", ["verify"]).status == 1)
  }

  @Test("verify in a shallow clone says so, and no mark is set")
  func shallow() throws {
    let hall = try shared()
    hall.git(["clone", "-q", "--depth", "1", "file://" + hall.path("shared.git"), hall.path("浅")])
    let said = hall.run("浅", ["verify"])
    #expect(said.status == 0)
    #expect(said.errors.contains("这份克隆只有近来的提交，更早丢了什么看不出来；取全：git fetch --unshallow"))
    #expect(hall.run("浅", ["verify", "--json"]).output.contains("\"shallow\" : true"))
    #expect(hall.share("浅").status == 0)
    #expect(hall.git(of: "浅", "for-each-ref", "refs/hall/whole").text == "")
    hall.git(of: "浅", "fetch", "-q", "--unshallow")
    #expect(hall.run("浅", ["verify"]).errors == "")
  }
}
