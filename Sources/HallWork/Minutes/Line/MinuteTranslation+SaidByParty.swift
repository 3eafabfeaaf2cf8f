import HallModel
import HallSyntax

/// Votes said party by party: `居民同意12人 反对1人，物业同意1票`.
extension MinuteTranslation {
  /// The lines of each side, with the count of each party: `同意 居民 12、物业 1`, `反对 居民 1`; nil where
  /// the text is anything else.
  func partiesAndSides(_ text: String) -> [VoteLine]? {
    var counts: [(side: Keyword, called: String, parts: [String])] = []
    var party: String?
    let parts = FullWidth.name(Slice(text)).split {
      $0.isWhitespace || "，,；;、。".contains($0)
    }
    for part in parts {
      var rest = part[...]
      // The longest name that fits: 业委会 before 业委.
      if let named = parties.filter({ rest.hasPrefix($0) }).max(by: { $0.count < $1.count }) {
        party = named
        rest = rest.dropFirst(named.count)
        if rest.isEmpty { continue }
      }
      guard let party else { return nil }
      let word = String(rest.prefix { !MinuteLine.isDigit($0) })
      rest = rest.dropFirst(word.count)
      let number = String(rest.prefix(while: MinuteLine.isDigit))
      rest = rest.dropFirst(number.count)
      guard let side = MinuteTranslation.side(word), !number.isEmpty,
        ["", "票", "人", "户", "名"].contains(String(rest))
      else { return nil }
      let count = "\(party) \(number)"
      if let place = counts.firstIndex(where: { $0.side == side }) {
        counts[place].parts.append(count)
      } else {
        counts.append((side, word, [count]))
      }
    }
    guard !counts.isEmpty else { return nil }
    return counts.map { VoteLine($0.side, $0.parts.joined(separator: "、"), called: $0.called) }
  }

  /// Whether a line that was not understood looks like the votes of the current vote: a side and a number,
  /// or that all were of one mind.
  func looksLikeVotes(_ text: String) -> Bool {
    guard place.votes > 0 else { return false }
    let sides = ["同意", "赞成", "反对", "弃权", "票", " for", " against", "abstain"]
    return text.contains(where: MinuteLine.isDigit) && sides.contains(where: text.contains)
      || MinuteTranslation.unanimities.contains(text.lowercased())
  }
}
