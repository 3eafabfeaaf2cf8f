import FoundationEssentials
import HallWords
import Testing

@Suite("JSON text")
struct JSONTextTests {
  @Test("is as JSONEncoder writes it")
  func likeEncoder() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let value: JSONValue = [
      "days_late": 3, "a10": -1, "a9": [true, nil, false], "空": [], "Due": [:], "e\u{301}": "é/\\",
      "t\tn\nr\rb\u{8}f\u{C}": ["\"引\"": [["赵六": "物业/赵六 😀"]]], "\u{0}\u{1B}": "\u{1F}",
    ]
    let encoded = try encoder.encode(ThroughEncoder(value: value))
    #expect(value.text == String(decoding: encoded, as: UTF8.self) + "\n")
  }

  @Test(
    "shows what a terminal would obey or hide",
    arguments: [
      ("\u{1B}[1m", "\\u001b[1m"), ("\u{7F}\u{9B}", "\\u007f\\u009b"),
      ("a\u{202E}b", "a\\u202eb"), ("\u{E0041}", "\\udb40\\udc41"), ("甲\u{FEFF}", "甲\\ufeff"),
    ])
  func escapes(_ text: String, _ shown: String) {
    #expect(JSONValue.string(text).text == "\"\(shown)\"\n")
  }
}

/// A value as Foundation's encoder takes it.
private struct ThroughEncoder: Encodable {
  let value: JSONValue

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    var single: any SingleValueEncodingContainer { encoder.singleValueContainer() }
    switch value {
    case .null:
      var container = single
      try container.encodeNil()
    case .bool(let value):
      var container = single
      try container.encode(value)
    case .integer(let value):
      var container = single
      try container.encode(value)
    case .string(let value):
      var container = single
      try container.encode(value)
    case .array(let values):
      var container = encoder.unkeyedContainer()
      for value in values { try container.encode(ThroughEncoder(value: value)) }
    case .object(let members):
      var container = encoder.container(keyedBy: Key.self)
      for member in members.members {
        try container.encode(
          ThroughEncoder(value: member.value), forKey: Key(stringValue: member.key))
      }
    }
  }
}
