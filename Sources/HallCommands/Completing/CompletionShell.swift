import HallWords

/// The shells that ask, and how each wants its answer.
///
/// The first line of an answer is `words`, `unfinished` (no blank follows the word), `files` or
/// `folders`; then a word a line, with a tab and the text that is listed for it. A word that a line
/// cannot hold is left out; quoting is done here for bash, and by zsh and fish themselves.
package enum CompletionShell: String, CaseIterable, Sendable {
  case bash, zsh, fish

  /// What the shell has of the call.
  struct Asked {
    /// The words before the cursor, without the program's name.
    var before: [String] = []
    /// The word at the cursor, up to it.
    var word = ""
    /// How that word is typed, where the program has to quote what follows.
    var typed: TypedWord?
    /// Whether the words are listed for the person now; else they are only inserted.
    var isListed = true
  }

  /// Reads what the shell says after the width.
  func typed(_ words: [String]) -> Asked {
    switch self {
    case .bash:
      // The line up to the cursor, the part of it that will be replaced, and why bash asks.
      guard words.count == 3 else { return Asked() }
      let line = TypedLine(words[0])
      let last = line.last
      return Asked(
        before: line.before, word: last.value, typed: TypedWord(last, replacing: words[1]),
        isListed: ["63", "33", "64"].contains(words[2]))
    case .zsh: return Asked(before: Array(words.dropLast()), word: words.last ?? "")
    case .fish:
      // The last word as it is typed; those before it without their quotation marks.
      let last = TypedLine("hall " + (words.last ?? "")).last.value
      return Asked(before: Array(words.dropLast()), word: last)
    }
  }

  /// The lines of an answer.
  func text(_ offer: Offer, _ asked: Asked, columns: Int) -> String {
    guard offer.kind == .words else { return offer.kind.rawValue + "\n" }
    let shown = offer.candidates.filter { candidate in
      !candidate.word.isEmpty
        && !candidate.word.unicodeScalars.contains(where: VisibleText.isHostile)
    }
    let width = min(shown.map { DisplayWidth.of($0.word) }.max() ?? 0, 24)
    var lines = [offer.isUnfinished ? "unfinished" : "words"]
    for candidate in shown {
      let meaning = candidate.meaning == candidate.word ? "" : VisibleText.line(candidate.meaning)
      // Wider than the terminal, it would be shown on two lines.
      let listed =
        meaning.isEmpty
        ? candidate.word
        : DisplayWidth.clipped(
          DisplayWidth.padded(candidate.word, to: width) + "  " + meaning, to: max(20, columns - 2))
      switch self {
      case .bash:
        guard let word = asked.typed?.inserted(candidate.word) else { continue }
        // What bash lists is what it would insert: a text is given only where it lists.
        lines.append(asked.isListed && shown.count > 1 ? listed : word)
      case .zsh: lines.append(candidate.word + "\t" + listed)
      case .fish: lines.append(candidate.word + "\t" + meaning)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
