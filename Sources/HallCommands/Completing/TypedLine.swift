/// A line that is being typed in bash, up to the cursor, split into words as bash does.
struct TypedLine {
  struct Word {
    /// As it is typed.
    var raw = ""
    /// What it means.
    var value = ""
    /// The quotation mark that is still open.
    var quote: Character?
  }

  /// The words before the last, without the program's name.
  private(set) var before: [String] = []
  /// The word at the cursor; empty after a blank.
  private(set) var last = Word()

  init(_ line: String) {
    var words: [Word] = []
    var word: Word?
    var isEscaped = false
    for character in line {
      if word == nil {
        if character == " " || character == "\t" { continue }
        word = Word()
      }
      if !isEscaped, word?.quote == nil, character == " " || character == "\t" {
        if let done = word { words.append(done) }
        word = nil
        continue
      }
      word?.take(character, &isEscaped)
    }
    last = word ?? Word()
    before = words.map(\.value)
    // `HALL_AUTHOR=王五 hall …`
    while let first = before.first, first.contains("="), !first.hasPrefix("=") {
      before.removeFirst()
    }
    if !before.isEmpty { before.removeFirst() }
  }
}

extension TypedLine.Word {
  fileprivate mutating func take(_ character: Character, _ isEscaped: inout Bool) {
    raw.append(character)
    if isEscaped {
      isEscaped = false
      // Between double quotes a backslash escapes only these.
      if quote == "\"", !"\"\\$`".contains(character) { value.append("\\") }
      value.append(character)
    } else if character == "\\", quote != "'" {
      isEscaped = true
    } else if let open = quote {
      if character == open { quote = nil } else { value.append(character) }
    } else if character == "'" || character == "\"" {
      quote = character
    } else {
      value.append(character)
    }
  }
}

/// The word at the cursor, of which bash replaces the end.
struct TypedWord {
  /// What the part means that stays.
  private let kept: String
  private let quote: Character?

  /// - Parameter replaced: the end of the typed word that bash replaces: it begins after a quotation
  ///   mark, a colon or an equals sign.
  init(_ word: TypedLine.Word, replacing replaced: String) {
    quote = word.quote
    guard word.raw.hasSuffix(replaced) else {
      kept = ""
      return
    }
    let head = String(word.raw.dropLast(replaced.count))
    kept = TypedLine("hall " + head).last.value
  }

  /// What bash shall put in that place; nil if the word does not continue what stays.
  func inserted(_ word: String) -> String? {
    guard word.hasPrefix(kept) else { return nil }
    let rest = word.dropFirst(kept.count)
    switch quote {
    case "'": return rest.map { $0 == "'" ? "'\\''" : String($0) }.joined()
    case "\"":
      return rest.map { character in
        switch character {
        // Even there an interactive bash would take an exclamation mark for its history.
        case "!": "\"\\!\""
        case "\"", "\\", "$", "`": "\\\(character)"
        default: String(character)
        }
      }.joined()
    default:
      return rest.enumerated().map { place, character in
        let isFirst = place == 0 && kept.isEmpty
        return TypedWord.isPlain(character, isFirst: isFirst)
          ? String(character) : "\\\(character)"
      }.joined()
    }
  }

  private static func isPlain(_ character: Character, isFirst: Bool) -> Bool {
    guard character.isASCII else { return true }
    if character.isLetter || character.isNumber { return true }
    return "-_./:=,@+%^".contains(character) || character == "#" && !isFirst
  }
}
