import Foundation
import HallCommands
import TestSupport
import Testing
@testable import HallGit

/// Every JSON answer has a shape in `docs/schemas`, and keeps to it.
@Suite struct SchemaTests {
  /// The definition of the answer, and the call.
  private static let calls: [(shape: String, words: [String])] = {
    let halls = [
      "samples/xingannanlu", "samples/riverside", "samples/jinyuan", "samples/broken",
      "samples/twins/en",
    ]
    var calls: [(String, [String])] = []
    for hall in halls {
      calls += [
        ("overdue", ["--hall", hall, "overdue", "--json"]),
        ("overdue", ["--hall", hall, "overdue", "--within", "60天", "--json"]),
        ("urge", ["--hall", hall, "urge", "--within", "60天", "--json"]),
        ("tally", ["--hall", hall, "tally", "--json"]),
        ("check", ["--hall", hall, "check", "--json"]),
        ("status", ["--hall", hall, "--json"]),
        ("verify", ["--hall", hall, "verify", "--json"]),
        ("search", ["--hall", hall, "search", "2025", "--json"]),
        ("stats", ["--hall", hall, "stats", "--json"]),
        ("doctor", ["--hall", hall, "doctor", "--json"]),
        ("stats", ["--hall", hall, "stats", "--by", "party", "--from", "2025-06-01", "--json"]),
        ("stats", ["--hall", hall, "stats", "--by", "month", "--json"]),
      ]
      for kind in ["tasks", "decisions", "matters", "meetings"] {
        calls.append(("list_\(kind)", ["--hall", hall, "list", kind, "--json"]))
      }
    }
    for (shape, name) in [
      ("show_meeting", "M-2025-008"), ("show_item", "M-2025-008#1"),
      ("show_decision", "M-2025-008-D1"),
      ("show_task", "M-2025-008-T1"), ("show_matter", "Q-2025-014"),
    ] {
      calls.append((shape, ["--hall", "samples/xingannanlu", "show", name, "--json"]))
    }
    let chinese = ["--hall", "samples/xingannanlu"]
    let both = chinese + ["--hall", "samples/riverside"]
    calls += [
      ("search", both + ["search", "三家", "报价", "--json"]),
      ("search", both + ["search", "nowhere at all", "--json"]),
      ("stats", both + ["stats", "--json"]),
      ("stats", both + ["stats", "--by", "person", "--party", "物业", "--json"]),
    ]
    calls += [
      ("log", chinese + ["log", "M-2025-008", "--json"]),
      ("log", chinese + ["log", "M-2025-002", "--json"]),
      ("log", ["--hall", "samples/broken", "log", "M-2025-048", "--json"]),
      ("show_meeting", ["--hall", "samples/broken", "show", "M-2025-048", "--json"]),
      ("diff", chinese + ["diff", "M-2025-008", "--json"]),
      ("diff", chinese + ["diff", "M-2025-008", "0", "--json"]),
      ("diff", chinese + ["diff", "M-2025-008", "2", "3", "--json"]),
      ("diff", chinese + ["diff", "M-2025-002", "6", "5", "--json"]),
      ("doctor", ["doctor", "--json"]),
      ("verify", chinese + ["verify", "--expect", String(repeating: "0", count: 64), "--json"]),
    ]
    return calls
  }()

  private static let validator = """
    import json, sys, jsonschema
    work = json.load(sys.stdin)
    schema = json.load(open(work["schema"]))
    for entry in work["answers"]:
        shape = {"$ref": "#/$defs/" + entry["shape"], "$defs": schema["$defs"]}
        errors = jsonschema.Draft202012Validator(shape).iter_errors(json.loads(entry["text"]))
        for error in errors:
            print(entry["call"], "/".join(map(str, error.absolute_path)), error.message[:200])
    """

  private struct Work: Encodable {
    struct Entry: Encodable {
      let shape: String
      let call: String
      let text: String
    }
    let schema: String
    let answers: [Entry]
  }

  @Test("every answer keeps to its schema", .needs(.jsonschema))
  func answers() throws {
    let entries = SchemaTests.calls.map { shape, words in
      let answer = CommandTable.answer(words, in: Repository.context())
      #expect(!answer.output.isEmpty, "\(words): \(answer.errors)")
      return Work.Entry(shape: shape, call: words.joined(separator: " "), text: answer.output)
    }
    try SchemaTests.expectShapes(entries)
  }

  /// Expects every answer to have its shape.
  private static func expectShapes(_ entries: [Work.Entry]) throws {
    let schema = Repository.root.appending(path: "docs/schemas/answers.schema.json")
    let work = try JSONEncoder().encode(
      Work(schema: schema.path(percentEncoded: false), answers: entries))
    let found = try ToolCall.python(SchemaTests.validator, input: work)
    #expect(found == "", "\(found)")
  }

  /// Expects answers that another test has got to have a shape.
  static func expect(_ texts: [String], haveShape shape: String) throws {
    try expectShapes(texts.map { Work.Entry(shape: shape, call: shape, text: $0) })
  }
}

/// Installed programs that a test asks.
enum ToolCall {
  /// What a Python script prints.
  static func python(_ script: String, input: Data) throws -> String {
    let result = try run(["python3", "-c", script], input: input)
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }

  static func run(
    _ words: [String], input: Data
  ) throws -> (status: Int32, output: String, errors: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tool-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Through files, so that no pipe can fill up.
    try input.write(to: folder.appending(path: "in"))
    for name in ["out", "err"] { try Data().write(to: folder.appending(path: name)) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.standardInput = try FileHandle(forReadingFrom: folder.appending(path: "in"))
    process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: folder.appending(path: "err"))
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }
    return (process.terminationStatus, try text("out"), try text("err"))
  }
}
