import Foundation
import HallCommands
import TestSupport
import Testing

@testable import HallGit

/// Every line of `hall export ndjson` has a shape in `docs/schemas/lines.schema.json`, and keeps to it.
@Suite("Lines of data and their schema", .needs(.jsonschema))
struct LineSchemaTests {
  /// The schema of lines takes values from that of the answers.
  private static let validator = """
    import json, sys, jsonschema
    folder, lines = sys.argv[1], [json.loads(line) for line in sys.stdin]
    answers = json.load(open(folder + "/answers.schema.json"))["$defs"]
    text = open(folder + "/lines.schema.json").read()
    schema = json.loads(text.replace("answers.schema.json#/$defs/", "#/$defs/answers_"))
    for name, shape in answers.items():
        text = json.dumps(shape).replace("#/$defs/", "#/$defs/answers_")
        schema["$defs"]["answers_" + name] = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(schema)
    # A line is one of the shapes: the one that has its entity's name, which is quicker to ask alone.
    shapes = {shape["$ref"].removeprefix("#/$defs/") for shape in schema["oneOf"]}
    judges = {}
    for line in lines:
        name = line["entity"]
        if name not in shapes:
            print(name, "has no shape")
            continue
        if name not in judges:
            shape = {"$ref": "#/$defs/" + name, "$defs": schema["$defs"]}
            judges[name] = jsonschema.Draft202012Validator(shape)
        for error in judges[name].iter_errors(line):
            print(name, line["id"], error.message[:300])
    print("seen", len(lines), *sorted({line["entity"] for line in lines}))
    """

  @Test(
    "each line keeps to its shape",
    arguments: ["xingannanlu", "riverside", "jinyuan", "broken", "twins/en", "twins/zh"])
  func lines(sample: String) throws {
    let lines = exported(sample)
    let said = try judged(lines)
    #expect(said.hasPrefix("seen \(lines.split(separator: "\n").count) "), "\(said)")
    if sample == "xingannanlu" {
      for entity in [
        "attendance", "decision", "hall", "item", "matter", "party", "sign_off", "step", "task",
        "vote",
      ] {
        #expect(said.contains(entity), "\(entity)")
      }
    }
  }

  @Test("a line with a member of another kind is found")
  func wrong() throws {
    let lines = exported("twins/zh").replacing(
      "\"entity\":\"task\"", with: "\"entity\":\"task\",\"more\":1")
    #expect(try judged(lines).contains("'more' was unexpected"))
  }

  private func exported(_ sample: String) -> String {
    let words = ["--hall", "samples/\(sample)", "export", "ndjson"]
    return CommandTable.answer(words, in: Repository.context()).output
  }

  private func judged(_ lines: String) throws -> String {
    let schemas = Repository.root.appending(path: "docs/schemas").path(percentEncoded: false)
    let result = try ToolCall.run(
      ["python3", "-c", Self.validator, schemas], input: Data(lines.utf8))
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }
}
