import HallModel
import HallSyntax
import HallWords

/// A field of a meeting or of one of its items, as somebody gives it.
package struct GivenField: Equatable, Sendable {
  package let keyword: Keyword
  package let text: String

  package init(_ keyword: Keyword, _ text: String) { (self.keyword, self.text) = (keyword, text) }
}

/// A field with the value that is written: people with their party, days and lengths in the form of
/// the files.
struct WrittenField {
  let keyword: Keyword
  let value: String
  private let use: Vocabulary.Use?
  private let separator: String

  /// - Throws: what keeps the value from being read back.
  init(
    _ given: GivenField, in scope: Scope, of meeting: Meeting, _ change: Change
  ) throws(Refusal) {
    (keyword, separator) = (given.keyword, change.separator)
    use = Vocabulary.use(of: given.keyword, in: scope)
    value = try WrittenField.value(given, use?.value, meeting, change)
    try change.requireReadable(value, as: keyword, in: scope, change.name(keyword), meeting)
  }

  /// `主持：居委会/叶盛`
  var said: Phrase {
    Phrase(zh: "\(keyword.word(.zh))：\(value)", en: "\(keyword.word(.en)): \(value)")
  }

  /// Adds it where a field may stand several times; else it takes the place of the one before. Names
  /// join those that are there.
  func write(into editor: inout DocumentEditor, of node: Int) throws(EditFault) {
    if use?.repeats == true {
      try editor.add(keyword, value, to: node)
    } else if case .names = use?.value,
      let before = editor.document.field(keyword, of: node)?.string, !before.isEmpty
    {
      // The same person is written anew.
      func name(_ slice: Slice) -> String { FullWidth.name(NameList.Element(slice).name) }
      let added = NameList.split(Slice(value)).map(name)
      let others = NameList.split(Slice(before)).filter { !added.contains(name($0)) }
      let all = others.map(\.string) + [value]
      try editor.set(keyword, all.joined(separator: separator), of: node)
    } else {
      try editor.set(keyword, value, of: node)
    }
  }

  private static func value(
    _ given: GivenField, _ kind: ValueKind?, _ meeting: Meeting, _ change: Change
  ) throws(Refusal) -> String {
    let (keyword, text) = (given.keyword, given.text)
    switch kind {
    case .person: return change.charter.person(Slice(text), parties: meeting.parties).text
    case .day: return try change.day(text, change.name(keyword), .due).iso
    case .duration: return try change.minutes(text).text(change.written)
    case .word(let scope):
      return try change.word(text, in: scope, Phrase(keyword)).word(change.written)
    case .meetingReference:
      return try NameList.split(Slice(text)).map { name throws(Refusal) in
        try change.meeting(name.string).id
      }.joined(separator: change.separator)
    case .period:
      return change.text(try change.period(text, change.name(keyword), change.after(meeting)))
    default: return text
    }
  }
}

extension Change {
  /// How long something may take: `20`, `20分钟`, `半小时`.
  func minutes(_ text: String) throws(Refusal) -> Minutes {
    var cursor = Cursor(Slice(text).trimmed)
    let isNumber = cursor.takeNumber() != nil && cursor.atEnd
    guard let minutes = try? Minutes(reading: Slice(isNumber ? text + "min" : text)),
      minutes.count > 0
    else {
      throw .unreadableValue(
        text, option: name(.duration),
        expected: Phrase(zh: "多长时间，如 20分钟", en: "how long, as in 20 min"))
    }
    return minutes
  }
}
