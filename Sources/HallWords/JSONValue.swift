import HallModel
import HallSyntax

/// A value of a machine format. An absent one is `null`, never left out.
package enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case string(String)
  case array([JSONValue])
  case object(JSONMembers)

  /// The JSON text of the value, its keys sorted, with a newline at its end. Characters that a
  /// terminal would obey or hide are written as `\u…`.
  package var text: String {
    var text = JSONText()
    text.add(self)
    return String(decoding: text.bytes, as: UTF8.self) + "\n"
  }
}

/// The entries of a long list, made one by one.
package struct JSONList: Sendable {
  let count: Int
  let entry: @Sendable (Int) -> JSONValue

  package init(count: Int, _ entry: @escaping @Sendable (Int) -> JSONValue) {
    (self.count, self.entry) = (count, entry)
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByNilLiteral
{
  /// The same in one line, for NDJSON.
  package var line: String {
    var json = JSONText(isOneLine: true)
    json.add(self)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// Writes an object as ``text`` does, and hands over each part as soon as it is made, so that a long list
  /// is never there as a whole.
  package static func write(
    _ members: JSONMembers = [:], lists: [String: JSONList], to take: (String) -> Void
  ) {
    JSONText.write(members, lists: lists) { take(String(decoding: $0, as: UTF8.self)) }
    take("\n")
  }

  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONMembers(elements.map { JSONMembers.Member($0.0, $0.1) }))
  }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(nilLiteral: ()) { self = .null }

  package init(_ value: String?) { self = value.map(JSONValue.string) ?? .null }
  package init(_ value: Int?) { self = value.map(JSONValue.integer) ?? .null }
  package init(_ value: Bool?) { self = value.map(JSONValue.bool) ?? .null }
  package init(_ value: Day?) { self = JSONValue(value?.iso) }
  package init(_ value: Keyword?) { self = JSONValue(value?.machineName) }

  /// The members of two objects; the second's take precedence.
  package func merging(_ other: JSONValue) -> JSONValue {
    guard case .object(var members) = self, case .object(let theirs) = other else { return self }
    members.merge(theirs)
    return .object(members)
  }
}
