import HallSyntax

/// Words in traditional characters, which are not in the vocabulary: `表決`, `參會人員`.
enum Traditional {
  /// The traditional forms of the characters in the vocabulary, each followed by the simplified
  /// character.
  private static let pairs =
    "議议廳厅區区語语時时間间戶户業业產产權权決决規规則则過过數数應应實实參参與与會会員员對对棄弃駐驻單单職职門门"
    + "問问題题項项現现發发層层級级網网辦办進进記记錄录書书線线無无狀状態态擬拟開开認认審审請请遲迟長长論论結结協协"
    + "達达暫暂緩缓報报聽听舉举圍围總总計计饋馈冊册監监選选額额當当質质號号經经費费異异證证複复復复覆复負负責责牽牵"
    + "頭头標标準准驗验滿满簽签絕绝曆历歷历託托來来樓楼棟栋轉转銷销訪访雙双讚赞贊赞簡简體体見见兩两據据隨随個个點点"
    + "範范約约後后歸归"

  private static let simplified: [UInt32: Character] = {
    var table: [UInt32: Character] = [:]
    let characters = Array(pairs)
    for place in stride(from: 0, to: characters.count - 1, by: 2) {
      let scalar = characters[place].unicodeScalars.first?.value ?? 0
      table[scalar] = characters[place + 1]
    }
    return table
  }()

  /// A text in simplified characters; nil if it has no traditional one. Both forms of a character
  /// have the same length.
  static func simplified(_ text: Slice) -> Slice? {
    guard text.contains(where: { $0 >= 0xE4 }) else { return nil }
    var isChanged = false
    let result = text.string.map { character -> Character in
      guard let scalar = character.unicodeScalars.first,
        let plain = simplified[scalar.value]
      else { return character }
      isChanged = true
      return plain
    }
    return isChanged ? Slice(String(result)) : nil
  }
}
