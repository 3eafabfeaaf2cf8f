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

  /// The simplified character by the three bytes of a traditional one.
  private static let simplified: [UInt32: [UInt8]] = {
    var table: [UInt32: [UInt8]] = [:]
    let characters = pairs.map { Array(String($0).utf8) }
    for place in stride(from: 0, to: characters.count - 1, by: 2) {
      table[characters[place][...].threeBytes(at: 0)] = characters[place + 1]
    }
    return table
  }()

  private static let all = HanSet(simplified.keys)

  /// Whether a character is a traditional one.
  static func contains(_ character: UInt32) -> Bool { all.contains(character) }

  /// Where the first traditional character of a text begins; most texts have none.
  private static func firstPlace(in text: Slice) -> Int? {
    text.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + 2 < bytes.count {
        guard bytes[index] >= 0xE4, bytes[index] < 0xF0 else {
          index += 1
          continue
        }
        let character =
          UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
        if all.contains(character) { return text.startIndex + index }
        index += 3
      }
      return nil
    }
  }

  /// A text in simplified characters; nil if it has no traditional one. Both forms of a character
  /// have the same length.
  static func simplified(_ text: Slice) -> Slice? {
    guard let start = firstPlace(in: text) else { return nil }
    var result: [UInt8]?
    var index = start
    while index + 2 < text.endIndex {
      let first = text[index]
      guard first >= 0xE4, first < 0xF0 else {
        index += 1
        continue
      }
      let character = text.threeBytes(at: index)
      if all.contains(character), let plain = simplified[character] {
        if result == nil { result = Array(text) }
        result?.replaceSubrange(
          (index - text.startIndex)..<(index - text.startIndex + 3), with: plain)
      }
      index += 3
    }
    return result.map { $0[...] }
  }
}
