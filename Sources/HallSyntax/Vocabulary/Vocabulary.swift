/// The one table of words: the words that are read, in both languages and with all synonyms; the
/// word that is written; where a word has its meaning; and the value it takes.
///
/// `docs/format.md`, “Vocabulary”, is the same table for people; a test holds the two together.
package enum Vocabulary {
  /// One meaning and its words.
  package struct Entry: Sendable {
    package let keyword: Keyword
    /// The Chinese forms, the one that is written first.
    package let zh: [String]
    /// The English forms, the one that is written first.
    package let en: [String]
    package let uses: [Use]
  }

  /// A place where a keyword is used, the value it takes there, and its roles in the record.
  package struct Use: Sendable {
    package let scope: Scope
    package let value: ValueKind
    package let roles: FieldRoles

    package var repeats: Bool { roles.contains(.repeats) }

    init(_ scope: Scope, _ value: ValueKind = .text, _ roles: FieldRoles = []) {
      self.scope = scope
      self.value = value
      self.roles = roles
    }
  }

  /// Every entry, in the order of the documentation.
  package static let entries: [Entry] =
    hallEntries + ruleEntries + matterEntries + meetingEntries + voteEntries + decisionEntries
    + taskEntries

  /// An entry from its words as a person lists them: Chinese split at `、`, English at `, `.
  static func entry(_ keyword: Keyword, _ zh: String, _ en: String, _ uses: Use...) -> Entry {
    Entry(
      keyword: keyword, zh: zh.split(separator: "、").map(String.init),
      en: en.split(separator: ",").map { Slice(String($0)).trimmed.string }, uses: uses)
  }

  private static let byKeyword: [Entry?] = {
    var table = [Entry?](repeating: nil, count: 256)
    for entry in entries { table[Int(entry.keyword.rawValue)] = entry }
    return table
  }()

  package static func entry(of keyword: Keyword) -> Entry? {
    byKeyword[Int(keyword.rawValue)]
  }

  /// How a keyword is used in a place, or nil where it has no meaning there.
  package static func use(of keyword: Keyword, in scope: Scope) -> Use? {
    entry(of: keyword)?.uses.first { !$0.scope.isDisjoint(with: scope) }
  }

  /// The keywords of a closed list, in the order of the documentation.
  package static func keywords(in scope: Scope) -> [Keyword] {
    entries.filter { entry in
      entry.uses.contains { !$0.scope.isDisjoint(with: scope) }
    }.map(\.keyword)
  }

  /// The meaning of a word in a place, or nil where it has none. Surrounding blanks, full-width
  /// forms and the case of English letters do not matter.
  package static func keyword(_ word: Slice, in scope: Scope) -> Keyword? {
    keyword(in: word, word.startIndex..<word.endIndex, scope)
  }

  static func keyword<Bytes: ByteRun>(
    in bytes: Bytes, _ range: Range<Int>, _ scope: Scope
  ) -> Keyword? {
    forms.keyword(in: bytes, trimmedRange(of: bytes, in: range), scope)
  }

  private static let forms = WordForms(entries)
}

extension Keyword {
  /// The word as it is written in a language.
  package func word(_ language: Language) -> String {
    guard let entry = Vocabulary.entry(of: self) else { return "" }
    return (language == .zh ? entry.zh.first : entry.en.first) ?? ""
  }

  /// The name in machine formats: the English word in lower case, `_` for spaces, no apostrophe.
  package var machineName: String {
    var name = ""
    for character in word(.en).lowercased() where character != "'" {
      name.append(character == " " ? "_" : character)
    }
    return name
  }
}
