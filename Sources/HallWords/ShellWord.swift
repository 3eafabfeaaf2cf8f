/// A word of a command as a shell reads it.
package enum ShellWord {
  package static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.enumerated().allSatisfy { place, scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/", ":", "=", ",", "@", "+": true
      case "#": place > 0
      // Chinese, with its own punctuation, but not the wide blank.
      default: scalar.value >= 0x2E80 && scalar != "\u{3000}"
      }
    }
    if isPlain, !word.isEmpty { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }

  /// The words of a line as a shell splits it, in straight or curly quotation marks.
  package static func split(_ line: String) -> [String] {
    let ends: [Character: Character] = ["'": "'", "\"": "\"", "“": "”", "‘": "’"]
    var words: [String] = []
    var word: String?
    var end: Character?
    var isEscaped = false
    for character in line {
      if isEscaped || end == nil && character == "\\" {
        isEscaped.toggle()
        if !isEscaped { word = (word ?? "") + String(character) }
      } else if let closing = end {
        if character == closing { end = nil } else { word?.append(character) }
      } else if let closing = ends[character] {
        (word, end) = (word ?? "", closing)
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
