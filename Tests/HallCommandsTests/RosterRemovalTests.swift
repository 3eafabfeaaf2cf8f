import Foundation
import HallCommands
import Testing

@Suite("Rows of a roster are removed only if somebody says how many")
struct RosterRemovalTests {
  private static func sheet(_ numbers: ClosedRange<Int>) -> String {
    "姓名,户\n" + numbers.map { "人\($0),1-\($0)\n" }.joined()
  }

  private func hall() throws -> TestHall {
    let hall = try TestHall.empty([
      "a.csv": Self.sheet(1...20), "b.csv": Self.sheet(1...18), "c.csv": Self.sheet(1...17),
    ])
    #expect(hall.write("init", "--name", "厅", "--roster", "a.csv", "--lang", "zh").status == 0)
    return hall
  }

  @Test("up to a tenth of the rows is removed with --yes")
  func few() throws {
    let hall = try hall()
    let refused = hall.write("init", "--roster", "b.csv")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("加上 --直接写"))
    #expect(hall.write("init", "--roster", "b.csv", "--yes").status == 0)
    #expect(!hall.roster().contains("人19"))
  }

  @Test("more than a tenth of the rows is removed only with the exact number")
  func many() throws {
    let hall = try hall()
    let before = try hall.everything()
    for words in [["--yes"], [], ["--removes", "2"], ["--removes", "x", "--yes"]] {
      let answer = CommandTable.answer(
        ["init", "--roster", "c.csv"] + words,
        in: hall.context(environment: ["HALL_AUTHOR": "王五"]))
      #expect(answer.status == 2)
      #expect(answer.errors.contains("--删去 3"), "\(answer.errors)")
      #expect(try hall.everything() == before)
    }
    #expect(hall.write("init", "--roster", "c.csv", "--removes", "3").status == 0)
    #expect(!hall.roster().contains("人18"))
  }

  @Test("at a terminal, the person has to type the number", arguments: ["是", "", "2", "yes"])
  func asked(_ reply: String) throws {
    let hall = try hall()
    let before = try hall.everything()
    #expect(
      hall.atTerminal("init", "--roster", "c.csv", "--yes", answers: [reply]).output
        == "没有写入\n")
    #expect(try hall.everything() == before)
    #expect(hall.atTerminal("init", "--roster", "c.csv", answers: ["３行"]).status == 0)
    #expect(!hall.roster().contains("人18"))
  }

  @Test("a private roster is copied before it is replaced, readable only by its owner")
  func copies() throws {
    let hall = try TestHall.empty(["a.csv": "姓名,户\n张三,1-1\n", "b.csv": "姓名,户\n张三,1-2\n"])
    _ = hall.write("init", "--name", "厅", "--roster", "a.csv", "--private", "--lang", "zh")
    let old = hall.text("private/roster.md")
    let answer = hall.write("init", "--roster", "b.csv")
    #expect(answer.output.contains("原来的会留一份在 .hall/replaced/\n"))
    #expect(hall.text("private/roster.md") != old)
    let folder = hall.folder.appending(path: ".hall/replaced")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    #expect(names.count == 1)
    let copy = try #require(names.first)
    #expect(copy.hasPrefix("roster.2025-12-01-"))
    #expect(hall.text(".hall/replaced/\(copy)") == old)
    let file = folder.appending(path: copy).path(percentEncoded: false)
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    // A second copy at the same moment does not overwrite the first.
    _ = hall.write("init", "--roster", "a.csv")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        .count == 2)
  }
}
