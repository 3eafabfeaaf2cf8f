import HallModel
import HallSyntax
import HallWords

/// Lines typed in a hurry, without the blank after the first word: `缺马晓东 生病`, `弃权郑强`, `到陈静孙国强`.
extension MinuteTranslation {
  /// Nil unless known people, or a way of voting, follow the word.
  func glued(_ text: String) throws(MinuteFault) -> MinuteDeed? {
    for (form, word) in MinuteTranslation.gluable where text.hasPrefix(form) {
      let rest = text.dropFirst(form.count)
      guard let first = rest.first, !first.isWhitespace, !MinuteLine.isColon(first) else {
        continue
      }
      if word == .figure(.method) {
        guard MinuteTranslation.method(String(rest)) != nil else { continue }
        return try reread(form, String(rest))
      }
      let head = String(rest.prefix { !$0.isWhitespace && !"，,、；;".contains($0) })
      guard let names = known(head) else { continue }
      let more = rest.dropFirst(head.count)
      if word == .attend(.proxies) {
        guard names.count == 2 else { continue }
        return try reread(form, names.joined(separator: " ") + more)
      }
      return try reread(form, names.joined(separator: "、") + more)
    }
    return nil
  }

  private func reread(_ form: String, _ rest: String) throws(MinuteFault) -> MinuteDeed? {
    guard let line = MinuteLine(form + " " + rest) else { return nil }
    return try deed(line)
  }

  /// The words that may stand before names without a blank, the longest first.
  private static let gluable: [(form: String, word: MinuteWord)] = {
    let lists: [MinuteWord] = [
      .attend(.present), .attend(.absent), .attend(.excused), .attend(.observing),
      .attend(.invited), .attend(.proxies),
    ]
    let attendance = MinuteWord.table.filter { lists.contains($0.word) }.flatMap { entry in
      entry.zh.map { ($0, entry.word) }
    }
    let figures = [Keyword.votesFor, .against, .abstain, .recused, .method].flatMap { keyword in
      (Vocabulary.entry(of: keyword)?.zh ?? []).map { ($0, MinuteWord.figure(keyword)) }
    }
    return (attendance + figures).sorted { $0.0.count > $1.0.count }
  }()

  /// The known people that a text is made of, without anything between them: `陈静孙国强`. Nil if one
  /// part of it is nobody.
  private func known(_ text: String) -> [String]? {
    let characters = Array(text)
    guard (2...60).contains(characters.count) else { return nil }
    // The fewest names that make up the text to each place.
    var best: [[String]?] = [[]] + Array(repeating: nil, count: characters.count)
    for start in characters.indices {
      guard let before = best[start] else { continue }
      for length in 2...max(2, min(12, characters.count - start))
      where start + length <= characters.count {
        let name = String(characters[start..<(start + length)])
        guard isName(name), best[start + length].map({ $0.count > before.count + 1 }) ?? true else {
          continue
        }
        best[start + length] = before + [name]
      }
    }
    return best[characters.count].flatMap { $0 }
  }
}
