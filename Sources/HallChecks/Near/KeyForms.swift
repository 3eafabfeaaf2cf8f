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

  /// The forms that a text may begin with, the longest first.
  func candidates(for text: Slice) -> [Form] {
    guard let start = KeyForms.start(of: text) else { return [] }
    return forms[start] ?? []
  }

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
  }

  /// The first character as it is compared: a letter in lower case, or three bytes.
  private static func start(of text: Slice) -> UInt32? {
    guard !text.isEmpty else { return nil }
    let (byte, _) = FullWidth.byte(in: text, at: text.startIndex)
    if byte < 0x80 { return UInt32(isASCIILetter(byte) ? byte | 0x20 : byte) }
    guard text.count > 2 else { return nil }
    return text.threeBytes(at: text.startIndex)
  }

  private static let byScope: [UInt64: KeyForms] = {
    let places: [Scope] = [
      .hallFront, .matterFront, .meetingFront, .rule, .calendar, .log, .attendance, .item, .vote,
      .decision, .task,
    ]
    return Dictionary(uniqueKeysWithValues: places.map { ($0.rawValue, KeyForms($0)) })
  }()

  /// The forms of one place; nil where no word is a key.
  static func of(_ scope: Scope) -> KeyForms? { byScope[scope.rawValue] }
}

extension ArraySlice<UInt8> {
  /// Three bytes as one number: most Chinese characters are three. All of them are within the slice.
  func threeBytes(at index: Int) -> UInt32 {
    UInt32(self[index]) << 16 | UInt32(self[index + 1]) << 8 | UInt32(self[index + 2])
  }
}
