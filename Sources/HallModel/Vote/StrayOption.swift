import HallSyntax

/// A line written as an option that is not one: a word for a side, for an invalid ballot or for
/// silence, as in `选项 弃权`. It cannot be elected.
package struct StrayOption: Sendable {
  /// As written.
  package let label: String
  /// The meaning of the word: 弃权, 无效 and 未表态 count as that line would; 同意, 反对 and 回避 are not
  /// counted in a choice.
  package let side: Keyword
  package let node: Int

  /// Nil where the label is a real option: a text that only begins with such a word is one.
  init?(label: String, node: Int) {
    guard let side = StrayOption.side(of: label) else { return nil }
    (self.label, self.side, self.node) = (label, side, node)
  }

  /// Whether it is counted, as a separate line would be.
  package var isCounted: Bool { [.abstain, .invalid, .silent].contains(side) }

  private static func side(of label: String) -> Keyword? {
    let bare = NameList.Element(Slice(label)).name.string.filter { $0 != " " && $0 != "　" }
    var words = [label, bare]
    for ending in ["选票", "的票", "票", "者", "的"] where bare.hasSuffix(ending) {
      words.append(String(bare.dropLast(ending.count)))
    }
    return words.lazy.compactMap { word in
      Vocabulary.keyword(Slice(word), in: .ballotWord)
        ?? others[FullWidth.name(Slice(word)).lowercased()]
    }.first
  }

  /// Words used on ballots and counting sheets, in addition to those of the format; without blanks.
  private static let others: [String: Keyword] = {
    let words: [(Keyword, String)] = [
      (.votesFor, "赞同 支持 infavour infavor aye ayes"),
      (.against, "不赞成 不赞同 不支持 opposed nay nays noes"),
      (.abstain, "弃票 abstention abstentions abstained"),
      (.invalid, "废 废票 作废 空白 空票 白票 污损 错票 spoilt spoiled blank void"),
      (.silent, "未投 没投 未交 没交 未回 没有表态 没表态 没有投 未表决 notreturned"),
    ]
    var table: [String: Keyword] = [:]
    for (side, list) in words {
      for word in list.split(separator: " ") { table[String(word)] = side }
    }
    return table
  }()
}
