/// Two words that stand one after the other, as 资金 and 明细: the last sign of one and the first of the
/// other may be what somebody is called.
enum JoinedWords {
  /// Whether two signs of a text belong to the word before them and to the word after them.
  static func hide(_ range: Range<Int>, in text: [Sign]) -> Bool {
    let (start, end) = (range.lowerBound, range.upperBound)
    guard range.count == 2, start > 0, end < text.count else { return false }
    return endings.contains(text[(start - 1)...start])
      && OrdinaryWords.contains(text[(end - 1)...end])
  }

  /// Words that end in the sign of a surname, and whose first sign is no word before a name, as 和 of 和平
  /// would be.
  private static let endings = WordSet(
    """
    资金 现金 奖金 基金 押金 租金 罚金 佣金 薪金 提高 最高 升高 增高 偏高 甲方 乙方 丙方 官方 警方 校方 厂方 资方 单元 楼房 住房 厨房 \
    库房 申请 邀请 保安 治安 公安 社区 小区 园区 辖区
    """.split { $0.isWhitespace }.map(String.init))
}
