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
}
