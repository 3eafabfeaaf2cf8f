import HallSyntax

/// The titles that procedural motions usually have. They decide nothing themselves: a decision below
/// one rests on the main motion before it.
enum ProceduralTitle {
  static func isOne(_ title: String) -> Bool {
    let folded = FullWidth.folded(Slice(title), lowercased: true)
    // Most titles do not begin like any of the words.
    guard firstSigns.contains(Array(folded.prefix(3))) else { return false }
    let text = String(decoding: folded, as: UTF8.self)
    return words.contains { word in
      guard text.hasPrefix(word) else { return false }
      let rest = text.dropFirst(word.count)
      // The words may also begin a title, as in "table tennis" and 休会期间的值班.
      if rest.isEmpty || rest.first == ":" || objects.contains(where: rest.hasPrefix) {
        return true
      }
      return goesOn.contains(where: word.contains) && rest.hasPrefix(" to ")
    }
  }

  /// The first three bytes of the words: one Chinese character, or three letters.
  private static let firstSigns = Set(words.map { Array($0.utf8.prefix(3)) })

  private static let objects = [
    " the ", " this ", " that ", " it", " item", " motion", " until ", " (", ",", "本", "该", "此",
    "这", "动议",
  ]

  /// What is done "to" something: "refer to the committee".
  private static let goesOn = ["refer", "adjourn", "postpone"]

  private static let words = [
    "复议", "搁置", "休会", "散会", "延期表决", "延期审议", "停止讨论", "结束讨论", "停止辩论", "终止辩论", "程序动议",
    "reconsider", "to reconsider", "motion to reconsider", "table", "to table", "motion to table",
    "lay on the table", "to lay on the table", "take from the table", "refer", "to refer",
    "motion to refer", "adjourn", "to adjourn", "motion to adjourn", "recess", "to recess",
    "postpone", "to postpone", "motion to postpone", "previous question", "the previous question",
    "call the question", "close debate", "to close debate", "suspend the rules",
    "point of order", "extend debate", "limit debate",
  ]
}
