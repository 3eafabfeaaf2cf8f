import Foundation
import HallCommands
import Testing
@testable import HallGit

/// The same hall in the Chinese and in the English vocabulary gives the same JSON.
@Suite struct TwinTests {
  private static let calls: [[String]] = {
    var calls = [
      ["overdue"], ["overdue", "--within", "90天"], ["tally"], ["status"],
      ["check"],
    ]
    for kind in ["meetings", "matters", "decisions", "tasks"] { calls.append(["list", kind]) }
    let documents =
      Repository.names(in: "samples/twins/zh/agendas")
      + Repository.names(in: "samples/twins/zh/matters")
    calls += documents.map { ["show", String($0.dropLast(3))] }
    return calls
  }()

  @Test("both vocabularies give the same JSON", arguments: calls)
  func same(call: [String]) throws {
    func answer(_ twin: String) throws -> (status: Int32, json: String) {
      let words = ["--hall", "samples/twins/\(twin)"] + call + ["--json"]
      let answer = CommandTable.answer(words, in: Repository.context())
      #expect(answer.errors.isEmpty, "\(answer.errors)")
      return (
        answer.status, answer.output.replacing("samples/twins/\(twin)", with: "samples/twins")
      )
    }
    let (zh, en) = (try answer("zh"), try answer("en"))
    #expect(zh.status == en.status)
    #expect(zh.json.count > 40)
    // What is given as it is written differs: the name of a rule, the word of a log line, and the
    // column of a value after a longer or a shorter key.
    func lines(_ json: String) -> [String] {
      json.split(separator: "\n").map(String.init)
        .filter {
          !$0.contains("\"rule\" :") && !$0.contains("\"word\" :") && !$0.contains("\"column\" :")
        }
    }
    #expect(lines(zh.json) == lines(en.json))
  }
}
