import Foundation
import HallCommands
@testable import HallGit

/// Replaces the spreadsheet programs of a machine, and writes the sheets it is given.
struct ForgedSpreadsheetProgram: Programs {
  /// The programs that are installed.
  let names: [String]
  /// The files that it writes, by name, in the order it lists them.
  var files: [(name: String, text: String)] = []
  var status: Int32 = 0
  var isOverdue = false
  let calls = CallList()

  func run(_ call: ProgramCall) -> ProgramResult? {
    guard let name = call.words.first, names.contains(name) else { return nil }
    calls.add(call)
    let target: String?
    if name == "ssconvert" {
      target = call.words.last.map { String($0.dropLast("/%n-%s.csv".count)) }
    } else {
      target = call.words.firstIndex(of: "--outdir").map { call.words[$0 + 1] }
    }
    var said = ""
    for (file, text) in files {
      let path = (target ?? "") + "/" + file
      said += "Writing sheet X -> \(path)\n"
      try? Data(text.utf8).write(to: URL(filePath: path))
    }
    return ProgramResult(status: status, output: Array(said.utf8), isOverdue: isOverdue)
  }
}
