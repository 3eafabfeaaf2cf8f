import HallSyntax

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
    return "'" + word.replacing(sign: "'", with: "'\\''") + "'"
  }

  /// The words of a line as a shell splits it, in straight or curly quotation marks.
  package static func split(_ line: String) -> [String] {
    let ends: [Unicode.Scalar: Unicode.Scalar] = ["'": "'", "\"": "\"", "“": "”", "‘": "’"]
    var words: [String] = []
    var word: String.UnicodeScalarView?
    var end: Unicode.Scalar?
    var isEscaped = false
    // By scalars, as a shell does: with a combining mark after it, a quote is another Character.
    for scalar in line.unicodeScalars {
      if isEscaped || end == nil && scalar == "\\" {
        isEscaped.toggle()
        if !isEscaped { word = (word ?? "".unicodeScalars) + [scalar] }
      } else if let closing = end {
        if scalar == closing { end = nil } else { word?.append(scalar) }
      } else if let closing = ends[scalar] {
        (word, end) = (word ?? "".unicodeScalars, closing)
      } else if scalar.properties.isWhitespace {
        if let done = word { words.append(String(done)) }
        word = nil
      } else {
        word = (word ?? "".unicodeScalars) + [scalar]
      }
    }
    return words + (word.map { [String($0)] } ?? [])
  }
}
