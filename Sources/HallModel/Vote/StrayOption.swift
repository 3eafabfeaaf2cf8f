import HallSyntax

/// An option that is none: a word for a side, for a spoilt ballot or for silence, written as
/// `选项 弃权`. Nobody elects it.
package struct StrayOption: Sendable {
  /// As it is spelt.
  package let label: String
  /// What the word means: 弃权, 无效 and 未表态 count as that line would; 同意, 反对 and 回避 count
  /// nowhere in a choice.
  package let side: Keyword
  package let node: Int

  /// Nil where the label is that of an option: a text that only begins with such a word is one.
  init?(label: String, node: Int) {
    guard let side = StrayOption.side(of: label) else { return nil }
    (self.label, self.side, self.node) = (label, side, node)
  }

  /// Whether it is counted, as a line of its own would be.
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

  /// Words that ballots and counting sheets have, beside those of the format; without blanks.
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
