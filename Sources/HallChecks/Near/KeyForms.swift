import HallSyntax

/// The written forms of the keys of a place, by their beginning, so that most lines are skipped at
/// once.
struct KeyForms {
  struct Form: Sendable {
    let text: String
    let keyword: Keyword
    /// Whether the word must end after it: Chinese has no blanks.
    let isEnglish: Bool
    let value: ValueKind
  }

  private let forms: [UInt32: [Form]]
  /// What the Chinese forms begin with.
  private let beginnings: HanSet

  /// The forms that a text may begin with, the longest first.
  func candidates(for text: Slice) -> [Form] {
    if let first = text.firstHan, !beginnings.contains(first) { return [] }
    guard let start = KeyForms.start(of: text) else { return [] }
    return forms[start] ?? []
  }

  /// Whether a form begins with a Chinese character.
  func mayBegin(with first: UInt32) -> Bool { beginnings.contains(first) }

  /// Whether a text begins with a key, whatever follows.
  func beginsWithKey(_ text: Slice) -> Bool {
    candidates(for: text).contains { form in
      var cursor = Cursor(text)
      return cursor.take(form)
    }
  }

  private init(_ scope: Scope) {
    var forms: [UInt32: [Form]] = [:]
    for keyword in Vocabulary.keywords(in: scope) {
      guard let entry = Vocabulary.entry(of: keyword),
        let use = Vocabulary.use(of: keyword, in: scope)
      else { continue }
      for (words, isEnglish) in [(entry.zh, false), (entry.en, true)] {
        for word in words {
          guard let start = KeyForms.start(of: Slice(word)) else { continue }
          forms[start, default: []].append(
            Form(text: word, keyword: keyword, isEnglish: isEnglish, value: use.value))
        }
      }
    }
    self.forms = forms.mapValues { $0.sorted { $0.text.utf8.count > $1.text.utf8.count } }
    beginnings = HanSet(forms.keys)
  }

  /// The first character as it is compared: a letter in lower case, or three bytes.
  private static func start(of text: Slice) -> UInt32? {
    guard !text.isEmpty else { return nil }
    let (byte, _) = FullWidth.byte(in: text, at: text.startIndex)
    if byte < 0x80 { return UInt32(isASCIILetter(byte) ? byte | 0x20 : byte) }
    guard text.count > 2 else { return nil }
    return text.threeBytes(at: text.startIndex)
  }

  /// The forms of the places, those that most lines are in first.
  private static let all: [(scope: Scope, forms: KeyForms)] = {
    let places: [Scope] = [
      .task, .item, .vote, .decision, .attendance, .meetingFront, .log, .matterFront, .hallFront,
      .rule, .calendar,
    ]
    return places.map { ($0, KeyForms($0)) }
  }()

  /// The forms of one place; nil where no word is a key.
  static func of(_ scope: Scope) -> KeyForms? { all.first { $0.scope == scope }?.forms }
}
